package io.duly.banking.reading;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One account of a BAI2 file. Amounts are in minor units; without a currency the format means dollars. */
final class Bai2Account {
  private static final int FIRST_CREDIT = 100;
  private static final int FIRST_DEBIT = 400;
  private static final int LAST_DEBIT = 699;
  private static final int OWN_CREDIT = 920;
  private static final int OWN_DEBIT = 960;
  private static final String NO_MONEY = "890";
  private final Reading reading;
  private final String account;
  private final Currency currency;
  private final LocalDate day;
  private final Map<String, String> balances = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  Bai2Account(Reading reading, List<String> fields, String day, String groupCurrency) {
    this.reading = reading;
    this.account = Bai2Fields.at(fields, 1);
    String own = Bai2Fields.at(fields, 2);
    this.currency = reading.currency(own.isEmpty() ? groupCurrency.isEmpty() ? "USD" : groupCurrency : own);
    this.day = day(day);
    if (account.isEmpty()) {
      throw reading.refusal("The account (03) has no number.", "Fetch the file again from the bank.");
    }
    for (int at = 3; at + 1 < fields.size(); at = Bai2Fields.afterFunds(fields, at + 3)) {
      balances.put(Bai2Fields.at(fields, at), Bai2Fields.at(fields, at + 1));
    }
  }

  void entry(List<String> record) {
    reading.mayGrow(entries);
    List<String> fields = List.of(Bai2Fields.unended(record.getFirst()).split(",", -1));
    String code = Bai2Fields.at(fields, 1);
    if (code.equals(NO_MONEY)) {
      return;
    }
    boolean out = out(code);
    int next = Bai2Fields.afterFunds(fields, 3);
    Money amount = CamtAmounts.directed(minor(Bai2Fields.at(fields, 2)), out);
    entries.add(
        new Entry(
            Optional.of(day), value(fields), amount, false, true, some(Bai2Fields.at(fields, next)), Optional.of(code),
            details(record, fields, next + 1, out), List.of()));
  }

  /** Codes of the format, and those that banks and their customers agree on for themselves. */
  private boolean out(String code) {
    int kind = code.matches("\\d{3}") ? Integer.parseInt(code) : 0;
    if (kind >= FIRST_CREDIT && kind < FIRST_DEBIT || kind >= OWN_CREDIT && kind < OWN_DEBIT) {
      return false;
    }
    if (kind >= FIRST_DEBIT && kind <= LAST_DEBIT || kind >= OWN_DEBIT) {
      return true;
    }
    throw reading.refusal("The entry (16) is neither money in nor out: its code is \u201c" + code + "\u201d.", "Ask the bank what it means, and for a file without it.");
  }

  private Optional<LocalDate> value(List<String> fields) {
    return Bai2Fields.at(fields, 3).equals("V") ? some(Bai2Fields.at(fields, 4)).map(this::day) : Optional.empty();
  }

  private Details details(List<String> record, List<String> fields, int at, boolean out) {
    var named = new HashMap<String, String>();
    var text = new ArrayList<String>();
    some(at + 1 < fields.size() ? String.join(",", fields.subList(at + 1, fields.size())) : "").ifPresent(text::add);
    for (String line : record.subList(1, record.size())) {
      String plain = Bai2Fields.unended(line);
      if (plain.matches("[A-Z]{4}: ?.*")) {
        named.putIfAbsent(plain.substring(0, 4), plain.substring(5).strip());
      } else {
        some(plain).ifPresent(text::add);
      }
    }
    some(named.getOrDefault("REMI", "")).ifPresent(text::add);
    var party =
        new Counterparty(
            some(named.getOrDefault(out ? "CRNM" : "DBNM", "")), Optional.empty(), some(named.getOrDefault(out ? "CACT" : "DACT", "")),
            some(named.getOrDefault(out ? "CABA" : "DABA", "")));
    return new Details(
        some(named.getOrDefault("EREF", "")).or(() -> some(Bai2Fields.at(fields, at))), Optional.empty(), List.of(), List.of(), text, party, List.of(),
        Optional.empty(), Optional.empty(), Optional.empty());
  }

  Statement done() {
    return new Statement(
        StatementKind.BOOKED, account, currency, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(day), Optional.of(day),
        balance("010"), balance("015"), entries, reading.takeFindings());
  }

  private Optional<Balance> balance(String code) {
    return some(balances.getOrDefault(code, "")).map(text -> new Balance(minor(text), day));
  }

  private Money minor(String text) {
    if (!text.matches("[+-]?\\d{1,18}")) {
      throw reading.refusal("There is no amount where one must be.", "Fetch the file again from the bank.");
    }
    return new Money(Long.parseLong(text), currency);
  }

  private LocalDate day(String text) {
    if (!text.matches("\\d{6}")) {
      throw reading.refusal("There is no day of the form 260331 where one must be.", "Fetch the file again from the bank.");
    }
    return MtEntry.day(reading, text.substring(0, 2), text.substring(2, 4), text.substring(4));
  }

  private static Optional<String> some(String text) {
    return Optional.of(text.strip()).filter(found -> !found.isEmpty());
  }
}
