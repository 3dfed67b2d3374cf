package io.duly.banking.statement;

import io.duly.kernel.Money;
import java.util.List;

/** How a booked statement of an account stands to the ones before it. */
public sealed interface Link {
  /** The statement that is placed. */
  Statement statement();

  /** The first one known of its account. */
  record First(Statement statement) implements Link {}

  /** It opens with what the one before closed with. */
  record Follows(Statement statement) implements Link {}

  /**
   * Something is missing between.
   *
   * @param before the latest statement known before the gap
   * @param missing what the missing statements must add up to, above zero came in
   */
  record Gap(Statement statement, Statement before, Money missing) implements Link {}

  /**
   * It repeats entries that earlier statements had.
   *
   * @param fresh the entries that no earlier statement had, in the order of the file
   */
  record Overlap(Statement statement, List<Entry> fresh) implements Link {}

  /** It says what an earlier one said. */
  record Duplicate(Statement statement) implements Link {}

  /** It has no balances: what comes before and after cannot be told. */
  record Unplaced(Statement statement) implements Link {}
}
