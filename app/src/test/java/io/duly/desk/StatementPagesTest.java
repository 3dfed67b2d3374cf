package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.cases.Cases;
import io.duly.cases.Recorded;
import io.duly.charging.Charging;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The statement of account and the page of an invoice, from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementPagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private Desk desk;
  private People.Admitted anna;
  private String invoice;
  private long other;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    Files.createDirectories(SHOTS);
    var dsl = desk.application.getBean(DSLContext.class);
    var found = dsl.fetchSingle("select id, debtor_id from ledger.invoice where number = 'INV-2236'");
    invoice = found.get("id").toString();
    other = dsl.fetchSingle("select min(number) from cases.recovery_case where creditor_id <> ?", desk.portfolio.creditor(Portfolio.BRIGHTWELL).value()).get(0, Long.class);
    dsl.execute("update parties.debtor set kind = 'company', country = 'GB' where id = ?", found.get("debtor_id"));
    dsl.transaction(tx -> {
      var id = desk.application.getBean(Cases.class).find(tx.dsl(), "1").orElseThrow();
      desk.application.getBean(Charging.class).post(tx.dsl(), id, Recorded.by("person:anna", Portfolio.TODAY.minusDays(5), Instant.now()));
    });
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void showsWhatIsOwedOnADayAndGivesItAsFiles() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var page = visitor.get("/cases/1/statement").body();
      assertThat(page).contains("Statement of account", "INV-2236", "fixed compensation", "Late Payment of Commercial Debts");
      assertThat(visitor.get("/cases/1/statement?asOf=2020-01-01").body()).contains("Nothing is open.");
      var csv = visitor.get("/cases/1/statement.csv");
      assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
      assertThat(csv.body()).startsWith("row,date,until,document");
      assertThat(visitor.get("/cases/1/statement.pdf").body()).startsWith("%PDF-");
      assertThat(visitor.get("/cases/1/statement?asOf=no-day").statusCode()).isEqualTo(400);
      assertThat(visitor.get("/invoices/" + invoice).body()).contains("Invoice INV-2236", "not archived", "/cases/1");
    }
  }

  @Test
  void whatIsNotInScopeIsNotThere() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      for (var ending : new String[] {"", ".csv", ".pdf"}) {
        assertThat(visitor.get("/cases/" + other + "/statement" + ending).statusCode()).isEqualTo(404);
      }
      var theirs = desk.application.getBean(DSLContext.class)
          .fetchSingle("select min(i.id::text) from ledger.invoice i where creditor_id <> ?", desk.portfolio.creditor(Portfolio.BRIGHTWELL).value())
          .get(0, String.class);
      assertThat(visitor.get("/invoices/" + theirs).statusCode()).isEqualTo(404);
      assertThat(visitor.get("/invoices/" + theirs + "/document").statusCode()).isEqualTo(404);
      assertThat(visitor.get("/invoices/" + invoice + "/document").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whoWorksCasesPostsAndAManagerLetsGoAndTakesBack() {
    var manager = desk.person("mona", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    var auditor = desk.person("otto", Role.AUDITOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    var statement = "/cases/1/statement";
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get(statement).body()).contains("Post charges").doesNotContain("Let go or take back");
      assertThat(visitor.post(statement, "/cases/1/charges", Map.of()).statusCode()).isEqualTo(302);
      assertThat(visitor.get(statement).body()).containsAnyOf("charge is posted", "charges are posted");
      assertThat(visitor.post(statement, "/cases/1/charges/" + charge("interest") + "/waiver", Map.of("why", "kind")).statusCode()).isEqualTo(403);
      visitor.post(statement, "/cases/1/court-fee", Map.of("place", "GB-EAW", "evidence", "claim 123 of 2026"));
      assertThat(visitor.get(statement).body()).contains("The court fee of", "Civil Proceedings Fees");
      visitor.post(statement, "/cases/1/court-fee", Map.of("place", "GB-EAW", "evidence", "again"));
      assertThat(visitor.get(statement).body()).contains("A court fee is posted and open already");
      assertThat(visitor.get("/cases/1").body()).contains("Charges open", "Owed with charges");
      assertThat(visitor.post(statement, "/cases/" + other + "/charges", Map.of()).statusCode()).isEqualTo(404);
    }
    try (var visitor = new Visitor(desk).signedInAs(manager)) {
      var fee = charge("court_fee");
      assertThat(visitor.get(statement).body()).contains("Let go or take back");
      visitor.post(statement, "/cases/1/charges/" + fee + "/waiver", Map.of("why", "half of it", "amount", "5.00"));
      assertThat(visitor.get(statement).body()).contains("5.00 is let go.");
      visitor.post(statement, "/cases/1/charges/" + fee + "/cancellation", Map.of("why", "never begun"));
      assertThat(visitor.get(statement).body()).contains("Only a charge that stands");
      visitor.post(statement, "/cases/1/charges/" + fee + "/waiver", Map.of("why", "never begun", "amount", ""));
      visitor.post(statement, "/cases/1/charges/" + charge("compensation") + "/cancellation", Map.of("why", "a mistake"));
      assertThat(visitor.get(statement).body()).contains("The charge is taken back.");
    }
    try (var visitor = new Visitor(desk).signedInAs(auditor)) {
      assertThat(visitor.get(statement).body()).doesNotContain("Post charges", "Let go or take back");
    }
  }

  private String charge(String kind) {
    return desk.application.getBean(DSLContext.class)
        .fetchSingle("select g.id::text from ledger.charge g join cases.recovery_case c on c.debtor_id = g.debtor_id"
            + " where c.number = 1 and g.kind = ? and g.cancelled_on is null order by g.amount desc limit 1", kind)
        .get(0, String.class);
  }

  @Test
  void isReadableWithEverySenseAndOnEveryScreen() {
    try (var chromium = Chromium.started()) {
      for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {1280, 360}) {
          var page = chromium.signedIn(desk, anna, width, 900, theme);
          look(page, "/cases/1/statement", "statement-" + theme + "-" + width);
          look(page, "/invoices/" + invoice, "invoice-" + theme + "-" + width);
          page.context().close();
        }
      }
      assertThat(chromium.complaints).isEmpty();
    }
  }

  private static void look(Page page, String address, String name) {
    page.navigate(address);
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
    assertThat(Accessibility.breaches(page)).as(address).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(address + " is as wide as the screen").isTrue();
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
  }
}
