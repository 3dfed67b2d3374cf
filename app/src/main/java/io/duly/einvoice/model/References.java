package io.duly.einvoice.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the document refers to.
 *
 * @param buyerReference what the buyer asked to be quoted (BT-10; the Leitweg-ID of German authorities)
 * @param preceding invoices that it corrects, credits or settles (BG-3)
 */
public record References(
    Optional<String> buyerReference, Optional<String> order, Optional<String> contract, Optional<String> project, List<Preceding> preceding) {

  public References {
    preceding = List.copyOf(preceding);
  }

  /** @param issuedOn where it is said */
  public record Preceding(String number, Optional<LocalDate> issuedOn) {}
}
