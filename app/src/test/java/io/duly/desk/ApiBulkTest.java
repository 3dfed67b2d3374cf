package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import io.duly.identity.TokenScope;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many cases at once by program: looked at, done as they were looked at, taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P33")
@Tag("P40")
class ApiBulkTest {
  private static final String BULK = "/api/v1/bulk";

  private Desk desk;
  private Program anna;
  private Program ben;
  private Program brightwell;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.api.per-minute=100000", "duly.calls.by-itself=false");
    anna = Program.of(desk, desk.person("anna", Role.COLLECTOR).person());
    ben = Program.of(desk, desk.person("ben", Role.COLLECTOR).person());
    brightwell = Program.of(desk, desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person());
  }

  @AfterAll
  void close() {
    anna.close();
    ben.close();
    brightwell.close();
    desk.close();
  }

  @BeforeEach
  void nobodysCases() {
    desk.database.execute("update cases.recovery_case set owner_id = null where owner_id is not null", "update cases.claim set released_at = since where released_at is null");
  }

  private long owned() {
    return desk.database.ask(sql -> sql.fetchSingle("select count(*) from cases.recovery_case where owner_id is not null").get(0, Long.class));
  }

  private String cases(String... debtors) {
    return List.of(debtors).stream().map(debtor -> String.valueOf(desk.portfolio.caseOf(debtor))).collect(Collectors.joining(", ", "\"cases\": [", "]"));
  }

  private static String give(String cases) {
    return "{" + cases + ", \"act\": \"give\", \"to\": \"ben\", \"words\": \"you know them\"}";
  }

  @Test
  void manyAreGivenToSomebodyAsTheyWereLookedAtAndTakenBack() {
    ben.post("/api/v1/cases/" + desk.portfolio.caseOf("Rossi Marine SpA") + "/claim", "").good();
    var body = give(cases("Kowalski Transport sp. z o.o.", "Hotel Seeblick GmbH", "Rossi Marine SpA"));
    var look = anna.post(BULK + "/preview", body).good();
    assertThat(look.json().get("fine").asInt()).isEqualTo(2);
    assertThat(look.json().get("cases").get(2).get("refusal").asString()).isEqualTo("taken");
    assertThat(look.json().get("cases").get(2).get("why").asString()).isEqualTo("ben is in it now");
    assertThat(owned()).as("nothing is done by looking").isZero();
    var done = anna.post(BULK, body, "If-Match", look.header("ETag")).good().json();
    assertThat(done.get("cases").asInt()).isEqualTo(2);
    assertThat(owned()).isEqualTo(2);
    var address = BULK + "/" + done.get("id").asString();
    assertThat(anna.get(address).good().json().get("open").asBoolean()).isTrue();
    ben.get(address).refused(404);
    ben.post(address + "/undoing", "").refused(404);
    assertThat(anna.change(address, address + "/undoing", "").good().json().get("cases").asInt()).isEqualTo(2);
    assertThat(owned()).isZero();
    anna.change(address, address + "/undoing", "").refused(422, "taken back");
  }

  @Test
  void whatChangedSinceThePreviewIsNotDone() {
    var body = give(cases("Kowalski Transport sp. z o.o.", "Hotel Seeblick GmbH"));
    var tag = anna.post(BULK + "/preview", body).good().header("ETag");
    anna.post(BULK, body).refused(428, "precondition-required");
    ben.post("/api/v1/cases/" + desk.portfolio.caseOf("Hotel Seeblick GmbH") + "/claim", "").good();
    anna.post(BULK, body, "If-Match", tag).refused(412, "precondition-failed");
    anna.post(BULK, give(cases("Kowalski Transport sp. z o.o.")), "If-Match", tag).refused(412);
    assertThat(owned()).isZero();
  }

  @Test
  void sentTwiceItIsDoneOnce() {
    var body = give(cases("Kowalski Transport sp. z o.o."));
    var tag = anna.post(BULK + "/preview", body).good().header("ETag");
    var key = UUID.randomUUID().toString();
    var first = anna.postWith(key, BULK, body, "If-Match", tag).good();
    var again = anna.postWith(key, BULK, body, "If-Match", tag).good();
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    anna.postWith(key, BULK, give(cases("Hotel Seeblick GmbH")), "If-Match", tag).refused(422, "idempotency-key-reused");
    assertThat(owned()).isEqualTo(1);
  }

  @Test
  void aPreviewTakesAListInPlaceOfCases() {
    var look = anna.post(BULK + "/preview", "{\"query\": \"country=PL\", \"act\": \"put_off\", \"until\": \"2026-12-04\", \"why\": \"Their books are closed.\"}").good().json();
    var listed = anna.get("/api/v1/worklist?country=PL&limit=200").good().json().get("items");
    assertThat(look.get("cases").size()).isEqualTo(listed.size()).isPositive();
    assertThat(look.get("cut").asBoolean()).isFalse();
  }

  @Test
  void casesOfAnotherCreditorAreNotThere() {
    brightwell.post(BULK + "/preview", give(cases("Brennan & Co Ltd", "Kowalski Transport sp. z o.o."))).refused(404);
    brightwell.post(BULK, give(cases("Kowalski Transport sp. z o.o.")), "If-Match", "*").refused(404);
    assertThat(owned()).isZero();
  }

  @Test
  void holdsNeedTheScopeOfHoldsToo() {
    var body = "{" + cases("Kowalski Transport sp. z o.o.") + ", \"act\": \"hold\", \"kind\": \"manual\", \"why\": \"flood\"}";
    var person = desk.person("tim", Role.COLLECTOR).person();
    try (var tasks = Program.of(desk, person, EnumSet.of(TokenScope.READ, TokenScope.TASKS)); var notes = Program.of(desk, person, EnumSet.of(TokenScope.READ, TokenScope.NOTES))) {
      tasks.post(BULK + "/preview", body).refused(403, "insufficient-scope", "holds");
      notes.post(BULK + "/preview", give(cases("Kowalski Transport sp. z o.o."))).refused(403, "insufficient-scope");
      tasks.post(BULK + "/preview", give(cases("Kowalski Transport sp. z o.o."))).good();
    }
    anna.post(BULK + "/preview", body).good();
  }

  @Test
  void whatIsNotGoodIsNamedByItsPlace() {
    var cases = cases("Kowalski Transport sp. z o.o.");
    anna.post(BULK + "/preview", "{" + cases + ", \"act\": \"dance\"}").refused(400, "/act");
    anna.post(BULK + "/preview", "{" + cases + ", \"act\": \"hold\", \"kind\": \"nap\", \"why\": \"x\"}").refused(400, "/kind");
    anna.post(BULK + "/preview", "{\"act\": \"give\"}").refused(400, "/cases");
    anna.post(BULK + "/preview", "{" + cases + ", \"query\": \"\", \"act\": \"give\"}").refused(400, "/cases");
    anna.post(BULK, "{\"query\": \"\", \"act\": \"give\"}", "If-Match", "*").refused(400, "/cases");
    anna.post(BULK + "/preview", "{" + cases + ", \"act\": \"put_off\", \"until\": \"tomorrow\"}").refused(400, "/until");
    anna.post(BULK + "/preview", "{" + cases + ", \"act\": \"put_off\", \"why\": \"x\"}").refused(422, "until which day");
    anna.post(BULK + "/preview", "{" + cases + ", \"act\": \"give\", \"to\": \"nobody\"}").refused(422, "Nobody called nobody");
    var many = LongStream.rangeClosed(1, 501).mapToObj(String::valueOf).collect(Collectors.joining(",", "{\"cases\": [", "], \"act\": \"give\"}"));
    anna.post(BULK + "/preview", many).refused(400, "/cases");
    anna.post(BULK + "/preview", "{\"cases\": [").refused(400, "no JSON");
  }
}
