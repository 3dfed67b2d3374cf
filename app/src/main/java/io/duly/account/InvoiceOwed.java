package io.duly.account;

import io.duly.charging.Chargeable;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An invoice as it stood on a day.
 *
 * @param credited by credit notes, as paid and writtenOff less what was reversed
 * @param open gross less these
 * @param disputed of what is open, what is contested
 * @param contested why, where something is
 * @param movements every change of its balance, in the order of their days
 * @param charges that are posted on it, cancelled ones too
 * @param due what may be charged beside that; empty while it is not overdue
 */
public record InvoiceOwed(
    InvoiceId id,
    String number,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money gross,
    Money credited,
    Money paid,
    Money writtenOff,
    Money open,
    Money disputed,
    Optional<String> contested,
    List<Movement> movements,
    List<ChargeLine> charges,
    Optional<Chargeable> due) {

  public InvoiceOwed {
    movements = List.copyOf(movements);
    charges = List.copyOf(charges);
  }

  public Money chargesOpen() {
    return charges.stream().map(ChargeLine::open).reduce(Money.zero(gross.currency()), Money::plus);
  }

  /** What a posting now would add, less what it would take back. */
  public Money notPosted() {
    return due.map(Chargeable::rest).orElse(Money.zero(gross.currency()));
  }

  /** Charges of which a posting now would add something. */
  public List<Chargeable.Item> accrued() {
    return due.map(Chargeable::items).orElse(List.of()).stream().filter(Chargeable.Item::isDue).toList();
  }

  /** Days from the due day, below zero before it. */
  public long daysLate(LocalDate day) {
    return ChronoUnit.DAYS.between(dueOn, day);
  }
}
