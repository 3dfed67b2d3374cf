package io.duly.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file of bank statements said and brought.
 *
 * @param accounts how many accounts it tells of
 * @param statements how many statements it holds
 * @param repeated statements among them that were known before, whole
 * @param entries payments in it, batches counted by their parts
 * @param receipts money among them that was new and went to the ledger
 * @param each the first thousand statements in the order of the file
 * @param matching what became of the receipts; empty while nobody looked at them
 */
public record StatementsIn(int accounts, int statements, int repeated, long entries, long receipts, List<One> each, Optional<Matching> matching) {

  /**
   * What matching made of the receipts.
   *
   * @param allocated receipts that were allocated by themselves
   * @param waiting receipts of which something waits for a person
   * @param casesClosed the numbers of the cases that this money closed
   */
  public record Matching(long allocated, long waiting, List<String> casesClosed) {
    public Matching {
      casesClosed = List.copyOf(casesClosed);
    }
  }

  /** The same after somebody looked at the receipts. */
  public StatementsIn matched(Matching what) {
    return new StatementsIn(accounts, statements, repeated, entries, receipts, each, Optional.of(what));
  }

  /**
   * One statement. Amounts are in major units.
   *
   * @param link how it stands to what was known: {@code first}, {@code follows}, {@code gap}, {@code overlap}, {@code
   *     duplicate}, {@code unplaced}; {@code apart} where its kind is in no chain
   * @param sum whether it adds up: {@code addsUp}, {@code differs}, {@code cannotTell}
   * @param missing what the missing statements before it must add up to
   * @param total the sum of its booked entries
   * @param fresh payments that were not known before
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record One(
      String account,
      String currency,
      String kind,
      Optional<String> number,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> opening,
      Optional<String> closing,
      String total,
      long entries,
      long fresh,
      String link,
      String sum,
      Optional<String> missing) {}

  public StatementsIn {
    each = List.copyOf(each);
  }
}
