package io.duly.payments;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A link by which a debtor can pay.
 *
 * @param provider the name of who takes the payment
 * @param invoices what it is for, in the order in which the money goes to them
 * @param page where it is paid; empty until the provider has answered
 * @param paid empty while nobody has paid
 */
public record PaymentLink(
    UUID id, CreditorId creditor, DebtorId debtor, CaseId recovery, String provider, Money amount, List<InvoiceId> invoices, LocalDate madeOn, String madeBy, Instant expiresAt,
    State state, Optional<Page> page, Optional<Payment> paid) {
  public PaymentLink {
    invoices = List.copyOf(invoices);
  }

  /** What became of it. */
  public enum State {
    /** The provider has not answered yet. */
    NEW,
    OPEN,
    PAID,
    /** Too old, or another took its place. */
    OVER
  }

  /** How the payer's bank or card takes it back. */
  public enum Dispute {
    OPEN,
    WON,
    LOST
  }

  /**
   * Where it is paid.
   *
   * @param reference the provider's own id of it
   */
  public record Page(String reference, String address) {}

  /**
   * The payment.
   *
   * @param id the provider's own
   * @param refunded of it what went back
   * @param hold while it is contested
   */
  public record Payment(String id, Instant at, ReceiptId receipt, Money refunded, Optional<Dispute> dispute, Optional<UUID> hold) {}

  /** How it stands, in a word. */
  public String word() {
    var contested = paid.flatMap(Payment::dispute).filter(one -> one != Dispute.WON);
    boolean back = paid.filter(one -> one.refunded().isPositive()).isPresent();
    return contested.map(one -> one == Dispute.OPEN ? "contested" : "lost").orElseGet(() -> back ? "refunded" : state.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** It can still be paid. */
  public boolean isGood(Instant now) {
    return (state == State.NEW || state == State.OPEN) && expiresAt.isAfter(now);
  }
}
