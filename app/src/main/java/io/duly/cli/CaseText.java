package io.duly.cli;

import io.duly.cases.Checklist;
import io.duly.cases.StatedReason;
import io.duly.ledger.InvoiceLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A case in words, for a terminal. */
final class CaseText {
  private final CaseShown shown;
  private final LocalDate day;
  private final List<String> lines = new ArrayList<>();

  private CaseText(CaseShown shown, LocalDate day) {
    this.shown = shown;
    this.day = day;
  }

  /** @param why the whole reasoning too */
  static List<String> of(CaseShown shown, LocalDate day, boolean why) {
    var text = new CaseText(shown, day);
    text.head();
    if (why) {
      text.reasoning();
    }
    text.invoices();
    text.holdsAndAgreements();
    text.work();
    text.checklist();
    return text.lines;
  }

  private void head() {
    var view = shown.view();
    add("Case %d  %s owes %s  %s".formatted(view.number(), view.debtor(), view.creditor(), view.openBalance()));
    add("Stage: %s, opened %s".formatted(words(view.stage()), view.openedOn()));
    view.closed().ifPresent(closed -> add("Closed %s: %s".formatted(closed.on(), closed.why())));
    view.next().ifPresent(next -> add("Next: %s on %s".formatted(words(next.kind()), next.on())));
    view.because().ifPresent(because -> add("Because: %s".formatted(because)));
    add("Track record: %s".formatted(shown.trackRecord()));
  }

  private void reasoning() {
    heading("Reasoning" + shown.decision().map(one -> " of " + one.decidedOn() + ", policy " + one.policy()).orElse(""));
    if (shown.decision().isEmpty()) {
      add("  not decided by then");
    }
    shown.reasons().forEach(reason -> add("  %-28s %s".formatted(reason.rule(), reason.text())));
    shown.view().reviewOn().ifPresent(review -> add("  decided again on %s at the latest".formatted(review)));
  }

  private void invoices() {
    heading("Open invoices");
    var table = new TextTable("  Invoice", "Due", ">Days", ">Open", ">Disputed", "Payment reference");
    for (InvoiceLine line : shown.open()) {
      var disputed = shown.disputed(line.id(), line.open());
      var late = ChronoUnit.DAYS.between(line.dueOn(), day);
      table.row("  " + line.number(), line.dueOn(), late, line.open(), disputed.isZero() ? "" : disputed, shown.references().getOrDefault(line.id(), ""));
    }
    lines.addAll(table.lines());
  }

  private void holdsAndAgreements() {
    heading("Holds, promises, disputes, reasons");
    for (var hold : shown.view().holds()) {
      var end = hold.until().map(last -> "until " + last).orElse("open-ended");
      add("  Hold %s since %s, %s: %s (%s)".formatted(words(hold.kind()), hold.since(), end, hold.why(), hold.id()));
    }
    shown.promise().ifPresent(one -> add("  Promise of %s by %s, made %s".formatted(one.amount(), one.dueOn(), one.madeOn())));
    for (var dispute : shown.disputes()) {
      add("  Dispute of %s on %s: %s; our answer is due %s".formatted(dispute.amount(), dispute.invoiceNumber(), dispute.why(), dispute.answerDueOn()));
    }
    shown.stated().forEach(this::stated);
  }

  private void stated(StatedReason reason) {
    var checked = reason.verification().map(one -> words(one.outcome()) + ": " + one.how()).orElse("not verified yet");
    add("  Reason (%s) \"%s\", %s; %s".formatted(words(reason.category()), reason.ownWords(), reason.statedOn(), checked));
  }

  private void work() {
    heading("Tasks");
    shown.tasks().forEach(task -> add("  %s, due %s: %s".formatted(words(task.kind()), task.due(), task.why())));
  }

  private void checklist() {
    heading("Case file");
    for (var line : shown.checklist().lines()) {
      var mark = line.state() == Checklist.State.MISSING ? "missing" : words(line.state());
      var who = line.supplier().map(supplier -> "; ask " + supplier).orElse("");
      add("  %-11s %s%s".formatted(mark, line.item().title(), line.detail().equals("there") ? "" : " (" + line.detail() + who + ")"));
    }
  }

  /** Begins a part; where nothing followed the one before, its heading goes. */
  private void heading(String title) {
    dropEmptyHeading();
    lines.add("");
    lines.add(title);
  }

  private void dropEmptyHeading() {
    int last = lines.size() - 1;
    if (last > 0 && lines.get(last - 1).isEmpty()) {
      lines.remove(last);
      lines.remove(last - 1);
    }
  }

  /** Text from outside cannot move the terminal's cursor. */
  private void add(String line) {
    lines.add(line.replaceAll("\\p{Cntrl}", " "));
  }

  private static String words(Enum<?> value) {
    return CaseJson.word(value).replace('_', ' ');
  }
}
