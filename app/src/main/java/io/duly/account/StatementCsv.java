package io.duly.account;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeLine;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement as CSV: one row for each invoice, each thing that changed it, each charge and what is not posted, then the
 * totals. Text that a spreadsheet would take for a formula is made harmless by an apostrophe.
 */
public final class StatementCsv {
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
  private final String currency;

  private StatementCsv(String currency) {
    this.currency = currency;
  }

  /** With a heading; amounts in major units, dates as 2026-11-30, lines ended by CR LF. */
  public static String of(Statement statement) {
    var csv = new StatementCsv(statement.currency().getCurrencyCode());
    csv.csv.writeRecord("row", "date", "until", "document", "what", "basis", "amount", "open", "currency");
    statement.invoices().forEach(csv::invoice);
    statement.money().forEach(csv::money);
    csv.totals(statement);
    return csv.text.toString();
  }

  private void invoice(InvoiceOwed invoice) {
    row("invoice", invoice.issuedOn(), invoice.dueOn(), invoice.number(), "due " + invoice.dueOn(), "", invoice.gross(), invoice.open());
    invoice.movements().forEach(one ->
        row(
            one.amount().isPositive() ? "allocation" : "reversal", one.effectiveOn(), null, invoice.number(),
            said(one), one.source().orElse(""), one.amount().negated(), null));
    if (invoice.disputed().isPositive()) {
      row("disputed", null, null, invoice.number(), invoice.contested().orElse(""), "", invoice.disputed(), null);
    }
    invoice.charges().forEach(line -> charge(invoice, line));
    invoice.accrued().forEach(item ->
        row(
            "not_posted", item.period().from(), item.period().to(), invoice.number(), item.kind().word() + ": " + item.computed(),
            item.basis().named(), item.rest(), item.rest()));
  }

  private void charge(InvoiceOwed invoice, ChargeLine line) {
    var charge = line.charge();
    row(
        line.stands() ? "charge" : "cancelled_charge", charge.from(), charge.to(), invoice.number(),
        charge.kind().word() + ": " + charge.computed(), charge.basis().named(), charge.amount(), line.open());
  }

  private static String said(Movement one) {
    return one.kind() + one.onCharge().map(kind -> " on " + kind).orElse("") + one.why().map(why -> ": " + why).orElse("");
  }

  private void money(MoneyIn one) {
    row(
        one.credit() ? "credit_note" : "receipt", one.on(), null, one.reference().orElse(""), one.payer().orElse(""), "",
        one.amount(), one.left());
    if (one.returned().isPositive()) {
      row("returned", one.on(), null, one.reference().orElse(""), one.payer().orElse(""), "", one.returned().negated(), null);
    }
  }

  private void totals(Statement statement) {
    total("principal", statement.principal());
    total("of it disputed", statement.disputed());
    total("charges", statement.charges());
    total("not posted", statement.notPosted());
    total("owed", statement.owed());
    total("unallocated", statement.unallocated());
  }

  private void total(String what, Money amount) {
    row("total", null, null, "", what, "", amount, null);
  }

  private void row(
      String row, @Nullable Object date, @Nullable Object until, String document, String what, String basis, Money amount,
      @Nullable Money open) {
    csv.writeRecord(
        List.of(
            row, date == null ? "" : date.toString(), until == null ? "" : until.toString(), safe(document), safe(what), safe(basis),
            amount.plain(), open == null ? "" : open.plain(), currency));
  }

  static String safe(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
