package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.duly.doctor.Examined;
import io.duly.einvoice.Ubl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two weeks of a collector, from the first list to the last evening, played in a browser; after each day it is asked what the
 * database then holds. A day that fails takes the later ones with it: they build on it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenDaysOfACollectorTest {
  private static final String ALDER = "Alder Joinery Ltd";
  private static final String BIRCH = "Birch Catering Ltd";
  private static final String CEDAR = "Cedar Print Ltd";
  private static final String DORSET = "Dorset Cabins Ltd";
  private static final String ELM = "Elm Stores Ltd";
  private static final String FERN = "Fern Hotels Ltd";
  private static final String GALE = "Gale Marine Ltd";
  private static final String HAZEL = "Hazel Foods Ltd";
  private static final String IVY = "Ivy Transport Ltd";
  private static final String KNOLL = "Knoll Dairy Ltd";

  private static final String LIST =
      """
      Customer No;Customer;Street;Postcode;City;Country;E-Mail;Phone;Contact;Customer Type;Invoice No;Invoice Date;Due Date;Amount;Currency
      K-01;Alder Joinery Ltd;1 Quay Street;M3 3HF;Manchester;GB;accounts@alder.example;+441614960101;Amy Alder;company;INV-101;2026-01-11;2026-02-10;1200.00;GBP
      K-02;Birch Catering Ltd;2 Quay Street;M3 3HF;Manchester;GB;accounts@birch.example;+441614960102;Bob Birch;company;INV-102;2026-01-13;2026-02-12;800.00;GBP
      K-03;Cedar Print Ltd;3 Quay Street;M3 3HF;Manchester;GB;accounts@cedar.example;+441614960103;;company;INV-103;2026-01-15;2026-02-14;640.00;GBP
      K-04;Dorset Cabins Ltd;4 Quay Street;M3 3HF;Manchester;GB;accounts@dorset.example;+441614960104;Dan Dorset;company;INV-104;2026-01-10;2026-02-09;2300.00;GBP
      K-05;Elm Stores Ltd;5 Quay Street;M3 3HF;Manchester;GB;accounts@elm.example;+441614960105;Eve Elm;company;INV-105;2026-01-16;2026-02-15;900.00;GBP
      K-05;Elm Stores Ltd;5 Quay Street;M3 3HF;Manchester;GB;accounts@elm.example;+441614960105;Eve Elm;company;INV-115;2026-01-20;2026-02-19;450.00;GBP
      K-07;Gale Marine Ltd;7 Quay Street;M3 3HF;Manchester;GB;accounts@gale.example;+441614960107;;company;INV-107;2026-01-22;2026-02-21;310.00;GBP
      K-08;Hazel Foods Ltd;8 Quay Street;M3 3HF;Manchester;GB;accounts@hazel.example;+441614960108;;company;INV-108;2026-01-09;2026-02-08;5400.00;GBP
      K-09;Ivy Transport Ltd;9 Quay Street;M3 3HF;Manchester;GB;accounts@ivy.example;+441614960109;;company;INV-109;2026-01-14;2026-02-13;980.00;GBP
      K-10;Juniper Works Ltd;10 Quay Street;M3 3HF;Manchester;GB;accounts@juniper.example;+441614960110;;company;INV-110;2026-01-18;soon;720.00;GBP
      K-11;Knoll Dairy Ltd;;;;GB;;;;company;INV-111;2026-01-19;2026-02-18;265.00;GBP
      """;

  /** Only of an invoice that came electronically is there an original of which a copy can be sent. */
  private static final String FERNS_INVOICE =
      Ubl.invoice().with("number", "INV-106").with("issued", "2026-01-12").with("due", "<cbc:DueDate>2026-02-11</cbc:DueDate>").with("delivered", "2026-01-10")
          .with("currency", "GBP").with("sellerName", "Harbour &amp; Vale Ltd").with("buyerName", FERN).with("text", "Linen for forty rooms")
          .amounting("1470.59", "279.41", "1750.00").text();

  private static final String STALE = "select count(*) from cases.creditor_hold where lifted_on is null";

  private CollectorsDays days;

  @BeforeAll
  void open() {
    days = new CollectorsDays();
  }

  @AfterAll
  void close() {
    if (days != null) {
      days.close();
    }
  }

  @AfterEach
  void noPageComplainedAndTheDoctorFindsNothing() {
    assertThat(days.chromium.complaints.stream().filter(text -> !text.startsWith("Failed to load resource: the server responded with a status of 403"))).isEmpty();
    assertThat(Examined.complaints(days.desk.database)).isEmpty();
  }

  @Test
  @Order(1)
  @Tag("P03")
  @Tag("P40")
  void onMondayTheListIsTakenInMendedAndTheFirstRemindersGo() {
    days.morning(1);
    var mona = days.sit(days.mona);
    CollectorsDays.handIn(mona, CollectorsDays.file("open items.csv", "text/csv", LIST));
    CollectorsDays.look(mona, "01-import");
    mona.locator("#job a.primary").click();
    mona.locator(".cells input[aria-invalid=true]").fill("17 Feb 2026");
    mona.locator(".mendbar button.primary").click();
    assertThat(mona.locator("main")).containsText("All rows that were set aside are mended");
    CollectorsDays.handIn(mona, CollectorsDays.file("INV-106.xml", "application/xml", FERNS_INVOICE));
    CollectorsDays.handIn(mona, days.statement());
    days.run();

    var anna = days.sit(days.anna);
    assertThat(anna.locator("table.work")).containsText(HAZEL);
    CollectorsDays.look(anna, "01-worklist");
    days.at(9, 30);
    assertThat(days.post.send().sent()).isEqualTo(10);
    talkIsRefused(anna);
    prepare(anna);
    anna.context().close();
    mona.context().close();

    assertThat(days.one("select count(*), sum(gross) from ledger.invoice")).isEqualTo("12,1571500");
    assertThat(days.one("select count(*) from cases.recovery_case where stage <> 'closed'")).isEqualTo("11");
    assertThat(days.one("select count(distinct debtor_id), count(*) from correspondence.contact where direction = 'out' and day = '2026-03-02'")).isEqualTo("10,10");
    assertThat(days.post.arrived()).hasSize(10).doesNotHaveDuplicates();
    assertThat(days.journal(ALDER, CollectorsDays.day(1))).contains("opened", "decided", "message-sent", "paper-filed");
    assertThat(days.of(KNOLL, "select kind, due_on, assigned_to is null from cases.task where case_id = :case and done_on is null")).isEqualTo("complete_file,2026-03-09,false");
    assertThat(days.of(KNOLL, "select until, why from cases.task_put_off where task_id in (select id from cases.task where case_id = :case)")).isEqualTo("2026-03-09,their office opens on Monday");
    days.evening();
  }

  /** The reminder of the morning was the contact of the day: no number is offered (P13). */
  private void talkIsRefused(Page page) {
    page.navigate(days.caseOf(ALDER));
    page.keyboard().press("c");
    page.locator("ul.numbers").waitFor();
    assertThat(page.locator("ul.numbers")).containsText("Not now");
    assertThat(page.locator("ul.numbers button")).hasCount(0);
    CollectorsDays.look(page, "01-brief-not-now");
  }

  /** The order is put into the file of one, and the file that lacks everything is somebody's until Monday. */
  private void prepare(Page page) {
    page.navigate(days.caseOf(ALDER));
    page.locator("summary", new Page.LocatorOptions().setHasText("Put a paper into the file")).click();
    page.setInputFiles(".owes [name=file]", CollectorsDays.file("order.txt", "text/plain", "Order 4711: twelve doors"));
    page.locator(".owes select[name=item]").first().selectOption("order");
    page.locator("form[action$='/papers'] button").click();
    assertThat(page.locator("p[role=status]")).containsText("The paper is in the file");
    page.navigate(days.caseOf(ALDER) + "/contact");
    CollectorsDays.look(page, "01-contact");
    page.navigate("/tasks?later=1");
    var line = page.locator("tr", new Page.LocatorOptions().setHasText(KNOLL));
    act(line, "Give to").locator("select").selectOption("anna");
    submit(line, "Give to");
    line = page.locator("tr", new Page.LocatorOptions().setHasText(KNOLL));
    act(line, "Put off").locator("[name=until]").fill("2026-03-09");
    act(line, "Put off").locator("[name=why]").fill("their office opens on Monday");
    CollectorsDays.look(page, "01-tasks");
    submit(line, "Put off");
    assertThat(page.locator("p[role=status]")).containsText("The task is put off");
  }

  private static Locator act(Locator line, String name) {
    var act = line.locator("details.act", new Locator.LocatorOptions().setHas(line.page().locator("summary", new Page.LocatorOptions().setHasText(name))));
    act.evaluate("one => one.open = true");
    return act;
  }

  private static void submit(Locator line, String name) {
    act(line, name).locator("button.primary").click();
    assertThat(line.page().locator("p[role=status]")).isVisible();
  }

  @Test
  @Order(2)
  @Tag("P10")
  @Tag("P13")
  void onTuesdayTwoPromiseOneIsSomebodyElseAndOneIsLeftAMessage() {
    days.morning(2);
    bank();
    var page = days.sit(days.anna);
    days.at(10, 0);
    promise(page, ALDER, "Amy Alder", "2026-03-05", "It goes out with the run on Thursday.");
    CollectorsDays.look(page, "02-call-ended");
    days.at(10, 20);
    promise(page, BIRCH, "Bob Birch", "2026-03-05", "Thursday, all of it.");
    days.at(10, 40);
    begin(page, CEDAR);
    assertThat(page.content()).doesNotContain("640.00").doesNotContain("INV-103");
    page.keyboard().press("4");
    finish(page);
    days.at(11, 0);
    begin(page, GALE);
    page.keyboard().press("2");
    page.fill("[name=next_on]", "2026-03-04");
    finish(page);
    page.navigate("/");
    CollectorsDays.look(page, "02-worklist");
    page.context().close();

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

  @Test
  @Order(3)
  @Tag("P15")
  @Tag("P18")
  @Tag("P12")
  void onWednesdayOneShoutsOneWantsACopyAndOneMessageNeedsAManagersYes() {
    days.morning(3);
    bank();
    var page = days.sit(days.anna);
    days.at(10, 0);
    shout(page);
    days.at(10, 30);
    wantsACopy(page);
    var message = writeStrictly(page);
    page.context().close();
    assertThat(days.post.send().sent()).as("nobody has said yes").isZero();
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
    begin(page, DORSET);
    party(page, "Dan Dorset");
    page.fill("[name=words]", "You people call me every hour, leave me alone!");
    page.locator("button[formaction$='/heat']").click();
    page.locator(".calm").waitFor();
    CollectorsDays.look(page, "03-call-heated");
    page.fill("[name=next_on]", "2026-03-06");
    page.fill("[name=next_at]", "10:00");
    page.fill("[name=note]", "He shouted; I offered Friday at ten, he agreed.");
    finish(page);
  }

  private void wantsACopy(Page page) {
    begin(page, FERN);
    party(page, "Ida Krüger");
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
    finish(page);
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

  @Test
  @Order(4)
  @Tag("P26")
  @Tag("P33")
  void onThursdayOneDisputesAPartTheCopyGoesAndACaseIsHandedOver() {
    days.morning(4);
    bank();
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
    act(page.locator("#claim"), "Hand over").locator("select").selectOption("ben");
    act(page.locator("#claim"), "Hand over").locator("[name=words]").fill("You know their fleet manager.");
    act(page.locator("#claim"), "Hand over").locator("button").click();
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

  @Test
  @Order(5)
  @Tag("P34")
  void onFridayThePromisedMoneyIsThereAndTheOneWhoShoutedIsCalledAsAgreed() {
    days.morning(5);
    bank(new CollectorsDays.Payment("1200.00", "ALDER JOINERY", "INV-101"));
    var page = days.sit(days.anna);
    page.navigate("/tasks?kind=call");
    assertThat(page.locator("table.tasks")).containsText(DORSET);
    days.at(10, 0);
    begin(page, DORSET);
    party(page, "Dan Dorset");
    page.fill("[name=words]", "I was rude on Wednesday. You have it next Thursday.");
    agree(page, "2026-03-12");
    page.fill("[name=note]", "Calm, and sorry about Wednesday.");
    finish(page);
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

  @Test
  @Order(6)
  @Tag("P34")
  @Tag("P09")
  void onTheSecondMondayAPromiseIsBrokenAndTheCarrierSaysThatTheyAreRight() {
    days.morning(6);
    days.run();
    assertThat(days.one(STALE)).as("after the weekend it is not known who has paid").isEqualTo("1");
    assertThat(days.of(BIRCH, "select outcome is null from agreements.promise where case_id = :case")).as("so nobody is said to have broken a promise").isEqualTo("true");
    bank();
    assertThat(days.one(STALE)).isEqualTo("0");
    var page = days.sit(days.anna);
    assertThat(page.locator("tbody [data-row]").first()).hasText(BIRCH);
    CollectorsDays.look(page, "06-worklist");
    CollectorsDays.lookOnAPhone(page, "06-worklist");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.locator(".casehead").waitFor();
    days.at(10, 0);
    begin(page, BIRCH);
    party(page, "Bob Birch");
    page.fill("[name=words]", "The bank was slow. Half on Wednesday, the rest on Friday.");
    page.check("[name=way][value=part_and_rest]");
    page.fill("[name=amount]", "400.00");
    page.fill("[name=first_on]", "2026-03-11");
    page.fill("[name=rest_on]", "2026-03-13");
    agreed(page);
    finish(page);
    upheld(page);
    page.context().close();

    assertThat(days.of(BIRCH, "select outcome, due_on from agreements.promise where case_id = :case order by made_on")).isEqualTo("broken,2026-03-05\n\"\",2026-03-13");
    assertThat(days.of(ELM, "select outcome, closed_on from cases.dispute where debtor_id = :debtor")).isEqualTo("upheld,2026-03-09");
    assertThat(days.of(ELM, "select outcome, verified_how from cases.reason where case_id = :case")).isEqualTo("confirmed,the carrier found them in Hull");
    assertThat(days.of(ELM, "select count(*) from cases.task where case_id = :case and kind = 'verify' and done_on is null")).isEqualTo("0");
    assertThat(days.of(ELM, "select sum(amount) from ledger.posting where invoice_id in (select id from ledger.invoice where number = 'INV-105')")).isEqualTo("30000");
    assertThat(days.journal(ELM, CollectorsDays.day(6))).contains("reason-verified", "dispute-closed");
    days.evening();
  }

  private void upheld(Page page) {
    page.navigate(days.caseOf(ELM));
    var said = page.locator("section[aria-labelledby=said]");
    act(said, "").locator("[name=outcome]").selectOption("CONFIRMED");
    act(said, "").locator("[name=how]").fill("the carrier found them in Hull");
    act(said, "").locator("button").click();
    assertThat(page.locator("p[role=status]")).containsText("What came out is written down");
    page.navigate(days.invoice("INV-105"));
    page.selectOption("#outcome", "UPHELD");
    page.fill("[name=answer]", "You are right, two pallets were lost; we credit them.");
    page.locator("form[action$='/answer'] button").click();
    assertThat(page.locator("p[role=status]")).containsText("The dispute is answered");
  }

  @Test
  @Order(7)
  @Tag("P40")
  void onTuesdayTheClientLooksAndASecondCollectorIsSeenInACase() {
    days.morning(7);
    bank();
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
    begin(ben, IVY);
    ben.keyboard().press("3");
    var anna = days.sit(days.anna);
    anna.navigate(days.caseOf(IVY));
    assertThat(anna.locator("#claim")).containsText("ben is in it since");
    anna.navigate(days.caseOf(IVY) + "/brief");
    assertThat(anna.locator("main")).containsText("Ben");
    assertThat(anna.locator("ul.numbers")).hasCount(0);
    CollectorsDays.look(anna, "07-brief-in-hand");
    finish(ben);
    ben.context().close();
    anna.context().close();

    assertThat(days.of(IVY, "select o.kind from correspondence.contact_outcome o join correspondence.contact c on c.id = o.contact_id where c.case_id = :case and c.day = '2026-03-10' order by o.recorded_at desc limit 1")).isEqualTo("attempt");
    assertThat(days.of(IVY, "select p.login, k.outcome from calls.call k join identity.person p on p.id = k.caller_id where k.case_id = :case")).isEqualTo("ben,no_answer");
    assertThat(days.one("select count(*) from journal.entry where actor = 'person:clara'")).isEqualTo("0");
    days.evening();
  }

  @Test
  @Order(8)
  @Tag("P08")
  void onWednesdayMoneyWithASlipOfThePenIsFoundAndAllocatedByHand() {
    days.morning(8);
    bank(new CollectorsDays.Payment("600.00", "E STORES LEEDS", "invoice INV-150 less two pallets"), new CollectorsDays.Payment("400.00", "BIRCH CATERING", "INV-102 first half"));
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
    assertThat(days.one("select settled_on is not null from ledger.invoice where number = 'INV-105'")).isEqualTo("true");
    assertThat(days.of(BIRCH, "select sum(p.amount) from ledger.posting p join ledger.invoice i on i.id = p.invoice_id where i.debtor_id = :debtor")).isEqualTo("40000");
    days.evening();
  }

  @Test
  @Order(9)
  @Tag("P13")
  void onThursdayOneWantsLettersOnlyAndAManagerTakesACaseOver() {
    days.morning(9);
    bank();
    var anna = days.sit(days.anna);
    days.at(10, 0);
    anna.navigate(days.caseOf(GALE) + "/brief");
    anna.locator("button", new Page.LocatorOptions().setHasText("They are calling us")).click();
    anna.locator("#call").waitFor();
    party(anna, "Gus Gale");
    anna.fill("[name=words]", "Please write only.");
    anna.locator(".athand summary").last().click();
    anna.check("[name=letters_only]");
    anna.check("[name=outcome][value=reached]");
    anna.selectOption("[name=next]", "by_policy");
    finish(anna);
    anna.navigate(days.caseOf(GALE) + "/brief");
    assertThat(anna.locator("ul.numbers")).not().containsText("Call +44");
    anna.navigate(days.caseOf(HAZEL));
    assertThat(anna.locator("#claim")).containsText("You are in it since");

    var mona = days.sit(days.mona);
    mona.navigate(days.caseOf(HAZEL));
    assertThat(mona.locator("#claim")).containsText("anna is in it since");
    CollectorsDays.look(mona, "09-case-of-another");
    act(mona.locator("#claim"), "Take over").locator("[name=why]").fill("their director called me");
    act(mona.locator("#claim"), "Take over").locator("button").click();
    assertThat(mona.locator("#claim")).containsText("You are in it since");
    mona.context().close();
    anna.context().close();

    assertThat(days.of(GALE, "select count(*) from correspondence.stated_wish where debtor_id = :debtor and taken_back_at is null")).isNotEqualTo("0");
    assertThat(days.of(HAZEL, "select p.login from cases.claim k join identity.person p on p.id = k.person_id where k.case_id = :case and k.released_at is null and k.until > timestamptz '2026-03-12 10:00Z'")).isEqualTo("mona");
    assertThat(days.journal(HAZEL, CollectorsDays.day(9))).contains("case-taken-over");
    days.evening();
  }

  @Test
  @Order(10)
  @Tag("P33")
  void onTheLastFridayThePromisesAreKeptAndTheFileIsComplete() {
    days.morning(10);
    bank(new CollectorsDays.Payment("2300.00", "DORSET CABINS", "INV-104"), new CollectorsDays.Payment("400.00", "BIRCH CATERING", "INV-102 rest"));
    var page = days.sit(days.anna);
    page.navigate("/tasks?whose=mine");
    var line = page.locator("tr", new Page.LocatorOptions().setHasText(KNOLL));
    act(line, "Done").locator("[name=outcome]").fill("their accountant is accounts@knoll.example");
    submit(line, "Done");
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

  @Test
  @Order(11)
  void everyPageOfTheDeskIsAccessibleInBothThemesAndFitsAPhone() {
    days.morning(11);
    var page = days.sit(days.ada);
    for (var one : pages().entrySet()) {
      assertThat(page.navigate(one.getValue()).status()).as(one.getKey()).isEqualTo(200);
      CollectorsDays.look(page, "page-" + one.getKey());
      CollectorsDays.lookOnAPhone(page, "page-" + one.getKey());
    }
    page.context().close();
  }

  private java.util.Map<String, String> pages() {
    var all = new java.util.LinkedHashMap<String, String>();
    all.put("worklist", "/");
    all.put("worklist-filtered", "/?work=wait&currency=GBP");
    all.put("case", days.caseOf(ELM));
    all.put("case-closed", days.caseOf(ALDER));
    all.put("brief", days.caseOf(HAZEL) + "/brief");
    all.put("contact", days.caseOf(GALE) + "/contact");
    all.put("write", days.caseOf(HAZEL) + "/write?template=second-reminder");
    all.put("statement", days.caseOf(ELM) + "/statement");
    all.put("invoice", days.invoice("INV-105"));
    all.put("call", "/calls/" + days.one("select id from calls.call order by began_at limit 1"));
    all.put("tasks", "/tasks?whose=all&later=1");
    all.put("outbox", "/outbox");
    all.put("outbox-sent", "/outbox?show=sent");
    all.put("message", "/outbox/" + days.one("select id from correspondence.message where state = 'sent' order by planned_on limit 1"));
    all.put("pauses", "/outbox/pauses");
    all.put("replies", "/replies");
    all.put("intake", "/intake");
    all.put("file", "/intake/files/" + days.one("select id from intake.file order by imported_at limit 1"));
    all.put("maps", "/intake/maps");
    all.put("bank", "/bank");
    all.put("account", "/bank/accounts/" + days.one("select id from banking.account"));
    all.put("entry", "/bank/entries/" + days.one("select id from banking.entry where counterparty like 'E STORES%'"));
    all.put("templates", "/templates");
    all.put("search", "/search?q=elm");
    all.put("people", "/people");
    all.put("person", "/people/" + days.anna.person().uuid());
    all.put("me", "/me");
    all.put("second-factor", "/me/second-factor");
    return all;
  }

  private void bank(CollectorsDays.Payment... payments) {
    var mona = days.sit(days.mona);
    CollectorsDays.handIn(mona, days.statement(payments));
    mona.context().close();
    days.run();
  }

  private void promise(Page page, String debtor, String who, String day, String words) {
    begin(page, debtor);
    party(page, who);
    page.fill("[name=words]", words);
    agree(page, day);
    finish(page);
  }

  private static void agree(Page page, String day) {
    page.check("[name=way][value=by_date]");
    page.fill("[name=first_on]", day);
    agreed(page);
  }

  private static void agreed(Page page) {
    page.check("[name=agreed]");
    page.check("[name=confirmed]");
    page.check("[name=outcome][value=reached]");
    page.selectOption("[name=next]", "await_payment");
  }

  private void begin(Page page, String debtor) {
    page.navigate(days.caseOf(debtor));
    page.keyboard().press("c");
    page.locator("ul.numbers").waitFor();
    page.keyboard().press("c");
    page.locator("#call").waitFor();
  }

  private static void party(Page page, String who) {
    page.fill("[name=who]", who);
    page.fill("[name=how]", "said name and role");
    page.locator("button[formaction$='/party']").click();
    page.locator("[name=words]").waitFor();
  }

  private static void finish(Page page) {
    page.locator("[data-end]").click();
    page.locator("[data-call-ended]").waitFor();
  }
}
