package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A call without a browser: what the server lets happen, what it hides, and what the database then holds. */
@Tag("P10")
@Tag("P13")
@Tag("P16")
class CallPagesTest {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  private static final Pattern MONEY = Pattern.compile("action=\"([^\"]+/brief/money/[^\"]+)\"");

  private Desk desk;
  private People.Admitted anna;
  private People.Admitted ben;
  private People.Admitted max;

  @BeforeEach
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
    ben = desk.person("ben", Role.COLLECTOR);
    max = desk.person("max", Role.MANAGER);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String brief(String debtor) {
    return "/cases/" + desk.portfolio.caseOf(debtor) + "/brief";
  }

  private String one(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).formatCSV(false)).strip();
  }

  /** Begins a call to the first number and answers its address. */
  private String begun(Visitor visitor, String debtor, Map<String, String> to) {
    var answer = visitor.post(brief(debtor), brief(debtor).replace("/brief", "/calls"), to);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
  }

  private String begunWithBrennan(Visitor visitor) {
    looked(visitor, "Brennan & Co Ltd");
    return begun(visitor, "Brennan & Co Ltd", Map.of("to", "+441614960312"));
  }

  /** Says of all money that lies unallocated that it does not stand against the call; answers how much there was. */
  private int looked(Visitor visitor, String debtor) {
    var waiting = MONEY.matcher(visitor.get(brief(debtor)).body()).results().map(one -> one.group(1)).toList();
    waiting.forEach(path -> visitor.post(brief(debtor), path, Map.of("why", "Their accountant says it is for the next order.")));
    return waiting.size();
  }

  private void press(Visitor visitor, String call, String button, String... fields) {
    var form = new HashMap<String, String>();
    var version = VERSION.matcher(visitor.get(call).body());
    assertThat(version.find()).isTrue();
    form.put("version", version.group(1));
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    assertThat(visitor.post(call, call + button, form).statusCode()).isEqualTo(302);
  }

  @Test
  void untilTheRightPersonIsOnTheLineNothingOfTheDebtIsInThePage() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      looked(visitor, "Brennan & Co Ltd");
      assertThat(visitor.get(brief("Brennan & Co Ltd")).body()).contains("Call +441614960312");
      var call = begunWithBrennan(visitor);
      var before = visitor.get(call).body();
      assertThat(before).contains("Brennan", "May I speak to").doesNotContain("INV-", "GBP", "12,480", "11,280", "6,300", "4,500", "overdue", "since 4 Oct");
      press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "");
      assertThat(visitor.get(call).body()).contains("what showed it").doesNotContain("GBP");
      press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "knew the invoice number");
      assertThat(visitor.get(call).body()).contains("INV-2236", "12,480.00 GBP", "Siobhan Brennan");
      assertThat(one("select party_name, party_how from calls.call")).contains("Siobhan Brennan,knew the invoice number");
    }
  }

  @Test
  void aPromiseIsMadeWithReasonContactTaskAndJournalTogether() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var call = begunWithBrennan(visitor);
      assertThat(one("select direction, channel, kind from correspondence.contact")).isEqualTo("out,call,conversation");
      press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "said name and role");
      press(
          visitor, call, "/end", "words", "The big customer in Leeds pays on Thursday.", "category", "third_party", "reading", "they wait for their own customer",
          "confirmed", "true", "ask", "the customer in Leeds", "way", "by_date", "amount", "5,000.00", "first_on", "2026-11-28", "agreed", "true", "outcome", "reached",
          "next", "await_payment", "next_on", "2026-11-30", "note", "Friendly.");
      assertThat(visitor.get(call).body()).contains("The call is written down", "await the payment");
      assertThat(one("select outcome, next_step, next_on, confirmed, reading from calls.call where ended_at is not null"))
          .isEqualTo("reached,await_payment,2026-11-30,true,they wait for their own customer");
      assertThat(one("select amount, due_on, own_words from agreements.promise where outcome is null and recorded_by = 'person:anna' and case_id in (select case_id from calls.call)"))
          .isEqualTo("500000,2026-11-30,The big customer in Leeds pays on Thursday.");
      assertThat(one("select category, whom_to_ask from cases.reason r where r.case_id in (select case_id from calls.call)")).isEqualTo("third_party,the customer in Leeds");
      assertThat(one("select kind from cases.task t where done_on is null and case_id in (select case_id from calls.call) order by 1"))
          .as("the case is decided again at once: the money that lies there is asked for too").isEqualTo("allocate\nverify");
      assertThat(one("select kind, connected from correspondence.contact_outcome")).isEqualTo("conversation,true");
      assertThat(one("select string_agg(kind, ' ' order by seq) from journal.entry e where case_id in (select case_id from calls.call) and kind in ('call-begun', 'right-party', 'contact-outcome', 'reason-recorded', 'promise-made', 'call-ended') and e.recorded_at >= (select began_at from calls.call)"))
          .isEqualTo("call-begun right-party contact-outcome reason-recorded promise-made call-ended");
    }
  }

  @Test
  void theCreditorsOwnWordsAreThereOnceTheRightPersonIs() {
    try (var visitor = new Visitor(desk).signedInAs(max)) {
      var template = "/templates/" + desk.portfolio.creditor(Portfolio.BRIGHTWELL).value() + "/call/en";
      visitor.post(template, template, Map.of("based", "0", "text", "# body\nGood morning from the harbour, this is about {{total}}.\n\nHow may we help you?\n"));
      assertThat(one("select count(*) from correspondence.template_version where kind = 'call'")).isEqualTo("1");
      var call = begunWithBrennan(visitor);
      assertThat(visitor.get(call).body()).doesNotContain("harbour");
      press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "said name and role");
      assertThat(visitor.get(call).body()).contains("The creditor’s own words", "Good morning from the harbour, this is about", "How may we help you?");
    }
  }

  @Test
  void nothingEndsWithoutOutcomeAndNextStep() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var call = begunWithBrennan(visitor);
      press(visitor, call, "/end", "note", "half a note");
      assertThat(visitor.get(call).body()).contains("Say what came of the call.", "half a note");
      press(visitor, call, "/end", "outcome", "no_answer");
      assertThat(visitor.get(call).body()).contains("The usual next step is filled in").containsPattern("<option value=\"call\"\\s+selected");
      press(visitor, call, "/end", "outcome", "reached", "next", "look_again", "next_on", "2026-11-30");
      assertThat(visitor.get(call).body()).contains("Nobody was verified");
      press(visitor, call, "/end", "outcome", "no_answer", "next", "call", "next_on", "2026-11-27");
      assertThat(one("select outcome, next_step, next_on from calls.call")).isEqualTo("no_answer,call,2026-11-27");
      assertThat(one("select kind, due_on from cases.task where done_on is null and case_id in (select case_id from calls.call) order by kind"))
          .as("the case is decided again at once: the money that lies there is asked for too").isEqualTo("allocate,2026-11-20\ncall,2026-11-27");
      assertThat(visitor.get(call).body()).contains("no answer").doesNotContain("<textarea");
      assertThat(visitor.post("/outbox/pauses", call + "/end", Map.of("version", "9", "outcome", "reached")).statusCode()).isEqualTo(200);
      assertThat(one("select outcome from calls.call")).isEqualTo("no_answer");
    }
  }

  @Test
  void twoPeopleDoNotCallOneDebtor() {
    try (var first = new Visitor(desk).signedInAs(anna); var second = new Visitor(desk).signedInAs(ben); var manager = new Visitor(desk).signedInAs(max)) {
      var call = begunWithBrennan(first);
      assertThat(second.get(brief("Brennan & Co Ltd")).body()).contains("Anna has been in this call since").doesNotContain("Call +44");
      assertThat(begunWithBrennan(second)).isEqualTo(call);
      assertThat(second.get(call).body()).contains("Anna has been in this call").doesNotContain("Take the call over");
      second.post("/outbox/pauses", call + "/take-over", Map.of());
      assertThat(one("select login from calls.call k join identity.person p on p.id = k.caller_id")).isEqualTo("anna");
      assertThat(second.post("/outbox/pauses", call + "/draft", Map.of("version", "0", "note", "mine")).body()).contains("Anna has been in this call").doesNotContain("mine");
      assertThat(second.post("/outbox/pauses", call + "/draft", Map.of("version", "0", "note", "mine", "live", "1")).statusCode()).isEqualTo(404);
      assertThat(one("select version, fields from calls.draft")).isEqualTo("0,{}");
      manager.post(call, call + "/take-over", Map.of());
      assertThat(one("select login from calls.call k join identity.person p on p.id = k.caller_id")).isEqualTo("max");
      assertThat(one("select count(*) from journal.entry where kind = 'call-taken-over'")).isEqualTo("1");
    }
  }

  @Test
  void whatTheRulesRefuseIsSaidWithItsRuleInTheNumbersPlace() {
    desk.database.execute("update parties.debtor set phone = '+46317001234' where name = 'Lindqvist Marin AB'");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var page = visitor.get(brief("Lindqvist Marin AB")).body();
      assertThat(page).contains("Not now.", "hardship").doesNotContain("+46317001234");
      assertThat(begun(visitor, "Lindqvist Marin AB", Map.of("to", "+46317001234"))).endsWith("/brief");
      assertThat(one("select count(*) from calls.call")).isEqualTo("0");
      assertThat(begun(visitor, "Lindqvist Marin AB", Map.of("they", "true"))).startsWith("/calls/");
    }
  }

  @Test
  void aNumberThatIsNotOnFileIsNotCalled() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(begun(visitor, "Brennan & Co Ltd", Map.of("to", "+447700900123"))).endsWith("/brief");
      assertThat(one("select count(*) from calls.call")).isEqualTo("0");
    }
  }

  @Test
  @Tag("P08")
  void whileMoneyOfTheirsLiesUnallocatedACallBeginsOnlyAfterSomebodyLookedIntoItAndSaidWhy() {
    var money = one("select id from ledger.receipt where reference = 'BRENNAN PART'");
    var path = brief("Brennan & Co Ltd") + "/money/" + money + "/looked";
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get(brief("Brennan & Co Ltd")).body()).contains("Has it been paid?", "1,200.00 GBP of 18 Nov is theirs", "To the match").doesNotContain("Call +44");
      assertThat(begun(visitor, "Brennan & Co Ltd", Map.of("to", "+441614960312"))).endsWith("/brief#money");
      visitor.post(brief("Brennan & Co Ltd"), path, Map.of("why", " "));
      assertThat(begun(visitor, "Brennan & Co Ltd", Map.of("to", "+441614960312"))).endsWith("/brief#money");
      assertThat(one("select count(*) from calls.call") + one("select count(*) from correspondence.contact where day = '2026-11-23'")).isEqualTo("00");
      visitor.post(brief("Brennan & Co Ltd"), path, Map.of("why", "We call to ask what it is for."));
      assertThat(one("select why, amount, looked_by from calls.money_looked")).isEqualTo("We call to ask what it is for.,120000,person:anna");
      assertThat(one("select summary from journal.entry where kind = 'money-looked-at'")).contains("1,200.00 GBP", "We call to ask what it is for.");
      assertThat(begun(visitor, "Brennan & Co Ltd", Map.of("to", "+441614960312"))).startsWith("/calls/");
    }
  }

  @Test
  @Tag("P08")
  void moneyThatCouldBeTheirsIsAskedAboutOnceAndAgainWhenThereIsMore() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(looked(visitor, "Kowalski Transport sp. z o.o.")).isZero();
      perhaps("Kowalski Transport sp. z o.o.", 390510);
      assertThat(visitor.get(brief("Kowalski Transport sp. z o.o.")).body()).contains("3,905.10 EUR of 20 Nov could be theirs", "Looked: not theirs");
      assertThat(looked(visitor, "Kowalski Transport sp. z o.o.")).isEqualTo(1);
      assertThat(looked(visitor, "Kowalski Transport sp. z o.o.")).isZero();
      perhaps("Kowalski Transport sp. z o.o.", 100);
      assertThat(looked(visitor, "Kowalski Transport sp. z o.o.")).isEqualTo(1);
      assertThat(one("select count(*) from ledger.receipt_candidate")).as("messages wait on").isEqualTo("2");
    }
  }

  @Test
  @Tag("P08")
  void whileBankDataIsOldACallBeginsOnlyAfterSomebodyLookedElsewhere() {
    desk.database.execute(
        "insert into cases.creditor_hold (id, creditor_id, kind, why, since, days, placed_by) select gen_random_uuid(), creditor_id, 'bank_data_stale',"
            + " 'Bank data of account DE1 is of 2026-11-12; it may be 3 days old.', '2026-11-20', 3, 'duly' from parties.debtor where name = 'Kowalski Transport sp. z o.o.'");
    desk.database.execute("update parties.debtor set phone = '+48123456789' where name = 'Kowalski Transport sp. z o.o.'");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get(brief("Kowalski Transport sp. z o.o.")).body()).contains("too old to say", "is of 2026-11-12").doesNotContain("Call +48");
      assertThat(begun(visitor, "Kowalski Transport sp. z o.o.", Map.of("to", "+48123456789"))).endsWith("/brief#old");
      assertThat(looked(visitor, "Kowalski Transport sp. z o.o.")).isEqualTo(1);
      assertThat(one("select summary from journal.entry where kind = 'money-looked-at'")).contains("Looked for money elsewhere before a call", "next order");
      assertThat(visitor.get(brief("Kowalski Transport sp. z o.o.")).body()).contains("Call +48").doesNotContain("too old to say");
      assertThat(begun(visitor, "Kowalski Transport sp. z o.o.", Map.of("to", "+48123456789"))).startsWith("/calls/");
    }
  }

  @Test
  @Tag("P28")
  void aRunningPromiseIsLeftInPeaceAndACallNeedsASecondThought() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      desk.database.execute("update ledger.receipt set received_on = '2026-12-01' where reference = 'BRENNAN PART'");
      assertThat(visitor.get(brief("Brennan & Co Ltd")).body()).contains("data-page-key=\"c\"");
      var path = brief("Brennan & Co Ltd").replace("/brief", "");
      visitor.post(path, path + "/promises", Map.of("amount", "100.00", "by", "2026-11-27", "words", "on Friday"));
      assertThat(visitor.get(brief("Brennan & Co Ltd")).body()).contains("100.00 GBP are promised for 27 Nov", "nevertheless").doesNotContain("data-page-key=\"c\"");
      assertThat(one("select next_action, touched from cases.recovery_case where number = " + path.replace("/cases/", ""))).isEqualTo("wait,false");
      assertThat(visitor.get("/?work=wait").body()).contains("Brennan").doesNotContain(path + "/brief");
    }
  }

  @Test
  @Tag("P30")
  void whatTheySayWasSentIsAwaitedThoughNothingWasAgreed() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var call = begunWithBrennan(visitor);
      press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "said name and role");
      press(visitor, call, "/end", "outcome", "reached", "next", "await_payment", "next_on", "2026-11-30", "note", "It is on its way.");
      assertThat(visitor.get(call).body()).contains("No payment is awaited");
      var path = brief("Brennan & Co Ltd").replace("/brief", "");
      visitor.post(path, path + "/sent-payments", Map.of("amount", "12480", "on", "2026-11-20", "way", "TRANSFER"));
      press(visitor, call, "/end", "outcome", "reached", "next", "await_payment", "next_on", "2026-11-30", "note", "It is on its way.");
      assertThat(one("select outcome, next_step from calls.call where ended_at is not null")).isEqualTo("reached,await_payment");
    }
  }

  /** Its line says at once what is next, not after the night. */
  @Test
  @Tag("P33")
  void whatACallCameToIsDecidedAboutAtOnce() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      desk.database.execute("update ledger.receipt set received_on = '2026-12-01' where reference = 'BRENNAN PART'");
      var call = begun(visitor, "Brennan & Co Ltd", Map.of("to", "+441614960312"));
      press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "said name and role");
      press(visitor, call, "/end", "way", "by_date", "amount", "5,000.00", "first_on", "2026-11-28", "agreed", "true", "outcome", "reached", "next", "await_payment", "next_on", "2026-11-30");
      assertThat(one("select next_action, touched from cases.recovery_case where id in (select case_id from calls.call)")).isEqualTo("wait,false");
      assertThat(visitor.get("/?work=wait").body()).contains("Brennan");
    }
  }

  @Test
  @Tag("P18")
  void aCopyOfWhatIsNotArchivedIsNotPromisedSilentlyButSomebodysToFind() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var call = begunWithBrennan(visitor);
      press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "said name and role");
      assertThat(visitor.get(call).body()).contains("no original is archived", "A statement of account can be sent instead");
      press(visitor, call, "/copies", "invoice", "INV-2236");
      assertThat(visitor.get(call).body()).contains("No original of INV-2236 is archived, so no copy can go");
      assertThat(one("select count(*) from correspondence.message where purpose = 'copies'")).isEqualTo("0");
      assertThat(one("select kind, due_on from cases.task where why like 'a copy of INV-2236 was promised%' and done_on is null")).isEqualTo("reply,2026-11-21");
    }
  }

  @Test
  @Tag("P08")
  void whoCallsUsIsAnsweredWhateverMoneyLiesThere() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(begun(visitor, "Brennan & Co Ltd", Map.of("they", "true"))).startsWith("/calls/");
    }
  }

  private void perhaps(String debtor, int amount) {
    desk.database.execute(
        "with r as (insert into ledger.receipt (id, creditor_id, currency, amount, received_on, kind) select gen_random_uuid(), creditor_id, 'EUR', " + amount
            + ", '2026-11-20', 'bank' from parties.debtor where name = '" + debtor + "' returning id, creditor_id)"
            + " insert into ledger.receipt_candidate (receipt_id, debtor_id, creditor_id, why) select r.id, d.id, r.creditor_id, 'like it' from r, parties.debtor d where d.name = '" + debtor + "'");
  }
}
