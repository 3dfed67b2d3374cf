package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import io.duly.invitations.Invitations;
import io.duly.invitations.Invited;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Links that are forged, old, used or shared; codes that are guessed; other debtors' ids; forms of other pages; sessions in the wrong place. */
@Tag("P10")
class PortalAttacksTest {
  private static final String HOTEL = "Hotel Seeblick GmbH";
  private static final String OTHER = "Kowalski Transport sp. z o.o.";
  /** For who has shown no code. */
  private static final Set<String> OPEN =
      Set.of("/d/{token:[A-Za-z0-9_-]{24}}", "/d/{token:[A-Za-z0-9_-]{24}}/opening", "/d/{token:[A-Za-z0-9_-]{24}}/another", "/d/code", "/d/code/again", "/d/asked", "/d/over");

  private DebtorsDoor door;

  @BeforeEach
  void open() {
    door = new DebtorsDoor();
  }

  @AfterEach
  void close() {
    door.close();
  }

  /** One of a message that left, made as it is made when one leaves. */
  private String link(String debtor, Instant leftAt) {
    var invitations = door.desk.application.getBean(Invitations.class);
    var dsl = door.desk.application.getBean(DSLContext.class);
    return dsl.transactionResult(tx -> {
      var row = tx.dsl().fetchSingle("select c.creditor_id, c.debtor_id, c.id from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = ?", debtor);
      var message = UUID.randomUUID();
      tx.dsl().execute(
          """
          insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, sent_on, currency, invoice_ids, amounts)
          select ?, i.creditor_id, i.debtor_id, ?, 'email', 'x', 'first-reminder', 'friendly', 'de', 'sent', '2026-11-01'::date - ?::int, '2026-11-01'::date - ?::int, i.currency, array[i.id], array[1::bigint]
            from ledger.invoice i where i.debtor_id = ? limit 1
          """,
          message, row.get(2, UUID.class), links, links++, row.get(1, UUID.class));
      var invited = new Invited(new CreditorId(row.get(0, UUID.class)), new DebtorId(row.get(1, UUID.class)), new CaseId(row.get(2, UUID.class)), message);
      invitations.leaves(tx.dsl(), invited, "email", leftAt);
      return "/" + invitations.of(invited).orElseThrow().address().replaceFirst("https?://[^/]+/", "");
    });
  }

  private int links;

  private String link(String debtor) {
    return link(debtor, Desk.MONDAY);
  }

  @Test
  void aForgedAnOldAndAUsedLinkAreAnsweredAlike() {
    var used = link(HOTEL);
    var old = link(HOTEL, Desk.MONDAY.minus(Invitations.GOOD_FOR).minusSeconds(1));
    door.in(used).close();
    var sent = door.mail.arrived().size();
    var answers = new ArrayList<String>();
    for (var link : List.of("/d/AAAAAAAAAAAAAAAAAAAAAAAA", used, old)) {
      try (var stranger = door.visitor()) {
        answers.add(without(link, stranger.get(link).body()) + without(link, stranger.post(link, link + "/opening", Map.of("code", "1")).body()));
      }
    }
    assertThat(answers.get(0)).contains("This link cannot be opened").isEqualTo(answers.get(1)).isEqualTo(answers.get(2));
    assertThat(door.mail.arrived()).hasSize(sent);
  }

  private static String without(String link, String body) {
    return body.replace(link, "").replaceAll("value=\"[^\"]+\"", "");
  }

  @Test
  void aNewLinkGoesToTheKnownAddressOnlyAndOfAForgedOneNothingFollows() {
    var used = link(HOTEL);
    door.in(used).close();
    try (var stranger = door.visitor()) {
      var forged = "/d/BBBBBBBBBBBBBBBBBBBBBBBB";
      var sent = door.mail.arrived();
      var nothing = stranger.post(forged, forged + "/another", Map.of());
      var something = stranger.post(used, used + "/another", Map.of());
      assertThat(nothing.headers().firstValue("Location")).isEqualTo(something.headers().firstValue("Location"));
      var mail = door.mail.next(sent);
      assertThat(mail.to()).contains(door.one("select email from parties.debtor where name = ?", HOTEL));
      var fresh = DebtorsDoor.linkIn(mail.text());
      assertThat(fresh).isNotEqualTo(used);
      try (var again = door.in(fresh)) {
        assertThat(again.get("/d").body()).contains("RE-10842");
      }
      assertThat(door.mail.arrived()).hasSize(sent.size() + 2);
    }
  }

