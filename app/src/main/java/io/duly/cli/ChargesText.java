package io.duly.cli;

import io.duly.charging.Chargeable;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import java.util.ArrayList;
import java.util.List;

/** Charges in words, for a terminal. */
final class ChargesText {
  private final List<String> lines = new ArrayList<>();

  private ChargesText() {}

  static List<String> of(ChargesShown shown) {
    var text = new ChargesText();
    text.add("Case %d of %s as of %s: %s of charges open, %s not posted".formatted(
        shown.view().number(), shown.view().debtor(), shown.day(), shown.open(), shown.rest()));
    text.posted(shown.posted());
    shown.due().forEach(text::due);
    if (shown.due().isEmpty()) {
      text.add("No invoice of the case is overdue.");
    }
    return text.lines;
  }

  private void posted(List<ChargeLine> posted) {
    if (posted.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Posted");
    var table = new TextTable("  Invoice", "Charge", "Basis", "From", "To", ">Amount", ">Open", "Id");
    for (var line : posted) {
      var charge = line.charge();
      var open = line.stands() ? line.open().toString() : "cancelled";
      table.row("  " + line.invoiceNumber(), words(charge.kind()), charge.basis().named(), charge.from(), charge.to(), charge.amount(), open, charge.id());
    }
    lines.addAll(table.lines());
  }

  private void due(Chargeable invoice) {
    lines.add("");
    add("Invoice %s, due %s, law of %s".formatted(invoice.number(), invoice.dueOn(), invoice.law()));
    invoice.items().forEach(this::item);
    invoice.remarks().forEach(said -> add("  note: " + said));
    invoice.nothing().forEach(none -> add("  no %s: %s".formatted(words(none.kind()), none.why())));
  }

  private void item(Chargeable.Item item) {
    var rest = item.isDue() ? item.rest() + " not posted" : "all posted";
    add("  %s %s (%s): %s".formatted(words(item.kind()), item.whole(), item.basis().named(), rest));
    if (item.lines().isEmpty()) {
      add("    " + item.computed());
    }
    item.lines().forEach(line -> add("    %s to %s: %s".formatted(line.period().from(), line.period().to(), line.computed())));
    item.wrong().forEach(line -> add("    no longer right, a posting takes it back: %s".formatted(line.charge().amount())));
    item.stuck().ifPresent(why -> add("    needs a person: " + why));
  }

  /** Text from outside cannot move the terminal's cursor. */
  private void add(String line) {
    lines.add(line.replaceAll("\\p{Cntrl}", " "));
  }

  private static String words(Charge.Kind kind) {
    return kind.word().replace('_', ' ');
  }
}
