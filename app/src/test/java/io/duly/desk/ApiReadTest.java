package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import io.duly.identity.TokenScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Programs read what the desk shows, within their scope, a page at a time, and are told what is wrong in one way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApiReadTest {
  private Desk desk;
  private Program all;
  private Program brightwell;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=100000", "duly.replies.by-itself=false");
    all = Program.of(desk, desk.person("mia", Role.MANAGER).person());
    brightwell = Program.of(desk, desk.person("bert", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person());
  }

  @AfterAll
  void close() {
    all.close();
    brightwell.close();
    desk.close();
  }

  private long caseOf(String creditor) {
    return desk.database.ask(sql -> sql.fetchSingle("select c.number from cases.recovery_case c join parties.creditor k on k.id = c.creditor_id where k.name = ? order by c.number limit 1", creditor).get(0, Long.class));
  }

  @Test
  void theWorklistSaysWhatThePageSays() {
    var list = all.get("/api/v1/worklist");
    assertThat(list.status()).as(list.response().body()).isEqualTo(200);
    var lines = list.json().get("items");
    assertThat(lines.size()).isGreaterThan(3);
    var first = lines.get(0);
    assertThat(first.get("because").asString()).isNotBlank();
    assertThat(first.get("open").get("amount").asString()).matches("-?\\d+\\.\\d{2}");
    assertThat(first.get("open").get("currency").asString()).matches("[A-Z]{3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/worklist?", "/api/v1/replies?show=unmatched&", "/api/v1/replies?show=all&"})
  void pagesOfAListAreReadOnFromACursorAndNothingIsLeftOutOrTwice(String list) {
    strangersWrite();
    var whole = new ArrayList<String>();
    all.get(list + "limit=200").json().get("items").forEach(line -> whole.add(id(line)));
    var read = new ArrayList<String>();
    var address = list + "limit=2";
    for (int pages = 0; !address.isEmpty() && pages < 100; pages++) {
      var page = all.get(address).json();
      page.get("items").forEach(line -> read.add(id(line)));
      address = page.has("next") ? page.get("next").asString() : "";
    }
    assertThat(whole).hasSizeGreaterThan(3);
    assertThat(read).hasSameSizeAs(new HashSet<>(read)).containsExactlyInAnyOrderElementsOf(whole);
  }

  private static String id(JsonNode line) {
    return line.get(line.has("caseId") ? "caseId" : "id").asString();
  }

  /** Five letters of people whom nobody knows; the third threatens with a lawyer, which is urgent. */
  private void strangersWrite() {
    var box = new Letterbox(desk);
    for (int nth = 1; nth <= 5; nth++) {
      box.take("From: nobody%d@elsewhere.example\nMessage-ID: <n%d@x>\nSubject: hm\n\n%s\n".formatted(nth, nth, nth == 3 ? "Our lawyer will answer you." : "Hello."));
    }
  }

  @Test
  void aCursorOfAnotherListOrAMadeUpOneIsRefused() {
    var next = all.get("/api/v1/worklist?limit=2").json().get("next").asString();
    var cursor = next.replaceAll(".*cursor=([^&]+).*", "$1");
    for (var address : new String[] {"/api/v1/worklist?work=call&cursor=" + cursor, "/api/v1/cases?cursor=" + cursor, "/api/v1/worklist?cursor=x", "/api/v1/worklist?cursor=%00"}) {
      var answer = all.get(address);
      assertThat(answer.status()).as(address).isEqualTo(400);
      assertThat(answer.json().get("errors").get(0).get("parameter").asString()).isEqualTo("cursor");
    }
    var theirs = brightwell.get("/api/v1/worklist?limit=200&cursor=" + cursor);
    theirs.json().get("items").forEach(line -> assertThat(line.get("creditor").asString()).isEqualTo(Portfolio.BRIGHTWELL));
  }

  @Test
  void aCaseIsReadByNumberAndById() {
    var number = caseOf(Portfolio.BRIGHTWELL);
    var one = all.get("/api/v1/cases/" + number);
    assertThat(one.status()).as(one.response().body()).isEqualTo(200);
    assertThat(all.get("/api/v1/cases/" + one.json().get("id").asString()).json()).isEqualTo(one.json());
    var statement = all.get("/api/v1/cases/" + number + "/statement");
    assertThat(statement.json().get("caseNumber").asLong()).isEqualTo(number);
  }

  @Test
  void whatIsOfAnotherCreditorAnswersAsWhatIsNotThere() {
    var theirs = caseOf(Portfolio.NORDWIND);
    var id = all.get("/api/v1/cases/" + theirs).json().get("id").asString();
    for (var address : new String[] {"/api/v1/cases/" + theirs, "/api/v1/cases/" + id, "/api/v1/cases/" + theirs + "/statement"}) {
      var answer = brightwell.get(address);
      assertThat(answer.status()).as(address).isEqualTo(404);
      assertThat(answer.response().body()).isEqualTo(brightwell.get("/api/v1/cases/999999999").response().body());
    }
    brightwell.get("/api/v1/cases?limit=200&closed=true").json().get("items").forEach(one -> assertThat(one.get("creditor").asString()).isEqualTo(Portfolio.BRIGHTWELL));
  }

  @Test
  void aTokenLimitedToACreditorSeesNoMoreThoughItsPersonDoes() {
    try (var limited = Program.of(desk, desk.person("lena", Role.MANAGER).person(), EnumSet.of(TokenScope.READ), desk.portfolio.creditor(Portfolio.BRIGHTWELL))) {
      assertThat(limited.get("/api/v1/cases/" + caseOf(Portfolio.BRIGHTWELL)).status()).isEqualTo(200);
      assertThat(limited.get("/api/v1/cases/" + caseOf(Portfolio.NORDWIND)).status()).isEqualTo(404);
    }
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    var address = "/api/v1/cases/" + caseOf(Portfolio.BRIGHTWELL);
    var tag = all.get(address).header("ETag");
    assertThat(tag).isNotEmpty();
    var again = all.get(address, "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
  }

  @Test
  void everyErrorIsAProblemThatSaysWhatToDo() {
    expect(all.get("/api/v1/nothing"), 404, "not-found");
    expect(all.get("/api/nothing"), 404, "not-found");
    expect(all.get("/api/v1/cases/abc"), 404, "not-found");
    expect(all.get("/api/v1/worklist?limit=0"), 400, "invalid-request");
    expect(all.get("/api/v1/worklist?limit=x"), 400, "invalid-request");
    expect(all.get("/api/v1/worklist?work=dance"), 400, "invalid-request");
    expect(all.get("/api/v1/worklist?country=Germany"), 400, "invalid-request");
    expect(all.get("/api/v1/cases/1/statement?asOf=yesterday"), 400, "invalid-request");
    expect(all.send("DELETE", "/api/v1/worklist", ""), 405, "method-not-allowed");
    expect(all.post("/api/v1/worklist", "{}"), 405, "method-not-allowed");
    expect(Program.with(desk, "duly_x").get("/api/v1/worklist"), 401, "unauthenticated");
    assertThat(all.send("DELETE", "/api/v1/worklist", "").header("Allow")).contains("GET");
  }

  private static void expect(Program.Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(type);
    assertThat(answer.json().get("detail").asString()).isNotBlank();
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("title").asString()).isNotBlank();
  }
}
