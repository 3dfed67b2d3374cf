package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Replies as the server answers them. */
@Tag("P23")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepliesPagesTest {
  private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> We paid it on Monday.";

  private Desk desk;
  private Letterbox box;
  private People.Admitted anna;
  private People.Admitted bea;
  private People.Admitted otto;

  @BeforeAll
  void open() {
    desk = new Desk("duly.sending.by-itself=false", "duly.replies.by-itself=false");
    box = new Letterbox(desk);
    anna = desk.person("anna", Role.COLLECTOR);
    bea = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    otto = desk.person("otto", Role.AUDITOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void wordsOfStrangersAreShownAndNeverRun() {
    var id = box.from("Moreau", EVIL);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get("/replies").body()).contains("/replies/" + id, "says paid", "&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
      var page = visitor.get("/replies/" + id).body();
      assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;", "A suggestion").doesNotContain("<img src=x");
      assertThat(visitor.get("/").body()).as("every page says how many wait").containsPattern("Replies <span class=\"count\">\\d+</span>");
    }
  }

  @Test
  void filesAreHandedOutToBeKept() {
    var id =
        box.take(
            """
            From: someone@elsewhere.example
            Message-ID: <f@x>
            Subject: file
            Content-Type: multipart/mixed; boundary=b

            --b

            See.
            --b
            Content-Type: text/html
            Content-Disposition: attachment; filename="a.html"

            <script>alert(1)</script>
            --b--
            """);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      for (var path : new String[] {"/files/1", "/message.eml"}) {
        var file = visitor.get("/replies/" + id + path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/octet-stream");
      }
      assertThat(visitor.get("/replies/" + id + "/files/2").statusCode()).isEqualTo(404);
    }
  }

  @Test
  @Tag("I13")
  void repliesOfOtherCreditorsAndOfNobodyAreNotThere() {
    var theirs = box.from("Moreau", "Hello.");
    var nobodys = box.take("From: nobody@elsewhere.example\nMessage-ID: <n@x>\nSubject: hm\n\nHello.\n");
    try (var visitor = new Visitor(desk).signedInAs(bea)) {
      for (var id : new Object[] {theirs, nobodys}) {
        assertThat(visitor.get("/replies/" + id).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/replies/" + id + "/message.eml").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/replies", "/replies/" + id + "/reading", Map.of("as", "nothing", "words", "x")).statusCode()).isIn(403, 404);
        assertThat(visitor.get("/replies?show=all").body()).doesNotContain(id.toString());
      }
    }
  }

  @Test
  void whoeverOnlyReadsChangesNothing() {
    var id = box.from("Moreau", "Please wait a week.");
    try (var visitor = new Visitor(desk).signedInAs(otto)) {
      assertThat(visitor.get("/replies/" + id).body()).contains("Please wait a week").doesNotContain("name=\"words\"");
      assertThat(visitor.post("/", "/replies/" + id + "/reading", Map.of("as", "nothing", "words", "x")).statusCode()).isEqualTo(403);
    }
    assertThat(state(id)).isEqualTo("waiting");
  }

  @Test
  void aReplyOfNobodyIsAttachedAndReadInThePage() {
    var id = box.take("From: nobody@elsewhere.example\nMessage-ID: <a@x>\nSubject: hm\n\nAbout RE-10507: send me the delivery note.\n");
    var address = "/replies/" + id;
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var page = visitor.get(address).body();
      assertThat(page).contains("Whose is it?", "RE-10507", "Moreau");
      visitor.post(address, address + "/attachment", Map.of("case", "999999"));
      assertThat(visitor.get(address).body()).contains("There is no case 999999");
      var number = desk.database.ask(sql -> sql.fetchSingle(
          "select c.number from cases.recovery_case c join ledger.invoice i on i.debtor_id = c.debtor_id and i.currency = c.currency where i.number = 'RE-10507'").get(0, String.class));
      visitor.post(address, address + "/attachment", Map.of("case", number));
      assertThat(state(id)).isEqualTo("waiting");
      assertThat(visitor.get(address).body()).contains("This address is not known of the debtor", "Our reading");
      visitor.post(address, address + "/reading", Map.of("as", "asks_for_documents", "words", " "));
      assertThat(state(id)).isEqualTo("waiting");
      visitor.post(address, address + "/reading", Map.of("words", "They promise.", "promise-due", "soon", "promise-amount", "1"));
      assertThat(visitor.get(address).body()).contains("A day is missing");
      visitor.post(address, address + "/reading", Map.of("as", "asks_for_documents", "words", "They want the delivery note.", "answer", "send the delivery note"));
      assertThat(state(id)).isEqualTo("settled");
      assertThat(visitor.get(address).body()).contains("They want the delivery note.", "we owe an answer: send the delivery note");
      assertThat(visitor.get("/replies?show=done").body()).contains(id.toString());
    }
  }

  @Test
  void whoIsNotSignedInSeesNothing() {
    try (var visitor = new Visitor(desk)) {
      assertThat(visitor.get("/replies").statusCode()).isEqualTo(302);
    }
  }

  private String state(Object id) {
    return desk.database.ask(sql -> sql.fetchSingle("select state from correspondence.reply where id = ?::uuid", id.toString()).get(0, String.class));
  }
}
