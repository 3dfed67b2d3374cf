package io.duly.desk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.desk.api.Changes;
import io.duly.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is changed by program is what was read: each address asks for the ETag of what it changes, or only adds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApiAsReadTest {
  private static final String CASE = "/api/v1/cases/{case}";
  private static final String ADDS = "adds; nothing that was read is overwritten";
  private static final String LOOKS = "changes nothing";

  /** Addresses that need no ETag, and why. */
  private static final Map<String, String> WITHOUT =
      Map.ofEntries(
          entry(CASE + "/notes", ADDS), entry(CASE + "/promises", ADDS), entry(CASE + "/holds", ADDS), entry(CASE + "/reasons", ADDS), entry(CASE + "/documents", ADDS),
          entry(CASE + "/contacts", ADDS), entry(CASE + "/contact-requests", ADDS), entry(CASE + "/recaps", ADDS), entry(CASE + "/agreement", "agrees a plan about what is owed now, and is refused where that is something else; what ran before is kept"), entry(CASE + "/settlements", ADDS), entry(CASE + "/payment-links", ADDS), entry(CASE + "/payment-links/{link}/refund", "asks another, once under its key; the books follow when it tells"), entry("/api/v1/payments/asides/{id}/look", "said twice, the first counts"), entry(CASE + "/hardship", ADDS), entry(CASE + "/mandates", ADDS), entry(CASE + "/mandates/{id}/ending", "ends what stands, once; what ended before is refused"),
          entry("/api/v1/direct-debits/files", ADDS), entry("/api/v1/direct-debits/files/{id}/withdrawal", "once; withdrawn again it is refused"), entry("/api/v1/direct-debits/terms/{creditor}", "says all of it"), entry(CASE + "/sent-payments", ADDS), entry(CASE + "/counter-offers/{id}/answer", "answers what waits, once; what was answered meanwhile is refused"), entry(CASE + "/recaps/{message}/acknowledgement", ADDS), entry(CASE + "/wishes", ADDS), entry(CASE + "/messages", ADDS), entry(CASE + "/call-plan/lines", ADDS), entry(CASE + "/calls", ADDS),
          entry(CASE + "/charges", ADDS), entry(CASE + "/court-fee", ADDS), entry("/api/v1/invoices/{id}/disputes", ADDS), entry("/api/v1/invoices/{id}/inquiries", ADDS), entry("/api/v1/tasks", ADDS), entry("/api/v1/views", ADDS),
          entry("/api/v1/pauses", ADDS), entry("/api/v1/imports", ADDS), entry("/api/v1/webhooks", ADDS), entry("/api/v1/webhooks/{id}/test", ADDS), entry("/api/v1/calls/{id}/copies", ADDS),
          entry("/api/v1/webhooks/{id}/events/{event}/sending", ADDS), entry("/api/v1/letters/{creditor}/batch", ADDS),
          entry(CASE + "/claim", "takes what nobody has, and is refused where somebody has it"), entry(CASE + "/claim/release", "gives back only what is one's own"),
          entry("/api/v1/calls/{id}/draft", "has its version in the body"), entry(CASE + "/messages/check", LOOKS), entry("/api/v1/messages/{id}/words/check", LOOKS),
          entry("/api/v1/bulk/preview", LOOKS), entry("/api/v1/templates/{creditor}/{kind}/{language}/check", LOOKS), entry("/api/v1/imports/{id}/map/preview", LOOKS),
          entry("/api/v1/imports/{id}/map/yaml", LOOKS));

  private record Change(String pattern, String reads) {}

  private final List<Change> changes = new ArrayList<>();
  private final TreeSet<String> others = new TreeSet<>();
  private final TreeMap<String, String> there = new TreeMap<>();
  private Desk desk;
  private Program mia;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.api.per-minute=100000", "duly.webhooks.hosts=127.0.0.1", "duly.webhooks.by-itself=false", "duly.sending.by-itself=false", "duly.calls.by-itself=false", "duly.intake.by-itself=false", "duly.replies.by-itself=false");
    desk.database.execute("update ledger.receipt set used_up = true where reference = 'BRENNAN PART'");
    mia = Program.of(desk, desk.person("mia", Role.MANAGER).person());
    for (var mapping : desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping.getHandlerMethods().forEach((info, method) -> info.getPatternValues().stream()
          .filter(pattern -> pattern.startsWith("/api/") && !info.getMethodsCondition().getMethods().contains(RequestMethod.GET) && !info.getMethodsCondition().getMethods().isEmpty())
          .forEach(pattern -> {
            var asks = method.getMethodAnnotation(Changes.class);
            if (asks == null) {
              others.add(pattern);
            } else {
              changes.add(new Change(pattern, asks.value()));
            }
          }));
    }
    fill();
  }

  @AfterAll
  void close() {
    mia.close();
    desk.close();
  }

  /** Something of each kind that is read. */
  private void fill() {
    var named = CASE.replace("{case}", String.valueOf(desk.portfolio.caseOf("Brennan & Co Ltd")));
    there.put(CASE, named);
    there.put(CASE + "/claim", named + "/claim");
    there.put(CASE + "/call-plan", named + "/call-plan");
    there.put(CASE + "/agreement", named + "/agreement");
    there.put(CASE + "/worth", named + "/worth");
    there.put(CASE + "/hardship", named + "/hardship");
    there.put(CASE + "/statement", named + "/statement");
    there.put(CASE + "/wishes/{id}", named + "/wishes/" + mia.post(named + "/wishes", "{\"wish\": \"letters_only\", \"words\": \"Write to me.\"}").good().json().get("wishes").get(0).asString());
    var one = mia.get(named).good().json();
    there.put("/api/v1/invoices/{id}", "/api/v1/invoices/" + one.get("invoices").get(0).get("id").asString());
    there.put("/api/v1/tasks/{id}", "/api/v1/tasks/" + mia.post("/api/v1/tasks?case=" + one.get("id").asString(), "{\"kind\": \"verify\", \"why\": \"Ask dispatch.\", \"dueOn\": \"2026-12-04\"}").good().json().get("id").asString());
    mia.post("/api/v1/views", "{\"name\": \"All\"}").good();
    there.put("/api/v1/views/{id}", "/api/v1/views/" + mia.get("/api/v1/views").good().json().get("items").get(0).get("id").asString());
    there.put("/api/v1/pauses", "/api/v1/pauses");
    there.put("/api/v1/calls/{id}", "/api/v1/calls/" + mia.post(named + "/calls", "{\"they\": true}").good().json().get("id").asString());
    there.put("/api/v1/webhooks/{id}", "/api/v1/webhooks/" + mia.post("/api/v1/webhooks", "{\"name\": \"Ledger\", \"url\": \"http://127.0.0.1:1/hooks\"}").good().json().get("webhook").get("id").asString());
    there.put("/api/v1/imports/{id}", "/api/v1/imports/" + mia.file("/api/v1/imports?name=x.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), "text/csv").good().json().get("id").asString());
    new Letterbox(desk).take("From: nobody@elsewhere.example\nMessage-ID: <n1@x>\nSubject: hm\n\nHello.\n");
    there.put("/api/v1/replies/{id}", "/api/v1/replies/" + mia.get("/api/v1/replies?show=unmatched").good().json().get("items").get(0).get("id").asString());
    var nordwind = "/api/v1/templates/" + desk.portfolio.creditor(Portfolio.NORDWIND);
    there.put("/api/v1/templates/{creditor}/{kind}/{language}", nordwind + "/first-reminder/en");
    there.put("/api/v1/templates/{creditor}/branding", nordwind + "/branding");
    there.put("/api/v1/templates/{creditor}/limits", nordwind + "/limits");
    rows();
    var body = "{\"cases\": [" + desk.portfolio.caseOf("Brennan & Co Ltd") + "], \"act\": \"give\", \"to\": \"mia\"}";
    var tag = mia.post("/api/v1/bulk/preview", body).good().header("ETag");
    there.put("/api/v1/bulk/{id}", "/api/v1/bulk/" + mia.post("/api/v1/bulk", body, "If-Match", tag).good().json().get("id").asString());
  }

  /** What no program makes: found by matching, by the import, by a bank. */
  private void rows() {
    desk.database.execute("""
        insert into intake.saved_map (id, creditor_id, name, header, yaml, saved_by, saved_at)
        select gen_random_uuid(), id, 'Ours', array['a'], 'kind: invoices', 'person:mia', now() from parties.creditor limit 1
        """);
    there.put("/api/v1/import-maps/{id}", "/api/v1/import-maps/" + mia.get("/api/v1/import-maps").good().json().get("items").get(0).get("id").asString());
  }

  @Test
  void eachAddressThatChangesAsksForWhatWasReadOrItIsSaidWhyNot() {
    var without = new TreeSet<>(others);
    without.removeAll(WITHOUT.keySet());
    assertThat(without).as("asks by itself, and is asked below").containsExactlyInAnyOrder(
        "/api/v1/bulk", "/api/v1/messages/{id}/approval", "/api/v1/messages/{id}/withdrawal", "/api/v1/messages/{id}/words", "/api/v1/messages/{id}/resolution");
    assertThat(others).containsAll(WITHOUT.keySet());
    assertThat(changes).hasSizeGreaterThan(35);
  }

  @Test
  void whatChangedSinceItWasReadIsNotChanged() {
    var asked = new TreeSet<String>();
    for (var change : changes) {
      var read = there.get(change.reads());
      if (read != null) {
        var address = address(change, read);
        var type = address.endsWith("/logo") ? "image/png" : "application/json";
        mia.send("POST", address, "{}", "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"0123\"").refused(412, "precondition-failed");
        mia.send("POST", address, "{}", "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "W/" + mia.get(read).good().header("ETag")).refused(412);
        mia.send("POST", address, "{}", "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString()).refused(428, "precondition-required");
        asked.add(change.reads());
      }
    }
    assertThat(asked).hasSizeGreaterThan(16);
  }

  /** The change with the places of what is read, and anything in the others: it is asked before. */
  private static String address(Change change, String read) {
    var path = change.pattern();
    var places = change.reads().split("/", -1);
    var values = read.split("/", -1);
    for (int at = 0; at < places.length; at++) {
      path = path.replace(places[at].startsWith("{") ? places[at] : "{none}", values[at]);
    }
    return path.replaceAll("\\{until}", "2026-11-30").replaceAll("\\{\\w+}", UUID.randomUUID().toString());
  }

  @Test
  void whatIsReadForAChangeIsThereToBeRead() {
    var stranger = UUID.randomUUID().toString();
    for (var change : changes) {
      var address = change.reads().replaceAll("\\{\\w+}", stranger);
      assertThat(mia.get(address).status()).as(address).isIn(200, 404);
      var path = change.pattern().replaceAll("\\{until}", "2026-11-30").replaceAll("\\{\\w+}", stranger);
      var type = path.endsWith("/logo") ? "image/png" : "application/json";
      assertThat(mia.send("POST", path, "{}", "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"0123\"").status()).as(path).isIn(404, 412);
    }
  }

  @Test
  void whatIsStillAsItWasReadIsChangedAndOnlyOnce() {
    var task = there.get("/api/v1/tasks/{id}");
    var tag = mia.get(task).good().header("ETag");
    mia.post(task + "/putting-off", "{\"until\": \"2026-12-08\", \"why\": \"She is away.\"}", "If-Match", "\"other\", " + tag).good();
    mia.post(task + "/putting-off", "{\"until\": \"2026-12-09\", \"why\": \"He is away.\"}", "If-Match", tag).refused(412);
    assertThat(mia.get(task).good().json().get("dueOn").asString()).isEqualTo("2026-12-08");
    mia.post(task + "/putting-off", "{\"until\": \"2026-12-09\", \"why\": \"He is away.\"}", "If-Match", "*").good();
  }

  @Test
  void aCaseIsTheSameByItsNumberAndByItsId() {
    var named = there.get(CASE);
    var hold = mia.post(named + "/holds", "{\"kind\": \"manual\", \"why\": \"flood\"}").good().json().get("id").asString();
    var byId = "/api/v1/cases/" + mia.get(named).json().get("id").asString();
    mia.post(byId + "/holds/" + hold + "/lifting", "{\"why\": \"dry\"}", "If-Match", mia.get(named).header("ETag")).good();
  }

  @Test
  void theSameRequestWithTheSameKeyIsAnsweredTheSameThoughTheTagIsOldByThen() {
    var address = there.get(CASE);
    var hold = mia.post(address + "/holds", "{\"kind\": \"manual\", \"why\": \"flood\"}").good().json().get("id").asString();
    var tag = mia.get(address).header("ETag");
    var key = UUID.randomUUID().toString();
    mia.postWith(key, address + "/holds/" + hold + "/lifting", "{\"why\": \"dry\"}", "If-Match", tag).good();
    assertThat(mia.postWith(key, address + "/holds/" + hold + "/lifting", "{\"why\": \"dry\"}", "If-Match", tag).good().header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void messagesAreChangedOnlyAsTheyWereRead() {
    var message = "/api/v1/messages/" + mia.get("/api/v1/messages?show=waiting").good().json().get("items").get(0).get("id").asString();
    for (var act : List.of("/approval", "/withdrawal", "/resolution")) {
      var body = act.equals("/resolution") ? "{\"arrived\": true, \"how\": \"asked\"}" : "{\"why\": \"x\"}";
      assertThat(mia.post(message + act, act.equals("/approval") ? "" : body).problem()).as(act).isEqualTo("precondition-required");
      assertThat(mia.post(message + act, act.equals("/approval") ? "" : body, "If-Match", "\"" + "0".repeat(64) + "\"").problem()).as(act).isIn("precondition-failed", "refused");
    }
    mia.change(message, message + "/withdrawal", "{\"why\": \"They wrote to us.\"}").good();
  }
}
