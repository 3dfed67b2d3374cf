package io.duly.ledger;

import io.duly.kernel.ChargeId;
import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The charges in the ledger and every change of them. What may be charged is not decided here. Works as {@link Ledger}
 * does: in the caller's transaction, each list one statement, the database's refusals as {@link AllocationRefused}.
 */
@Component
public final class ChargeBook {
  private final ChargePostings postings = new ChargePostings();
  private final ChargesRead read = new ChargesRead();

  /**
   * Posts charges.
   *
   * @throws AllocationRefused where days of an invoice would bear interest twice, or a fixed sum would be asked twice
   */
  public void post(DSLContext tx, List<Charge> charges) {
    Refusals.translated(() -> postings.post(tx, charges));
  }

  /**
   * Sets parts of receipts and credit notes against charges, or waives parts of charges.
   *
   * @throws AllocationRefused where one would exceed its charge or source on any day, or is of another currency
   */
  public void allocate(DSLContext tx, List<ChargeAllocation> allocations) {
    Refusals.translated(() -> postings.allocate(tx, allocations));
  }

  /** @throws AllocationRefused where one is reversed already, takes effect before what it undoes, or undoes a cancellation */
  public void reverse(DSLContext tx, List<Reversal> reversals) {
    Refusals.translated(() -> postings.reverse(tx, reversals));
  }

  /** @throws AllocationRefused where something is paid on one of the charges, or it is cancelled already */
  public void cancel(DSLContext tx, List<Cancellation> cancellations) {
    Refusals.translated(() -> postings.cancel(tx, cancellations));
  }

  /**
   * Keeps what was done to recover invoices.
   *
   * @throws AllocationRefused where an invoice does not exist, or an amount is of another currency
   */
  public void keep(DSLContext tx, List<RecoveryEvidence> evidence) {
    postings.keep(tx, evidence);
  }

  /** The charges of debtors that were posted by a day, as they stood then: by invoice, then by their days. */
  public List<ChargeLine> of(DSLContext tx, Collection<DebtorId> debtors, LocalDate day) {
    return read.of(tx, debtors, day);
  }

  /** A charge as it stood on a day; empty where it was not posted by then. */
  public Optional<ChargeLine> charge(DSLContext tx, ChargeId id, LocalDate day) {
    return read.one(tx, id, day);
  }

  /** The latest business date on which something was charged to a debtor. */
  public Optional<LocalDate> lastPosted(DSLContext tx, DebtorId debtor) {
    return read.lastPosted(tx, debtor);
  }

  /** What changed a debtor's charges by a day, in its order. */
  public List<ChargePostingLine> postings(DSLContext tx, DebtorId debtor, LocalDate day) {
    return read.postings(tx, debtor, day);
  }
}
