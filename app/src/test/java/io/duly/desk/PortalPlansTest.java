package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.agreements.CounterOffers;
import io.duly.agreements.Plans;
import io.duly.cases.Recorded;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.CaseId;
import io.duly.plans.BankDay;
import io.duly.plans.Offer;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Debtors offer payments at the portal: within their limits the answer is yes at once, else a person answers; each payment is seen before. */
@Tag("P27")
@Tag("P28")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalPlansTest {
  private static final String HOTEL = "Hotel Seeblick GmbH";
  private static final Map<String, String> THREE = Map.of("in", "EUR", "way", "instalments", "count", "3", "rhythm", "monthly", "first_on", "2026-11-27");
  private DebtorsDoor door;
  private Visitor hotel;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    door = new DebtorsDoor();
    door.send();
    anna = door.desk.person("anna", Role.COLLECTOR);
    hotel = door.in(door.link(door.one("select email from parties.debtor where name = ?", HOTEL)));
    hotel.post("/d", "/d/language", Map.of("in", "en"));
  }

  @AfterAll
  void close() {
    hotel.close();
    door.close();
  }

  private static String text(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).body().text().replace('\u00A0', ' ');
  }

  private HttpResponse<String> look(Map<String, String> typed) {
    return hotel.post("/d/plan?in=EUR", "/d/plan", typed);
  }

  /** Presses the button of the page that shows the payments, with other values where there are. */
  private HttpResponse<String> press(HttpResponse<String> seen, Map<String, String> others) {
    var fields = new HashMap<String, String>();
    Jsoup.parse(seen.body()).select("form[action=/d/plan/yes] input[type=hidden]").forEach(one -> fields.put(one.attr("name"), one.attr("value")));
    fields.putAll(others);
    fields.remove("_csrf");
    return hotel.post("/d/plan?in=EUR", "/d/plan/yes", fields);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + text(answer)).replaceFirst("^https?://[^/]+", "");
  }

  private String running() {
    return door.one("select count(*)::text from agreements.plan where ended_on is null");
  }

  @Test
  @Order(1)
  void thePageShowsWaysWithEveryDayAndAFormForAnother() {
    assertThat(text(hotel.get("/d"))).contains("Pay in parts");
    assertThat(text(hotel.get("/d/plan?in=EUR"))).contains("€862.40 is due", "431.20", "287.46", "How many payments");
    assertThat(hotel.get("/d/plan?in=CHF").statusCode()).as("nothing is owed in francs").isEqualTo(404);
    var seen = look(THREE);
    assertThat(text(seen)).contains("27 November 2026", "28 December 2026", "27 January 2027", "287.48", "If you say yes, it is agreed.");
    assertThat(running()).as("looking agrees to nothing").isEqualTo("0");
  }

  @Test
  @Order(2)
  void whatCannotBePaidSoIsSaidAndWhatWasTypedIsKept() {
    var typed = new HashMap<>(THREE);
    typed.put("amount", "900");
    typed.put("words", "<b>after</b> the season");
    var answer = look(typed);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(text(answer)).contains("Please look at the first amount", "<b>after</b> the season");
    assertThat(Jsoup.parse(answer.body()).select("#amount").attr("value")).isEqualTo("900");
    typed.put("amount", "");
    typed.put("first_on", "2026-11-01");
    assertThat(text(look(typed))).contains("Please look at the first day");
  }

  @Test
  @Order(3)
  void aYesIsToWhatWasSeenAndToNothingElse() {
    var answer = press(look(THREE), Map.of("count", "2"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(text(answer)).contains("Something has changed.", "431.20");
    assertThat(running()).isEqualTo("0");
  }

  @Test
  @Order(4)
  void moreThanDebtorsMayIsAskedForOnceAndNobodyIsRemindedMeanwhile() {
    var seen = look(Map.of("in", "EUR", "way", "instalments", "count", "12", "rhythm", "monthly", "first_on", "2026-11-27"));
    assertThat(text(seen)).contains("Somebody has to look at this.", "we answer by 26 November 2026");
    assertThat(location(press(seen, Map.of("words", "The season begins in May.")))).isEqualTo("/d?told=asked&by=2026-11-26");
    press(seen, Map.of("words", "The season begins in May."));
    assertThat(door.one("select own_words from agreements.counter_offer")).isEqualTo("The season begins in May.");
    assertThat(text(hotel.get("/d"))).contains("You asked us: €862.40 in 12 payments", "We answer by 26 November 2026.");
    assertThat(door.one("select h.why from cases.hold h join agreements.counter_offer o on o.hold_id = h.id where h.lifted_on is null")).contains("862.40 EUR in 12 payments until 2027-10-27");
    var other = look(Map.of("in", "EUR", "way", "instalments", "count", "8", "rhythm", "monthly", "first_on", "2026-11-27"));
    press(other, Map.of());
    assertThat(door.one("select cardinality(days)::text, coalesce(outcome, 'waits') from agreements.counter_offer order by 1")).isEqualTo("12,replaced\n8,waits");
    assertThat(door.one("select count(*)::text from cases.task where kind = 'reply' and done_on is null and why like 'answer what the debtor asks for%'")).isEqualTo("1");
  }

  @Test
  @Order(5)
  void aNoHasWordsAndStandsAtThePortal() {
    var address = "/cases/" + door.desk.portfolio.caseOf(HOTEL);
    var id = door.one("select id::text from agreements.counter_offer where outcome is null");
    try (var collector = new Visitor(door.desk).signedInAs(anna)) {
      assertThat(text(collector.get(address))).contains("They ask to pay otherwise", "They were told that they hear from us by");
      collector.post(address, address + "/counter-offers/" + id + "/refusal", Map.of("words", " "));
      assertThat(text(collector.get(address))).contains("Write what they are told");
      collector.post(address, address + "/counter-offers/" + id + "/refusal", Map.of("words", "Three payments are possible. <i>Anna</i>"));
      assertThat(text(collector.get(address))).contains("The answer stands at the portal").doesNotContain("They ask to pay otherwise");
      collector.post(address, address + "/counter-offers/" + id + "/agreement", Map.of());
      assertThat(text(collector.get(address))).as("answered is answered").contains("Nothing of that kind is asked for");
    }
    assertThat(text(hotel.get("/d"))).contains("We cannot agree to that: Three payments are possible. <i>Anna</i>");
    assertThat(door.one("select count(*)::text from cases.hold h join agreements.counter_offer o on o.hold_id = h.id where h.lifted_on is null")).isEqualTo("0");
    assertThat(door.one("select count(*)::text from cases.task where done_on is null and kind = 'call' and why like 'tell the debtor our answer%'")).isEqualTo("1");
  }

  @Test
  @Order(6)
  void withinTheLimitsItIsAgreedAtOnceAndOnceHoweverOftenItIsPressed() {
    var seen = look(THREE);
    assertThat(location(press(seen, Map.of("words", "From my wages.")))).isEqualTo("/d?told=plan");
    assertThat(location(press(seen, Map.of("words", "From my wages.")))).isEqualTo("/d?told=plan");
    assertThat(running()).isEqualTo("1");
    assertThat(door.one("select owed::text, own_words, recorded_by from agreements.plan where ended_on is null")).isEqualTo("86240,From my wages.,debtor:portal");
    assertThat(door.one("select string_agg(amount::text, ' ' order by nth) from agreements.instalment")).isEqualTo("28746 28746 28748");
    assertThat(door.one("select acknowledged_by from correspondence.recap")).as("what they agreed to here needs no second yes").isEqualTo("portal");
    assertThat(text(hotel.get("/d"))).contains("What we agreed", "27 November 2026").doesNotContain("Pay in parts", "Is this what we agreed?", "We cannot agree to that");
    assertThat(text(hotel.get("/d/plan?in=EUR"))).contains("ask for a call".replace("ask", "Ask"));
  }

  @Test
  @Order(7)
  void aCollectorAgreesAsFarAsTheyMayAndAsksSomebodyForMore() {
    var may = asked("Kowalski", 5);
    var mayNot = asked("Brennan", 12);
    try (var collector = new Visitor(door.desk).signedInAs(anna)) {
      collector.post(may.address(), may.address() + "/counter-offers/" + may.id() + "/agreement", Map.of());
      assertThat(door.one("select count(*)::text from agreements.instalment i join agreements.plan p on p.id = i.plan_id where p.case_id = ?::uuid and p.ended_on is null", may.recovery().toString())).isEqualTo("5");
      collector.post(mayNot.address(), mayNot.address() + "/counter-offers/" + mayNot.id() + "/agreement", Map.of());
      assertThat(text(collector.get(mayNot.address()))).contains("It goes further than you may agree to");
      collector.post(mayNot.address(), mayNot.address() + "/counter-offers/" + mayNot.id() + "/agreement", Map.of("why", "They pay each August."));
    }
    assertThat(door.one("select outcome from agreements.counter_offer where id = ?::uuid", mayNot.id())).isEqualTo("asked_above");
    assertThat(door.one("select kind from identity.proposal where case_id = ?::uuid", mayNot.recovery().toString())).isEqualTo("offer");
    assertThat(Program.of(door.desk, anna.person()).get("/api/v1" + mayNot.address() + "/counter-offers").response().body()).contains("\"answer\":\"asked_above\"", "\"words\":\"Slowly, please.\"");
  }

  @Test
  @Order(8)
  @Tag("P22")
  @Tag("P23")
  void everythingThatIsKeptOfThemIsTakenAlongAndNothingOfOthers() throws IOException {
    var answer = hotel.take("/d", "/d/everything");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).isEqualTo("attachment; filename=\"about-you.zip\"");
    var files = unzipped(answer.body());
    var about = new String(files.get("about-you.json"), StandardCharsets.UTF_8);
    assertThat(about).contains("Hotel Seeblick GmbH", "RE-10842", "\"amount\" : \"862.40\"", "From my wages.", "The season begins in May.", "\"about\" : \"first-reminder\"", "\"issuedOn\" : \"2026-10-18\"");
    assertThat(about).doesNotContain("Kowalski", "Brennan", "tell the debtor our answer");
    var sent = files.entrySet().stream().filter(file -> file.getKey().startsWith("sent-to-you/") && file.getKey().endsWith("email-first-reminder.eml")).findFirst().orElseThrow().getValue();
    assertThat(door.one("select count(*)::text from journal.document where bytes = ?", (Object) sent)).as("byte for byte").isEqualTo("1");
    assertThat(door.one("select summary, actor from journal.entry where kind = 'data-handed-out'")).isEqualTo("The debtor took along at the portal what is kept of them.,debtor:portal");
  }

  private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
    var files = new HashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private record Waiting(CaseId recovery, String address, String id) {}

  private Waiting asked(String debtor, int parts) {
    var row = door.one("select c.id::text, c.number::text from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name like ? and c.stage <> 'closed' limit 1", debtor + "%").split(",", -1);
    var id = new CaseId(UUID.fromString(row[0]));
    var by = Recorded.by("debtor:portal", Portfolio.TODAY, Desk.MONDAY);
    var made = door.desk.application.getBean(DSLContext.class).transactionResult(config -> {
      var tx = config.dsl();
      var owed = door.desk.application.getBean(Plans.class).due(tx, id, Portfolio.TODAY);
      var plan = Plan.of(owed, PlanTerms.equalParts(parts, Portfolio.TODAY.plusDays(10), new Pace.Months(1)), Portfolio.TODAY, BankDay.ANY);
      return door.desk.application.getBean(CounterOffers.class).ask(tx, id, new Offer(Offer.Kind.INSTALMENTS, owed, plan), Optional.of("Slowly, please."), Portfolio.TODAY.plusDays(5), by);
    });
    return new Waiting(id, "/cases/" + row[1], made.id().toString());
  }
}
