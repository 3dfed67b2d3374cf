package io.duly.portal;

import io.duly.correspondence.letter.PaymentCode;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the debtor owes one creditor in one currency.
 *
 * @param recovery the case; empty where none was opened in this currency
 * @param isOpen whether the case is
 * @param invoices of this recovery, those that were paid in it too; the one that was due first before the others
 * @param letGo what a settlement that was paid let go
 * @param promise what was agreed next
 * @param deal the plan that runs, and what was written of what was agreed
 * @param asks what they asked for beyond that: while it waits, or was just refused
 * @param awaited money that the debtor says was sent
 * @param ways how to pay; empty where nothing is to be paid, or it is not known to which account
 */
public record Account(
    Optional<CaseId> recovery, boolean isOpen, Currency currency, List<Owing> invoices, Optional<Money> letGo, Optional<Agreed> promise, Deal deal, Optional<Asks> asks,
    List<Awaited> awaited, Optional<Way> ways) {
  public Account {
    invoices = List.copyOf(invoices);
    awaited = List.copyOf(awaited);
  }

  /** An amount by a day. */
  public record Agreed(Money amount, LocalDate by) {}

  /** One of the payments of a plan. */
  public record Part(LocalDate by, Money amount, boolean paid) {}

  /**
   * What was agreed, as they may say yes to it.
   *
   * @param parts of the plan that runs; none where it is a single payment
   * @param letsGo where it is a settlement, what is let go if it comes in time
   * @param asksYes the message in which it was written, while they have not said yes
   */
  public record Deal(List<Part> parts, Optional<Money> letsGo, Optional<UUID> asksYes, boolean saidYes) {
    public Deal {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What they asked for.
   *
   * @param declined why not, in our words; empty while it waits
   */
  public record Asks(Money total, int payments, LocalDate lastOn, LocalDate toldOn, LocalDate answerBy, Optional<String> declined) {}

  /** Told to have been sent. */
  public record Awaited(Money amount, LocalDate sentOn, LocalDate until) {}

  /**
   * How to pay.
   *
   * @param rows name and value each, in the debtor's language
   */
  public record Way(List<List<String>> rows, Optional<PaymentCode> code) {
    public Way {
      rows = List.copyOf(rows);
    }
  }

  public List<Owing> open() {
    return invoices.stream().filter(Owing::isOpen).toList();
  }

  public List<Owing> settled() {
    return invoices.stream().filter(one -> !one.isOpen()).toList();
  }

  /** What was to be paid: what is credited never was. */
  public Money gross() {
    return sum(invoices.stream().map(Owing::gross).toList()).minus(credited()).plus(sum(invoices.stream().map(Owing::charges).toList()));
  }

  /** Of {@link #gross}, what is paid: what was let go was not. */
  public Money paid() {
    return gross().minus(left()).minus(sum(invoices.stream().map(Owing::writtenOff).toList()));
  }

  public Money credited() {
    return sum(invoices.stream().map(Owing::credited).toList());
  }

  /** Nobody but money ended it. */
  public boolean isPaid() {
    return !left().isPositive() && gross().isPositive() && paid().equals(gross());
  }

  public Money left() {
    return sum(invoices.stream().map(Owing::open).toList()).plus(sum(invoices.stream().map(Owing::charges).toList()));
  }

  /** What is asked for now: what is contested is not. */
  public Money asked() {
    return sum(open().stream().map(Owing::asked).toList());
  }

  /** What is to be paid next of what was agreed, where that is less than all. */
  public Optional<Money> next() {
    return promise.map(Agreed::amount).filter(amount -> amount.isPositive() && amount.compareTo(asked()) < 0);
  }

  /** How much is done with, of a hundred. */
  public int percent() {
    return gross().isPositive() ? (int) (gross().minus(left()).minor() * 100 / gross().minor()) : 100;
  }

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(currency), Money::plus);
  }
}