  @Test
  void aLinkThatWasSharedShowsNothingToWhoComesSecond() {
    var link = link(HOTEL);
    try (var first = door.visitor();
        var second = door.visitor()) {
      var code = door.askForACode(first, link);
      assertThat(second.get(link).body()).contains("This link cannot be opened");
      assertThat(second.post(link, "/d/code", Map.of("code", code)).body()).as("a code is of the browser that asked for it").doesNotContain("RE-10842");
      assertThat(second.get("/d").statusCode()).isEqualTo(302);
      assertThat(first.post("/d/code", "/d/code", Map.of("code", code)).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void twoWhoOpenALinkAtTheSameMomentAreSentOneCode() throws Exception {
    var link = link(HOTEL);
    try (var hands = Executors.newFixedThreadPool(8);
        var visitor = door.visitor()) {
      var token = visitor.get(link).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
      var all = new ArrayList<Future<Integer>>();
      for (int n = 0; n < 8; n++) {
        all.add(hands.submit(() -> visitor.postWithToken(link + "/opening", token, Map.of()).statusCode()));
      }
      for (var one : all) {
        one.get();
      }
    }
    assertThat(door.one("select count(*) from portal.verification")).isEqualTo("1");
  }

  @Test
  void aLineInTheDatabaseMakesNoLink() {
    var link = link(HOTEL);
    var other = link(OTHER);
    door.desk.database.execute("update portal.invitation set debtor_id = (select id from parties.debtor where name = '" + OTHER + "') where opened_at is null");
    try (var stranger = door.visitor()) {
      assertThat(stranger.get(link).body()).contains("This link cannot be opened");
      assertThat(stranger.get(other).body()).contains("Send me the code");
    }
  }

  @Test
  void fiveWrongCodesAndTheRightOneOpensNothing() {
    var link = link(HOTEL);
    try (var guesser = door.visitor()) {
      var code = door.askForACode(guesser, link);
      for (int n = 0; n < 5; n++) {
        guesser.post("/d/code", "/d/code", Map.of("code", "%06d".formatted((Integer.parseInt(code) + 1 + n) % 1_000_000)));
      }
      assertThat(guesser.post("/d/code", "/d/code", Map.of("code", code)).body()).contains("works no longer");
      assertThat(guesser.get("/d").statusCode()).isEqualTo(302);
    }
  }

  @Test
  void aDebtorIsSentFewCodesAnHourHoweverMayAsk() {
    var used = link(HOTEL);
    door.in(used).close();
    for (int n = 0; n < 9; n++) {
      try (var stranger = door.visitor()) {
        assertThat(stranger.post(used, used + "/another", Map.of()).headers().firstValue("Location").orElse("")).startsWith("/d/asked");
      }
    }
    assertThat(door.one("select count(*) from portal.knock where what in ('code-sent', 'link-sent')")).isEqualTo("5");
  }

  @Test
  void anAddressThatTriesTooMuchIsNotListenedTo() {
    var link = link(HOTEL);
    try (var stranger = door.visitor()) {
      var token = stranger.get(link).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
      for (int n = 0; n < 30; n++) {
        stranger.postFrom("203.0.113.7", "/d/%024d/opening".formatted(n), token, Map.of());
      }
      var refused = stranger.postFrom("203.0.113.7", link + "/opening", token, Map.of());
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(door.one("select opened_at is null from portal.invitation")).isEqualTo("true");
      assertThat(stranger.postFrom("203.0.113.8", link + "/opening", token, Map.of()).statusCode()).as("another address").isEqualTo(303);
    }
  }

  @Test
  void nobodySeesAnotherDebtorsInvoiceByItsId() {
    var invoice = door.one("select i.id from ledger.invoice i join parties.debtor d on d.id = i.debtor_id where d.name = ? limit 1", OTHER);
    try (var visitor = door.in(link(HOTEL))) {
      var answer = visitor.get("/d/invoices/" + invoice + "/document");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(without(invoice, answer.body())).isEqualTo(visitor.get("/d/invoices/" + UUID.randomUUID() + "/document").body());
      assertThat(visitor.get("/d").body()).doesNotContain("Kowalski");
    }
  }

  @Test
  void underTheDebtorsRoleTheDatabaseHidesEverybodyElse() {
    var id = door.one("select d.id || ' ' || d.creditor_id from parties.debtor d where name = ?", HOTEL).split(" ", -1);
    door.desk.database.ask(tx -> tx.transactionResult(inside -> {
      var dsl = inside.dsl();
      var tables = dsl.fetch(
          """
          select c.oid::regclass::text, (select string_agg(quote_ident(a.attname), ',') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 and has_column_privilege('duly_debtor', c.oid, a.attnum, 'select')) as columns,
                 c.relrowsecurity, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'debtor_id' and not a.attisdropped
                 and has_column_privilege('duly_debtor', c.oid, a.attnum, 'select')) as of_debtors
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|ext)'
          """).stream().filter(row -> row.get("columns") != null).toList();
      assertThat(tables).extracting(row -> row.get(0)).contains("ledger.invoice", "parties.debtor", "journal.document").doesNotContain("portal.invitation", "journal.entry", "cases.task", "identity.person");
      assertThat(tables).allSatisfy(row -> assertThat(row.get("relrowsecurity", Boolean.class) || row.get(0).equals("cycle.day")).as(String.valueOf(row.get(0))).isTrue());
      dsl.fetch("select set_config('duly.debtor', ?, true), set_config('duly.creditor_of_debtor', ?, true), set_config('role', 'duly_debtor', true)", id[0], id[1]);
      for (var table : tables) {
        if (table.get("of_debtors", Boolean.class)) {
          assertThat(dsl.fetch("select debtor_id from " + table.get(0) + " where debtor_id <> ?::uuid", id[0])).as(String.valueOf(table.get(0))).isEmpty();
        }
      }
      assertThat(dsl.fetch("select name from parties.debtor").getValues(0, String.class)).containsExactly(HOTEL);
      assertThat(dsl.fetch("select number from ledger.invoice").getValues(0, String.class)).containsExactly("RE-10842");
      assertThat(dsl.fetch("select id from parties.creditor")).hasSize(1);
      return 0;
    }));
  }

  @Test
  void noVisitOpensADeskAddressAndNobodyOfTheDeskAPortalsOne() {
    var mia = door.desk.person("mia", Role.ADMINISTRATOR);
    try (var debtor = door.in(link(HOTEL));
        var collector = new Visitor(door.desk).signedInAs(mia)) {
      for (var path : List.of("/", "/cases/1", "/search?q=a", "/me", "/api/v1/cases", "/people")) {
        assertThat(debtor.get(path).statusCode()).as(path).isIn(302, 401, 403);
      }
      assertThat(collector.get("/").statusCode()).isEqualTo(200);
      assertThat(collector.get("/d").headers().firstValue("Location").orElse("")).endsWith("/d/over");
    }
  }

  @Test
  void everyAddressNeedsAVisitAndEveryFormTheTokenOfItsPage() {
    var paths = new ArrayList<String>();
    try (var stranger = door.visitor();
        var debtor = door.in(link(HOTEL))) {
      var page = link(HOTEL);
      var token = stranger.get(page).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
      for (var mapping : door.desk.application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
        mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream().filter(pattern -> (pattern + "/").startsWith("/d/")).forEach(pattern -> {
          var path = pattern.replace("{token:[A-Za-z0-9_-]{24}}", "CCCCCCCCCCCCCCCCCCCCCCCC").replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
          paths.add(pattern);
          if (info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
            assertThat(debtor.postWithToken(path, "made-up", Map.of()).statusCode()).as(pattern).isEqualTo(403);
            assertThat(OPEN.contains(pattern) || stranger.postWithToken(path, token, Map.of()).statusCode() == 302).as(pattern).isTrue();
          } else {
            assertThat(OPEN.contains(pattern) || stranger.get(path).statusCode() == 302).as(pattern).isTrue();
          }
        }));
      }
    }
    assertThat(paths).hasSizeGreaterThan(10);
  }

  @Test
  void aNameOfASessionThatSomebodyMadeUpIsNotTaken() {
    try (var visitor = door.visitor()) {
      var planted = "duly-portal=" + "A".repeat(43);
      assertThat(visitor.get("/d", "Cookie", planted).statusCode()).isEqualTo(302);
    }
  }

  @Test
  void wordsOfADebtorAreShownAtTheDeskAsTheyAre() {
    var script = "<script>alert('x')</script>";
    try (var debtor = door.in(link(HOTEL));
        var desk = new Visitor(door.desk).signedInAs(door.desk.person("mia", Role.MANAGER))) {
      debtor.post("/d/sent", "/d/sent", Map.of("amount", "5,00", "on", "2026-11-20", "words", script));
      var body = desk.get("/cases/" + door.desk.portfolio.caseOf(HOTEL)).body();
      assertThat(body).doesNotContain(script);
      assertThat(Jsoup.parse(body).text()).contains(script);
    }
  }

  @Test
  void eachPageSaysThatNothingMayRunAndNobodyIsToldOfIt() {
    try (var visitor = door.visitor()) {
      var page = visitor.get(link(HOTEL));
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'").doesNotContain("script-src", "unsafe");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
      assertThat(page.headers().allValues("Set-Cookie")).hasSize(1);
    }
  }
}
