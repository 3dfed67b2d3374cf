package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was agreed is sent in writing from the page of the case, and a yes is written down there or by the API. */
@Tag("P30")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecapPagesTest {
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private String one(String query) {
    return String.join(",", desk.database.ask(sql -> sql.fetch(query)).stream().map(row -> row.intoList().toString()).toList());
  }

  @Test
  void whatWasPromisedIsSentOnceAndAYesIsWrittenDown() {
    long number = desk.portfolio.caseOf("Hotel Seeblick GmbH");
    var address = "/cases/" + number;
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(address, address + "/promises", Map.of("amount", "100.00", "by", Portfolio.TODAY.plusDays(6).toString(), "words", "Saturday at the latest."));
      assertThat(visitor.get(address).body()).contains("Send what was agreed in writing");
      visitor.post(address, address + "/recaps", Map.of());
      assertThat(visitor.get(address).body()).contains("What was agreed goes to them in writing.", "They have not said yes yet.", "Repeats what was agreed and asks for a yes.");
      var message = one("select r.message_id from correspondence.recap r").replaceAll("[\\[\\]]", "");
      visitor.post(address, address + "/recaps", Map.of());
      assertThat(visitor.get(address).body()).contains("was written to them, or is about to be");
      visitor.post(address, address + "/recaps/" + message + "/yes", Map.of("by", "PORTAL", "words", "not theirs"));
      assertThat(one("select acknowledged_by from correspondence.recap")).isEqualTo("[null]");
      visitor.post(address, address + "/recaps/" + message + "/yes", Map.of("by", "CALL", "words", "Yes, <b>that</b> is right."));
      assertThat(visitor.get(address).body()).contains("They said yes on", "by telephone", "Yes, &lt;b&gt;that&lt;/b&gt; is right.");
    }
    assertThat(one("select acknowledged_by, acknowledgement_recorded_by from correspondence.recap")).isEqualTo("[call, person:anna]");
    var program = Program.of(desk, anna.person());
    assertThat(program.get("/api/v1/cases/" + number + "/recaps").response().body()).contains("\"acknowledgedBy\":\"call\"", "\"again\":false");
  }
}
