package io.duly.banking.export;

import io.duly.intake.ListPreview;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a bank's list would be read. Nothing was taken in.
 *
 * @param list its columns, how many rows are payments ({@code good}) and how many cannot be read ({@code bad}), and why
 * @param beside rows that are no payments or not booked yet, and are left out
 * @param rows the first ones
 * @param sums what came in and went out, for each account and currency
 * @param proof what the balances beside the payments prove; empty where none is read, or a row cannot be
 */
public record BankPreview(ListPreview list, long beside, List<Row> rows, List<Sum> sums, Optional<Proof> proof) {

  public BankPreview {
    rows = List.copyOf(rows);
    sums = List.copyOf(sums);
  }

  /**
   * A payment as it would be taken in.
   *
   * @param fits false where its balance does not follow from the one before
   * @param problem why the row cannot be read, or is left out
   */
  public record Row(
      long line, Optional<LocalDate> booked, Optional<LocalDate> value, Optional<Money> amount, Optional<Money> balance, boolean fits, String other, String account,
      String text, Optional<String> problem) {}

  /**
   * Money of one account and currency.
   *
   * @param account empty where nothing says which it is yet
   */
  public record Sum(Optional<String> account, Money in, Money out) {}

  /**
   * Whether each balance is the one before with what was paid between.
   *
   * @param steps how many are
   * @param broken how many are not
   * @param first the first that is not
   */
  public record Proof(int steps, int broken, Optional<Break> first) {}

  /** @param expected what the balance before and what was paid make */
  public record Break(long line, Money expected, Money said) {}

  static BankPreview refused(List<ListPreview.Column> columns, String why) {
    return new BankPreview(ListPreview.refused(columns, why), 0, List.of(), List.of(), Optional.empty());
  }
}
