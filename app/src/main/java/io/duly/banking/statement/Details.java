package io.duly.banking.statement;

import io.duly.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * What a bank passes on about a payment.
 *
 * @param endToEnd the payer's own reference, absent where the bank says that none was given
 * @param mandate of a direct debit
 * @param references structured creditor references (RF, QRR, OGM, KID …), as written
 * @param documents numbers of documents, mostly invoices, that the payer named in their own field
 * @param remittance free text, a line each
 * @param counterparty the other side
 * @param charges what the bank kept or took for it; above zero is a cost
 * @param original what the payer sent, where it was another currency
 * @param returned why it came back, for returned payments
 * @param bankText what the bank adds in words
 */
public record Details(
    Optional<String> endToEnd,
    Optional<String> mandate,
    List<String> references,
    List<String> documents,
    List<String> remittance,
    Counterparty counterparty,
    List<Money> charges,
    Optional<Original> original,
    Optional<ReturnReason> returned,
    Optional<String> bankText) {
  /** Nothing known. */
  public static final Details NONE =
      new Details(
          Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Counterparty.UNKNOWN, List.of(),
          Optional.empty(), Optional.empty(), Optional.empty());

  public Details {
    references = List.copyOf(references);
    documents = List.copyOf(documents);
    remittance = List.copyOf(remittance);
    charges = List.copyOf(charges);
  }

  /** The same with other free text. */
  public Details withRemittance(List<String> lines) {
    return new Details(endToEnd, mandate, references, documents, lines, counterparty, charges, original, returned, bankText);
  }

  /** The same, with what it lacks taken from what is said of the whole booking. */
  public Details filledBy(Details whole) {
    return new Details(
        endToEnd.or(whole::endToEnd), mandate.or(whole::mandate), references.isEmpty() ? whole.references : references,
        documents.isEmpty() ? whole.documents : documents, remittance.isEmpty() ? whole.remittance : remittance,
        counterparty.equals(Counterparty.UNKNOWN) ? whole.counterparty : counterparty,
        charges.isEmpty() ? whole.charges : charges, original.or(whole::original), returned.or(whole::returned),
        bankText.or(whole::bankText));
  }
}
