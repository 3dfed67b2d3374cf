package io.duly.cli;

import io.duly.kernel.InvoiceId;
import io.duly.ledger.Ledger;
import io.duly.parties.Parties;
import java.util.Optional;
import org.jooq.DSLContext;

/** An invoice as a person names it: by its number, and by its creditor where several have one of that number. */
record InvoiceNumber(String number, Optional<String> creditor) {

  /** @throws CannotDo where there is none, or several */
  InvoiceId in(Facades application, DSLContext tx) {
    var found =
        application.the(Parties.class).creditors(tx).stream()
            .filter(one -> creditor.filter(name -> !one.name().equalsIgnoreCase(name)).isEmpty())
            .flatMap(one -> application.the(Ledger.class).find(tx, one.id(), number).stream())
            .toList();
    if (found.size() != 1) {
      throw new CannotDo(
          found.isEmpty()
              ? "There is no invoice " + number + creditor.map(name -> " of " + name).orElse("") + "."
              : "Several creditors have an invoice " + number + "; say whose with --creditor.");
    }
    return found.getFirst();
  }
}
