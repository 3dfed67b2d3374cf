package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Recorded;
import io.duly.doctor.Examined;
import io.duly.identity.Role;
import io.duly.parties.DebtorDetails;
import io.duly.payments.Contract;
import io.duly.payments.Contracts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A provider takes payments: links, what it tells of them, and what follows in the books and for people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P01")
@Tag("P08")
class PaymentsOnlineTest {
  private static final List<String> MONEY = List.of("online-", "payout-", "posting-", "receipt-", "invoice-", "reversal-", "settled-on", "used-up", "return-", "hold-entry", "task-entry", "hash");

  private final PayHouse acme = new PayHouse();
  private Desk desk;
  private Program program;
  private int debtors;
  private Account account;

  @BeforeAll
  void open() {
    desk = new Desk(
        Desk.MONDAY, "DULY_PAYMENTS_ACME_SECRET=" + PayHouse.SECRET, "DULY_PAYMENTS_OTHER_SECRET=" + PayHouse.SECRET, "duly.sending.by-itself=false", "duly.calls.by-itself=false",
        "duly.replies.by-itself=false", "duly.webhooks.by-itself=false");
    acme.tellTo(desk);
    program = Program.of(desk, desk.person("mia", Role.ADMINISTRATOR).person());
    contract(Portfolio.NORDWIND, PayHouse.NAME, acme.url());
    contract(Portfolio.BRIGHTWELL, "other", acme.url());
  }

  private void contract(String creditor, String name, String url) {
    var one = new Contract(desk.portfolio.creditor(creditor), name, Contract.Kind.SIGNED, Optional.of(url), Duration.ofDays(3));
    desk.application.getBean(DSLContext.class).transaction(tx -> desk.application.getBean(Contracts.class).set(tx.dsl(), one, Recorded.by("person:mia", Portfolio.TODAY, acme.now())));
  }

  /** A debtor who owes 300.00 EUR by two invoices. */
  @BeforeEach
  void owes() {
    debtors++;
    account = desk.portfolio.account(Portfolio.NORDWIND, DebtorDetails.named("9" + debtors, "Payer " + debtors + " GmbH"), "EUR");
    account.owes("P" + debtors + "-1", "100.00", 40).owes("P" + debtors + "-2", "200.00", 20);
    account.decided("reminder", "send", 0, 300_000, "the reminder is due", "standard/first-reminder", "overdue");
    account.drafted("email", "first-reminder", "friendly", "100.00", "P" + debtors + "-1");
  }

  @AfterEach
  void theDoctorFindsNothingWrongWithMoney() {
    assertThat(Examined.complaints(desk.database)).noneMatch(one -> MONEY.stream().anyMatch(one::startsWith));
  }

  @AfterAll
  void close() {
    program.close();
    desk.close();
    acme.close();
  }

  private String links() {
    return "/api/v1/cases/" + account.number() + "/payment-links";
  }

  private String link(String amount) {
    var body = amount.isEmpty() ? "{}" : "{\"amount\": {\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}}";
    return program.post(links(), body).good().json().get("id").asString();
  }

  private Map<String, Object> paid(String link, String payment, long amount) {
    return acme.event("payment.paid", link, Map.of("payment", payment, "amount", amount, "currency", "EUR"));
  }

  private Map<String, Object> back(String link, String payment, String refund, long amount) {
    return acme.event("payment.refunded", link, Map.of("payment", payment, "subject", refund, "amount", amount, "currency", "EUR"));
  }

  private Map<String, Object> dispute(String how, String link, String payment) {
    return acme.event("dispute." + how, link, Map.of("payment", payment, "subject", "d-" + payment));
  }

