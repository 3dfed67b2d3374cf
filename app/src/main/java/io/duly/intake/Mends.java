package io.duly.intake;

import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose rows are mended, and for whom.
 *
 * @param file from which the rows were set aside
 * @param within the creditors that whoever mends may reach; empty for all
 */
record Mends(UUID file, Optional<List<CreditorId>> within) {

  /** @throws CannotImport where a row names a creditor of others */
  void requireReach(List<Creditor> creditors) {
    for (var creditor : creditors) {
      if (within.isPresent() && !within.get().contains(creditor.id())) {
        throw new CannotImport("A row names the creditor “" + creditor.name() + "”, which is not yours to work for. Correct it, or ask a person who sees every creditor.");
      }
    }
  }
}
