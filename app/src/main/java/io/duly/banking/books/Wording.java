package io.duly.banking.books;

import io.duly.banking.books.StatementTaking.Place;
import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.SumCheck;
import io.duly.intake.Finding;
import io.duly.intake.StatementsIn;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words what is to be said of a statement. */
record Wording(AccountBook book, Statement statement) {

  Finding known() {
    return finding("statement-known", name() + " was taken in before; nothing changed.");
  }

  /**
   * What a person should know.
   *
   * @param same how many of its payments were told of before
   * @param after what is missing after it
   * @param today the business date
   */
  List<Finding> findings(int same, Place place, List<Missing> after, LocalDate today) {
    var findings = new ArrayList<Finding>();
    statement.ends().filter(day -> day.isAfter(today)).ifPresent(day -> findings.add(finding("statement-ahead", name() + " ends after today, " + today
        + ". Is the day of this machine right, and is this the bank's file? The account counts as known up to today.")));
    sum().ifPresent(sentence -> findings.add(finding("sum-differs", sentence)));
    place.missing().ifPresent(gap -> findings.add(finding("statement-gap", gap(gap))));
    after.forEach(gap -> findings.add(finding("statement-gap", gap(gap))));
    if (same > 0) {
      findings.add(finding("payments-known", name() + ": " + same + " of its payments were told of before, by another statement or advice; they count once."));
    }
    statement.findings().forEach(note -> findings.add(finding("bank-note", note.place() + ": " + note.sentence())));
    return findings;
  }

  private Optional<String> sum() {
    return SumCheck.of(statement) instanceof SumCheck.Differs(Money expected, Money stated)
        ? Optional.of(name() + ": opening balance and entries make " + expected + ", the bank states " + stated + ". Ask the bank for the right statement.")
        : Optional.empty();
  }

  private String gap(Missing gap) {
    return "Account " + book.number() + ": something is missing between the statement that ends " + gap.before().ends() + " and the one that ends "
        + gap.after().ends() + ", " + new Money(gap.amount(), book.currency()) + " in sum. Import the statements between; the gap then closes by itself.";
  }

  private String name() {
    var number = statement.number().map(one -> " " + one).orElse("");
    var day = statement.ends().map(one -> " of " + one).orElse("");
    return "Statement" + number + day + " of account " + book.number();
  }

  private static Finding finding(String code, String sentence) {
    return new Finding(Optional.empty(), Optional.empty(), code, StatementRows.storable(sentence));
  }

  StatementsIn.One told(long payments, long fresh, Place place) {
    return new StatementsIn.One(
        statement.account(), statement.currency().getCurrencyCode(), statement.kind().name().toLowerCase(Locale.ROOT), statement.number(), statement.begins(),
        statement.ends(), statement.opening().map(Balance::amount).map(Money::plain), statement.closing().map(Balance::amount).map(Money::plain), total(),
        payments, fresh, place.link(), check(), place.missing().map(gap -> new Money(gap.amount(), book.currency()).plain()));
  }

  private String total() {
    return statement.entries().stream().filter(Entry::booked).map(Entry::amount).filter(amount -> amount.currency().equals(book.currency()))
        .reduce(Money.zero(book.currency()), Money::plus).plain();
  }

  private String check() {
    return switch (SumCheck.of(statement)) {
      case SumCheck.AddsUp _ -> "addsUp";
      case SumCheck.Differs _ -> "differs";
      case SumCheck.CannotTell _ -> "cannotTell";
    };
  }
}
