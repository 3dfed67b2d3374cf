package io.duly.account;

import static io.duly.charging.Account.by;
import static io.duly.charging.Account.day;
import static io.duly.charging.Account.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Disputes;
import io.duly.charging.Account;
import io.duly.testing.Office;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed as of any day. */
@Tag("P02")
class StatementTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Account account = new Account(OFFICE);
  private final Statements statements = OFFICE.the(Statements.class);

  private Statement of(String day) {
    return statements.of(account.work.sql, account.work.caseId, day(day));
  }

  private void story() {
    account.work.the(Disputes.class)
        .open(account.work.sql, account.work.invoice, eur("200.00"), "=two pallets <missing>", day("2026-06-10"), by("2026-05-20"));
    account.pay(account.work.invoice, account.receive("500.00", "2026-05-12"), "450.00", "2026-05-13");
    account.post("2026-06-01");
  }

  @Test
  void showsEveryLineAndAddsThemUp() {
    story();
    var statement = of("2026-06-20");
    assertThat(statement.principal()).isEqualTo(eur("750.00"));
    assertThat(statement.disputed()).isEqualTo(eur("200.00"));
    assertThat(statement.charges()).as("10 days on 1,200, 7 on 750, 13 on 550, and 40").isEqualTo(eur("46.87"));
    assertThat(statement.notPosted()).as("19 days on 550").isEqualTo(eur("2.94"));
    assertThat(statement.owed()).isEqualTo(statement.principal().plus(statement.charges()).plus(statement.notPosted()));
    assertThat(statement.unallocated()).isEqualTo(eur("50.00"));
    var invoice = statement.invoices().getFirst();
    assertThat(invoice.movements()).extracting(Movement::amount).containsExactly(eur("450.00"));
    assertThat(statement.money().getFirst().went()).hasSize(1);
  }

  @Test
  void aPostingAddsNothingToWhatIsOwed() {
    var before = of("2026-06-01").owed();
    account.post("2026-06-01");
    assertThat(of("2026-06-01").owed()).isEqualTo(before);
    assertThat(of("2026-06-01").notPosted()).isEqualTo(eur("0.00"));
  }

  @Test
  void anEarlierDayIsShownAsItStood() {
    story();
    var statement = of("2026-05-12");
    assertThat(statement.principal()).isEqualTo(eur("1200.00"));
    assertThat(statement.disputed()).isEqualTo(eur("0.00"));
    assertThat(statement.charges()).isEqualTo(eur("0.00"));
    assertThat(statement.notPosted()).as("10 days and 40").isEqualTo(eur("43.38"));
    assertThat(statement.unallocated()).isEqualTo(eur("500.00"));
    assertThat(of("2026-05-02").notPosted()).as("not late yet").isEqualTo(eur("0.00"));
  }

  @Test
  void theCsvHoldsNoFormula() {
    story();
    var csv = StatementCsv.of(of("2026-06-20"));
    assertThat(csv).contains("'=two pallets <missing>").contains("total,,,,owed,,").contains("allocation,2026-05-13");
    assertThat(csv.lines()).noneMatch(line -> line.contains(",=") || line.startsWith("="));
    assertThat(StatementCsv.safe("+49 30")).isEqualTo("'+49 30");
    assertThat(StatementCsv.safe("4711")).isEqualTo("4711");
  }

  @Test
  void thePdfIsTaggedAndHoldsItsFontAndTheTextOfStrangersAsText() throws IOException {
    story();
    account.work.sql.execute("update parties.debtor set name = ? where id = ?", "Łąka & <b>Søn</b> Ψ Ж \u0007GmbH", account.work.debtor.value());
    try (var pdf = Loader.loadPDF(OFFICE.the(StatementPdf.class).of(of("2026-06-20")))) {
      var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text).contains("Łąka & <b>Søn</b> Ψ Ж GmbH", "1,200.00", "40.00", "=two pallets <missing>");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      for (var name : pdf.getPage(0).getResources().getFontNames()) {
        assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "de, Kontoauszug, '1.200,00', Zinsen", "fr, Relevé de compte, '200,00', intérêts", "nl, Rekeningoverzicht, '1.200,00', rente",
    "es, Estado de cuenta, '200,00', intereses", "pl, Statement of account, '1,200.00', interest"
  })
  void isPrintedInTheDebtorsLanguageOverAsManyPagesAsItTakes(String language, String title, String amount, String interest) throws IOException {
    story();
    account.work.sql.execute("update parties.debtor set language = ? where id = ?", language, account.work.debtor.value());
    for (int number = 0; number < 60; number++) {
      account.work.invoice(account.work.debtor, "R-2026-" + number + "-" + "9".repeat(number), "87.50", "EUR");
    }
    var statement = of("2026-06-20");
    assertThat(statement.runningTotals().getLast()).isEqualTo(statement.owed());
    var bytes = OFFICE.the(StatementPdf.class).of(statement);
    Files.write(Files.createDirectories(Path.of("target", "statements")).resolve(language + ".pdf"), bytes);
    try (var pdf = Loader.loadPDF(bytes)) {
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isGreaterThan(2);
      var text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains(title, amount, interest, "1 / " + pages, pages + " / " + pages);
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language.equals("pl") ? "en" : language);
    }
  }

  @Test
  void moneyThatWentBackHasALineOfItsOwn() {
    var receipt = account.receive("75.00", "2026-05-12");
    account.work.sql.execute(
        "insert into ledger.receipt_return (id, creditor_id, receipt_id, currency, amount, effective_on, source_key, actor, why)"
            + " values (gen_random_uuid(), ?, ?, 'EUR', 2500, '2026-05-14', 'test', 'duly', 'taken back')",
        account.work.creditor.value(), receipt.value());
    var money = of("2026-06-20").money().getFirst();
    assertThat(money.returned()).isEqualTo(eur("25.00"));
    assertThat(money.left()).isEqualTo(eur("50.00"));
    assertThat(StatementCsv.of(of("2026-06-20"))).contains("returned,2026-05-12");
  }

  @Test
  void theLanguagesHaveTheSameWords() throws IOException {
    var english = words("");
    for (var language : new String[] {"_de", "_fr", "_nl", "_es"}) {
      assertThat(words(language).stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
    }
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var in = Objects.requireNonNull(Statement.class.getResourceAsStream("statement" + language + ".properties"));
        var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(text);
    }
    return words;
  }
}
