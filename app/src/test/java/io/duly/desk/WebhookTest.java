package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.HandClock;
import io.duly.identity.Administration;
import io.duly.identity.By;
import io.duly.identity.Changes;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.webhooks.EventKinds;
import io.duly.webhooks.Delivering;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Other systems are told what happens: signed, at least once, in the order of each case, and of nothing that is not theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class WebhookTest {
  private final HandClock clock = new HandClock(Desk.MONDAY, ZoneId.systemDefault());
  private Desk desk;
  private People.Admitted manager;
  private Program all;
  private People.Admitted ofBrightwell;
  private Program brightwell;
  private Receiver receiver;
  private String webhook;
  private String secret;

  @BeforeAll
  void open() {
    desk = Desk.at(clock, "duly.api.per-minute=100000", "duly.webhooks.hosts=127.0.0.1", "duly.webhooks.by-itself=false", "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    manager = desk.person("mia", Role.MANAGER);
    all = Program.of(desk, manager.person());
    ofBrightwell = desk.person("bert", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    brightwell = Program.of(desk, ofBrightwell.person());
  }

  @AfterAll
  void close() {
    all.close();
    brightwell.close();
    desk.close();
  }

  @BeforeEach
  void subscribe() {
    receiver = new Receiver();
    var made = make(all, "");
    webhook = made.at("/webhook/id").asString();
    secret = made.get("secret").asString();
  }

  @AfterEach
  void end() {
    receiver.close();
    desk.database.execute("delete from webhooks.event", "delete from webhooks.subscription");
  }

  private JsonNode make(Program program, String more) {
    var answer = program.post("/api/v1/webhooks", "{\"name\": \"Ledger\", \"url\": \"" + receiver.url() + "\"" + more + "}");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.json();
  }

  private long caseOf(String creditor) {
    return desk.database.ask(sql -> sql.fetchSingle("select c.number from cases.recovery_case c join parties.creditor k on k.id = c.creditor_id where k.name = ? and c.stage <> 'closed' order by c.number limit 1", creditor).get(0, Long.class));
  }

  private int note(long number, String text) {
    var answer = all.post("/api/v1/cases/" + number + "/notes", "{\"text\": \"" + text + "\"}");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.json().get("seq").asInt();
  }

  private int round() throws Exception {
    return desk.application.getBean(Delivering.class).round(new AtomicBoolean());
  }

  private JsonNode events() {
    return all.get("/api/v1/webhooks/" + webhook + "/events").json().get("items");
  }

  private JsonNode read() {
    return all.get("/api/v1/webhooks/" + webhook).json();
  }

  @Test
  void whatHappensIsToldSignedAndWithNothingButIds() throws Exception {
    var number = caseOf(Portfolio.BRIGHTWELL);
    int seq = note(number, "Ms Ortega will not pay.");
    round();
    assertThat(receiver.came).hasSize(1);
    var one = receiver.came.getFirst();
    assertThat(one.isSignedWith(secret)).isTrue();
    assertThat(one.isSignedWith("whsec_" + java.util.Base64.getEncoder().encodeToString(new byte[32]))).isFalse();
    assertThat(one.timestamp()).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
    assertThat(one.json().get("type").asString()).isEqualTo("note");
    assertThat(one.json().at("/data/caseNumber").asLong()).isEqualTo(number);
    assertThat(one.json().at("/data/seq").asInt()).isEqualTo(seq);
    assertThat(new String(one.body(), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("Ortega", "Brennan", "mia");
    assertThat(all.get(one.json().at("/data/entry").asString()).json().get("summary").asString()).isEqualTo("Ms Ortega will not pay.");
    assertThat(all.get(one.json().at("/data/case").asString()).status()).isEqualTo(200);
    assertThat(round()).as("told once").isZero();
    assertThat(events().get(0).get("state").asString()).isEqualTo("taken");
    assertThat(events().get(0).get("id").asString()).isEqualTo(one.id());
  }

  @Test
  void aSecretIsInNoTableInTheOpenAndTheSameRequestAgainIsAnsweredTheSame() {
    var first = all.postWith("once", "/api/v1/webhooks", "{\"name\": \"Twice\", \"url\": \"" + receiver.url() + "\"}");
    var again = all.postWith("once", "/api/v1/webhooks", "{\"name\": \"Twice\", \"url\": \"" + receiver.url() + "\"}");
    assertThat(again.response().body()).isEqualTo(first.response().body());
    var bytes = java.util.Base64.getDecoder().decode(first.json().get("secret").asString().substring(6));
    var kept = desk.database.ask(sql -> sql.fetch("select encode(body, 'escape') from identity.kept_answer").formatCSV() + sql.fetch("select s::text, encode(secret, 'hex') from webhooks.subscription s").formatCSV());
    assertThat(kept).doesNotContain(first.json().get("secret").asString().substring(6, 20), java.util.HexFormat.of().formatHex(bytes), java.util.HexFormat.of().formatHex(bytes, 0, 8));
    assertThat(all.get("/api/v1/webhooks").response().body()).doesNotContain("whsec_");
  }

  @Test
  void theOrderOfACaseHoldsWhereOneFailsAndOtherCasesGoOn() throws Exception {
    var one = caseOf(Portfolio.BRIGHTWELL);
    var other = caseOf(Portfolio.NORDWIND);
    for (int at = 1; at <= 3; at++) {
      note(one, "one " + at);
    }
    note(other, "other");
    receiver.answers(came -> came.json().at("/data/caseNumber").asLong() == one ? 500 : 200);
    round();
    assertThat(receiver.came).hasSize(2);
    receiver.answers(200);
    assertThat(round()).as("it rests").isZero();
    clock.pass(Duration.ofSeconds(13));
    assertThat(round()).isEqualTo(3);
    var seqs = receiver.came.stream().filter(came -> came.json().at("/data/caseNumber").asLong() == one).map(came -> came.json().at("/data/seq").asInt()).toList();
    assertThat(seqs).hasSize(4).isSorted();
    assertThat(receiver.came.stream().map(Receiver.Came::id).distinct()).as("the same id when it comes again").hasSize(4);
  }

  @Test
  void itIsTriedForThreeDaysThenPausedAndItsPersonIsToldAndGoesOnFromThere() throws Exception {
    receiver.answers(503);
    note(caseOf(Portfolio.BRIGHTWELL), "Nobody listens.");
    var from = clock.instant();
    int attempts = 0;
    var gaps = new ArrayList<Duration>();
    while (!read().has("paused") && attempts < 40) {
      attempts += round();
      var due = Instant.parse(events().get(0).get("due").asString());
      gaps.add(Duration.between(clock.instant(), due));
      clock.moveTo(due.plusSeconds(301));
    }
    assertThat(Duration.between(from, clock.instant())).isBetween(Duration.ofDays(3), Duration.ofDays(4));
    assertThat(attempts).isBetween(8, 20);
    assertThat(gaps.get(1)).isGreaterThan(gaps.get(0));
    assertThat(gaps.get(4)).isGreaterThan(gaps.get(3));
    assertThat(read().get("paused").asString()).isEqualTo("failing");
    assertThat(desk.application.getBean(Changes.class).of(manager.person().id(), 10)).extracting(Changes.Change::what).contains("webhook-paused");
    note(caseOf(Portfolio.BRIGHTWELL), "While it is paused.");
    assertThat(round()).isZero();
    try (var visitor = new Visitor(desk).signedInAs(manager)) {
      assertThat(visitor.get("/tasks").body()).contains("/webhooks\"");
    }
    receiver.answers(200);
    assertThat(all.post("/api/v1/webhooks/" + webhook + "/resumption", "", "If-Match", "*").status()).isEqualTo(204);
    assertThat(round()).isEqualTo(2);
    assertThat(receiver.came.stream().map(Receiver.Came::id).distinct()).hasSize(2);
    assertThat(read().has("paused")).isFalse();
    assertThat(read().get("failures").asInt()).isZero();
  }

  @Test
  void whoAnswersThatItIsGoneIsToldNothingAnyMore() throws Exception {
    receiver.answers(410);
    note(caseOf(Portfolio.BRIGHTWELL), "First.");
    note(caseOf(Portfolio.BRIGHTWELL), "Second.");
    round();
    assertThat(read().get("ended").asString()).isEqualTo("gone");
    note(caseOf(Portfolio.BRIGHTWELL), "Third.");
    clock.pass(Duration.ofDays(1));
    assertThat(round()).isZero();
    assertThat(receiver.came).hasSize(1);
    assertThat(all.post("/api/v1/webhooks/" + webhook + "/resumption", "", "If-Match", "*").status()).isEqualTo(404);
  }

  @Test
  void nothingOfAnotherCreditorIsTold() throws Exception {
    var theirs = make(brightwell, "").at("/webhook/id").asString();
    var limited = make(all, ", \"creditors\": [\"" + desk.portfolio.creditor(Portfolio.BRIGHTWELL).value() + "\"]").at("/webhook/id").asString();
    all.post("/api/v1/webhooks/" + webhook + "/ending", "", "If-Match", "*");
    note(caseOf(Portfolio.NORDWIND), "Of Nordwind.");
    note(caseOf(Portfolio.BRIGHTWELL), "Of Brightwell.");
    assertThat(round()).isEqualTo(2);
    assertThat(receiver.came).allSatisfy(came -> assertThat(came.json().at("/data/caseNumber").asLong()).isEqualTo(caseOf(Portfolio.BRIGHTWELL)));
    assertThat(desk.database.<Integer>ask(sql -> sql.fetchSingle("select count(distinct creditor_id) from webhooks.event").get(0, Integer.class))).isEqualTo(1);
    assertThat(brightwell.post("/api/v1/webhooks", "{\"name\": \"x\", \"url\": \"" + receiver.url() + "\", \"creditors\": [\"" + desk.portfolio.creditor(Portfolio.NORDWIND).value() + "\"]}").status()).isEqualTo(422);
    assertThat(brightwell.get("/api/v1/webhooks/" + limited).status()).as("of somebody else").isEqualTo(404);
    assertThat(all.get("/api/v1/webhooks/" + theirs).status()).as("of somebody else").isEqualTo(404);
  }

  @Test
  void whatItsPersonSeesNoLongerIsNotToldAnyMore() throws Exception {
    var person = desk.person("vera" + UUID.randomUUID().toString().substring(0, 6), Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL), desk.portfolio.creditor(Portfolio.NORDWIND)).person();
    try (var program = Program.of(desk, person)) {
      make(program, "");
      all.post("/api/v1/webhooks/" + webhook + "/ending", "", "If-Match", "*");
      note(caseOf(Portfolio.NORDWIND), "Still theirs.");
      desk.application.getBean(Administration.class).scope(person, Optional.of(List.of(desk.portfolio.creditor(Portfolio.BRIGHTWELL))), "", By.DULY);
      note(caseOf(Portfolio.NORDWIND), "No longer theirs.");
      round();
      assertThat(receiver.came).isEmpty();
      note(caseOf(Portfolio.BRIGHTWELL), "Theirs.");
      desk.application.getBean(Administration.class).role(person, Role.COLLECTOR, By.DULY);
      assertThat(round()).as("whose role is another now has no webhook").isZero();
      assertThat(desk.database.<String>ask(sql -> sql.fetchSingle("select ended_why from webhooks.subscription where person_id = ?", person.uuid()).get(0, String.class))).isEqualTo("owner");
    }
  }

  @Test
  void whileASecretIsRotatedBothAreGood() throws Exception {
    var rotated = all.post("/api/v1/webhooks/" + webhook + "/rotation", "", "If-Match", "*").json().get("secret").asString();
    assertThat(rotated).isNotEqualTo(secret);
    note(caseOf(Portfolio.BRIGHTWELL), "By both.");
    round();
    assertThat(receiver.came.getLast().isSignedWith(secret)).isTrue();
    assertThat(receiver.came.getLast().isSignedWith(rotated)).isTrue();
    clock.pass(Duration.ofHours(25));
    note(caseOf(Portfolio.BRIGHTWELL), "By one.");
    round();
    assertThat(receiver.came.getLast().isSignedWith(secret)).isFalse();
    assertThat(receiver.came.getLast().isSignedWith(rotated)).isTrue();
  }

  @Test
  void onlyTheKindsThatAreWantedAreTold() throws Exception {
    all.post("/api/v1/webhooks/" + webhook + "/ending", "", "If-Match", "*");
    make(all, ", \"kinds\": [\"hold-placed\", \"hold-lifted\"]");
    var number = caseOf(Portfolio.BRIGHTWELL);
    note(number, "Not wanted.");
    assertThat(all.post("/api/v1/cases/" + number + "/holds", "{\"kind\": \"manual\", \"why\": \"wait\"}").status()).isEqualTo(201);
    round();
    assertThat(receiver.kinds()).containsExactly("hold-placed");
    assertThat(all.post("/api/v1/webhooks", "{\"name\": \"x\", \"url\": \"" + receiver.url() + "\", \"kinds\": [\"no-such\"]}").status()).isEqualTo(422);
  }

  @Test
  void manyAtOnceTellEachEventOnce() throws Exception {
    var numbers = desk.database.ask(sql -> sql.fetch("select number from cases.recovery_case where stage <> 'closed' limit 8").getValues(0, Long.class));
    for (int at = 0; at < 5; at++) {
      for (var number : numbers) {
        note(number, "Many " + at);
      }
    }
    try (var hands = Executors.newFixedThreadPool(4)) {
      var work = new ArrayList<Callable<Integer>>();
      for (int at = 0; at < 4; at++) {
        work.add(this::round);
      }
      int attempts = 0;
      for (var done : hands.invokeAll(work)) {
        attempts += done.get();
      }
      assertThat(attempts).isEqualTo(numbers.size() * 5);
    }
    assertThat(receiver.came).hasSize(numbers.size() * 5);
    assertThat(receiver.came.stream().map(Receiver.Came::id).distinct()).hasSize(numbers.size() * 5);
  }

  @Test
  void aTestIsSentOnceAndAnEventOnceMoreUnderTheSameId() throws Exception {
    receiver.answers(500);
    var id = all.post("/api/v1/webhooks/" + webhook + "/test", "").json().get("id").asString();
    round();
    clock.pass(Duration.ofHours(1));
    round();
    assertThat(receiver.kinds()).containsExactly(EventKinds.TEST);
    assertThat(read().get("failures").asInt()).isZero();
    assertThat(events().get(0).at("/lastAttempt/status").asInt()).isEqualTo(500);
    receiver.answers(204);
    assertThat(all.post("/api/v1/webhooks/" + webhook + "/events/" + id + "/sending", "").status()).isEqualTo(202);
    round();
    assertThat(receiver.came).extracting(Receiver.Came::id).containsExactly(id, id);
    assertThat(all.post("/api/v1/webhooks/" + webhook + "/events/" + UUID.randomUUID() + "/sending", "").status()).isEqualTo(404);
  }

  @Test
  void aListOfEventsIsReadOnByItsCursor() throws Exception {
    for (int at = 0; at < 5; at++) {
      note(caseOf(Portfolio.BRIGHTWELL), "List " + at);
    }
    round();
    var ids = new ArrayList<String>();
    var next = "/api/v1/webhooks/" + webhook + "/events?limit=2";
    while (!next.isEmpty()) {
      var page = all.get(next).json();
      page.get("items").forEach(one -> ids.add(one.get("id").asString()));
      next = page.path("next").asString("");
    }
    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    assertThat(all.get("/api/v1/webhooks/" + webhook + "/events?cursor=eHh4fDIwMjY").status()).isEqualTo(400);
  }

  @Test
  void anAddressInsideIsRefused() {
    for (var url : List.of("http://localhost/", "https://localhost/", "https://169.254.169.254/latest", "https://[::1]/", "ftp://example.org/", "http://93.184.216.34/")) {
      var answer = all.post("/api/v1/webhooks", "{\"name\": \"x\", \"url\": \"" + url + "\"}");
      assertThat(answer.status()).as(url).isEqualTo(422);
      assertThat(answer.problem()).isEqualTo("refused");
    }
  }

  @Test
  void theKindsAreThoseThatTheDeskHasWordsFor() throws Exception {
    var words = new Properties();
    try (var in = Desk.class.getResourceAsStream("/desk.properties")) {
      words.load(in);
    }
    var named = words.stringPropertyNames().stream().filter(key -> key.startsWith("kind.")).map(key -> key.substring(5)).toList();
    assertThat(Set.copyOf(EventKinds.ALL)).containsAll(named);
    assertThat(EventKinds.ALL).isSorted().doesNotHaveDuplicates();
  }
}
