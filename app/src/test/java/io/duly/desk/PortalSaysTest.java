package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What a debtor tells at the portal beside "I have sent it": each ends with what happens next, is in the journal in their words, and is done once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("P23")
@Tag("P26")
class PortalSaysTest {
  private static final String HOTEL = "Hotel Seeblick GmbH";
  private DebtorsDoor door;
  private Visitor hotel;
  private String wrong;

  @BeforeAll
  void open() {
    door = new DebtorsDoor();
    door.send();
    hotel = door.in(door.link(door.one("select email from parties.debtor where name = ?", HOTEL)));
    hotel.post("/d", "/d/language", Map.of("in", "en"));
    wrong = "/d/invoices/" + door.one("select id from ledger.invoice where number = 'RE-10842'") + "/wrong";
  }

  @AfterAll
  void close() {
    hotel.close();
    door.close();
  }

  private String told(String location) {
    var path = location.replaceFirst("^https?://[^/]+", "");
    assertThat(path).startsWith("/d?told=");
    return Jsoup.parse(hotel.get(path).body()).select("p[role=status]").text().replace('\u00A0', ' ');
  }

  private String post(String path, Map<String, String> fields) {
    return hotel.post(path, path, fields).headers().firstValue("Location").orElse("");
  }

  @Test
  @Order(1)
  void aCallAtATimeIsATaskAtThatTimeWhereTheDebtorIsAndMovesWhenAskedForAgain() {
    var ask = Map.of("day", "2026-11-24", "hour", "10:00", "words", "After breakfast, please.");
    assertThat(told(post("/d/call", ask))).contains("We call you on Tuesday, 24 November 2026 at 10:00.");
    post("/d/call", ask);
    assertThat(door.one("select kind, why, due_at at time zone 'UTC', due_zone from cases.task where why like '%asks for a call%'"))
        .isEqualTo("call,the debtor asks for a call: After breakfast, please.,2026-11-24 09:00:00.0,Europe/Berlin");
    assertThat(door.one("select count(*) from journal.entry where kind = 'task-opened' and actor = 'debtor:portal'")).as("said twice, done once").isEqualTo("1");
    post("/d/call", Map.of("day", "2026-11-25", "hour", "15:00", "words", ""));
    assertThat(door.one("select due_on from cases.task where why like '%asks for a call%'")).isEqualTo("2026-11-25");
    assertThat(hotel.post("/d/call", "/d/call", Map.of("day", "2026-11-29", "hour", "10:00")).statusCode()).as("a Sunday").isEqualTo(422);
  }

  @Test
  @Order(2)
  void whatIsWrongIsContestedInTheirWordsWithTheirPaperAndNotAskedForAnyMore() throws Exception {
    var token = hotel.get(wrong).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    var fields = Map.of("reason", "goods_missing", "words", "Two pallets <b>never</b> came.", "amount", "200.00");
    var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
    Callable<String> click = () -> hotel.handWith(wrong, token, "../../pallets.png", png, fields).headers().firstValue("Location").orElse("");
    try (var hands = Executors.newFixedThreadPool(3)) {
      for (var one : hands.invokeAll(IntStream.range(0, 3).mapToObj(_ -> click).toList())) {
        assertThat(told(one.get())).contains("We look into it and answer by 4 December 2026.");
      }
    }
    assertThat(door.one("select amount, why, answer_due_on, recorded_by from cases.dispute d join ledger.invoice i on i.id = d.invoice_id where i.number = 'RE-10842'"))
        .isEqualTo("20000,Two pallets <b>never</b> came.,2026-12-04,debtor:portal");
    assertThat(door.one("select category, own_words from cases.reason where recorded_by = 'debtor:portal'")).isEqualTo("goods_missing,Two pallets <b>never</b> came.");
    assertThat(door.one("select count(*), min(d.name) from journal.entry e join journal.document d on d.sha256 = e.document where e.kind = 'paper-filed' and e.actor = 'debtor:portal'")).isEqualTo("1,pallets.png");
    assertThat(Jsoup.parse(hotel.get("/d").body()).text().replace('\u00A0', ' ')).contains("€200.00 is being checked", "€662.40");
    try (var desk = new Visitor(door.desk).signedInAs(door.desk.person("mia", Role.MANAGER))) {
      var page = desk.get("/cases/" + door.desk.portfolio.caseOf(HOTEL)).body();
      assertThat(page).doesNotContain("<b>never</b>");
      assertThat(Jsoup.parse(page).text()).contains("Two pallets <b>never</b> came.");
    }
  }

