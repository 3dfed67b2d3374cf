package io.duly.banking.export;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.intake.reading.AmountReader;
import io.duly.intake.reading.AmountSide;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one row of a bank's list by the map. */
final class RowReader {
  /** A row is not as the map says; the message is the rest of a sentence that begins with its line. */
  static final class CannotTell extends RuntimeException {
    CannotTell(String message) {
      super(message);
    }
  }

  /** What a row is. */
  enum Kind {
    /** A payment that was never booked and never will be. */
    CAME_TO_NOTHING,
    PENDING,
    /** More of the text of the row above. */
    GOES_ON,
    /** A sum, a balance, or nothing of a payment. */
    BESIDE,
    PAYMENT
  }

  /**
   * @param line of the list
   * @param balance after the payment, where the row says it
   */
  record Read(long line, String account, Entry entry, Optional<Money> balance) {
    Read goingOn(List<String> text) {
      var lines = new ArrayList<>(entry.details().remittance());
      lines.addAll(text);
      var more = entry.details().withRemittance(lines);
      return new Read(
          line, account,
          new Entry(entry.bookingDate(), entry.valueDate(), entry.amount(), false, true, entry.bankReference(), entry.bankCode(), more, List.of()), balance);
    }
  }

  private final Fitted fitted;
  private final Optional<String> account;
  private final Optional<String> currency;

  /**
   * @param account of rows that do not say it
   * @param currency of rows that do not say it
   */
  RowReader(Fitted fitted, Optional<String> account, Optional<String> currency) {
    this.fitted = fitted;
    this.account = account.or(fitted.map()::account);
    this.currency = currency.or(fitted.map()::currency);
  }

  /** @param below a payment stands above the row */
  Kind kind(Line row, boolean below) {
    if (cameToNothing(row)) {
      return Kind.CAME_TO_NOTHING;
    }
    if (pending(row)) {
      return Kind.PENDING;
    }
    boolean goesOn = below && fitted.map().continued() && fitted.cells(row, Column.BOOKED_ON).isEmpty() && !fitted.amounts(row);
    return goesOn ? Kind.GOES_ON : fitted.noPayment(row) || fitted.sum(row) ? Kind.BESIDE : Kind.PAYMENT;
  }

  /** Not booked yet, by what stands for the day or for the state of the payment. */
  boolean pending(Line row) {
    return Stream.of(Column.BOOKED_ON, Column.STATUS).flatMap(column -> fitted.cells(row, column).stream()).map(BankMap::plain)
        .anyMatch(said -> fitted.map().pendingWords().contains(said) || BankWords.KNOWN.says("pending", said));
  }

  /** It was never booked and never will be. */
  boolean cameToNothing(Line row) {
    return fitted.cells(row, Column.STATUS).stream().anyMatch(said -> BankWords.KNOWN.says("void", said));
  }

  Read read(Line row) {
    var in = currency(row);
    var booked = day(row, Column.BOOKED_ON);
    var value = day(row, Column.VALUE_ON);
    if (booked.isEmpty() && value.isEmpty()) {
      throw new CannotTell("there is no day in the columns that the map names for it.");
    }
    var amount = money(amount(row), in);
    var balance = major(row, Column.BALANCE).map(one -> money(one, in));
    var entry =
        new Entry(booked, value, amount, false, true, one(row, Column.BANK_REFERENCE), one(row, Column.BANK_CODE), details(row, amount), List.of());
    return new Read(row.number(), account(row), entry, balance);
  }

