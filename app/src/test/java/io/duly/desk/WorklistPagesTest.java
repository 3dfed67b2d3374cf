package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the lines of the worklist say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistPagesTest {
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  @Tag("P34")
  void aLineSaysHowOftenPromisesWereBrokenAndWhichRuns() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(line(visitor, "/", "Brennan &amp; Co Ltd")).contains("promise broken");
      assertThat(line(visitor, "/?work=wait", "Okafor Foods Ltd")).contains("2,410.00 promised by 26 Nov");
    }
  }

  @Test
  @Tag("P33")
  void aLineSaysHowLikelyTheMoneyIsAndWhy() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(line(visitor, "/", "Brennan &amp; Co Ltd"))
          .contains("How likely it comes in: 89% by its age alone; less for a broken promise")
          .contains("84%");
    }
  }

  @Test
  @Tag("P13")
  void aLineSaysTheTimeThereAndWhetherTheyMayBeCalled() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(line(visitor, "/", "Kowalski Transport"))
          .contains("title=\"Europe/Warsaw\"")
          .containsPattern("\\d+:\\d\\d\\W*([AP]M)? there")
          .containsPattern("call now|from [^<]+|not as far as is known");
    }
  }

  @Test
  void aLineSaysWhenAndHowTheyWereReachedLast() {
    var recovery = desk.portfolio.caseOf("Atelier Brun SARL");
    desk.portfolio.dsl.execute(
        """
        insert into correspondence.contact (id, creditor_id, debtor_id, case_id, direction, channel, day, kind)
        select gen_random_uuid(), creditor_id, debtor_id, id, 'out', 'call', ?, 'message_left' from cases.recovery_case where number = ?
        """,
        Portfolio.TODAY.minusDays(4), recovery);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      desk.portfolio.dsl.execute("update cases.recovery_case set next_action_on = ? where number = ?", Portfolio.TODAY, recovery);
      assertThat(line(visitor, "/", "Atelier Brun SARL")).contains("16 Nov: call, message left");
      assertThat(line(visitor, "/", "Kowalski Transport")).contains("no contact yet");
    }
  }

  private static String line(Visitor visitor, String address, String debtor) {
    var lines = Pattern.compile("<tr class=\"[^\"]+\">.*?</tr>", Pattern.DOTALL).matcher(visitor.get(address).body()).results();
    return lines.map(found -> found.group()).filter(text -> text.contains(debtor)).findFirst().orElse("not on the page");
  }
}
