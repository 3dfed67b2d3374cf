package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.duly.desk.Customers.ALDER;
import static io.duly.desk.Customers.BIRCH;
import static io.duly.desk.Customers.CEDAR;
import static io.duly.desk.Customers.DORSET;
import static io.duly.desk.Customers.FERN;
import static io.duly.desk.Customers.GALE;
import static io.duly.desk.Customers.HAZEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Tuesday and Wednesday: promises, a wrong number, a message left, somebody who shouts, a copy, and words that need a manager. */
final class FirstTalks {
  private final CollectorsDays days;
  private final Hands hands;

  FirstTalks(CollectorsDays days) {
    this.days = days;
    this.hands = new Hands(days);
  }

  void twoPromiseOneIsSomebodyElseAndOneIsLeftAMessage() {
    days.morning(2);
    hands.bank();
    var page = days.sit(days.anna);
    days.at(10, 0);
    hands.promise(page, ALDER, "Amy Alder", "2026-03-05", "It goes out with the run on Thursday.");
    CollectorsDays.look(page, "02-call-ended");
    days.at(10, 20);
    hands.promise(page, BIRCH, "Bob Birch", "2026-03-05", "Thursday, all of it.");
    days.at(10, 40);
    hands.begin(page, CEDAR);
    assertThat(page.content()).doesNotContain("640.00").doesNotContain("INV-103");
    page.keyboard().press("4");
    Hands.finish(page);
    days.at(11, 0);
    hands.begin(page, GALE);
    page.keyboard().press("2");
    page.fill("[name=next_on]", "2026-03-04");
    Hands.finish(page);
    page.navigate("/");
    CollectorsDays.look(page, "02-worklist");
    page.navigate(days.caseOf(ALDER) + "/brief");
    assertThat(page.locator("main")).containsText("Until then they are left in peace");
    CollectorsDays.look(page, "02-brief-promised");
    page.context().close();

    assertThat(days.of(ALDER, "select next_action, touched from cases.recovery_case where id = :case")).as("what the call came to is decided about at once").isEqualTo("wait,false");
    assertThat(days.one("select kind, count(*) from correspondence.contact_outcome o where kind <> 'written' group by 1 order by 1")).isEqualTo("attempt,1\nconversation,2\nmessage_left,1");
    assertThat(days.one("select count(*), sum(amount) from agreements.promise where outcome is null and due_on = '2026-03-05'")).isEqualTo("2,200000");
    assertThat(days.one("select address from correspondence.dead_address where ended_at is null")).isEqualTo("+441614960103");
    assertThat(days.of(CEDAR, "select kind from cases.task where case_id = :case and done_on is null")).contains("complete_file");
    assertThat(days.journal(ALDER, CollectorsDays.day(2))).contains("call-begun", "right-party", "promise-made", "call-ended");
    assertThat(days.journal(GALE, CollectorsDays.day(2))).contains("call-begun", "contact-outcome", "call-ended").doesNotContain("right-party");
    days.at(15, 0);
    assertThat(days.post.send().sent()).as("nobody who was called is written to on the same day").isZero();
    days.evening();
  }

  void oneShoutsOneWantsACopyAndOneMessageNeedsAYes() {
    days.morning(3);
    hands.bank();
    var page = days.sit(days.anna);
    days.at(10, 0);
    shout(page);
    days.at(10, 30);
    wantsACopy(page);
    var message = writeStrictly(page);
    page.context().close();
    assertThat(days.post.send().sent()).as("what two promised yesterday goes to them in writing; to the strict one nobody has said yes").isEqualTo(2);
    assertThat(days.one("select count(*) from correspondence.message where purpose = 'recap' and state = 'sent'")).isEqualTo("2");
    approve(message);
    assertThat(days.post.send().sent()).isEqualTo(1);

    assertThat(days.of(DORSET, "select kind, until from cases.hold where case_id = :case and lifted_on is null")).isEqualTo("cooling_off,2026-03-05");
    assertThat(days.of(DORSET, "select kind, due_on, due_at from cases.task where case_id = :case and done_on is null order by kind")).startsWith("call,2026-03-06,2026-03-06T10:00Z").contains("review");
    assertThat(days.of(FERN, "select purpose, planned_on, state from correspondence.message where case_id = :case and purpose = 'copies'")).isEqualTo("copies,2026-03-05,checked");
    assertThat(days.of(HAZEL, "select state, approval, approved_by from correspondence.message where case_id = :case order by planned_on desc limit 1")).isEqualTo("sent,given,person:mona");
    assertThat(days.journal(DORSET, CollectorsDays.day(3))).contains("call-heated", "hold-placed", "task-opened", "call-ended");
    assertThat(days.journal(HAZEL, CollectorsDays.day(3))).contains("message-written", "message-approval", "message-sent");
    days.evening();
  }

  private void shout(Page page) {
    hands.begin(page, DORSET);
    Hands.party(page, "Dan Dorset");
    page.fill("[name=words]", "You people call me every hour, leave me alone!");
    page.locator("button[formaction$='/heat']").click();
    page.locator(".calm").waitFor();
    CollectorsDays.look(page, "03-call-heated");
    page.fill("[name=next_on]", "2026-03-06");
    page.fill("[name=next_at]", "10:00");
    page.fill("[name=note]", "He shouted; I offered Friday at ten, he agreed.");
    Hands.finish(page);
  }

  private void wantsACopy(Page page) {
    hands.begin(page, FERN);
    Hands.party(page, "Ida Krüger");
    page.fill("[name=words]", "We never had that invoice, please send it again.");
    page.selectOption("[name=category]", "not_received");
    page.check("[name=invoice][value='INV-106']");
    page.locator("button[formaction$='/copies']").click();
    assertThat(page.locator("p[role=status]")).containsText("cop");
    page.check("[name=outcome][value=reached]");
    page.selectOption("[name=next]", "look_again");
    page.fill("[name=next_on]", "2026-03-09");
    CollectorsDays.look(page, "03-call-talk");
    CollectorsDays.lookOnAPhone(page, "03-call-talk");
    Hands.finish(page);
  }

  /** @return the address of the message, which she who wrote it cannot let go */
  private String writeStrictly(Page page) {
    page.navigate(days.caseOf(HAZEL));
    page.keyboard().press("m");
    page.locator("#own-text").waitFor();
    page.fill("[name=subject]", "Invoice INV-108");
    page.fill("#own-text", "{{greeting}}\n\nYou have not paid. Think about it.\n\n{{signature}}");
    page.locator("button", new Page.LocatorOptions().setHasText("Into the outbox")).click();
    page.waitForURL("**/outbox/*");
    assertThat(page.locator("[data-page-key=a]")).hasCount(0);
    CollectorsDays.look(page, "03-message-waits-for-a-yes");
    return page.url();
  }

  private void approve(String message) {
    var page = days.sit(days.mona);
    page.navigate(message);
    CollectorsDays.look(page, "03-message-to-approve");
    page.keyboard().press("a");
    assertThat(page.locator(".state")).containsText("Approved by mona");
    page.context().close();
  }
}
