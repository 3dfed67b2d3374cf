package io.duly.einvoice;

import io.duly.cases.Recorded;
import io.duly.einvoice.model.Problem;
import io.duly.journal.Sha256;
import io.duly.kernel.DebtorId;
import io.duly.parties.Creditor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * A claim on its way into the books.
 *
 * @param file the record of the file that brings it
 * @param original the file's bytes in the archive
 * @param by who takes it in, and when
 */
record Entry(DSLContext tx, UUID file, Sha256 original, Creditor creditor, Claim claim, DueDay due, Recorded by) {

  /** What became of it. */
  sealed interface Outcome {
    /** @param invoice where it is one, and not a credit note */
    record Taken(Optional<UUID> invoice, List<Problem> notes) implements Outcome {}

    /** @param added its original was not in the archive before */
    record Known(Optional<UUID> invoice, boolean added, List<Problem> notes) implements Outcome {}

    record SetAside(Problem why) implements Outcome {}
  }

  /** In the ledger or about to be: where it is, and whose it is. */
  record Booked(UUID ledger, DebtorId debtor) {}

  String seller() {
    return claim.invoice().seller().called().orElseThrow();
  }
}
