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
    desk = new Desk(Desk.MONDAY);
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
          .as("there is no number")
          .contains("title=\"Europe/Warsaw\"")
          .containsPattern("\\d+:\\d\\d\\W*([AP]M)? there")
          .doesNotContainPattern("call now|from [^<]+|not as far as is known");
      desk.portfolio.dsl.execute("update parties.debtor set phone = '+48583000111' where name = 'Kowalski Transport sp. z o.o.'");
      assertThat(line(visitor, "/", "Kowalski Transport"))
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

  /** What is owed is kept for a case in which nothing happens; the first change, a second one and a decision between them are seen at once. */
  @Test
  void whatIsOwedIsRightOnceTheLedgerHasChanged() {
    var recovery = desk.portfolio.caseOf("Castillo e Hijos SL");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      decided(recovery);
      assertThat(owedOnTheLine(visitor)).isEqualTo(owed(recovery));
      long before = owed(recovery);
      writeOffACent(recovery);
      assertThat(owedOnTheLine(visitor)).isEqualTo(before - 1);
      writeOffACent(recovery);
      assertThat(owedOnTheLine(visitor)).isEqualTo(before - 2);
      decided(recovery);
      assertThat(owedOnTheLine(visitor)).isEqualTo(before - 2);
      writeOffACent(recovery);
      assertThat(owedOnTheLine(visitor)).isEqualTo(before - 3);
    }
  }

  private void decided(long recovery) {
    desk.portfolio.dsl.execute("update cases.recovery_case set touched = false where number = ?", recovery);
  }

  private long owed(long recovery) {
    return desk.portfolio.dsl
        .fetchSingle(
            """
            select sum(ledger.open_on(i.id, ?))::bigint from ledger.invoice i join cases.recovery_case c on c.debtor_id = i.debtor_id and c.currency = i.currency
             where c.number = ?
            """,
            Portfolio.TODAY, recovery)
        .get(0, Long.class);
  }

  private void writeOffACent(long recovery) {
    desk.portfolio.dsl.execute(
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, amount, effective_on, actor, why)
        select gen_random_uuid(), i.creditor_id, i.debtor_id, i.id, i.currency, 'write_off', 1, ?, 'person:anna', 'a cent'
          from ledger.invoice i join cases.recovery_case c on c.debtor_id = i.debtor_id and c.currency = i.currency
         where c.number = ? and ledger.open_on(i.id, ?) > 1 order by i.number limit 1
        """,
        Portfolio.TODAY, recovery, Portfolio.TODAY);
  }

  private static long owedOnTheLine(Visitor visitor) {
    var amount = Pattern.compile("([\\d,]+)\\.(\\d\\d)").matcher(line(visitor, "/?name=castillo", "Castillo e Hijos SL"));
    assertThat(amount.find()).isTrue();
    return Long.parseLong(amount.group(1).replace(",", "") + amount.group(2));
  }

  @Test
  void theListIsFilteredByTheAddress() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get("/?name=brennan").body()).contains("Brennan &amp; Co Ltd", "1 case fits").doesNotContain("Kowalski");
      assertThat(visitor.get("/?currency=GBP&from=10000").body()).contains("Brennan &amp; Co Ltd", "1 case fits").doesNotContain("Kowalski");
      assertThat(visitor.get("/?promise=broken").body()).contains("Brennan &amp; Co Ltd", "1 case fits");
      assertThat(visitor.get("/?stage=final_demand&older=95").body()).contains("Rossi Marine", "Van Dijk", "2 cases fit").doesNotContain("Castillo");
      assertThat(visitor.get("/?country=PL").body()).contains("Kowalski", "1 case fits");
      assertThat(visitor.get("/?work=wait&promise=running").body()).contains("Okafor", "1 case fits").doesNotContain("Lindqvist");
      assertThat(visitor.get("/?name=%27+or+1%3D1--").body()).doesNotContain("Brennan");
    }
  }

  /** More than are looked through for a page, of which the last fits. */
  @Test
  void aLongListIsLookedThroughInPartsAndFurtherOn() {
    desk.portfolio.dsl.execute(
        """
        with many as (
          insert into parties.debtor (id, creditor_id, external_id, name, kind, country)
          select gen_random_uuid(), (select creditor_id from parties.debtor limit 1), 'many-' || n, 'Many ' || n, 'company', 'GB'
            from generate_series(1, 1100) n returning id, creditor_id, name)
        insert into cases.recovery_case (id, number, creditor_id, debtor_id, currency, stage, opened_on, next_action, next_action_on, review_on, because, priority)
        select gen_random_uuid(), nextval('cases.case_number'), creditor_id, id, 'CHF', 'reminder', ?::date, 'review', ?::date, ?::date + 1, 'one of many',
               case when name = 'Many 7' then 1 else 50 end from many
        """,
        Portfolio.TODAY, Portfolio.TODAY, Portfolio.TODAY);
    desk.portfolio.dsl.execute(
        """
        insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, recorded_by)
        select gen_random_uuid(), c.creditor_id, c.id, c.debtor_id, 'CHF', 100, ?::date, ?::date, 'person:anna'
          from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = 'Many 7'
        """,
        Portfolio.TODAY, Portfolio.TODAY);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var first = visitor.get("/?currency=CHF&promise=running").body();
      assertThat(first).contains("None of the first 1,000 lines fits.").doesNotContain("Many 7<");
      var further = Pattern.compile("href=\"(/[^\"]+after=[^\"]+)\"").matcher(first);
      assertThat(further.find()).isTrue();
      assertThat(visitor.get(further.group(1).replace("&amp;", "&")).body()).contains("Many 7</a>", "1 shown, of 100 that were looked through");
    } finally {
      desk.portfolio.dsl.execute("update cases.recovery_case set stage = 'closed', closed_on = ?, closed_why = 'test' where currency = 'CHF'", Portfolio.TODAY);
    }
  }

  private static String line(Visitor visitor, String address, String debtor) {
    var lines = Pattern.compile("<tr class=\"[^\"]+\">.*?</tr>", Pattern.DOTALL).matcher(visitor.get(address).body()).results();
    return lines.map(found -> found.group()).filter(text -> text.contains(debtor)).findFirst().orElse("not on the page");
  }
}