  private String account(Line row) {
    var number = one(row, Column.ACCOUNT).or(() -> account)
        .orElseThrow(() -> new CannotTell("neither the row nor the map says which account it is. Say it with --account, or as 'account:' in the map."));
    return number.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  private Currency currency(Line row) {
    var code = one(row, Column.CURRENCY).or(() -> beside(row)).or(() -> currency)
        .orElseThrow(() -> new CannotTell("neither the row nor the map says the currency. Say it with --currency, or as 'currency:' in the map."));
    try {
      return Money.zero(Currency.getInstance(code.toUpperCase(Locale.ROOT))).currency();
    } catch (IllegalArgumentException unknown) {
      throw new CannotTell("'" + shown(code) + "' is no currency such as EUR.");
    }
  }

  /** What stands beside the amount itself. */
  private Optional<String> beside(Line row) {
    return Stream.of(Column.AMOUNT, Column.DEBIT, Column.CREDIT)
        .flatMap(column -> fitted.said(row, column))
        .flatMap(place -> new AmountReader(place.decimal()).read(row.cell(place.at())).flatMap(AmountReader.Read::currency).stream())
        .findFirst();
  }

  private Optional<LocalDate> day(Line row, Column column) {
    return one(row, column).map(cell -> fitted.map().dates().read(cell).orElseThrow(() -> new CannotTell("'" + shown(cell) + "' is no day as the map says days are written.")));
  }

  private BigDecimal amount(Line row) {
    var whole = major(row, Column.AMOUNT);
    var direction = one(row, Column.DIRECTION).map(BankMap::plain).or(this::unsaid);
    if (whole.isPresent() && direction.isPresent()) {
      return fitted.map().debitWords().contains(direction.get()) ? whole.get().abs().negate() : whole.get().abs();
    }
    if (whole.isPresent()) {
      return fitted.map().outgoingAbove() ? whole.get().negate() : whole.get();
    }
    var debit = major(row, Column.DEBIT).map(BigDecimal::abs).map(BigDecimal::negate);
    var credit = major(row, Column.CREDIT);
    return Stream.concat(debit.stream(), credit.stream()).reduce(BigDecimal::add).orElseThrow(() -> new CannotTell("there is no amount in the columns that the map names for it."));
  }

  /** Lists that mark only what came in, or only what went out, leave the other blank. */
  private Optional<String> unsaid() {
    return fitted.has(Column.DIRECTION) && fitted.map().debitWords().contains("") ? Optional.of("") : Optional.empty();
  }

  private Optional<BigDecimal> major(Line row, Column column) {
    return fitted.said(row, column).findFirst().map(place -> major(row.cell(place.at()), place.decimal()));
  }

  private static BigDecimal major(String cell, char decimal) {
    var read = new AmountReader(decimal).read(cell)
        .orElseThrow(() -> new CannotTell("'" + shown(cell) + "' is no amount with '" + decimal + "' before the decimals."));
    return read.side() == AmountSide.DEBIT ? read.major().abs().negate() : read.major();
  }

  private static Money money(BigDecimal major, Currency in) {
    try {
      return Money.rounded(major, in);
    } catch (ArithmeticException tooLarge) {
      throw new CannotTell("the amount " + shown(major.toPlainString()) + " is larger than any real one.");
    }
  }

  private Details details(Line row, Money amount) {
    boolean cameIn = amount.minor() >= 0;
    var name = joined(row, Column.COUNTERPARTY).or(() -> joined(row, cameIn ? Column.PAYER : Column.PAYEE));
    var number = one(row, Column.COUNTERPARTY_ACCOUNT).or(() -> one(row, cameIn ? Column.PAYER_ACCOUNT : Column.PAYEE_ACCOUNT)).map(one -> one.replace(" ", ""));
    var party = new Counterparty(name, Optional.empty(), number, one(row, Column.COUNTERPARTY_BANK));
    var charges = major(row, Column.CHARGE).filter(one -> one.signum() != 0).map(one -> money(one.abs(), amount.currency())).stream().toList();
    return new Details(
        one(row, Column.END_TO_END), one(row, Column.MANDATE), fitted.cells(row, Column.REFERENCE), List.of(), fitted.cells(row, Column.TEXT), party, charges, Optional.empty(),
        Optional.empty(), Optional.empty());
  }

  private Optional<String> one(Line row, Column column) {
    return fitted.cells(row, column).stream().findFirst();
  }

  private Optional<String> joined(Line row, Column column) {
    return Optional.of(String.join(" ", fitted.cells(row, column))).filter(text -> !text.isEmpty());
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