  @Test
  @Order(3)
  void aProgramATooLargeFileAndAnotherDebtorsInvoiceAreNotTaken() {
    var other = "/d/invoices/" + door.one("select id from ledger.invoice where number <> 'RE-10842' limit 1") + "/wrong";
    assertThat(hotel.get(other).statusCode()).isEqualTo(404);
    assertThat(hotel.post(wrong, other, Map.of("words", "x")).statusCode()).isEqualTo(404);
    door.desk.database.execute("update cases.dispute set closed_on = opened_on, outcome = 'rejected' where recorded_by = 'debtor:portal'");
    var page = hotel.hand(wrong, wrong, "x.html", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), Map.of("words", "see this", "reason", "other"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(page.body()).select("[role=alert]").text()).contains("can be a PDF");
    assertThat(door.one("select count(*) from cases.dispute where recorded_by = 'debtor:portal'")).isEqualTo("1");
    var large = hotel.hand(wrong, wrong, "x.pdf", new byte[7 << 20], Map.of("words", "see this"));
    assertThat(told(large.headers().firstValue("Location").orElse(""))).contains("too large");
    try (var stranger = door.visitor()) {
      assertThat(stranger.handWith(wrong, "x", "x.pdf", new byte[9], Map.of()).headers().firstValue("Location").orElse("")).endsWith("/d/over");
    }
  }

  @Test
  @Order(4)
  void wishesHoldAtOnceAndContactDataIsKeptAsToldAndMovesNoCodes() {
    var fields = Map.of("not", "call", "email", "new@seeblick.example", "phone", "", "words", "Please write only.");
    assertThat(told(post("/d/wishes", fields))).contains("It holds from now on.");
    post("/d/wishes", fields);
    assertThat(door.one("select kind, channel, words, recorded_by from correspondence.stated_wish")).isEqualTo("stop,call,Please write only.,debtor:portal");
    assertThat(door.one("select email, role, right_party from parties.contact_person p join parties.debtor d on d.id = p.debtor_id where d.name = ? and role like 'told%'".replace("email,", "p.email,"), HOTEL))
        .isEqualTo("new@seeblick.example,told at the portal,unverified");
    assertThat(door.one("select count(*) from cases.task where why like '%how to be reached%'")).isEqualTo("1");
    assertThat(hotel.post("/d/wishes", "/d/wishes", Map.of("email", "not an address")).statusCode()).isEqualTo(422);
    var used = door.link(door.one("select email from parties.debtor where name = ?", HOTEL));
    var before = door.mail.arrived();
    try (var visitor = door.visitor()) {
      visitor.post(used, used + "/another", Map.of());
      assertThat(door.mail.next(before).to()).doesNotContain("new@seeblick.example");
    }
  }

  @Test
  @Order(5)
  void hardshipIsKeptOnlyWithConsentAndNobodyWritesForAWhile() {
    assertThat(hotel.post("/d/hardship", "/d/hardship", Map.of("words", "My wife is ill.")).statusCode()).isEqualTo(422);
    assertThat(door.one("select count(*) from cases.hold where kind = 'hardship' and placed_by = 'debtor:portal'")).isEqualTo("0");
    var fields = Map.of("words", "My wife is ill.", "consent", "yes");
    assertThat(told(post("/d/hardship", fields))).contains("We leave you in peace until 20 December 2026.");
    assertThat(told(post("/d/hardship", fields))).contains("20 December 2026");
    assertThat(door.one("select until, why from cases.hold where kind = 'hardship' and placed_by = 'debtor:portal'")).as("the words are not here").isEqualTo("2026-12-20,breathing space");
    assertThat(door.one("select words, consent_by, consent_how, recorded_by from hardship.telling")).isEqualTo("My wife is ill.,the debtor,portal,debtor:portal");
    assertThat(door.one("select count(*) from journal.entry where summary ~* 'wife is ill' or body ~* 'wife is ill'")).isEqualTo("0");
    assertThat(door.one("select due_on from cases.task where why like 'breathing space%'")).isEqualTo("2026-12-13");
  }

  @Test
  @Order(6)
  @Tag("P17")
  void whatIsToldAgainMeanwhileIsKeptBesideItOnce() {
    var fields = Map.of("words", "She is in a clinic now.", "consent", "yes");
    assertThat(told(post("/d/hardship", fields))).contains("We leave you in peace until 20 December 2026.");
    assertThat(told(post("/d/hardship", fields))).contains("20 December 2026");
    assertThat(door.one("select words from hardship.telling")).isEqualTo("My wife is ill.\n\n2026-11-20: She is in a clinic now.");
    assertThat(door.one("select count(*), min(due_on) from cases.task where why like 'breathing space%' and done_on is null")).isEqualTo("1,2026-11-20");
    assertThat(door.one("select count(*) from journal.entry where summary like 'Task again%read what more was told%'")).isEqualTo("1");
    assertThat(door.one("select count(*) from journal.entry where kind = 'breathing-space-told'")).isEqualTo("1");
    assertThat(door.one("select coalesce(max(kind || summary || body), '') from journal.entry where summary ~* 'in a clinic' or body ~* 'in a clinic'")).isEmpty();
  }

  @Test
  @Order(7)
  @Tag("P17")
  void consentThatWasTakenBackIsGivenAnewByTellingAgain() {
    door.desk.database.execute("update hardship.telling set kind = null, words = null, withdrawn_on = '2026-11-20', withdrawn_recorded_by = 'person:mia'");
    assertThat(told(post("/d/hardship", Map.of("words", "You may know after all.", "consent", "yes")))).contains("20 December 2026");
    assertThat(door.one("select words, consent_on, consent_by, withdrawn_on is null from hardship.telling")).isEqualTo("You may know after all.,2026-11-20,the debtor,true");
  }
}
