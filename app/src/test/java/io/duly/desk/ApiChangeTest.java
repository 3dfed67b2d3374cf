package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.identity.TokenScope;
import io.duly.intake.job.JobRunner;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Programs do what people do on the pages: once, whatever is sent twice, and with nothing of another creditor's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApiChangeTest {
  private Desk desk;
  private People.Admitted manager;
  private Program all;
  private Program brightwell;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=100000");
    manager = desk.person("mia", Role.MANAGER);
    all = Program.of(desk, manager.person());
    brightwell = Program.of(desk, desk.person("bert", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person());
  }

  @AfterAll
  void close() {
    all.close();
    brightwell.close();
    desk.close();
  }

  private long caseOf(String creditor) {
    return desk.database.ask(sql -> sql.fetchSingle("select c.number from cases.recovery_case c join parties.creditor k on k.id = c.creditor_id where k.name = ? and c.stage <> 'closed' order by c.number limit 1", creditor).get(0, Long.class));
  }

  private String notes(long number) {
    return "/api/v1/cases/" + number + "/notes";
  }

  private long written(String text) {
    return desk.database.ask(sql -> sql.fetchSingle("select count(*) from journal.entry where kind = 'note' and summary = ?", text).get(0, Long.class));
  }

  private long rows(String table) {
    return desk.database.ask(sql -> sql.fetchSingle("select count(*) from " + table).get(0, Long.class));
  }

  @Test
  void aNoteIsALineOfTheJournalInThePersonsName() {
    var number = caseOf(Portfolio.BRIGHTWELL);
    var answer = all.post(notes(number), "{\"text\": \"Asks for the delivery note.\"}");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    var line = all.get("/api/v1/cases/" + number + "/journal?limit=1").json().get("items").get(0);
    assertThat(line.get("summary").asString()).isEqualTo("Asks for the delivery note.");
    assertThat(line.get("actor").asString()).isEqualTo("person:mia");
    assertThat(line.get("seq").asInt()).isEqualTo(answer.json().get("seq").asInt());
  }

  @Test
  void whatIsSentTwiceIsDoneOnceAndAnsweredTheSame() {
    var key = UUID.randomUUID().toString();
    var first = all.postWith(key, notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"Sent twice.\"}");
    var again = all.postWith(key, notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"Sent twice.\"}");
    assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(written("Sent twice.")).isEqualTo(1);
  }

  @Test
  void aKeyIsGoodForOneRequestOnly() {
    var key = UUID.randomUUID().toString();
    all.postWith(key, notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"One.\"}");
    var other = all.postWith(key, notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"Another.\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(written("Another.")).isZero();
  }

  @Test
  void aKeyOfSomebodyElseIsNobodysKey() {
    var key = UUID.randomUUID().toString();
    var mine = all.postWith(key, notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"By mia.\"}");
    var theirs = brightwell.postWith(key, notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"By mia.\"}");
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.header("Idempotency-Replayed")).isEmpty();
    assertThat(theirs.json().get("seq").asInt()).isNotEqualTo(mine.json().get("seq").asInt());
    var hidden = UUID.randomUUID().toString();
    all.postWith(hidden, notes(caseOf(Portfolio.NORDWIND)), "{\"text\": \"Theirs.\"}");
    assertThat(brightwell.postWith(hidden, notes(caseOf(Portfolio.NORDWIND)), "{\"text\": \"Theirs.\"}").status()).isEqualTo(404);
  }

  @Test
  void anAnswerIsKeptForTwoDaysAndThenForgotten() {
    var number = caseOf(Portfolio.BRIGHTWELL);
    all.postWith("old", notes(number), "{\"text\": \"Kept for a while.\"}");
    desk.database.execute("update identity.kept_answer set at = now() - interval '47 hours' where key = 'old'");
    assertThat(all.postWith("old", notes(number), "{\"text\": \"Kept for a while.\"}").header("Idempotency-Replayed")).isEqualTo("true");
    desk.database.execute("update identity.kept_answer set at = now() - interval '49 hours' where key = 'old'");
    all.post(notes(number), "{\"text\": \"Something else.\"}");
    assertThat(rows("identity.kept_answer where key = 'old'")).isZero();
  }

  @Test
  void withoutAKeyNothingIsDone() {
    var answer = all.send("POST", notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"No key.\"}", "Content-Type", "application/json");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    assertThat(written("No key.")).isZero();
  }

  @Test
  void manyAtOnceWithOneKeyDoItOnceAndAllGetTheSameAnswerOrAreToldToAskAgain() throws Exception {
    var key = UUID.randomUUID().toString();
    var number = caseOf(Portfolio.BRIGHTWELL);
    var tasks = new ArrayList<Callable<Program.Answer>>();
    for (int at = 0; at < 8; at++) {
      tasks.add(() -> all.postWith(key, notes(number), "{\"text\": \"All at once.\"}"));
    }
    try (var hands = Executors.newFixedThreadPool(8)) {
      var bodies = new ArrayList<String>();
      for (var done : hands.invokeAll(tasks)) {
        var answer = done.get();
        assertThat(answer.status()).as(answer.response().body()).isIn(201, 409);
        if (answer.status() == 201) {
          bodies.add(answer.response().body());
        }
      }
      assertThat(bodies).isNotEmpty().allMatch(bodies.getFirst()::equals);
    }
    assertThat(written("All at once.")).isEqualTo(1);
  }

  @Test
  void whatIsRefusedLeavesNothingBehindAndMayBeAskedAgainWithTheSameKey() {
    var number = caseOf(Portfolio.BRIGHTWELL);
    var key = UUID.randomUUID().toString();
    long before = rows("agreements.promise");
    var refused = all.postWith(key, "/api/v1/cases/" + number + "/promises", "{\"amount\": {\"amount\": \"999999999.00\", \"currency\": \"EUR\"}, \"dueOn\": \"2026-12-04\"}");
    assertThat(refused.status()).as(refused.response().body()).isIn(400, 422);
    assertThat(rows("agreements.promise")).isEqualTo(before);
    assertThat(rows("identity.kept_answer where key = '" + key + "'")).isZero();
  }

  @Test
  void aPromiseAHoldAndAReasonAreRecordedAndReadBack() {
    var one = all.get("/api/v1/worklist?limit=200").json().get("items").get(0);
    var address = "/api/v1/cases/" + one.get("caseNumber").asLong();
    var currency = one.get("open").get("currency").asString();
    var promised = all.post(address + "/promises", "{\"amount\": {\"amount\": \"10.00\", \"currency\": \"" + currency + "\"}, \"dueOn\": \"2026-11-27\", \"ownWords\": \"Ten on Friday.\"}");
    assertThat(promised.status()).as(promised.response().body()).isEqualTo(201);
    assertThat(all.get(address).json().get("promise").get("id")).isEqualTo(promised.json().get("id"));
    var hold = all.post(address + "/holds", "{\"kind\": \"cooling_off\", \"why\": \"calm down\", \"until\": \"2026-12-01\"}");
    assertThat(hold.status()).as(hold.response().body()).isEqualTo(201);
    assertThat(all.get(address).response().body()).contains("calm down");
    assertThat(all.change(address, address + "/holds/" + hold.json().get("id").asString() + "/lifting", "{\"why\": \"calm\"}").status()).isEqualTo(204);
    var reason = all.post(address + "/reasons", "{\"category\": \"goods_missing\", \"ownWords\": \"One box is missing.\"}");
    assertThat(reason.status()).as(reason.response().body()).isEqualTo(201);
    assertThat(all.change(address, address + "/reasons/" + reason.json().get("id").asString() + "/verification", "{\"outcome\": \"confirmed\", \"how\": \"asked dispatch\"}").status()).isEqualTo(204);
    assertThat(all.get(address).json().get("reasons").toString()).contains("One box is missing.", "confirmed");
  }

  @Test
  void whatIsNotGoodIsNamedByItsPlace() {
    var address = "/api/v1/cases/" + caseOf(Portfolio.BRIGHTWELL);
    expect(all.post(address + "/notes", "{\"text\": \" \"}"), "/text");
    expect(all.post(address + "/notes", "{\"text\": \"x\", \"colour\": \"red\"}"), "/colour");
    expect(all.post(address + "/notes", "{\"text\": 5}"), "/text");
    expect(all.post(address + "/notes", "{\"text\": \"a\\u0000b\"}"), "/text");
    expect(all.post(address + "/promises", "{\"amount\": {\"amount\": \"1,50\", \"currency\": \"EUR\"}, \"dueOn\": \"2026-12-04\"}"), "/amount/amount");
    expect(all.post(address + "/promises", "{\"amount\": {\"amount\": \"1.50\", \"currency\": \"EUR\"}, \"dueOn\": \"tomorrow\"}"), "/dueOn");
    expect(all.post(address + "/holds", "{\"kind\": \"nap\", \"why\": \"x\"}"), "/kind");
  }

  private static void expect(Program.Answer answer, String pointer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void nothingOfAnotherCreditorIsChanged() {
    var address = "/api/v1/cases/" + caseOf(Portfolio.NORDWIND);
    var invoice = desk.database.ask(sql -> sql.fetchSingle("select i.id from ledger.invoice i join parties.creditor k on k.id = i.creditor_id where k.name = ? limit 1", Portfolio.NORDWIND).get(0, UUID.class));
    var message = desk.database.ask(sql -> sql.fetch("select m.id from correspondence.message m join parties.creditor k on k.id = m.creditor_id where k.name = ? limit 1", Portfolio.NORDWIND).getValues(0, UUID.class));
    var task = desk.database.ask(sql -> sql.fetch("select t.id from cases.task t join parties.creditor k on k.id = t.creditor_id where k.name = ? limit 1", Portfolio.NORDWIND).getValues(0, UUID.class));
    var hold = desk.database.ask(sql -> sql.fetch("select h.id from cases.hold h join parties.creditor k on k.id = h.creditor_id where k.name = ? limit 1", Portfolio.NORDWIND).getValues(0, UUID.class));
    var asked = new java.util.LinkedHashMap<String, String>(Map.of(
        address + "/notes", "{\"text\": \"x\"}",
        address + "/holds", "{\"kind\": \"manual\", \"why\": \"x\"}",
        address + "/reasons", "{\"category\": \"other\", \"ownWords\": \"x\"}",
        address + "/promises", "{\"amount\": {\"amount\": \"1.00\", \"currency\": \"EUR\"}, \"dueOn\": \"2026-12-04\"}",
        "/api/v1/invoices/" + invoice + "/credit-notes", "{\"mistake\": \"other\", \"why\": \"x\"}",
        "/api/v1/invoices/" + invoice + "/disputes", "{\"words\": \"x\", \"category\": \"other\", \"answerDueOn\": \"2026-12-04\"}"));
    message.forEach(id -> asked.put("/api/v1/messages/" + id + "/withdrawal", "{\"why\": \"x\"}"));
    task.forEach(id -> asked.put("/api/v1/tasks/" + id + "/completion", "{\"outcome\": \"x\"}"));
    hold.forEach(id -> asked.put("/api/v1/cases/" + caseOf(Portfolio.BRIGHTWELL) + "/holds/" + id + "/lifting", "{\"why\": \"x\"}"));
    long before = rows("journal.entry");
    asked.forEach((path, body) -> assertThat(brightwell.post(path, body, "If-Match", "*").status()).as(path).isEqualTo(404));
    for (var path : List.of("/api/v1/invoices/" + invoice, address + "/journal", address + "/may-contact")) {
      assertThat(brightwell.get(path).status()).as(path).isEqualTo(404);
    }
    message.forEach(id -> assertThat(brightwell.get("/api/v1/messages/" + id).status()).isEqualTo(404));
    assertThat(brightwell.get("/api/v1/search?q=Nordwind").response().body()).doesNotContain("Nordwind Handels");
    assertThat(rows("journal.entry")).isEqualTo(before);
  }

  @Test
  void whatIsTooLargeTooDeepOrInAnotherFormIsRefusedBeforeItIsRead() {
    var address = notes(caseOf(Portfolio.BRIGHTWELL));
    var large = all.post(address, "{\"text\": \"" + "x".repeat(2_000_000) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.problem()).isEqualTo("too-large");
    var deep = all.post(address, "[".repeat(50_000) + "]".repeat(50_000));
    assertThat(deep.status()).isEqualTo(400);
    assertThat(deep.problem()).isEqualTo("invalid-request");
    for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data; boundary=x")) {
      var answer = all.send("POST", address, "{\"text\": \"In another form.\"}", "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString());
      assertThat(answer.status()).as(type).isEqualTo(415);
      assertThat(answer.problem()).as(type).isEqualTo("unsupported-media-type");
    }
    assertThat(all.post(address, "{\"text\": ").status()).isEqualTo(400);
    assertThat(written("In another form.")).isZero();
  }

  @Test
  void aPaperIsFiledByItsBytesAndFetchedByteForByte() {
    var address = "/api/v1/cases/" + caseOf(Portfolio.BRIGHTWELL);
    var bytes = "Delivered in full, signed.".getBytes(StandardCharsets.UTF_8);
    var filed = all.sendBytes(address + "/documents?name=delivery.txt&item=delivery", bytes, "Content-Type", "text/plain", "Idempotency-Key", UUID.randomUUID().toString());
    assertThat(filed.status()).as(filed.response().body()).isEqualTo(201);
    var entry = all.get(address + "/journal?limit=5").json().get("items").valueStream().filter(line -> line.has("document")).findFirst().orElseThrow();
    assertThat(entry.get("document").get("sha256")).isEqualTo(filed.json().get("sha256"));
    var fetched = all.get(address + "/documents/" + entry.get("seq").asInt());
    assertThat(fetched.response().body()).isEqualTo("Delivered in full, signed.");
    assertThat(fetched.header("Content-Disposition")).startsWith("attachment");
    var html = all.sendBytes(address + "/documents?name=page.html", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/pdf", "Idempotency-Key", UUID.randomUUID().toString());
    assertThat(html.status()).as(html.response().body()).isEqualTo(422);
  }

  @Test
  void aFileOfInvoicesIsTakenInAsAJob() throws SQLException {
    var creditor = desk.portfolio.creditor(Portfolio.BRIGHTWELL).value();
    var csv = "invoice_number;customer_number;customer_name;invoice_date;due_date;amount;currency\nAPI-1;C-API;Api Traders;2026-11-01;2026-11-15;100.00;EUR\n";
    var taken = all.sendBytes("/api/v1/imports?name=invoices.csv&creditor=" + creditor, csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv", "Idempotency-Key", UUID.randomUUID().toString());
    assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
    desk.application.getBean(JobRunner.class).runAll();
    var job = all.get("/api/v1/imports/" + taken.json().get("id").asString());
    assertThat(job.json().get("state").asString()).as(job.response().body()).isEqualTo("done");
    assertThat(job.json().get("imported").asLong()).isEqualTo(1);
    var found = all.get("/api/v1/invoices?creditor=" + creditor + "&number=API-1").json().get("items");
    assertThat(found.get(0).get("open").get("amount").asString()).isEqualTo("100.00");
    assertThat(brightwell.sendBytes("/api/v1/imports?name=x.csv&creditor=" + desk.portfolio.creditor(Portfolio.NORDWIND).value(), csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv", "Idempotency-Key", "other").status()).isEqualTo(404);
  }

  @Test
  void aYesIsForExactlyTheWordsThatWereRead() {
    var messages = all.get("/api/v1/messages?show=waiting").json().get("items");
    var approvals = all.get("/api/v1/messages?show=approval").json().get("items");
    assertThat(messages.size() + approvals.size()).isPositive();
    var id = (approvals.isEmpty() ? messages : approvals).get(0).get("id").asString();
    var read = all.get("/api/v1/messages/" + id);
    assertThat(read.status()).as(read.response().body()).isEqualTo(200);
    var blind = all.post("/api/v1/messages/" + id + "/approval", "");
    assertThat(blind.status()).isEqualTo(428);
    assertThat(blind.problem()).isEqualTo("precondition-required");
    if (!approvals.isEmpty() && !read.header("ETag").isEmpty()) {
      var other = all.post("/api/v1/messages/" + id + "/approval", "", "If-Match", "\"" + "0".repeat(64) + "\"");
      assertThat(other.status()).as(other.response().body()).isEqualTo(412);
      var yes = all.post("/api/v1/messages/" + id + "/approval", "", "If-Match", read.header("ETag"));
      assertThat(yes.status()).as(yes.response().body()).isIn(204, 422);
    }
  }

  @Test
  void aTokenWithoutTheScopeChangesNothing() {
    try (var reader = Program.of(desk, manager.person(), EnumSet.of(TokenScope.READ))) {
      var answer = reader.post(notes(caseOf(Portfolio.BRIGHTWELL)), "{\"text\": \"By a reader.\"}");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.problem()).isEqualTo("insufficient-scope");
      assertThat(written("By a reader.")).isZero();
    }
  }

  @Test
  void aClientReadsWhatWasDoneAndNotWhatWeThink() {
    try (var client = Program.of(desk, desk.person("clara", Role.CLIENT, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person())) {
      var number = caseOf(Portfolio.BRIGHTWELL);
      all.post(notes(number), "{\"text\": \"For us only.\"}");
      assertThat(client.get("/api/v1/cases/" + number).status()).isEqualTo(200);
      assertThat(client.get("/api/v1/cases/" + number + "/journal?limit=200").response().body()).doesNotContain("For us only.");
      var line = client.get("/api/v1/worklist").json().get("items").get(0);
      assertThat(line.has("likelihood")).isFalse();
      assertThat(client.get("/api/v1/tasks").status()).isEqualTo(403);
    }
  }
}
