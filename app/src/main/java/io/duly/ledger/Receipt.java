package io.duly.ledger;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Money that arrived.
 *
 * @param debtor whose it is; empty while nobody knows
 * @param amount more than zero
 * @param sourceKey the source's own id for it, unique per creditor, so that the same money is not taken in twice
 */
public record Receipt(
    ReceiptId id,
    CreditorId creditor,
    Optional<DebtorId> debtor,
    Money amount,
    LocalDate receivedOn,
    Kind kind,
    Optional<String> reference,
    Optional<String> payer,
    Optional<String> sourceKey) {

  public Receipt {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A receipt must be above zero, not " + amount);
    }
  }

  /** A receipt of which only the necessary is known. */
  public static Receipt of(
      ReceiptId id, CreditorId creditor, DebtorId debtor, Money amount, LocalDate receivedOn, Kind kind) {
    return new Receipt(
        id, creditor, Optional.of(debtor), amount, receivedOn, kind, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** How Duly learnt of the money. */
  public enum Kind {
    /** A line of a bank statement. */
    BANK,
    /** A row of a file of receipts or settlements. */
    FILE,
    /** Seen only as a lower open amount in a list of open items. */
    REPORTED,
    /** Entered by a person. */
    MANUAL,
    /** Taken by a provider of payments, which pays it out later with that of others. */
    PROVIDER;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
