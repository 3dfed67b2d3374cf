package io.duly.banking.export;

import io.duly.banking.statement.Finding;
import java.util.List;
import java.util.Optional;

/** What a file that no map fits seems to be. */
sealed interface Guess {
  /** No bank's list of payments. */
  record Other() implements Guess {}

  /** A bank's list, and what of it cannot be told without a person. */
  record Unclear(String sentence) implements Guess {}

  /**
   * A bank's list of which every column that is needed is clear.
   *
   * @param payments its rows without what stands above, below and between them
   * @param account of the rows that do not say it
   * @param currency likewise
   */
  record Clear(
      Fitted fitted, List<Line> payments, Optional<String> account, Optional<String> currency, ExportReader.Beside beside, List<Finding> told)
      implements Guess {}
}
