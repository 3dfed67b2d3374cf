package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.ComposedText;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.MessageId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The outbox as the server answers it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxPagesTest {
  private static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"");
  private static final Pattern PAIR = Pattern.compile("name=\"message\" value=\"([0-9a-f-]{36}:[0-9a-f]{64})\"");
  private static final Pattern ROW = Pattern.compile("<a data-row href=\"(/outbox/[0-9a-f-]{36})\"");
  private static final Pattern MORE = Pattern.compile("<a class=\"more\" data-row href=\"([^\"]+)\"");

  private Desk desk;
  private Mailing mailing;
  private People.Admitted anna;
  private People.Admitted mia;
  private People.Admitted max;
  private People.Admitted bea;
  private People.Admitted otto;

  @BeforeAll
  void open() {
    desk = new Desk();
    mailing = new Mailing(desk);
    anna = desk.person("anna", Role.COLLECTOR);
    mia = desk.person("mia", Role.MANAGER);
    max = desk.person("max", Role.MANAGER);
    bea = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    otto = desk.person("otto", Role.AUDITOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aMessageShowsTheWordsThatWouldLeaveNowAndEveryQuestion() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var id = mailing.to("Moreau");
      assertThat(visitor.get("/outbox").body()).contains("/outbox/" + id, "Moreau Électricité SAS", "second reminder");
      var page = visitor.get("/outbox/" + id).body();
      assertThat(page).contains("Ada Lindqvist", "RE-10507", "Do the contact rules allow it now?", "As it would leave now", "Is nothing paused?");
      assertThat(visitor.get("/outbox/" + id + "?as=html").body()).contains("<iframe class=\"words\" sandbox src=\"/outbox/" + id + "/words.html\"");
      var html = visitor.get("/outbox/" + id + "/words.html");
      assertThat(html.body()).startsWith("<!DOCTYPE html>").contains("Ada Lindqvist");
      assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'").doesNotContain("script", "allow-");
    }
  }

  @Test
  @Tag("P12")
  void aYesIsForExactlyTheWordsThatWereRead() {
    var id = mailing.to("Hotel Seeblick");
    mailing.asksAPerson(id, "the creditor wants every message looked at first");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var address = "/outbox/" + id;
      visitor.post(address, address + "/approval", Map.of("hash", "0".repeat(64)));
      assertThat(visitor.get(address).body()).contains("The words have changed since you read them");
      var hash = hash(visitor.get(address).body());
      assertThat(visitor.post(address, address + "/approval", Map.of("hash", hash)).statusCode()).isEqualTo(302);
      assertThat(visitor.get(address).body()).contains("Approved by anna");
      assertThat(one("select approval || ' ' || encode(approved_text, 'hex') from correspondence.message where id = '" + id + "'")).isEqualTo("given " + hash);
      visitor.post(address, address + "/withdrawal", Map.of("why", " "));
      assertThat(visitor.get(address).body()).contains("Say why");
      visitor.post(address, address + "/withdrawal", Map.of("why", "they called"));
      assertThat(visitor.get(address).body()).contains("they called", "withdrawn");
    }
  }

  @Test
  @Tag("P12")
  void wordsThatNeedASecondPersonAreReadByAManagerWhoDidNotWriteThem() {
    var id = mailing.to("Haddad");
    write(id, "You have not paid. Think about it.", mia);
    mailing.asksAPerson(id, "its wording needs a second person");
    var address = "/outbox/" + id;
    try (var collector = new Visitor(desk).signedInAs(anna); var author = new Visitor(desk).signedInAs(mia); var second = new Visitor(desk).signedInAs(max)) {
      assertThat(collector.get(address).body()).contains("Needs a second person", "a manager’s or an administrator’s yes").doesNotContain("name=\"hash\"");
      assertThat(author.get(address).body()).contains("You wrote these words").doesNotContain("name=\"hash\"");
      var hash = hash(second.get(address).body());
      for (var refused : List.of(collector, author)) {
        refused.post(address, address + "/approval", Map.of("hash", hash));
      }
      assertThat(one("select approval from correspondence.message where id = '" + id + "'")).isEqualTo("needed");
      second.post(address, address + "/approval", Map.of("hash", hash));
      assertThat(one("select approved_by from correspondence.message where id = '" + id + "'")).isEqualTo("person:max");
    }
    write(id, "We will break your legs if you do not pay.", mia);
    mailing.asksAPerson(id, "its wording");
    try (var second = new Visitor(desk).signedInAs(max)) {
      assertThat(second.get(address).body()).contains("May never leave", "It cannot be approved").doesNotContain("name=\"hash\"");
    }
  }

  @Test
  void severalOfOneTemplateAreReadAndApprovedTogetherAndOthersAreNot() {
    var alike = List.of(mailing.to("Silva"), another("Rossi Marine", "second-reminder"));
    var other = another("Fischer Druck", "first-reminder");
    var found = another("Castillo", "second-reminder");
    write(found, "You have not paid. Think about it.", mia);
    var all = List.of(alike.get(0), alike.get(1), other, found);
    all.forEach(id -> mailing.asksAPerson(id, "the creditor wants every message looked at first"));
    try (var visitor = new Visitor(desk).signedInAs(max)) {
      var page = visitor.get("/outbox/approval?" + all.stream().map(id -> "id=" + id).reduce((a, b) -> a + "&" + b).orElseThrow()).body();
      assertThat(page).contains("Approve these 2 messages", "Approve this message", "Something was found in its words");
      var pairs = PAIR.matcher(page).results().map(match -> match.group(1)).toList();
      assertThat(pairs).hasSize(3);
      visitor.postAll("/outbox?show=approval", "/outbox/approval", "message", pairs, Map.of());
      assertThat(visitor.get("/outbox?show=approval").body()).contains("It is of another template than the others");
      assertThat(one("select count(*) from correspondence.message where approval = 'given' and approved_by = 'person:max' and id in ('%s', '%s')".formatted(alike.get(0), alike.get(1)))).isEqualTo("2");
      assertThat(one("select approval from correspondence.message where id = '" + other + "'")).isEqualTo("needed");
      visitor.postAll("/outbox?show=approval", "/outbox/approval", "message", List.of(found + ":" + "0".repeat(64), "no", "x".repeat(36) + ":1"), Map.of());
      assertThat(one("select approval from correspondence.message where id = '" + found + "'")).isEqualTo("needed");
    }
  }

  @Test
  @Tag("P22")
  void anUncertainMessageIsClearedUpAndItsCopyIsByteForByte() {
    var id = another("Lindqvist", "first-reminder");
    var eml = mailing.uncertain(id);
    var address = "/outbox/" + id;
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get("/outbox?show=uncertain").body()).contains(id.toString(), "Nobody knows whether it left");
      var copy = visitor.get(address + "/copies/1");
      assertThat(copy.body()).isEqualTo(new String(eml, java.nio.charset.StandardCharsets.UTF_8));
      assertThat(copy.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").contains(".eml");
      assertThat(copy.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(copy.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
      assertThat(visitor.get(address + "/copies/2").statusCode()).isEqualTo(404);
      visitor.post(address, address + "/resolution", Map.of("arrived", "true"));
      assertThat(visitor.get(address).body()).contains("Say how it is known");
      visitor.post(address, address + "/resolution", Map.of("arrived", "true", "how", "they answered it"));
      assertThat(visitor.get(address).body()).contains("they answered it", "arrived", "Reminder");
      assertThat(visitor.get("/outbox?show=sent").body()).contains(id.toString());
    }
  }

  @Test
  void whileSomethingIsPausedEveryPageSaysSo() {
    try (var all = new Visitor(desk).signedInAs(anna); var one = new Visitor(desk).signedInAs(bea)) {
      all.post("/outbox/pauses", "/outbox/pauses", Map.of("why", ""));
      assertThat(all.get("/").body()).doesNotContain("class=\"paused\"");
      all.post("/outbox/pauses", "/outbox/pauses", Map.of("why", "<b>wrong</b> account"));
      for (var page : List.of("/", "/cases/1", "/bank", "/outbox", "/search?q=x")) {
        assertThat(all.get(page).body()).contains("class=\"paused\"", "everything is paused", "&lt;b&gt;wrong");
      }
      assertThat(one.get("/").body()).contains("everything is paused");
      assertThat(one.post("/outbox/pauses", "/outbox/pauses/lifting", Map.of("why", "x")).statusCode()).isEqualTo(404);
      all.post("/outbox/pauses", "/outbox/pauses/lifting", Map.of("why", "put right"));
      assertThat(all.get("/").body()).doesNotContain("class=\"paused\"");
      assertThat(one("select lifted_why || ' ' || lifted_by from correspondence.pause")).isEqualTo("put right person:anna");

      var nordwind = desk.portfolio.creditor(Portfolio.NORDWIND).toString();
      assertThat(one.post("/outbox/pauses", "/outbox/pauses", Map.of("why", "x", "creditor", nordwind)).statusCode()).isEqualTo(404);
      assertThat(one.post("/outbox/pauses", "/outbox/pauses", Map.of("why", "x")).statusCode()).isEqualTo(404);
      all.post("/outbox/pauses", "/outbox/pauses", Map.of("why", "new bank account", "creditor", nordwind));
      assertThat(one.get("/").body()).doesNotContain("class=\"paused\"");
      assertThat(all.get("/outbox/" + mailing.to("Moreau")).body()).contains("Paused: Nordwind", "new bank account");
      all.post("/outbox/pauses", "/outbox/pauses/lifting", Map.of("why", "done", "creditor", nordwind));
    }
  }

  @Test
  @Tag("P40")
  void nothingOfAnotherCreditorIsReached() {
    var foreign = "/outbox/" + mailing.to("Moreau");
    try (var visitor = new Visitor(desk).signedInAs(bea); var auditor = new Visitor(desk).signedInAs(otto)) {
      for (var part : List.of("", "/words.html", "/letter.pdf", "/copies/1")) {
        assertThat(visitor.get(foreign + part).statusCode()).as(part).isEqualTo(404);
      }
      for (var act : Map.of("/approval", "hash", "/withdrawal", "why", "/resolution", "how").entrySet()) {
        assertThat(visitor.post("/outbox/pauses", foreign + act.getKey(), Map.of(act.getValue(), "x", "arrived", "true")).statusCode()).isEqualTo(404);
        assertThat(visitor.postWithToken(foreign + act.getKey(), "made-up", Map.of(act.getValue(), "x", "arrived", "true")).statusCode()).isEqualTo(403);
        assertThat(auditor.post("/outbox", foreign + act.getKey(), Map.of(act.getValue(), "x", "arrived", "true")).statusCode()).isEqualTo(403);
      }
      assertThat(visitor.get("/outbox").body()).doesNotContain("Moreau", "Nordwind");
      assertThat(visitor.get("/outbox?creditor=" + desk.portfolio.creditor(Portfolio.NORDWIND)).body()).doesNotContain("Moreau");
      assertThat(visitor.get("/outbox/approval?" + foreign.replace("/outbox/", "id=")).body()).doesNotContain("Moreau");
      assertThat(auditor.get(foreign).body()).contains("Ada Lindqvist").doesNotContain("/withdrawal", "/approval\"");
    }
  }

  @Test
  void aBatchOfLettersIsMadeAndFetchedAndOnlyByItsName() {
    var id = another("Atelier Brun", "first-reminder");
    desk.database.execute("update correspondence.message set channel = 'letter' where id = '" + id + "'");
    var nordwind = "/outbox/letters/" + desk.portfolio.creditor(Portfolio.NORDWIND);
    try (var visitor = new Visitor(desk).signedInAs(anna); var other = new Visitor(desk).signedInAs(bea)) {
      assertThat(visitor.get("/outbox?show=letters").body()).contains("Atelier Brun", "1 letter waits", nordwind + "/batch");
      assertThat(visitor.post("/outbox", nordwind + "/batch", Map.of()).statusCode()).isEqualTo(302);
      assertThat(visitor.get("/outbox?show=letters").body()).contains("No letter may leave now");
      for (var name : List.of("..%2f..%2fpom.xml", "letters-1.pdf", "letters-1.exe", "policies")) {
        assertThat(visitor.get(nordwind + "/" + name).statusCode()).as(name).isIn(400, 404);
      }
      assertThat(other.post("/outbox", nordwind + "/batch", Map.of()).statusCode()).isEqualTo(404);
      assertThat(other.get(nordwind + "/letters-1.pdf").statusCode()).isEqualTo(404);
      desk.database.execute("delete from correspondence.message where id = '" + id + "'");
    }
  }

  @Test
  void fiftyThousandMessagesArePagedQuicklyAndNoneTwice() {
    desk.database.execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on,
          currency, invoice_ids, amounts)
        select gen_random_uuid(), c.creditor_id, c.debtor_id, c.id, 'email', 'first-reminder', 'first-reminder', 'friendly', 'en', 'checked',
          date '2030-01-01' + n, c.currency, array[(select i.id from ledger.invoice i where i.debtor_id = c.debtor_id limit 1)], array[100]
          from cases.recovery_case c, generate_series(1, 50000 / (select count(*)::int from cases.recovery_case) + 1) n
        """,
        "analyze correspondence.message");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.get("/outbox");
      var seen = new HashSet<String>();
      var next = "/outbox";
      long begun = System.nanoTime();
      for (int page = 0; page < 20; page++) {
        var body = visitor.get(next).body();
        var rows = ROW.matcher(body).results().map(match -> match.group(1)).toList();
        assertThat(rows).hasSize(50).allMatch(seen::add);
        var more = MORE.matcher(body);
        assertThat(more.find()).isTrue();
        next = more.group(1).replace("&amp;", "&");
      }
      long each = (System.nanoTime() - begun) / 20_000_000;
      System.out.println("outbox with 50,000 messages: " + each + " ms a page");
      assertThat(each).as("a page is read by index, however many messages wait").isLessThan(3_000);
      assertThat(visitor.get("/outbox").body()).contains("1,000+");
    } finally {
      desk.database.execute("delete from correspondence.message where planned_on > date '2030-01-01'");
    }
  }

  private static String hash(String page) {
    var found = HASH.matcher(page);
    assertThat(found.find()).as("a hash on the page").isTrue();
    return found.group(1);
  }

  private String one(String sql) {
    return desk.database.ask(dsl -> dsl.fetchSingle(sql).get(0, String.class));
  }

  /** Another message to the debtor. */
  private UUID another(String debtor, String template) {
    var id = UUID.randomUUID();
    desk.database.execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, currency, invoice_ids, amounts)
        select '%s', c.creditor_id, c.debtor_id, c.id, 'email', '%2$s', '%2$s', 'neutral', 'en', 'checked', '2026-11-21', c.currency,
          array[i.id], array[i.gross] from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id join ledger.invoice i on i.debtor_id = d.id
         where d.name like '%3$s%%' order by i.due_on limit 1
        """
            .formatted(id, template, debtor));
    return id;
  }

  private void write(UUID message, String words, People.Admitted author) {
    var at = Moment.of(mailing.the(Clock.class));
    mailing.the(DSLContext.class).transaction(tx -> mailing.the(Queue.class)
        .write(tx.dsl(), new MessageId(message), new ComposedText("Your account", words, Optional.empty()), author.person().actor(), at));
  }
}
