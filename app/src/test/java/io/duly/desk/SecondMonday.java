package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.duly.desk.Customers.BIRCH;
import static io.duly.desk.Customers.ELM;
import static io.duly.desk.Customers.HAZEL;
import static io.duly.desk.Customers.IVY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** The second Monday and Tuesday: a promise is broken, a dispute upheld, the client looks, two are in one case. */
final class SecondMonday {
  private static final String STALE = "select count(*) from cases.creditor_hold where lifted_on is null";

  private final CollectorsDays days;
  private final Hands hands;

  SecondMonday(CollectorsDays days) {
    this.days = days;
    this.hands = new Hands(days);
  }

  void aPromiseIsBrokenAndTheCarrierSaysThatTheyAreRight() {
    days.morning(6);
    days.run();
    assertThat(days.one(STALE)).as("after the weekend it is not known who has paid").isEqualTo("1");
    assertThat(days.of(BIRCH, "select outcome is null from agreements.promise where case_id = :case")).as("so nobody is said to have broken a promise").isEqualTo("true");
    nobodyIsCalledBeforeSomebodyLooked();
    hands.bank();
    assertThat(days.one(STALE)).isEqualTo("0");
    assertThat(days.one("select count(*) from cases.recovery_case where stage <> 'closed' and (touched or because like '%bank data%')")).as("all that was held is decided again").isEqualTo("0");
    var page = days.sit(days.anna);
    assertThat(page.locator("tbody [data-row]").first()).hasText(BIRCH);
    CollectorsDays.look(page, "06-worklist");
    CollectorsDays.lookOnAPhone(page, "06-worklist");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.locator(".casehead").waitFor();
    days.at(10, 0);
    hands.begin(page, BIRCH);
    Hands.party(page, "Bob Birch");
    page.fill("[name=words]", "The bank was slow. Half on Wednesday, the rest on Friday.");
    page.check("[name=way][value=part_and_rest]");
    page.fill("[name=amount]", "400.00");
    page.fill("[name=first_on]", "2026-03-11");
    page.fill("[name=rest_on]", "2026-03-13");
    Hands.agreed(page);
    Hands.finish(page);
    upheld(page);
    page.context().close();

    assertThat(days.of(BIRCH, "select outcome, due_on from agreements.promise where case_id = :case order by made_on")).isEqualTo("broken,2026-03-05\n\"\",2026-03-11");
    assertThat(days.of(ELM, "select outcome, closed_on from cases.dispute where debtor_id = :debtor")).isEqualTo("upheld,2026-03-09");
    assertThat(days.of(ELM, "select outcome, verified_how from cases.reason where case_id = :case")).isEqualTo("confirmed,the carrier found them in Hull");
    assertThat(days.of(ELM, "select count(*) from cases.task where case_id = :case and kind = 'verify' and done_on is null")).isEqualTo("0");
    assertThat(days.of(ELM, "select sum(amount) from ledger.posting where invoice_id in (select id from ledger.invoice where number = 'INV-105')")).isEqualTo("30000");
    assertThat(days.journal(ELM, CollectorsDays.day(6))).contains("reason-verified", "dispute-closed");
    days.evening();
  }

  private void nobodyIsCalledBeforeSomebodyLooked() {
    var page = days.sit(days.anna);
    page.navigate(days.caseOf(HAZEL) + "/brief");
    assertThat(page.locator("#old")).containsText("The bank data is too old to say");
    assertThat(page.locator("ul.numbers button")).hasCount(0);
    CollectorsDays.look(page, "06-brief-old-bank-data");
    page.context().close();
  }

  private void upheld(Page page) {
    page.navigate(days.caseOf(ELM));
    var said = page.locator("section[aria-labelledby=said]");
    Hands.act(said, "").locator("[name=outcome]").selectOption("CONFIRMED");
    Hands.act(said, "").locator("[name=how]").fill("the carrier found them in Hull");
    Hands.act(said, "").locator("button").click();
    assertThat(page.locator("p[role=status]")).containsText("What came out is written down");
    page.navigate(days.invoice("INV-105"));
    page.selectOption("#outcome", "UPHELD");
    page.fill("[name=answer]", "You are right, two pallets were lost; we credit them.");
    page.locator("form[action$='/answer'] button").click();
    assertThat(page.locator("p[role=status]")).containsText("The dispute is answered");
  }

  void theClientLooksAndASecondCollectorIsSeen() {
    days.morning(7);
    hands.bank();
    var clara = days.sit(days.clara);
    assertThat(clara.locator("table.work")).containsText(ELM);
    assertThat(clara.locator("main form[method=post]")).hasCount(0);
    CollectorsDays.look(clara, "07-client-worklist");
    clara.navigate(days.caseOf(ELM));
    assertThat(clara.locator("main form[method=post]")).hasCount(0);
    assertThat(clara.locator("main")).not().containsText("the carrier found them in Hull");
    CollectorsDays.look(clara, "07-client-case");
    assertThat(clara.navigate("/tasks").status()).isEqualTo(403);
    clara.context().close();

    var ben = days.sit(days.ben);
    ben.navigate("/?owner=mine");
    assertThat(ben.locator("tbody [data-row]").first()).hasText(IVY);
    days.at(10, 0);
    hands.begin(ben, IVY);
    ben.keyboard().press("3");
    var anna = days.sit(days.anna);
    anna.navigate(days.caseOf(IVY));
    assertThat(anna.locator("#claim")).containsText("ben is in it since");
    anna.navigate(days.caseOf(IVY) + "/brief");
    assertThat(anna.locator("main")).containsText("Ben");
    assertThat(anna.locator("ul.numbers")).hasCount(0);
    CollectorsDays.look(anna, "07-brief-in-hand");
    Hands.finish(ben);
    ben.context().close();
    anna.context().close();

    assertThat(days.of(IVY, "select o.kind from correspondence.contact_outcome o join correspondence.contact c on c.id = o.contact_id where c.case_id = :case and c.day = '2026-03-10' order by o.recorded_at desc limit 1")).isEqualTo("attempt");
    assertThat(days.of(IVY, "select p.login, k.outcome from calls.call k join identity.person p on p.id = k.caller_id where k.case_id = :case")).isEqualTo("ben,no_answer");
    assertThat(days.one("select count(*) from journal.entry where actor = 'person:clara'")).isEqualTo("0");
    days.evening();
  }
}
