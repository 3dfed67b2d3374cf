package io.duly.cli;

import io.duly.rules.ChargeAnswer.Charge;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A computation in words, for a terminal. */
final class ComputedText {
  private final List<String> lines = new ArrayList<>();

  private ComputedText() {}

  static List<String> of(Computed one) {
    var text = new ComputedText();
    text.add("%s owed by a %s, law of %s (rule pack %s), as of %s".formatted(
        one.claim().amount(), ComputedJson.word(one.claim().dealing()), one.claim().jurisdiction(), one.pack().name(), one.to()));
    text.add(one.lateFrom().map(first -> "Late from " + first + ".").orElse("Never late: no day of payment is known."));
    one.remarks().forEach(remark -> text.add("Note: " + remark.said() + "."));
    one.charges().forEach(text::charge);
    text.nothing(one);
    text.sum(one);
    text.court(one);
    return text.lines;
  }

  private void charge(Charge charge) {
    lines.add("");
    add("%s %s, %s (rule %s)".formatted(words(charge.kind()), charge.amount(), charge.basis().named(), charge.basis().id()));
    if (charge.lines().isEmpty()) {
      add("  " + charge.computed());
    }
    var table = new TextTable("  From", "To", ">Days", ">On", ">% a year", ">Interest", "Rate from");
    charge.lines().forEach(line ->
        table.row(
            "  " + line.period().from(), line.period().to(), line.period().days(), line.amount(), line.percent().toPlainString(),
            line.exact().toMoney(line.amount().currency(), RoundingMode.HALF_EVEN), line.source()));
    if (!charge.lines().isEmpty()) {
      lines.addAll(table.lines());
    }
    add("  Source: " + charge.basis().source());
  }

  private void nothing(Computed one) {
    lines.add("");
    one.nothing().forEach(none -> add("No %s: %s.".formatted(words(none.kind()), none.why())));
  }

  private void sum(Computed one) {
    lines.add("");
    var kinds = one.charges().stream().map(charge -> " + " + charge.amount()).collect(Collectors.joining());
    add("Owed on %s: %s%s = %s".formatted(one.to(), one.open(), kinds, one.owed()));
  }

  private void court(Computed one) {
    one.court().ifPresent(court ->
        add(
            court
                .amount()
                .map(fee -> "A court would ask %s for beginning a claim of %s (%s).".formatted(
                    fee, court.counted(), court.fee().basis().named()))
                .orElse("What a court asks for a claim of %s was not read (%s).".formatted(
                    court.counted(), court.fee().basis().named()))));
  }

  /** Text from outside cannot move the terminal's cursor. */
  private void add(String line) {
    lines.add(line.replaceAll("\\p{Cntrl}", " "));
  }

  private static String words(Enum<?> constant) {
    return ComputedJson.word(constant).replace('_', ' ');
  }
}
