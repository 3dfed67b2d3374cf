package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.cases.Recorded;
import io.duly.corrections.Suspicions;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.Invoice;
import io.duly.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was our mistake, put right on the pages: a duplicate, and what a carrier lost. */
@Tag("P09")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MistakePagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private Desk desk;
  private People.Admitted anna;
  private DSLContext dsl;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
    dsl = desk.application.getBean(DSLContext.class);
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aDuplicateIsDecidedAndADisputeAnsweredByPage() {
    sentTwice("INV-2236", "INV-2299");
    try (var chromium = Chromium.started()) {
      var page = chromium.signedIn(desk, anna);
      var address = caseOf("INV-2236");
      page.navigate(address);
      assertThat(page.locator("#duplicate-INV-2299").textContent()).contains("INV-2299 may be a duplicate of INV-2236", "same amount, issue day, due day");
      accessible(page);
      page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("duplicate.png")).setFullPage(true));
      page.locator("#duplicate-INV-2299 input[name=why]").fill("one delivery, booked twice");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.locator("p[role=status]").waitFor();
      assertThat(page.locator("#happenings").textContent()).contains("We were wrong: invoice INV-2299 asked for what INV-2236 asks for. one delivery, booked twice");
      assertThat(page.locator("#duplicate-INV-2299").count()).isZero();
      page.navigate("/invoices/" + id("INV-2299"));
      assertThat(page.locator("main").textContent()).contains("A duplicate, said anna", "CN-INV-2299");
      page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("duplicate-invoice.png")).setFullPage(true));

      page.navigate(caseOf("RE-10655"));
      page.locator("a[href$='#acts']").first().click();
      page.locator("#outcome").waitFor();
      accessible(page);
      page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("answer.png")).setFullPage(true));
      page.locator("input[name=answer]").fill("You are right, two pallets were lost.");
      page.keyboard().press("Enter");
      page.locator("p[role=status]").waitFor();
      assertThat(page.locator("main").textContent()).contains("we were wrong on", "CN-RE-10655");
      accessible(page);
      var phone = chromium.signedIn(desk, anna, 360, 800, ColorScheme.DARK);
      phone.navigate("/invoices/" + id("INV-2299"));
      assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(360);
      phone.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("answer-360.png")).setFullPage(true));
      assertThat(chromium.complaints).isEmpty();
    }
    assertThat(open("INV-2299")).isZero();
    assertThat(dsl.fetchValue("select outcome from cases.dispute d join ledger.invoice i on i.id = d.invoice_id where i.number = 'RE-10655'")).isEqualTo("upheld");
  }

  @Test
  void contestsCreditsAndVerifiesWithoutScripts() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var number = dsl.fetchSingle(
              "select i.number from ledger.invoice i where i.settled_on is null and i.number <> 'INV-2236' and not exists (select from cases.dispute d where d.invoice_id = i.id) order by i.gross desc limit 1")
          .get(0, String.class);
      var address = "/invoices/" + id(number);
      visitor.post(address, address + "/disputes",
          Map.of("amount", "10.00", "words", "One was broken.", "category", "GOODS_DEFECTIVE", "ask", "the carrier", "answerDue", Portfolio.TODAY.plusDays(5).toString()));
      assertThat(visitor.get(address).body()).contains("One was broken.");
      assertThat(visitor.get(caseOf(number)).body()).contains("ask the carrier", "What came out");
      var reason = dsl.fetchValue("select id from cases.reason where own_words = 'One was broken.'");
      visitor.post(caseOf(number), caseOf(number) + "/reasons/" + reason + "/verification", Map.of("outcome", "CONFIRMED", "how", "a photograph"));
      visitor.post(address, address + "/answer", Map.of("outcome", "SETTLED", "amount", "5", "mistake", "WRONG_GOODS", "answer", "We share it."));
      visitor.post(address, address + "/credit", Map.of("amount", "x", "mistake", "WRONG_PRICE", "why", "last year's list"));
      assertThat(dsl.fetchValue("select string_agg(reason, ' ' order by reason) from corrections.correction c join ledger.invoice i on i.id = c.invoice_id where i.number = ?", number))
          .isEqualTo("wrong_goods");
      visitor.post(address, address + "/credit", Map.of("amount", "2.50", "mistake", "WRONG_PRICE", "why", "last year's list", "note", "GS-77"));
      assertThat(visitor.get(address).body()).contains("GS-77", "CN-" + number);
    }
  }

  /** The same invoice again under another number. */
  private void sentTwice(String number, String again) {
    var first = dsl.fetchSingle("select * from ledger.invoice where number = ?", number);
    var second = new InvoiceId(UUID.randomUUID());
    dsl.transaction(tx -> {
      desk.application.getBean(Ledger.class)
          .record(
              tx.dsl(),
              List.of(Invoice.of(
                  second, new CreditorId(first.get("creditor_id", UUID.class)), new DebtorId(first.get("debtor_id", UUID.class)), again,
                  Money.ofMinor(first.get("gross", Long.class), first.get("currency", String.class)), first.get("issued_on", LocalDate.class),
                  first.get("due_on", LocalDate.class))));
      desk.application.getBean(Suspicions.class)
          .among(tx.dsl(), Recorded.by("file:list.csv", Portfolio.TODAY, Instant.now()), "select ?::uuid", second.value());
    });
  }

  private String caseOf(String invoice) {
    return "/cases/" + dsl.fetchValue(
        "select c.number from cases.recovery_case c join ledger.invoice i on i.debtor_id = c.debtor_id and i.currency = c.currency where i.number = ? order by c.closed_on is null desc limit 1", invoice);
  }

  private String id(String invoice) {
    return String.valueOf(dsl.fetchValue("select id from ledger.invoice where number = ?", invoice));
  }

  private long open(String number) {
    return dsl.fetchSingle(
            "select i.gross - coalesce((select sum(amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint from ledger.invoice i where number = ?", number)
        .get(0, Long.class);
  }

  private static void accessible(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = !one.classList.contains('you'))");
    assertThat(Accessibility.breaches(page)).isEmpty();
  }
}