  private String rows(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).stream().map(row -> Stream.of(row.intoArray()).map(String::valueOf).collect(Collectors.joining(" "))).collect(Collectors.joining("\n")));
  }

  private String stillOpen() {
    return rows("select i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0) from ledger.invoice i where i.debtor_id = ? order by i.due_on", account.debtor.value()).replace("\n", " ");
  }

  private String receipts() {
    return rows("select amount, kind, received_on from ledger.receipt where debtor_id = ?", account.debtor.value());
  }

  private String kinds() {
    return rows("select kind from journal.entry where case_id = ? order by seq", account.caseId.value());
  }

  private String holds() {
    return rows("select count(*) from cases.hold where debtor_id = ? and lifted_on is null", account.debtor.value());
  }

  private String state(String link) {
    return program.get(links()).good().json().get("links").valueStream().filter(one -> one.get("id").asString().equals(link)).findFirst().orElseThrow().get("state").asString();
  }

  @Test
  void askedForTwiceItIsOneLinkAndPaidItSettlesTheInvoicesAtOnceAndTheMessageDoesNotLeave() {
    var link = link("");
    assertThat(link("300.00")).as("the same case and amount").isEqualTo(link);
    assertThat(acme.asked.stream().filter(one -> one.endsWith(link))).as("offered once, under its key").containsExactly("POST /v1/payment-links " + link);
    assertThat(acme.wanted(link).get("amount").asLong()).isEqualTo(30000);
    assertThat(acme.wanted(link).get("words").asString()).as("says nothing of a debt").isEqualTo(String.valueOf(account.number()));
    assertThat(acme.tell(paid(link, "p-" + link, 30000))).isEqualTo("202 done");
    assertThat(stillOpen()).isEqualTo("0 0");
    assertThat(receipts()).isEqualTo("30000 provider 2026-11-20");
    assertThat(rows("select state from correspondence.message where case_id = ?", account.caseId.value())).isEqualTo("withdrawn");
    assertThat(kinds()).contains("payment-link-made", "money-allocated", "paid-online");
    assertThat(state(link)).isEqualTo("paid");
  }

  @Test
  void aPartPaysTheOldestFirstAndMoreThanIsAskedForCannotBeWanted() {
    var link = link("150.00");
    acme.tell(paid(link, "p-" + link, 15000));
    assertThat(stillOpen()).isEqualTo("0 15000");
    program.post(links(), "{\"amount\": {\"amount\": \"150.01\", \"currency\": \"EUR\"}}").refused(422, "150.00 EUR is asked for");
  }

  @Test
  void whatIsForgedOldFromTheFutureTooLongOrOfNobodyIsRefusedAndNothingFollows() {
    var link = link("");
    var event = PayHouse.bytes(paid(link, "p-" + link, 30000));
    assertThat(acme.post(event, acme.now(), "another secret of thirty-two signs at least").statusCode()).isEqualTo(401);
    assertThat(acme.post(event, acme.now().minusSeconds(400), PayHouse.SECRET).statusCode()).isEqualTo(401);
    assertThat(acme.post(event, acme.now().plusSeconds(400), PayHouse.SECRET).statusCode()).isEqualTo(401);
    assertThat(acme.post(new byte[70_000], acme.now(), PayHouse.SECRET).statusCode()).isEqualTo(413);
    assertThat(acme.post("nobody", event, acme.now(), PayHouse.SECRET).statusCode()).as("no secret of that name").isEqualTo(404);
    assertThat(acme.post("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), acme.now(), PayHouse.SECRET).statusCode()).isEqualTo(400);
    assertThat(acme.post("no json".getBytes(java.nio.charset.StandardCharsets.UTF_8), acme.now(), PayHouse.SECRET).statusCode()).isEqualTo(400);
    assertThat(receipts()).isEmpty();
    assertThat(stillOpen()).isEqualTo("10000 20000");
  }

  @Test
  void toldAgainOrByTwoAtOnceItIsDoneOnceWithTheSameAnswer() throws Exception {
    var link = link("");
    var event = paid(link, "p-" + link, 30000);
    var other = paid(link, "p-" + link, 30000);
    try (var hands = Executors.newFixedThreadPool(4)) {
      var calls = List.<Callable<String>>of(() -> acme.tell(event), () -> acme.tell(event), () -> acme.tell(other), () -> acme.tell(event));
      for (var answer : hands.invokeAll(calls)) {
        assertThat(answer.get()).startsWith("202");
      }
    }
    assertThat(acme.tell(event)).isEqualTo(acme.tell(event));
    assertThat(receipts()).isEqualTo("30000 provider 2026-11-20");
    assertThat(rows("select count(*) from payments.happening where link_id = ? and outcome = 'done'", UUID.fromString(link))).isEqualTo("1");
    assertThat(kinds().lines().filter("paid-online"::equals)).hasSize(1);
  }

  @Test
  void whatWentBackIsOwedAgainWhatIsLeftStaysPaidAndAPersonLooksBeforeAnybodyIsContacted() {
    var link = link("");
    acme.tell(paid(link, "p-" + link, 30000));
    assertThat(acme.tell(back(link, "p-" + link, "r-1-" + link, 25000))).isEqualTo("202 done");
    assertThat(stillOpen()).isEqualTo("5000 20000");
    assertThat(acme.tell(back(link, "p-" + link, "r-1-" + link, 25000))).as("the same refund by another event").isEqualTo("202 nothing");
    assertThat(acme.tell(back(link, "p-" + link, "r-2-" + link, 5001))).as("more than is left").isEqualTo("202 aside");
    assertThat(acme.tell(back(link, "p-" + link, "r-3-" + link, 5000))).isEqualTo("202 done");
    assertThat(stillOpen()).isEqualTo("10000 20000");
    assertThat(state(link)).isEqualTo("refunded");
    assertThat(rows("select kind, why from cases.task where case_id = ? and kind = 'review'", account.caseId.value())).contains("went back to the payer");
    assertThat(Integer.parseInt(holds())).isPositive();
    assertThat(kinds()).contains("payment-refunded", "allocation-reversed", "payment-aside");
  }

  @Test
  void whatIsContestedHoldsUntilItIsDecidedAndStandsWhereItIsWon() {
    var link = link("");
    acme.tell(paid(link, "p-" + link, 30000));
    assertThat(acme.tell(dispute("opened", link, "p-" + link))).isEqualTo("202 done");
    assertThat(holds()).isEqualTo("1");
    assertThat(state(link)).isEqualTo("contested");
    assertThat(rows("select why from cases.task where case_id = ? and kind = 'review'", account.caseId.value())).contains("answer the provider");
    assertThat(acme.tell(dispute("won", link, "p-" + link))).isEqualTo("202 done");
    assertThat(holds()).isEqualTo("0");
    assertThat(stillOpen()).isEqualTo("0 0");
    assertThat(acme.tell(dispute("opened", link, "p-" + link))).as("told late").isEqualTo("202 nothing");
    assertThat(kinds()).contains("chargeback-opened", "hold-placed", "chargeback-won", "hold-lifted");
  }

  @Test
  void whatIsLostIsOwedAgain() {
    var link = link("");
    acme.tell(paid(link, "p-" + link, 30000));
    acme.tell(dispute("opened", link, "p-" + link));
    assertThat(acme.tell(dispute("lost", link, "p-" + link))).isEqualTo("202 done");
    assertThat(acme.tell(dispute("lost", link, "p-" + link))).isEqualTo("202 nothing");
    assertThat(stillOpen()).isEqualTo("10000 20000");
    assertThat(state(link)).isEqualTo("lost");
    assertThat(holds()).as("until a person looked").isEqualTo("1");
    assertThat(acme.tell(dispute("won", link, "p-" + link))).as("won after all").isEqualTo("202 aside");
  }

  @Test
  void whatIsToldBeforeThePaymentWaitsForIt() {
    var link = link("");
    assertThat(acme.tell(back(link, "p-" + link, "r-" + link, 30000))).isEqualTo("202 early");
    assertThat(acme.tell(dispute("won", link, "p-" + link))).isEqualTo("202 early");
    assertThat(receipts()).isEmpty();
    assertThat(acme.tell(acme.event("link.expired", link, Map.of()))).isEqualTo("202 done");
    assertThat(acme.tell(paid(link, "p-" + link, 30000))).as("late money is money").isEqualTo("202 done");
    assertThat(stillOpen()).isEqualTo("10000 20000");
    assertThat(rows("select refunded, dispute from payments.payment_link where id = ?", UUID.fromString(link))).isEqualTo("30000 won");
    assertThat(rows("select count(*) from payments.happening where link_id = ? and outcome = 'early'", UUID.fromString(link))).isEqualTo("0");
  }

  @Test
  void anotherAmountCurrencyOrPaymentAndAnUnknownLinkAreKeptAsideAndMoveNothing() {
    var link = link("");
    assertThat(acme.tell(paid(link, "p-" + link, 29999))).isEqualTo("202 aside");
    assertThat(acme.tell(acme.event("payment.paid", link, Map.of("payment", "p-" + link, "amount", 30000, "currency", "GBP")))).isEqualTo("202 aside");
    assertThat(acme.tell(paid(UUID.randomUUID().toString(), "p-x", 30000))).isEqualTo("202 aside");
    assertThat(acme.tell(paid("not one of ours", "p-x", 30000))).isEqualTo("202 aside");
    assertThat(acme.post("other", PayHouse.bytes(paid(link, "p-" + link, 30000)), acme.now(), PayHouse.SECRET).body()).as("told by another creditor's provider").contains("aside");
    assertThat(receipts()).isEmpty();
    assertThat(rows("select why from cases.task where case_id = ? and kind = 'review'", account.caseId.value())).contains("299.99 EUR was paid by a link of 300.00 EUR");
    acme.tell(paid(link, "p-" + link, 30000));
    assertThat(acme.tell(paid(link, "p-twice-" + link, 30000))).isEqualTo("202 aside");
    assertThat(receipts()).isEqualTo("30000 provider 2026-11-20");
    assertThat(rows("select why from payments.happening where link_id = ? and payment like 'p-twice%'", UUID.fromString(link))).contains("paid a second time");
  }

  @Test
  void whatIsOfNoLinkOfOursStandsOnThePageOfTheBankUntilSomebodyLooked() {
    acme.tell(paid(UUID.randomUUID().toString(), "p-nobody", 4711));
    try (var anna = new Visitor(desk).signedInAs(desk.person("ann" + debtors, Role.COLLECTOR, account.creditor)); var other = Program.of(desk, desk.person("ott" + debtors, Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person())) {
      var shown = Jsoup.parse(anna.get("/bank").body()).select("#asides article:contains(47.11)");
      assertThat(shown.text()).contains("it is of no link of ours", "payment.paid", "acme");
      var id = rows("select id from payments.happening where payment = 'p-nobody'");
      assertThat(other.get("/api/v1/payments/asides").good().response().body()).doesNotContain(id);
      other.post("/api/v1/payments/asides/" + id + "/look", "{\"why\": \"x\"}").refused(404);
      anna.post("/bank", "/bank/asides/" + id + "/look", Map.of("why", "A test of theirs."));
      assertThat(anna.get("/bank").body()).doesNotContain(id);
      assertThat(rows("select looked_by, looked_why from payments.happening where payment = 'p-nobody'")).isEqualTo("person:ann" + debtors + " A test of theirs.");
    }
  }

  @Test
  void whereTheWordOfAPaymentWasLostNobodyPaysTwice() {
    var link = link("");
    acme.paidInSilence(link, "p-" + link, 30000, "EUR");
    assertThat(program.post(links(), "{}").good().json().get("state").asString()).isEqualTo("paid");
    assertThat(stillOpen()).isEqualTo("0 0");
    assertThat(acme.tell(paid(link, "p-" + link, 30000))).isEqualTo("202 nothing");
  }

  @Test
  void whatBreaksInTheMiddleLeavesNothingBehindAndIsDoneWhenToldAgain() {
    var link = link("");
    var event = paid(link, "p-" + link, 30000);
    desk.database.execute("create function payments.broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$",
        "create trigger broken before insert on payments.happening for each row execute function payments.broken()");
    assertThat(acme.tell(event)).isEqualTo("503");
    assertThat(receipts()).isEmpty();
    assertThat(kinds()).doesNotContain("paid-online");
    desk.database.execute("drop trigger broken on payments.happening", "drop function payments.broken()");
    assertThat(acme.tell(event)).isEqualTo("202 done");
    assertThat(stillOpen()).isEqualTo("0 0");
  }

  @Test
  void moneyIsSentBackByTheProviderOnceUnderAKeyAndNeverMoreThanCame() {
    var link = link("");
    var refund = "{\"amount\": {\"amount\": \"300.00\", \"currency\": \"EUR\"}, \"key\": \"0198f2c4-6d9b-7c21-9a4e-3f1b2c5d6e7f\"}";
    program.post(links() + "/" + link + "/refund", refund).refused(422, "Nobody has paid");
    acme.tell(paid(link, "p-" + link, 30000));
    program.post(links() + "/" + link + "/refund", refund.replace("300.00", "300.01")).refused(422, "300.00 EUR can go back");
    program.post(links() + "/" + link + "/refund", refund).good();
    assertThat(acme.asked).contains("POST /v1/payments/p-" + link + "/refunds 0198f2c4-6d9b-7c21-9a4e-3f1b2c5d6e7f");
    assertThat(stillOpen()).as("the books follow when it went").isEqualTo("0 0");
  }

  @Test
  void thePageOfTheCaseShowsTheLinksAndMakesThemAndAnotherCreditorsPersonSeesNone() {
    try (var anna = new Visitor(desk).signedInAs(desk.person("anna" + debtors, Role.COLLECTOR, account.creditor)); var other = Program.of(desk, desk.person("otto" + debtors, Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person())) {
      var page = "/cases/" + account.number();
      assertThat(anna.post(page, page + "/payment-links", Map.of("amount", "120.00")).statusCode()).isEqualTo(302);
      var section = Jsoup.parse(anna.get(page).body()).select("section.online");
      assertThat(section.text()).contains("120.00 EUR", "can be paid");
      assertThat(section.select("a[href^=https://pay.acme.example/]")).hasSize(1);
      anna.post(page, page + "/payment-links", Map.of("amount", "999.00"));
      assertThat(Jsoup.parse(anna.get(page).body()).select("[role=alert]").text()).contains("300.00 EUR is asked for");
      assertThat(other.get(links()).status()).isEqualTo(404);
      assertThat(other.post(links(), "{}").status()).isEqualTo(404);
    }
    assertThat(rows("select count(*) from payments.payment_link where case_id = ?", account.caseId.value())).isEqualTo("1");
  }

  @Test
  void aProviderThatDoesNotAnswerIsSaidAndTheSameLinkIsOfferedLater() {
    contract(Portfolio.NORDWIND, PayHouse.NAME, "http://127.0.0.1:1/");
    program.post(links(), "{}").refused(422, "cannot be reached");
    contract(Portfolio.NORDWIND, PayHouse.NAME, acme.url());
    var link = link("");
    assertThat(rows("select count(*) from payments.payment_link where case_id = ?", account.caseId.value())).isEqualTo("1");
    assertThat(state(link)).isEqualTo("open");
    assertThat(Instant.parse(program.get(links()).json().get("links").get(0).get("expiresAt").asString())).isAfter(acme.now());
  }

  @Test
  void aPayoutIsKnownByItsReferenceOnce() {
    var event = acme.event("payout.paid", "", Map.of("subject", "PO-2026-000" + debtors, "amount", 29700, "currency", "EUR"));
    assertThat(acme.tell(event)).isEqualTo("202 done");
    assertThat(acme.tell(event)).isEqualTo("202 done");
    assertThat(rows("select amount, currency from banking.payout where reference = ?", "PO-2026-000" + debtors)).isEqualTo("29700 EUR");
  }
}
