package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the desk does beside reading, noting and importing: calls, wishes, own words, charges, pauses, claims, kept lists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApiDeskTest {
  private Desk desk;
  private People.Admitted manager;
  private Program all;
  private Program collector;
  private Program brightwell;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.api.per-minute=100000", "duly.webhooks.by-itself=false", "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    desk.database.execute("update ledger.receipt set used_up = true where reference = 'BRENNAN PART'");
    manager = desk.person("mia", Role.MANAGER);
    all = Program.of(desk, manager.person());
    collector = Program.of(desk, desk.person("cora", Role.COLLECTOR).person());
    brightwell = Program.of(desk, desk.person("bert", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person());
  }

  @AfterAll
  void close() {
    all.close();
    collector.close();
    brightwell.close();
    desk.close();
  }

  private String caseOf(String debtor) {
    return "/api/v1/cases/" + desk.portfolio.caseOf(debtor);
  }

  private static Program.Answer good(Program.Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
    return answer;
  }

  private static void refused(Program.Answer answer, int status, String... words) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(List.of(words)).allSatisfy(word -> assertThat(answer.response().body()).contains(word));
  }

  @Test
  void aCallIsBegunWrittenDownAndEnded() {
    var address = caseOf("Brennan & Co Ltd");
    var debtor = all.get("/api/v1/debtors/" + all.get(address).json().get("debtorId").asString()).json();
    var asked = debtor.get("people").get(0);
    var wish = "{\"number\": \"" + asked.get("phone").asString() + "\", \"person\": \"" + asked.get("id").asString() + "\"}";
    refused(all.post(address + "/calls", "{\"number\": \"+4930123456\"}"), 422, "numbers on file");
    var id = good(all.post(address + "/calls", wish)).json().get("id").asString();
    refused(collector.post(address + "/calls", wish), 409, "/api/v1/calls/" + id);
    refused(all.post("/api/v1/calls/" + id + "/copies", "{\"invoices\": [\"INV-2291\"]}"), 422, "right person");
    good(all.change("/api/v1/calls/" + id, "/api/v1/calls/" + id + "/party", "{\"name\": \"" + asked.get("name").asString() + "\", \"how\": \"said name and role\"}"));
    var version = good(all.post("/api/v1/calls/" + id + "/draft", "{\"version\": 0, \"fields\": {\"words\": \"Two pallets never arrived.\", \"category\": \"goods_missing\", \"outcome\": \"reached\"}}")).json().get("version").asInt();
    refused(all.post("/api/v1/calls/" + id + "/draft", "{\"version\": 0, \"fields\": {\"words\": \"Another.\"}}"), 412);
    refused(all.post("/api/v1/calls/" + id + "/draft", "{\"version\": 1, \"fields\": {\"colour\": \"red\"}}"), 400, "/fields/colour");
    refused(all.change("/api/v1/calls/" + id, "/api/v1/calls/" + id + "/end", ""), 422, "next_on");
    assertThat(all.get("/api/v1/calls/" + id).json().get("fields").get("words").asString()).isEqualTo("Two pallets never arrived.");
    refused(collector.change("/api/v1/calls/" + id, "/api/v1/calls/" + id + "/end", ""), 404);
    good(all.post("/api/v1/calls/" + id + "/draft", "{\"version\": " + version + ", \"fields\": {\"words\": \"Two pallets never arrived.\", \"category\": \"goods_missing\", \"outcome\": \"reached\", \"next\": \"verify\", \"next_on\": \"2026-11-25\"}}"));
    good(all.change("/api/v1/calls/" + id, "/api/v1/calls/" + id + "/end", ""));
    var ended = all.get("/api/v1/calls/" + id).json();
    assertThat(ended.get("ended").get("outcome").asString()).isEqualTo("reached");
    assertThat(all.get(address).json().get("reasons").toString()).contains("Two pallets never arrived.");
    assertThat(all.get(address + "/journal?limit=10").response().body()).contains("call-ended");
    refused(all.post(address + "/calls", wish), 422, "rules of contact");
  }

  @Test
  void beforeACallThereAreLinesToSay() {
    var address = caseOf("Okafor Foods Ltd") + "/call-plan";
    good(all.post(address + "/lines", "{\"words\": \"Ask for the delivery note.\"}"));
    var line = all.get(address).json().get("lines").get(0);
    assertThat(line.get("words").asString()).isEqualTo("Ask for the delivery note.");
    good(all.change(address, address + "/lines/" + line.get("id").asString() + "/strike", ""));
    assertThat(all.get(address).json().get("lines").size()).isZero();
    refused(all.change(address, address + "/lines/" + line.get("id").asString() + "/strike", ""), 422);
  }

  @Test
  void aContactAndAWishAreWrittenDownAndTheWishHoldsAtOnce() {
    var address = caseOf("Kowalski Transport sp. z o.o.");
    good(all.post(address + "/contacts", "{\"channel\": \"call\", \"outcome\": \"talk\", \"they\": true, \"words\": \"Rang about the invoice.\"}"));
    var stated = good(all.post(address + "/wishes", "{\"wish\": \"no_calls\", \"words\": \"Please do not ring.\"}")).json();
    assertThat(stated.get("wishes").size()).isEqualTo(1);
    assertThat(all.get(address + "/may-contact?channel=call").json().get("allowed").asBoolean()).isFalse();
    var wish = address + "/wishes/" + stated.get("wishes").get(0).asString();
    good(all.change(wish, wish + "/ending", "{\"why\": \"Rang and said that calls are fine.\"}"));
    refused(all.post(address + "/wishes", "{\"wish\": \"represented\"}"), 422, "who speaks");
    refused(all.post(address + "/wishes", "{\"wish\": \"sing\"}"), 400, "/wish");
  }

  @Test
  void aCaseIsClaimedTakenOverAndHandedOver() {
    var address = caseOf("Atelier Brun SARL") + "/claim";
    good(collector.post(address, ""));
    assertThat(all.get(address).json().get("claimed").get("by").asString()).contains("cora");
    refused(all.post(address, ""), 422);
    refused(collector.change(address, address + "/taking-over", "{\"why\": \"mine\"}"), 403);
    good(all.change(address, address + "/taking-over", "{\"why\": \"Cora is ill.\"}"));
    good(all.change(address, address + "/handing-over", "{\"login\": \"cora\", \"words\": \"Yours again.\"}"));
    assertThat(all.get(address).json().has("owner")).isTrue();
    good(all.post(address + "/release", ""));
  }

  @Test
  void amountsAreGivenUpOnlyByThoseWhoMay() {
    var address = caseOf("Rossi Marine SpA");
    assertThat(all.post(address + "/charges", "").status()).isIn(200, 422);
    refused(all.change(address + "/statement", address + "/charges/" + UUID.randomUUID() + "/waiver", "{\"why\": \"x\"}"), 404);
    refused(all.post(address + "/court-fee", "{\"place\": \"nowhere\", \"evidence\": \"x\"}"), 422);
  }

  @Test
  void messagesAreKeptBackAndLetGo() {
    var creditor = desk.portfolio.creditor(Portfolio.BRIGHTWELL).value();
    var body = "{\"creditor\": \"" + creditor + "\", \"why\": \"The letterhead is wrong.\"}";
    assertThat(good(all.post("/api/v1/pauses", body)).json().get("changed").asBoolean()).isTrue();
    assertThat(good(all.post("/api/v1/pauses", body)).json().get("changed").asBoolean()).isFalse();
    assertThat(all.get("/api/v1/pauses").response().body()).contains("The letterhead is wrong.", creditor.toString());
    good(all.change("/api/v1/pauses", "/api/v1/pauses/lifting", body));
    refused(brightwell.post("/api/v1/pauses", "{\"why\": \"everything\"}"), 404);
    refused(brightwell.post("/api/v1/pauses", "{\"creditor\": \"" + desk.portfolio.creditor(Portfolio.NORDWIND).value() + "\", \"why\": \"x\"}"), 404);
  }

  @Test
  void wordsAreCheckedAndQueuedAndChangedOnlyAsTheyWereRead() {
    var address = caseOf("Brennan & Co Ltd");
    var message = "{\"channel\": \"email\", \"language\": \"en\", \"subject\": \"Your delivery note\", \"text\": \"{{greeting}}\\n\\nThank you for your call. We look into the pallets.\\n\\n{{signature}}\", \"asks\": false}";
    var checked = good(all.post(address + "/messages/check", message)).json();
    assertThat(checked.has("mayWait")).isTrue();
    long before = desk.database.<Long>ask(sql -> sql.fetchSingle("select count(*) from correspondence.message").get(0, Long.class));
    var written = all.post(address + "/messages", message);
    assertThat(written.status()).as(written.response().body()).isIn(201, 422);
    long after = desk.database.<Long>ask(sql -> sql.fetchSingle("select count(*) from correspondence.message").get(0, Long.class));
    assertThat(after - before).isEqualTo(written.status() == 201 ? 1 : 0);
    var waiting = all.get("/api/v1/messages?show=waiting").json().get("items").get(0).get("id").asString();
    var words = "{\"subject\": \"As agreed\", \"text\": \"{{greeting}}\\n\\nas agreed.\\n\\n{{signature}}\"}";
    good(all.post("/api/v1/messages/" + waiting + "/words/check", words));
    var read = all.get("/api/v1/messages/" + waiting).header("ETag");
    if (!read.isEmpty()) {
      refused(all.post("/api/v1/messages/" + waiting + "/words", words), 428);
      refused(all.post("/api/v1/messages/" + waiting + "/words", words, "If-Match", "\"" + "0".repeat(64) + "\""), 412);
      refused(all.post("/api/v1/messages/" + waiting + "/withdrawal", "{\"why\": \"x\"}", "If-Match", "\"" + "0".repeat(64) + "\""), 412);
    }
  }

  @Test
  void listsAreKeptByAName() {
    good(all.post("/api/v1/views", "{\"name\": \"Calls in euro\", \"query\": \"work=call&currency=EUR&nonsense=1\", \"shared\": true}"));
    var view = collector.get("/api/v1/views").json().get("items").get(0);
    assertThat(view.get("query").asString()).contains("work=call", "currency=EUR").doesNotContain("nonsense");
    assertThat(view.get("own").asBoolean()).isFalse();
    var kept = "/api/v1/views/" + view.get("id").asString();
    refused(collector.change(kept, kept + "/removal", ""), 422, "not yours");
    good(all.change(kept, kept + "/name", "{\"name\": \"Euro\", \"shared\": false}"));
    good(all.change(kept, kept + "/removal", ""));
  }

  @Test
  void aTaskIsAskedForInACase() {
    var number = desk.portfolio.caseOf("Okafor Foods Ltd");
    var asked = good(all.post("/api/v1/tasks?case=" + number, "{\"kind\": \"verify\", \"why\": \"Ask dispatch.\", \"dueOn\": \"2026-12-04\", \"login\": \"cora\"}")).json();
    assertThat(all.get("/api/v1/cases/" + number).json().get("tasks").toString()).contains(asked.get("id").asString());
    refused(all.post("/api/v1/tasks?case=" + number, "{\"kind\": \"verify\", \"why\": \"x\", \"dueOn\": \"2020-01-01\"}"), 422);
  }

  @Test
  void paymentsThatWaitAreReadOnByACursor() {
    var first = good(all.get("/api/v1/payments/waiting?limit=1")).json();
    assertThat(first.get("items").size()).isLessThanOrEqualTo(1);
    refused(all.get("/api/v1/payments/waiting?cursor=eHh4fDIwMjY"), 400);
    good(all.get("/api/v1/bank-accounts"));
    good(all.get("/api/v1/duplicates"));
    refused(all.get("/api/v1/payments/entries/" + UUID.randomUUID()), 404);
  }

  @Test
  void nothingOfAnotherCreditorIsTouched() {
    var address = caseOf("Atelier Brun SARL");
    var asked = new LinkedHashMap<String, String>();
    asked.put(address + "/contacts", "{\"channel\": \"call\", \"outcome\": \"talk\", \"they\": true}");
    asked.put(address + "/wishes", "{\"wish\": \"stop\"}");
    asked.put(address + "/calls", "{\"they\": true}");
    asked.put(address + "/call-plan/lines", "{\"words\": \"x\"}");
    asked.put(address + "/claim", "");
    asked.put(address + "/claim/handing-over", "{}");
    asked.put(address + "/charges", "");
    asked.put(address + "/court-fee", "{\"place\": \"x\", \"evidence\": \"x\"}");
    asked.put(address + "/messages", "{\"channel\": \"email\", \"language\": \"en\", \"text\": \"x\"}");
    asked.put(address + "/messages/check", "{\"channel\": \"email\", \"language\": \"en\", \"text\": \"x\"}");
    asked.put("/api/v1/tasks?case=" + address.substring(address.lastIndexOf('/') + 1), "{\"kind\": \"verify\", \"why\": \"x\", \"dueOn\": \"2026-12-04\"}");
    long before = desk.database.<Long>ask(sql -> sql.fetchSingle("select count(*) from journal.entry").get(0, Long.class));
    asked.forEach((path, body) -> assertThat(brightwell.post(path, body).status()).as(path).isEqualTo(404));
    assertThat(brightwell.get(address + "/call-plan").status()).isEqualTo(404);
    assertThat(brightwell.get(address + "/claim").status()).isEqualTo(404);
    assertThat(desk.database.<Long>ask(sql -> sql.fetchSingle("select count(*) from journal.entry").get(0, Long.class))).isEqualTo(before);
  }
}
