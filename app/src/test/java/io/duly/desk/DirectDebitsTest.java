package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.MailRoom;
import io.duly.doctor.Examined;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A plan by direct debit, from the mandate to the bank's file: one instalment comes, one comes back, and one cannot be collected. */
@Tag("P28")
@Tag("P30")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectDebitsTest {
  private static final String PLAN = "{\"way\": \"instalments\", \"firstOn\": \"%s\", \"count\": 3, \"rhythm\": \"monthly\", \"paidBy\": \"direct_debit\"}";
  private static final String MANDATE = "{\"holder\": \"Hafen Gastro GmbH\", \"iban\": \"DE89 3704 0044 0532 0130 00\", \"signedOn\": \"2026-11-27\", \"reference\": \"HG-M-1\"}";

  private Collectors days;
  private String api;

  @BeforeAll
  void open() {
    days = new Collectors();
    api = "/api/v1" + days.recovery();
  }

  @AfterAll
  void close() {
    days.close();
  }

  /** All of it, for whoever reads why it failed. */
  private String fate() {
    return String.join("\n",
        days.one("select nth, due_on, amount, outcome, judged_on from agreements.promise order by nth"), days.one("select amount, effective_on from ledger.posting order by effective_on"),
        days.one("select e.day, e.amount, e.end_to_end, m.result from banking.entry e left join banking.matched m on m.entry_id = e.id"), days.one("select kind, summary from journal.entry order by occurred_at desc, seq desc limit 14"));
  }

  private String endToEnd() {
    return days.one("select end_to_end from debits.collection where not withdrawn order by collect_on desc limit 1");
  }

  @Test
  @Order(1)
  void nothingIsAgreedThatCannotBeCollected() {
    days.mia.post(api + "/agreement", PLAN.formatted("2026-12-10")).refused(422, "Nobody collects direct debits");
    days.mia.post(api + "/mandates", MANDATE).refused(422, "Nobody collects direct debits");
    var terms = "/bank/debits/terms/" + days.creditor;
    try (var mona = days.mona()) {
      mona.post("/bank/debits", terms, Map.of("identifier", "DE98ZZZ09999999998", "iban", Collectors.ACCOUNT, "notice", "5"));
      assertThat(mona.get("/bank/debits").body()).contains("DE98ZZZ09999999998 has wrong check digits");
      mona.post("/bank/debits", terms, Map.of("identifier", "de98 zzz0 9999 9999 99", "iban", Collectors.ACCOUNT, "notice", "5"));
      assertThat(Jsoup.parse(mona.get("/bank/debits").body()).text()).contains("Identifier DE98ZZZ09999999999, to DE02120300000000202051; debtors are told 5 days before");
    }
    days.mia.post(api + "/agreement", PLAN.formatted("2026-12-10")).refused(422, "No mandate of the debtor is in force");
    days.mia.post(api + "/mandates", MANDATE.replace("0130 00", "0130 01")).refused(422, "has wrong check digits");
    days.mia.post(api + "/mandates", MANDATE.replace("DE89 3704 0044 0532 0130 00", "GB33BUKB20201555555555")).refused(422, "BIC");
    days.mia.post(api + "/mandates", MANDATE).good();
    days.mia.post(api + "/agreement", PLAN.formatted("2026-12-02")).refused(422, "2026-12-07 is the earliest day");
    days.mia.post(api + "/agreement", PLAN.formatted("2026-12-10")).good();
    try (var mona = days.mona()) {
      assertThat(mona.get(days.recovery()).body()).contains("DE… 3000", "mandate HG-M-1").doesNotContain("0532 0130", "05320130");
    }
  }

  @Test
  @Order(2)
  void theyAreToldThatNothingIsToBeTransferredBeforeAnythingIsCollected() {
    assertThat(days.mia.get("/api/v1/direct-debits").good().json().get("coming").get(0).get("lacks").asString()).isEqualTo("not_announced");
    days.mia.post("/api/v1/direct-debits/files", "{\"creditorId\": \"" + days.creditor + "\"}").refused(422, "Nothing can be collected");
    days.morning("2026-12-01");
    assertThat(days.mail.arrived().stream().map(MailRoom.Arrived::text).filter(text -> text.contains("10.12.2026") || text.contains("10. Dezember 2026")).toList())
        .as("the recap says how").anySatisfy(text -> assertThat(text).contains("Sie müssen nichts überweisen", "HG-M-1", "DE98ZZZ09999999999", "DE… 3000").doesNotContain(Collectors.ACCOUNT));
  }

  @Test
  @Order(3)
  void theBankIsAskedOnceForEachInstalment() throws Exception {
    days.morning("2026-12-04");
    var file = "";
    try (var mona = days.mona()) {
      mona.post("/bank/debits", "/bank/debits/files", Map.of("creditor", days.creditor.toString()));
      var page = Jsoup.parse(mona.get("/bank/debits").body());
      assertThat(page.text()).contains("The file is made.", "one collection, the first on");
      mona.post("/bank/debits", "/bank/debits/files", Map.of("creditor", days.creditor.toString()));
      assertThat(mona.get("/bank/debits").body()).as("a double click").contains("what is ready is in a file already");
      file = mona.get(page.selectFirst("article.money a[data-row]").attr("href")).body();
    }
    assertThat(days.one("select count(*), sum(amount) from debits.collection")).isEqualTo("1,30000");
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    var xml = Jsoup.parse(file, Parser.xmlParser());
    assertThat(xml.select("ReqdColltnDt, LclInstrm Cd, MndtId, DtOfSgntr, DbtrAcct IBAN, CdtrAcct IBAN, CdtrSchmeId Id Id, InstdAmt, Ustrd, CtrlSum, Cdtr Nm").eachText())
        .containsExactly(
            "300.00", "300.00", "CORE", "2026-12-10", "Kuestenhandel Mueller + Soehne", Collectors.ACCOUNT, "DE98ZZZ09999999999", "300.00", "HG-M-1", "2026-11-27", "DE89370400440532013000", "HG-4711");
  }

  @Test
  @Order(4)
  void aFileThatTheBankRefusesIsWithdrawnAndAnotherAsksForTheSame() {
    var id = days.one("select id from debits.file");
    var first = endToEnd();
    days.mia.post("/api/v1/direct-debits/files/" + id + "/withdrawal", "{\"why\": \"The bank wanted another name.\"}").good();
    days.mia.post("/api/v1/direct-debits/files/" + id + "/withdrawal", "{\"why\": \"Once more.\"}").refused(422, "withdrawn already");
    days.mia.post("/api/v1/direct-debits/files", "{\"creditorId\": \"" + days.creditor + "\"}").good();
    assertThat(endToEnd()).isNotEqualTo(first);
    assertThat(days.one("select count(*) from debits.collection where not withdrawn")).isEqualTo("1");
  }

  @Test
  @Order(5)
  void whatComesIsFoundByItselfAndTheInstalmentIsKept() {
    days.morning("2026-12-08");
    assertThat(days.mail.arrived().getLast().text()).as("a friendly word before").contains("Sie müssen nichts überweisen");
    days.morning("2026-12-11", new Collectors.Line(endToEnd(), "300.00", Optional.empty()));
    assertThat(days.one("select nth, outcome from agreements.promise order by nth")).isEqualTo("1,kept\n2,\"\"");
    assertThat(Examined.complaints(days.desk.database)).isEmpty();
  }

  @Test
  @Order(6)
  void whatComesBackForAnAccountThatIsClosedEndsTheMandateAndIsAPersonsToTalkAbout() {
    days.morning("2027-01-05");
    days.mia.post("/api/v1/direct-debits/files", "{\"creditorId\": \"" + days.creditor + "\"}").good();
    days.morning("2027-01-12", new Collectors.Line(endToEnd(), "300.00", Optional.empty()));
    assertThat(days.one("select outcome from agreements.promise where nth = 2")).as(fate()).isEqualTo("kept");
    days.morning("2027-01-14", new Collectors.Line(endToEnd(), "300.00", Optional.of("AC04")));
    assertThat(days.one("select returned_code from debits.collection where returned_on is not null")).isEqualTo("AC04");
    assertThat(days.one("select ended_on from agreements.mandate")).isEqualTo("2027-01-14");
    assertThat(days.one("select why from cases.task where done_on is null and why like 'talk about%'")).contains("talk about 300.00 EUR: the bank took back what was collected on 2027-01-11 (AC04)");
    assertThat(days.one("select sum(amount) from ledger.posting where kind = 'receipt'")).as("the first alone").isEqualTo("30000");
    assertThat(Examined.complaints(days.desk.database)).isEmpty();
  }

  @Test
  @Order(7)
  void anotherMandateTakesItsPlaceAndWhatIsHeldIsNotCollectedButTold() {
    days.mia.post(api + "/mandates", MANDATE.replace("HG-M-1", "HG-M-2").replace("2026-11-27", "2027-01-14")).good();
    assertThat(days.mia.get(api + "/mandates").good().json().get("mandates")).hasSize(2);
    days.morning("2027-01-15");
    assertThat(days.one("select count(*) from agreements.mandate where ended_on is null")).isEqualTo("1");
    assertThat(days.one("select string_agg(distinct kind, ',' order by kind) from journal.entry where kind like 'debit%' or kind like 'mandate%'"))
        .isEqualTo("\"debit-ordered,debit-returned,debit-withdrawn,mandate-ended,mandate-given\"");
  }
}
