package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.agreements.Agreed;
import io.duly.agreements.Plans;
import io.duly.cases.Recorded;
import io.duly.correspondence.Recaps;
import io.duly.kernel.CaseId;
import io.duly.plans.BankDay;
import io.duly.plans.Offer;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was agreed stands at the portal with each payment, and the debtor says yes to it there, once. */
@Tag("P30")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalAgreesTest {
  private DebtorsDoor door;
  private Visitor hotel;

  @BeforeAll
  void open() {
    door = new DebtorsDoor();
    door.send();
    hotel = door.in(door.link(door.one("select email from parties.debtor where name = 'Hotel Seeblick GmbH'")));
    hotel.post("/d", "/d/language", Map.of("in", "en"));
    agree();
  }

  @AfterAll
  void close() {
    hotel.close();
    door.close();
  }

  private void agree() {
    var id = new CaseId(UUID.fromString(door.one("select c.id::text from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = 'Hotel Seeblick GmbH' and c.stage <> 'closed'")));
    var by = Recorded.by("person:anna", Portfolio.TODAY, Desk.MONDAY);
    door.desk.application.getBean(DSLContext.class).transaction(config -> {
      var tx = config.dsl();
      var plans = door.desk.application.getBean(Plans.class);
      var owed = plans.due(tx, id, Portfolio.TODAY);
      var plan = Plan.of(owed, PlanTerms.equalParts(2, Portfolio.TODAY.plusDays(10), new Pace.Months(1)), Portfolio.TODAY, BankDay.ANY);
      plans.record(tx, id, Agreed.usual(new Offer(Offer.Kind.INSTALMENTS, owed, plan)), by);
      door.desk.application.getBean(Recaps.class).plan(tx, id, by);
    });
  }

  private String home() {
    return Jsoup.parse(hotel.get("/d").body()).body().text().replace('\u00A0', ' ');
  }

  @Test
  void eachPaymentIsShownAndAYesIsNotedOnceHoweverOftenItIsSaid() {
    assertThat(home()).contains("What we agreed", "30 November 2026", "30 December 2026", "Is this what we agreed?");
    var what = Jsoup.parse(hotel.get("/d").body()).select("form.yes input[name=what]").attr("value");
    assertThat(hotel.post("/d", "/d/agreed", Map.of("what", UUID.randomUUID().toString())).statusCode()).as("not theirs").isEqualTo(404);
    hotel.post("/d", "/d/agreed", Map.of("what", what));
    hotel.post("/d", "/d/agreed", Map.of("what", what));
    assertThat(home()).contains("You said yes to what we agreed. Thank you.").doesNotContain("Is this what we agreed?");
    assertThat(door.one("select acknowledged_by, acknowledgement_recorded_by from correspondence.recap")).isEqualTo("portal,debtor:portal");
    assertThat(door.one("select count(*)::text from journal.entry where kind = 'recap-acknowledged'")).isEqualTo("1");
  }
}
