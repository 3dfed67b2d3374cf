package io.duly.charging;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import io.duly.rules.Basis;
import io.duly.rules.InterestLine;
import io.duly.rules.Period;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be charged on an overdue invoice as of a day, what of it is posted, and why the rest may not.
 *
 * @param currency of the invoice
 * @param law an ISO 3166 code, or the words of terms that name no place Duly knows
 * @param items one for each basis that gives something, or on which something is posted
 * @param nothing why of the other kinds nothing is charged
 * @param remarks what a person should know of the terms first, in sentences
 */
public record Chargeable(
    InvoiceId invoice,
    DebtorId debtor,
    String number,
    LocalDate dueOn,
    Currency currency,
    String law,
    List<Item> items,
    List<Nothing> nothing,
    List<String> remarks) {

  public Chargeable {
    items = List.copyOf(items);
    nothing = List.copyOf(nothing);
    remarks = List.copyOf(remarks);
  }

  /**
   * Nothing is charged of a kind.
   *
   * @param why in a sentence
   */
  public record Nothing(Charge.Kind kind, String why) {}

  /**
   * A charge as the rules give it, beside what is posted of it.
   *
   * @param basis what it stands on
   * @param terms the version of the terms, where they are the basis
   * @param compounds whether interest bears interest
   * @param period that a posting now would be for
   * @param whole what the rules give up to the end of that period
   * @param posted what stands in the ledger of it, paid and waived parts too
   * @param rest what a posting now would add; zero where nothing is missing
   * @param computed how the rest comes about, in a sentence
   * @param lines how interest of the period ran
   * @param wrong charges that are posted and no longer right; a posting now takes them back first
   * @param stuck why more is posted than the rules give and cannot be taken back by itself
   */
  public record Item(
      Charge.Kind kind,
      Basis basis,
      Optional<UUID> terms,
      boolean compounds,
      Period period,
      Money whole,
      Money posted,
      Money rest,
      String computed,
      List<InterestLine> lines,
      List<ChargeLine> wrong,
      Optional<String> stuck) {

    public Item {
      lines = List.copyOf(lines);
      wrong = List.copyOf(wrong);
    }

    /** A posting now would change something. */
    public boolean isDue() {
      return rest.isPositive() || !wrong.isEmpty();
    }
  }

  /** Without what is merely missing: a posting then only puts right what is posted already. */
  Chargeable onlyWrong() {
    var wrong = items.stream().filter(item -> !item.wrong().isEmpty()).toList();
    return new Chargeable(invoice, debtor, number, dueOn, currency, law, wrong, nothing, remarks);
  }

  /** What a posting now would add, over all kinds, less what it would take back. */
  public Money rest() {
    var zero = Money.zero(currency);
    var added = items.stream().map(Item::rest).reduce(zero, Money::plus);
    var taken = items.stream().flatMap(item -> item.wrong().stream()).map(line -> line.charge().amount()).reduce(zero, Money::plus);
    return added.minus(taken);
  }
}
