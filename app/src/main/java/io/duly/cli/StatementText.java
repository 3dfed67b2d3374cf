package io.duly.cli;

import io.duly.account.InvoiceOwed;
import io.duly.account.Statement;
import io.duly.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/** A statement of account in words, for a terminal. */
final class StatementText {
  private final TextTable table = new TextTable("Date", "What", ">Amount", ">Open");

  private StatementText() {}

  static List<String> of(Statement statement) {
    var text = new StatementText();
    statement.invoices().forEach(text::invoice);
    statement.money().forEach(one ->
        text.row(
            one.on(), (one.credit() ? "credit note " : "payment ") + one.reference().orElse("") + " " + one.payer().orElse(""), one.amount(),
            one.left().isPositive() ? one.left() + " unallocated" : ""));
    var lines = new ArrayList<String>();
    lines.add(
        "Statement of account, case %d, as of %s: %s owes %s"
            .formatted(statement.caseNumber(), statement.asOf(), statement.debtor(), statement.creditor())
            .replaceAll("\\p{Cntrl}", " "));
    lines.addAll(text.table.lines());
    lines.add("");
    lines.addAll(totals(statement));
    return lines;
  }

  private void invoice(InvoiceOwed invoice) {
    row(invoice.issuedOn(), "invoice " + invoice.number() + ", due " + invoice.dueOn(), invoice.gross(), invoice.open());
    invoice.movements().forEach(one ->
        row(
            one.effectiveOn(), "  " + words(one.kind()) + one.onCharge().map(kind -> " for the " + words(kind)).orElse(""),
            one.amount().negated(), ""));
    if (invoice.disputed().isPositive()) {
      row("", "  contested: " + invoice.contested().orElse(""), invoice.disputed(), "");
    }
    invoice.charges().forEach(line ->
        row(
            line.charge().postedOn(), "  " + words(line.charge().kind().word()) + " by " + line.charge().basis().named(),
            line.charge().amount(), line.stands() ? line.open() : "cancelled"));
    invoice.accrued().forEach(item ->
        row(item.period().to(), "  " + words(item.kind().word()) + " by " + item.basis().named() + ", not posted", item.rest(), ""));
  }

  private void row(Object date, String what, Money amount, Object open) {
    table.row(date, what.stripTrailing(), amount, open);
  }

  private static List<String> totals(Statement statement) {
    var table = new TextTable("In all", ">");
    table.row("open on invoices", statement.principal());
    table.row("of it contested", statement.disputed());
    table.row("charges", statement.charges());
    table.row("accrued, not posted", statement.notPosted());
    table.row("owed", statement.owed());
    table.row("unallocated", statement.unallocated());
    return table.lines();
  }

  private static String words(String code) {
    return code.replace('_', ' ');
  }
}
