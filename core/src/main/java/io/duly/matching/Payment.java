package io.duly.matching;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that came in, as the bank tells it.
 *
 * @param id of the bank's entry; payments of one day are taken in the order of their ids
 * @param day on which it was booked
 * @param amount above zero
 * @param references structured creditor references, as the payer gave them
 * @param documents numbers of documents, as the payer gave them in a field of their own
 * @param remittance what the payer wrote, lines kept apart by line breaks or blanks
 * @param payer the name of whoever paid, and {@code onBehalfOf} of whoever had it paid
 * @param account that it came from, an IBAN or the bank's own number
 * @param charges that a bank kept, where it says so
 * @param original what the payer sent, where that was in another currency
 */
public record Payment(
    UUID id,
    LocalDate day,
    Money amount,
    List<String> references,
    List<String> documents,
    String remittance,
    Optional<String> endToEnd,
    Optional<String> payer,
    Optional<String> onBehalfOf,
    Optional<String> account,
    Optional<Money> charges,
    Optional<Money> original) {

  /** One that was sent in the currency in which it came. */
  public Payment(
      UUID id, LocalDate day, Money amount, List<String> references, List<String> documents, String remittance, Optional<String> endToEnd,
      Optional<String> payer, Optional<String> onBehalfOf, Optional<String> account, Optional<Money> charges) {
    this(id, day, amount, references, documents, remittance, endToEnd, payer, onBehalfOf, account, charges, Optional.empty());
  }

  public Payment {
    references = List.copyOf(references);
    documents = List.copyOf(documents);
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A payment is above zero, not " + amount);
    }
  }
}
