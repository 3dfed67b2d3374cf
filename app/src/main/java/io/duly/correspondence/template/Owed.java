package io.duly.correspondence.template;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a message speaks of in one currency.
 *
 * @param invoices that it names, the one that was due first before the others
 * @param charges that are posted and open
 * @param payments that came for these invoices
 */
public record Owed(Currency currency, List<Invoice> invoices, List<Charge> charges, List<Payment> payments) {
  public Owed {
    invoices = List.copyOf(invoices);
    charges = List.copyOf(charges);
    payments = List.copyOf(payments);
  }

  /**
   * An invoice.
   *
   * @param settled what was paid, credited or written off
   * @param disputed of what is open, what is contested and therefore not asked for
   * @param reference that payers are asked to give
   */
  public record Invoice(
      String number, LocalDate issuedOn, LocalDate dueOn, Money gross, Money settled, Money open, Money disputed, Optional<String> reference) {
    public Money asked() {
      return open.minus(disputed);
    }
  }

  /** @param basis law or clause, as in {@code BGB § 288 (2)} */
  public record Charge(String kind, String invoice, String basis, Money open) {}

  /** @param credit it is a credit note */
  public record Payment(LocalDate on, boolean credit, Money amount) {}

  /** What is asked for: open and not contested, and the charges. */
  public Money total() {
    return sum(invoices.stream().map(Invoice::asked).toList()).plus(sum(charges.stream().map(Charge::open).toList()));
  }

  public Money gross() {
    return sum(invoices.stream().map(Invoice::gross).toList());
  }

  public Money paid() {
    return sum(payments.stream().map(Payment::amount).toList());
  }

  public Money disputed() {
    return sum(invoices.stream().map(Invoice::disputed).toList());
  }

  boolean hasPayments() {
    return paid().isPositive();
  }

  boolean hasDisputes() {
    return disputed().isPositive();
  }

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(currency), Money::plus);
  }
}
