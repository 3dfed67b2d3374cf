package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.duly.desk.Customers.BIRCH;
import static io.duly.desk.Customers.DORSET;
import static io.duly.desk.Customers.ELM;
import static io.duly.desk.Customers.GALE;
import static io.duly.desk.Customers.HAZEL;
import static io.duly.desk.Customers.KNOLL;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** The last three days: money with a slip of the pen, letters only, a case taken over, promises kept. */
final class LastDays {
  private final CollectorsDays days;
  private final Hands hands;

  LastDays(CollectorsDays days) {
    this.days = days;
    this.hands = new Hands(days);
  }

  void moneyWithASlipOfThePenIsAllocatedByHand() {
    days.morning(8);
    hands.bank(new CollectorsDays.Payment("600.00", "E STORES LEEDS", "invoice INV-150 less two pallets"), new CollectorsDays.Payment("400.00", "BIRCH CATERING", "INV-102 first half"));
    var page = days.sit(days.anna);
    page.keyboard().press("b");
    page.locator("article.money").first().waitFor();
    CollectorsDays.look(page, "08-bank");
    CollectorsDays.lookOnAPhone(page, "08-bank");
    page.locator("article.money a", new Page.LocatorOptions().setHasText("E STORES")).first().click();
    page.locator(".find-invoices").waitFor();
    page.fill(".find-invoices [name=q]", "elm");
    page.locator(".find-invoices button").click();
    page.fill("[name='to.INV-105']", "600.00");
    CollectorsDays.look(page, "08-bank-by-hand");
    page.locator("form[action$='/allocation'] button.primary").click();
    assertThat(page.locator("p[role=status]")).containsText("The money is allocated");
    page.navigate(days.caseOf(ELM) + "/statement");
    CollectorsDays.look(page, "08-statement");
    page.context().close();

    assertThat(days.of(ELM, "select i.number, i.gross - sum(p.amount) from ledger.invoice i join ledger.posting p on p.invoice_id = i.id where i.debtor_id = :debtor group by 1, i.gross order by 1")).isEqualTo("INV-105,0");
    assertThat(days.of(ELM, "select outcome, done_by from cases.task where case_id = :case and kind = 'allocate'")).as("the task ends with the money").isEqualTo("the money is allocated,person:anna");
    assertThat(days.journal(ELM, CollectorsDays.day(8))).contains("money-allocated", "task-done");
    assertThat(days.one("select settled_on is not null from ledger.invoice where number = 'INV-105'")).isEqualTo("true");
    assertThat(days.of(BIRCH, "select sum(p.amount) from ledger.posting p join ledger.invoice i on i.id = p.invoice_id where i.debtor_id = :debtor")).isEqualTo("40000");
    days.evening();
  }

  void oneWantsLettersOnlyAndAManagerTakesACaseOver() {
    days.morning(9);
    hands.bank();
    var anna = days.sit(days.anna);
    days.at(10, 0);
    anna.navigate(days.caseOf(GALE) + "/brief");
    anna.locator("button", new Page.LocatorOptions().setHasText("They are calling us")).click();
    anna.locator("#call").waitFor();
    Hands.party(anna, "Gus Gale");
    anna.fill("[name=words]", "Please write only.");
    anna.locator(".athand summary").last().click();
    anna.check("[name=letters_only]");
    anna.check("[name=outcome][value=reached]");
    anna.selectOption("[name=next]", "by_policy");
    Hands.finish(anna);
    anna.navigate(days.caseOf(GALE) + "/brief");
    assertThat(anna.locator("ul.numbers")).not().containsText("Call +44");
    anna.navigate(days.caseOf(HAZEL));
    assertThat(anna.locator("#claim")).containsText("You are in it since");

    var mona = days.sit(days.mona);
    mona.navigate(days.caseOf(HAZEL));
    assertThat(mona.locator("#claim")).containsText("anna is in it since");
    CollectorsDays.look(mona, "09-case-of-another");
    Hands.act(mona.locator("#claim"), "Take over").locator("[name=why]").fill("their director called me");
    Hands.act(mona.locator("#claim"), "Take over").locator("button").click();
    assertThat(mona.locator("#claim")).containsText("You are in it since");
    mona.context().close();
    anna.context().close();

    assertThat(days.of(GALE, "select count(*) from correspondence.stated_wish where debtor_id = :debtor and taken_back_at is null")).isNotEqualTo("0");
    assertThat(days.of(HAZEL, "select p.login from cases.claim k join identity.person p on p.id = k.person_id where k.case_id = :case and k.released_at is null and k.until > timestamptz '2026-03-12 10:00Z'")).isEqualTo("mona");
    assertThat(days.journal(HAZEL, CollectorsDays.day(9))).contains("case-taken-over");
    days.evening();
  }

  void promisesAreKeptAndTheFileIsComplete() {
    days.morning(10);
    hands.bank(new CollectorsDays.Payment("2300.00", "DORSET CABINS", "INV-104"), new CollectorsDays.Payment("400.00", "BIRCH CATERING", "INV-102 rest"));
    var page = days.sit(days.anna);
    page.navigate("/tasks?whose=mine");
    var line = page.locator("tr", new Page.LocatorOptions().setHasText(KNOLL));
    Hands.act(line, "Done").locator("[name=outcome]").fill("their accountant is accounts@knoll.example");
    Hands.submit(line, "Done");
    assertThat(page.locator("p[role=status]")).containsText("The task is done");
    page.navigate("/?work=wait");
    CollectorsDays.look(page, "10-worklist-waiting");
    page.context().close();

    assertThat(days.of(DORSET, "select outcome from agreements.promise where case_id = :case")).isEqualTo("kept");
    assertThat(days.of(BIRCH, "select outcome from agreements.promise where case_id = :case order by made_on desc limit 1")).isEqualTo("kept");
    assertThat(days.one("select string_agg(d.name, ', ' order by d.name) from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where c.stage = 'closed'"))
        .isEqualTo("\"Alder Joinery Ltd, Birch Catering Ltd, Dorset Cabins Ltd\"");
    assertThat(days.of(KNOLL, "select outcome from cases.task where case_id = :case and kind = 'complete_file' and done_on = '2026-03-13'")).isEqualTo("their accountant is accounts@knoll.example");
    assertThat(days.one("select count(*) from (select debtor_id, day from correspondence.contact where direction = 'out' group by 1, 2 having count(*) > 1) twice")).as("nobody was contacted twice on a day").isEqualTo("0");
    assertThat(days.one("select count(*) from calls.call where ended_at is null")).isEqualTo("0");
    days.evening();
  }
}
