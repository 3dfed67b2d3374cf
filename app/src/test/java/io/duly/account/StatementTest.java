package io.duly.account;

import static io.duly.charging.Account.by;
import static io.duly.charging.Account.day;
import static io.duly.charging.Account.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Disputes;
import io.duly.charging.Account;
import io.duly.testing.Office;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
      var text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("Łąka & <b>Søn</b> Ψ Ж GmbH", "1,200.00", "40.00", "=two pallets <missing>");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      for (var name : pdf.getPage(0).getResources().getFontNames()) {
        assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }
}
