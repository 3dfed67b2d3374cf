package io.duly.desk;

import static io.duly.desk.Agreeing.OLD;
import static io.duly.desk.Agreeing.OTHER;
import static io.duly.desk.Agreeing.bare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.PayTo;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.parties.Parties;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs a second person beside messages, and how somebody could try to do without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApprovalsTest {
  private Desk desk;
  private Agreeing agreeing;
  private People.Admitted ada;
  private People.Admitted ben;
  private People.Admitted mia;
  private People.Admitted bea;

  @BeforeAll
  void open() {
    desk = new Desk();
    new Mailing(desk);
    agreeing = new Agreeing(desk);
    ada = desk.person("ada", Role.ADMINISTRATOR);
    ben = desk.person("ben", Role.ADMINISTRATOR);
    mia = desk.person("mia", Role.MANAGER);
    bea = desk.person("bea", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
  }

  @AfterAll
  void close() {
    desk.close();
  }

  /** Debtors are told the old account again. */
  @BeforeEach
  void begin() {
    pays(OLD);
  }

  /** At the command line, where nothing is proposed. */
  private void pays(String account) {
    var brandings = desk.application.getBean(Brandings.class);
    desk.application.getBean(DSLContext.class).transaction(tx -> {
      var creditor = desk.application.getBean(Parties.class).findCreditor(tx.dsl(), Portfolio.NORDWIND).orElseThrow();
      var to = new PayTo(Currency.getInstance("EUR"), Portfolio.NORDWIND, bare(account), Optional.empty(), Optional.empty(), Optional.empty());
      brandings.save(tx.dsl(), creditor, brandings.of(tx.dsl(), creditor).payingTo(List.of(to)), "shell:root", Instant.now());
    });
  }

  private static String page(People.Admitted person) {
    return "/people/" + person.person().uuid();
  }

  @Test
  void anotherAccountHoldsWhenASecondPersonHasApprovedItAndWhoAskedIsTold() {
    try (var hers = new Visitor(desk).signedInAs(mia); var theirs = new Visitor(desk).signedInAs(ben)) {
      var id = agreeing.account(hers, OTHER);
      assertThat(hers.get(agreeing.letterhead).body()).contains("the others wait for a second person", "Other accounts wait for a second person", OLD);
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));
      assertThat(hers.get("/approvals").body()).contains("You proposed it").doesNotContain("/" + id + "/approval", "/" + id + "/confirmation");
      assertThat(theirs.get("/").body()).containsPattern("href=\"/approvals\"[^>]*>Approvals <span class=\"count\">\\d+</span>");
      assertThat(theirs.get("/approvals").body()).contains("Accounts to pay to: Nordwind", OLD, OTHER, "Proposed by mia", "/" + id + "/approval");
      assertThat(agreeing.approve(theirs, id)).contains("Approved. It holds from now on");
      assertThat(agreeing.inForce()).isEqualTo(bare(OTHER));
      assertThat(desk.database.<UUID>ask(tx -> tx.fetchSingle("select proposal_id from correspondence.branding order by saved_at desc, version desc limit 1").get(0, UUID.class))).isEqualTo(id);
      assertThat(hers.get("/").body()).containsPattern("href=\"/approvals\"[^>]*>Approvals <span class=\"count\">\\d+</span>");
      assertThat(hers.get("/approvals").body()).contains("approved by ben", ">new<");
      hers.post("/approvals", "/approvals/read", Map.of());
      assertThat(hers.get("/approvals").body()).contains("approved by ben").doesNotContain(">new<");
    }
  }

  @Test
  void theRestOfALetterheadIsSavedAtOnceAndTheAccountsStay() {
    try (var hers = new Visitor(desk).signedInAs(mia)) {
      int before = agreeing.versions();
      agreeing.account(hers, OTHER);
      agreeing.account(hers, OLD);
      assertThat(agreeing.versions()).isEqualTo(before + 2);
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));
    }
  }

  @Test
  void nobodyApprovesTheirOwnNorDoesTheDatabaseTakeIt() {
    try (var hers = new Visitor(desk).signedInAs(mia)) {
      var id = agreeing.account(hers, OTHER);
      assertThat(agreeing.approve(hers, id)).contains("You proposed it: somebody else approves it");
      assertThat(agreeing.after(hers, id, "declining", Map.of("reason", "x"))).contains("You proposed it: somebody else approves it");
      assertThat(agreeing.after(hers, id, "confirmation", Map.of("password", mia.password()))).contains("This is confirmed by a second person");
      assertThat(agreeing.outcomes(id)).isEmpty();
      for (var lie : Map.of("approved", "nobody_approves_their_own", "alone", "in_time").entrySet()) {
        var expires = lie.getKey().equals("alone") ? "p.expires_at + interval '1 day'" : "p.proposed_at";
        assertThatThrownBy(() -> desk.database.execute(
                "insert into identity.proposal_decision (proposal_id, outcome, decided_by, decided_at, about, proposed_by, expires_at) select p.id, '%s', p.proposed_by, %s, p.about, p.proposed_by, p.expires_at from identity.proposal p where id = '%s'"
                    .formatted(lie.getKey(), expires, id)))
            .hasStackTraceContaining(lie.getValue());
      }
      assertThatThrownBy(() -> desk.database.execute("update identity.proposal set becomes = 'x' where id = '%s'".formatted(id))).hasStackTraceContaining("append-only");
      assertThatThrownBy(() -> desk.database.execute(
              "insert into identity.proposal_decision (proposal_id, outcome, decided_by, decided_at, about, proposed_by, expires_at) select p.id, 'approved', p.proposed_by, p.proposed_at, p.about, '%s', p.expires_at from identity.proposal p where id = '%s'"
                  .formatted(ben.person().uuid(), id)))
          .as("as if somebody else had proposed it")
          .hasStackTraceContaining("foreign key");
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));
    }
  }

  @Test
  void whoseRightsDoNotReachApprovesNothing() {
    try (var hers = new Visitor(desk).signedInAs(mia); var collector = new Visitor(desk).signedInAs(desk.person("cora", Role.COLLECTOR));
        var auditor = new Visitor(desk).signedInAs(desk.person("otto", Role.AUDITOR)); var other = new Visitor(desk).signedInAs(bea)) {
      var id = agreeing.account(hers, OTHER);
      for (var what : List.of("approval", "declining", "withdrawal", "confirmation")) {
        var form = Map.of("reason", "x", "password", "x");
        assertThat(agreeing.after(collector, id, what, form)).as(what).isEqualTo("404");
        assertThat(agreeing.after(other, id, what, form)).as(what).isEqualTo("404");
        assertThat(agreeing.after(auditor, id, what, form)).as(what).isEqualTo("403");
        assertThat(agreeing.after(hers, UUID.randomUUID(), what, form)).as("made up").isEqualTo("404");
        assertThat(hers.postWithToken("/approvals/" + id + "/" + what, "made-up", form).statusCode()).isEqualTo(403);
      }
      assertThat(collector.get("/approvals").body()).doesNotContain(OTHER);
      assertThat(other.get("/approvals").body()).doesNotContain(OTHER);
      assertThat(other.get("/").body()).doesNotContainPattern("href=\"/approvals\"[^>]*>Approvals <span");
      assertThat(auditor.get("/approvals").body()).contains(OTHER).doesNotContain("/" + id + "/approval");
      assertThat(agreeing.outcomes(id)).isEmpty();
    }
  }

  @Test
  void whatIsDecidedStaysSoHoweverOftenItIsSent() {
    try (var hers = new Visitor(desk).signedInAs(mia); var theirs = new Visitor(desk).signedInAs(ben)) {
      var id = agreeing.account(hers, OTHER);
      assertThat(agreeing.after(theirs, id, "declining", Map.of("reason", " "))).contains("Say why not");
      assertThat(agreeing.after(theirs, id, "declining", Map.of("reason", "The bank knows nothing of it."))).contains("Declined");
      assertThat(agreeing.approve(theirs, id)).contains("It has been decided");
      assertThat(agreeing.after(hers, id, "withdrawal", Map.of())).contains("It has been decided");
      assertThat(hers.get("/approvals").body()).contains("declined by ben", "The bank knows nothing of it.");
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));
      var withdrawn = agreeing.account(hers, OTHER);
      assertThat(agreeing.after(hers, withdrawn, "withdrawal", Map.of())).contains("Withdrawn");
      assertThat(agreeing.approve(theirs, withdrawn)).contains("It has been decided");
      var first = agreeing.account(hers, OTHER);
      var second = agreeing.account(hers, "DE75 5121 0800 1245 1261 99");
      assertThat(agreeing.approve(theirs, first)).as("changed while it was looked at").contains("It has been decided");
      assertThat(agreeing.outcomes(first)).containsExactly("replaced");
      assertThat(agreeing.approve(theirs, second)).contains("Approved");
      assertThat(agreeing.approve(theirs, second)).contains("It has been decided");
    }
  }

  @Test
  void ofTwoWhoApproveAtTheSameMomentOneIsTooLateAndItIsDoneOnce() throws Exception {
    try (var hers = new Visitor(desk).signedInAs(mia); var first = new Visitor(desk).signedInAs(ada); var second = new Visitor(desk).signedInAs(ben); var both = Executors.newFixedThreadPool(2)) {
      var id = agreeing.account(hers, OTHER);
      int before = agreeing.versions();
      var together = new CyclicBarrier(2);
      var tokens = List.of(token(first), token(second));
      var visitors = List.of(first, second);
      var asked = java.util.stream.IntStream.range(0, 2).<Callable<Integer>>mapToObj(at -> () -> {
        together.await();
        return visitors.get(at).postWithToken("/approvals/" + id + "/approval", tokens.get(at), Map.of()).statusCode();
      }).toList();
      for (var answer : both.invokeAll(asked)) {
        assertThat(answer.get()).isEqualTo(302);
      }
      assertThat(List.of(first.get("/approvals").body(), second.get("/approvals").body())).anyMatch(body -> body.contains("Approved. It holds")).anyMatch(body -> body.contains("It has been decided"));
      assertThat(agreeing.outcomes(id)).containsExactly("approved");
      assertThat(agreeing.versions()).isEqualTo(before + 1);
    }
  }

  private static String token(Visitor visitor) {
    return visitor.get("/me").body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
  }

  @Test
  void whatHasChangedMeanwhileIsNotDone() {
    var dan = desk.person("dan", Role.COLLECTOR);
    try (var hers = new Visitor(desk).signedInAs(mia); var theirs = new Visitor(desk).signedInAs(ben); var admin = new Visitor(desk).signedInAs(ada)) {
      var id = agreeing.account(hers, OTHER);
      pays("DE75 5121 0800 1245 1261 99");
      assertThat(agreeing.approve(theirs, id)).contains("Nothing was changed: it has changed meanwhile");
      assertThat(agreeing.inForce()).isEqualTo("DE75512108001245126199");
      assertThat(agreeing.outcomes(id)).containsExactly("overtaken");
      admin.post(page(dan), page(dan) + "/role", Map.of("role", "MANAGER"));
      var role = agreeing.latest();
      admin.post(page(dan), page(dan) + "/role", Map.of("role", "SENIOR"));
      assertThat(agreeing.approve(theirs, role)).contains("it has changed meanwhile");
      assertThat(agreeing.role("dan")).isEqualTo("senior");
    }
  }

  @Test
  void whoLostTheirRightsProposesNothingAnyMore() {
    var max = desk.person("max", Role.MANAGER);
    try (var his = new Visitor(desk).signedInAs(max); var theirs = new Visitor(desk).signedInAs(ben); var admin = new Visitor(desk).signedInAs(ada)) {
      var id = agreeing.account(his, OTHER);
      admin.post(page(max), page(max) + "/exclusion", Map.of());
      assertThat(his.get("/approvals").statusCode()).isEqualTo(302);
      assertThat(agreeing.approve(theirs, id)).contains("or whoever proposed it no longer may");
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));
    }
  }

  @Test
  void nothingIsApprovedAfterAWeek() {
    desk.database.execute(
        "insert into identity.proposal (id, kind, creditor_id, was, becomes, proposed_by, proposed_at, expires_at) select '00000000-0000-7000-8000-000000000001', 'pay-to', '%s', '[]', '[{\"currency\":\"EUR\",\"holder\":\"x\",\"account\":\"DE89370400440532013000\"}]', '%s', now() - interval '8 days', now() - interval '1 day'"
            .formatted(desk.portfolio.creditor(Portfolio.NORDWIND).value(), mia.person().uuid()));
    try (var theirs = new Visitor(desk).signedInAs(ben); var hers = new Visitor(desk).signedInAs(mia)) {
      assertThat(agreeing.approve(theirs, UUID.fromString("00000000-0000-7000-8000-000000000001"))).contains("It has expired. Propose it again");
      assertThat(hers.get("/approvals").body()).contains("expired: nobody decided in time");
    }
  }

  @Test
  void somebodyBecomesAManagerOrAnAdministratorOnlyByASecondPerson() {
    var cleo = desk.person("cleo", Role.COLLECTOR);
    try (var admin = new Visitor(desk).signedInAs(ada); var second = new Visitor(desk).signedInAs(ben); var hers = new Visitor(desk).signedInAs(cleo); var manager = new Visitor(desk).signedInAs(mia)) {
      admin.post(page(cleo), page(cleo) + "/role", Map.of("role", "MANAGER"));
      var id = agreeing.latest();
      assertThat(admin.get(page(cleo)).body()).contains("The role waits for a second person", "Another role waits for a second person");
      assertThat(agreeing.role("cleo")).isEqualTo("collector");
      assertThat(hers.get("/").statusCode()).isEqualTo(200);
      assertThat(agreeing.approve(admin, id)).contains("You proposed it");
      assertThat(agreeing.after(admin, id, "confirmation", Map.of("password", ada.password()))).contains("Somebody else can approve it");
      assertThat(agreeing.approve(second, id)).contains("Approved");
      assertThat(agreeing.role("cleo")).isEqualTo("manager");
      assertThat(hers.get("/").statusCode()).as("rights that she had are over").isEqualTo(302);
      assertThat(admin.get(page(cleo)).body()).contains("Role changed: manager", "A second person has agreed: manager", "ben, 127.0.0.1");
      admin.post(page(mia), page(mia) + "/role", Map.of("role", "ADMINISTRATOR"));
      assertThat(agreeing.approve(manager, agreeing.latest())).contains("It is about your own rights");
      assertThat(agreeing.role("mia")).isEqualTo("manager");
      agreeing.after(admin, agreeing.latest(), "withdrawal", Map.of());
    }
  }

  @Test
  void somebodyNewWhoIsToBeAManagerOnlyLooksUntilThen() {
    try (var admin = new Visitor(desk).signedInAs(ada); var second = new Visitor(desk).signedInAs(ben)) {
      var shown = admin.post("/people", "/people", Map.of("login", "nora", "name", "Nora Roth", "role", "ADMINISTRATOR"));
      assertThat(shown.body()).contains("/welcome/", "The role waits for a second person");
      assertThat(agreeing.role("nora")).isEqualTo("auditor");
      assertThat(agreeing.approve(second, agreeing.latest())).contains("Approved");
      assertThat(agreeing.role("nora")).isEqualTo("administrator");
    }
  }

  @Test
  void aManagerWhoWasShutOutComesBackOnlyByASecondPerson() {
    var rolf = desk.person("rolf", Role.MANAGER);
    try (var admin = new Visitor(desk).signedInAs(ada); var second = new Visitor(desk).signedInAs(ben); var his = new Visitor(desk)) {
      admin.post(page(rolf), page(rolf) + "/exclusion", Map.of());
      admin.post(page(rolf), page(rolf) + "/admission", Map.of());
      assertThat(admin.get(page(rolf)).body()).contains("stays shut out");
      assertThat(his.signedInAs(rolf).get("/").statusCode()).isEqualTo(302);
      assertThat(agreeing.approve(second, agreeing.latest())).contains("Approved");
      assertThat(his.signedInAs(rolf).get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoTookOverASecondPersonsSignInIsNoSecondPerson() {
    var tom = desk.person("tom", Role.MANAGER);
    try (var his = new Visitor(desk).signedInAs(tom); var admin = new Visitor(desk).signedInAs(ada); var second = new Visitor(desk).signedInAs(ben)) {
      his.post("/me", "/me/password", Map.of("current", tom.password(), "password", "a sentence of his own", "again", "a sentence of his own"));
      admin.post(page(tom), page(tom) + "/link", Map.of());
      var id = agreeing.account(admin, OTHER);
      assertThat(his.get("/approvals").body()).contains("has given you a link to choose a password").doesNotContain("/" + id + "/approval");
      assertThat(agreeing.approve(his, id)).contains("has given you a link to choose a password");
      assertThat(agreeing.inForce()).isEqualTo(bare(OLD));
      assertThat(agreeing.approve(second, id)).contains("Approved");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1300", "DARK, 1300", "LIGHT, 360", "DARK, 360"})
  void thePageIsAccessibleAndTheTwoAccountsStandBesideEachOther(ColorScheme theme, int width) {
    var eve = desk.person("eve" + theme + width, Role.COLLECTOR);
    try (var chromium = Chromium.started(); var hers = new Visitor(desk).signedInAs(mia); var admin = new Visitor(desk).signedInAs(ada)) {
      agreeing.after(admin, agreeing.account(hers, OTHER), "declining", Map.of("reason", "Nobody at the bank knows of it."));
      agreeing.account(hers, OTHER);
      admin.post(page(eve), page(eve) + "/role", Map.of("role", "MANAGER"));
      var page = chromium.signedIn(desk, ben, width, 900, theme);
      for (var address : new String[] {"/approvals", page(eve), agreeing.letterhead}) {
        page.navigate(address);
        if (!address.endsWith("branding")) {
          BrowserTest.assertAccessible(page, address);
        }
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(address).isLessThanOrEqualTo(width);
        page.screenshot(new Page.ScreenshotOptions().setPath(BrowserTest.shot("approvals" + address.replaceAll("[^a-z]", "").substring(0, 6) + "-", theme.name() + width)).setFullPage(true));
      }
      page.navigate("/approvals");
      page.locator(".proposal form[action$='/approval'] button").last().click();
      page.locator("p.notice[role=status]").waitFor();
      assertThat(chromium.complaints).isEmpty();
    }
  }
}
