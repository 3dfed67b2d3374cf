package io.duly.banking.export;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.intake.reading.AmountReader;
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

  /** @param balance after the payment, where the row says it */
  record Read(String account, Entry entry, Optional<Money> balance) {
    Read goingOn(List<String> text) {
      var lines = new ArrayList<>(entry.details().remittance());
      lines.addAll(text);
      var more = entry.details().withRemittance(lines);
      return new Read(
          account,
          new Entry(entry.bookingDate(), entry.valueDate(), entry.amount(), false, true, entry.bankReference(), entry.bankCode(), more, List.of()), balance);
    }
  }

  private final Fitted fitted;
  private final AmountReader amounts;
  private final Optional<String> account;
  private final Optional<String> currency;

  /**
   * @param account of rows that do not say it
   * @param currency of rows that do not say it
   */
  RowReader(Fitted fitted, Optional<String> account, Optional<String> currency) {
    this.fitted = fitted;
    this.amounts = new AmountReader(fitted.map().decimal());
    this.account = account.or(fitted.map()::account);
    this.currency = currency.or(fitted.map()::currency);
  }

  boolean pending(List<String> row) {
    return one(row, Column.BOOKED_ON).map(BankMap::plain).filter(fitted.map().pendingWords()::contains).isPresent();
  }

  Read read(List<String> row) {
    var in = currency(row);
    var booked = day(row, Column.BOOKED_ON);
    var value = day(row, Column.VALUE_ON);
    if (booked.isEmpty() && value.isEmpty()) {
      throw new CannotTell("there is no day in the columns that the map names for it.");
    }
    var amount = money(amount(row), in);
    var balance = one(row, Column.BALANCE).map(cell -> money(major(cell), in));
    var bankReference = one(row, Column.BANK_REFERENCE);
    return new Read(account(row), new Entry(booked, value, amount, false, true, bankReference, one(row, Column.BANK_CODE), details(row), List.of()), balance);
  }

  private String account(List<String> row) {
    var number = one(row, Column.ACCOUNT).or(() -> account)
        .orElseThrow(() -> new CannotTell("neither the row nor the map says which account it is. Say it with --account, or as 'account:' in the map."));
    return number.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  private Currency currency(List<String> row) {
    var code = one(row, Column.CURRENCY).or(() -> currency)
        .orElseThrow(() -> new CannotTell("neither the row nor the map says the currency. Say it with --currency, or as 'currency:' in the map."));
    try {
      return Money.zero(Currency.getInstance(code)).currency();
    } catch (IllegalArgumentException unknown) {
      throw new CannotTell("'" + shown(code) + "' is no currency such as EUR.");
    }
  }

  private Optional<LocalDate> day(List<String> row, Column column) {
    return one(row, column).map(cell -> fitted.map().dates().read(cell).orElseThrow(() -> new CannotTell("'" + shown(cell) + "' is no day as the map says days are written.")));
  }

  private BigDecimal amount(List<String> row) {
    var whole = one(row, Column.AMOUNT).map(this::major);
    var direction = one(row, Column.DIRECTION).map(BankMap::plain);
    if (whole.isPresent() && direction.isPresent()) {
      return fitted.map().debitWords().contains(direction.get()) ? whole.get().abs().negate() : whole.get().abs();
    }
    if (whole.isPresent()) {
      return fitted.map().outgoingAbove() ? whole.get().negate() : whole.get();
    }
    var debit = one(row, Column.DEBIT).map(this::major).map(BigDecimal::abs).map(BigDecimal::negate).filter(one -> one.signum() != 0);
    var credit = one(row, Column.CREDIT).map(this::major).filter(one -> one.signum() != 0);
    return Stream.concat(debit.stream(), credit.stream()).reduce(BigDecimal::add).orElseThrow(() -> new CannotTell("there is no amount in the columns that the map names for it."));
  }

  private BigDecimal major(String cell) {
    return amounts.read(cell).map(AmountReader.Read::major).orElseThrow(() -> new CannotTell("'" + shown(cell) + "' is no amount with '" + fitted.map().decimal() + "' before the decimals."));
  }

  private static Money money(BigDecimal major, Currency in) {
    try {
      return Money.rounded(major, in);
    } catch (ArithmeticException tooLarge) {
      throw new CannotTell("the amount " + shown(major.toPlainString()) + " is larger than any real one.");
    }
  }

  private Details details(List<String> row) {
    var party = new Counterparty(joined(row, Column.COUNTERPARTY), Optional.empty(), one(row, Column.COUNTERPARTY_ACCOUNT).map(one -> one.replace(" ", "")), one(row, Column.COUNTERPARTY_BANK));
    return new Details(
        one(row, Column.END_TO_END), Optional.empty(), fitted.cells(row, Column.REFERENCE), List.of(), fitted.cells(row, Column.TEXT), party, List.of(), Optional.empty(),
        Optional.empty(), Optional.empty());
  }

  private Optional<String> one(List<String> row, Column column) {
    return fitted.cells(row, column).stream().findFirst();
  }

  private Optional<String> joined(List<String> row, Column column) {
    return Optional.of(String.join(" ", fitted.cells(row, column))).filter(text -> !text.isEmpty());
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
