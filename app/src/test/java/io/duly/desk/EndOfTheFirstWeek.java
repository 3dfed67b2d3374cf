package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.duly.desk.Customers.ALDER;
import static io.duly.desk.Customers.BIRCH;
import static io.duly.desk.Customers.DORSET;
import static io.duly.desk.Customers.ELM;
import static io.duly.desk.Customers.FERN;
import static io.duly.desk.Customers.IVY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Thursday and Friday: a dispute, a hand-over, the money that was promised, and who shouted is called as agreed. */
final class EndOfTheFirstWeek {
  private final CollectorsDays days;
  private final Hands hands;

  EndOfTheFirstWeek(CollectorsDays days) {
    this.days = days;
    this.hands = new Hands(days);
  }

  void oneDisputesAPartTheCopyGoesAndACaseIsHandedOver() {
    days.morning(4);
    hands.bank();
    days.at(9, 0);
    var sent = days.post.send();
    assertThat(sent.sent()).as(sent.toString()).isPositive();
    assertThat(days.of(FERN, "select state, sent_on from correspondence.message where case_id = :case and purpose = 'copies'")).isEqualTo("sent,2026-03-05");
    var page = days.sit(days.anna);
    page.navigate(days.invoice("INV-105"));
    page.locator("summary", new Page.LocatorOptions().setHasText("contest")).click();
    var form = page.locator("form[action$='/disputes']");
    form.locator("[name=amount]").fill("300.00");
    form.locator("[name=category]").selectOption("GOODS_MISSING");
    form.locator("[name=words]").fill("The carrier lost two pallets.");
    form.locator("[name=ask]").fill("the carrier");
    CollectorsDays.look(page, "04-invoice");
    form.locator("button").click();
    assertThat(page.locator("p[role=status]")).containsText("That part is contested");
    page.navigate(days.caseOf(IVY));
    assertThat(page.locator("form[action$='/tasks'] [name=to]")).containsText("Ben");
    assertThat(page.locator("form[action$='/tasks'] [name=to]")).not().containsText("Clara");
    Hands.act(page.locator("#claim"), "Hand over").locator("select").selectOption("ben");
    Hands.act(page.locator("#claim"), "Hand over").locator("[name=words]").fill("You know their fleet manager.");
    Hands.act(page.locator("#claim"), "Hand over").locator("button").click();
    assertThat(page.locator("#claim")).containsText("It is Ben’s case");
    CollectorsDays.look(page, "04-case");
    CollectorsDays.lookOnAPhone(page, "04-case");
    page.context().close();

    assertThat(days.of(ELM, "select amount, opened_on, closed_on is null from cases.dispute where debtor_id = :debtor")).isEqualTo("30000,2026-03-05,true");
    assertThat(days.of(ELM, "select category, own_words, whom_to_ask from cases.reason where case_id = :case")).isEqualTo("goods_missing,The carrier lost two pallets.,the carrier");
    assertThat(days.of(ELM, "select kind from cases.task where case_id = :case and done_on is null")).contains("verify");
    assertThat(days.of(IVY, "select p.login from cases.recovery_case r join identity.person p on p.id = r.owner_id where r.id = :case")).isEqualTo("ben");
    assertThat(days.one("select count(*) from cases.claim where released_at is null and until > timestamptz '2026-03-05 09:00Z'")).isEqualTo("0");
    days.evening();
  }

  void theMoneyIsThereAndWhoShoutedIsCalled() {
    days.morning(5);
    hands.bank(new CollectorsDays.Payment("1200.00", "ALDER JOINERY", "INV-101"));
    var page = days.sit(days.anna);
    page.navigate("/tasks?kind=call");
    assertThat(page.locator("table.tasks")).containsText(DORSET);
    days.at(10, 0);
    hands.begin(page, DORSET);
    Hands.party(page, "Dan Dorset");
    page.fill("[name=words]", "I was rude on Wednesday. You have it next Thursday.");
    Hands.agree(page, "2026-03-12");
    page.fill("[name=note]", "Calm, and sorry about Wednesday.");
    Hands.finish(page);
    page.navigate(days.caseOf(ALDER));
    CollectorsDays.look(page, "05-case-closed");
    page.context().close();

    assertThat(days.of(ALDER, "select outcome from agreements.promise where case_id = :case")).isEqualTo("kept");
    assertThat(days.of(ALDER, "select stage, closed_on from cases.recovery_case where id = :case")).as("before the run of Friday the desk is still on Thursday").isEqualTo("closed,2026-03-05");
    assertThat(days.of(ALDER, "select sum(amount) from ledger.posting where invoice_id in (select id from ledger.invoice where number = 'INV-101')")).isEqualTo("120000");
    assertThat(days.of(BIRCH, "select outcome is null from agreements.promise where case_id = :case")).as("a day of grace").isEqualTo("true");
    assertThat(days.of(DORSET, "select amount, due_on from agreements.promise where case_id = :case")).isEqualTo("230000,2026-03-12");
    assertThat(days.of(DORSET, "select count(*) from cases.hold where case_id = :case and lifted_on is null and (until is null or until >= '2026-03-06')")).isEqualTo("0");
    days.evening();
  }
}
