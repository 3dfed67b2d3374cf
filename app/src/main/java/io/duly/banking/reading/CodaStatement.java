package io.duly.banking.reading;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One statement of a CODA file while it is read. Places are those of the format's description, counted from 0. */
final class CodaStatement {
  private final Reading reading;
  private final String account;
  private final Currency currency;
  private final String number;
  private final Balance opening;
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable CodaEntry entry;
  private @Nullable Balance closing;

  CodaStatement(Reading reading, String line) {
    this.reading = reading;
    boolean domestic = line.charAt(1) == '0';
    account = CamtParty.iban(domestic ? line.substring(5, 17) : line.substring(5, 39));
    currency = reading.currency(domestic ? line.substring(18, 21) : line.substring(39, 42));
    number = line.substring(2, 5).strip();
    opening = new Balance(amount(reading, currency, line, 42), day(reading, line, 58));
  }

  void line(String line) {
    switch (line.charAt(0)) {
      case '2' -> movement(line);
      case '3' -> information(line);
      case '8' -> closing = new Balance(amount(reading, currency, line, 41), day(reading, line, 57));
      case '4' -> endEntry();
      default -> throw reading.refusal("\u201c" + line.charAt(0) + "\u201d is no kind of line.", "Fetch the file again from the bank.");
    }
  }

  private void movement(String line) {
    CodaEntry current = entry;
    if (line.charAt(1) != '1' && current == null) {
      throw reading.refusal("A line that continues no movement (21).", "Fetch the file again from the bank.");
    }
    if (current != null && (line.charAt(1) != '1' || current.hasPart(line))) {
      current.more(line);
      return;
    }
    endEntry();
    reading.mayGrow(entries);
    entry = new CodaEntry(reading, currency, line);
  }

  private void information(String line) {
    CodaEntry current = entry;
    if (current != null) {
      current.more(line);
    }
  }

  private void endEntry() {
    CodaEntry current = entry;
    if (current != null) {
      entries.add(current.done());
    }
    entry = null;
  }

  Statement done(String trailer) {
    endEntry();
    if (closing == null) {
      throw reading.refusal("The statement has no closing balance (8).", "The file is damaged: fetch it again from the bank.");
    }
    totals(trailer);
    return new Statement(
        StatementKind.BOOKED, account, currency, Optional.empty(), Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(opening), Optional.ofNullable(closing), entries, reading.takeFindings());
  }

  private void totals(String trailer) {
    if (!trailer.substring(22, 52).matches("\\d{30}")) {
      return;
    }
    long debits = entries.stream().mapToLong(each -> Math.min(each.amount().minor(), 0)).sum();
    long credits = entries.stream().mapToLong(each -> Math.max(each.amount().minor(), 0)).sum();
    Money out = reading.money(thousandths(trailer, 22), currency, trailer.substring(22, 37));
    Money in = reading.money(thousandths(trailer, 37), currency, trailer.substring(37, 52));
    if (out.minor() != -debits || in.minor() != credits) {
      reading.finding("The last line announces " + out + " out and " + in + " in; the statement holds other sums.");
    }
  }

  static Money amount(Reading reading, Currency currency, String line, int sign) {
    if (!line.substring(sign + 1, sign + 16).matches("\\d{15}") || "01".indexOf(line.charAt(sign)) < 0) {
      throw reading.refusal("There is no amount where one must be.", "The lines are cut or moved: fetch the file again from the bank.");
    }
    BigDecimal major = thousandths(line, sign + 1);
    return CamtAmounts.directed(reading.money(major, currency, major.toPlainString()), line.charAt(sign) == '1');
  }

  private static BigDecimal thousandths(String line, int from) {
    return new BigDecimal(line.substring(from, from + 15)).movePointLeft(3);
  }

  static LocalDate day(Reading reading, String line, int from) {
    String text = line.substring(from, from + 6);
    if (!text.matches("\\d{6}")) {
      throw reading.refusal("There is no date where one must be.", "The lines are cut or moved: fetch the file again from the bank.");
    }
    return MtEntry.day(reading, text.substring(4), text.substring(2, 4), text.substring(0, 2));
  }
}
