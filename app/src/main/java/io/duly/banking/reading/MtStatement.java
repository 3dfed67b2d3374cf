package io.duly.banking.reading;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One MT940 or MT942 while it is read, field after field. */
final class MtStatement {
  private record Stated(Money amount, Optional<LocalDate> day) {}

  private static final Pattern BALANCE = Pattern.compile("([CD])(\\d{2})(\\d{2})(\\d{2})([A-Z]{3})(\\d{1,18}(?:,\\d*)?)\\s*");
  private static final Pattern FLOOR = Pattern.compile("([A-Z]{3})[CD]?\\s*\\d.*");
  private static final Pattern TOLD = Pattern.compile("(\\d{1,6})([A-Z]{3})(\\d{1,18}(?:,\\d*)?)\\s*");
  private final Reading reading;
  private final List<Entry> entries = new ArrayList<>();
  private String id = "";
  private String account = "";
  private String number = "";
  private @Nullable Stated opening;
  private @Nullable Stated closing;
  private @Nullable Currency currency;
  private @Nullable MtEntry entry;
  private boolean afterClosing;
  private boolean intraday;
  private boolean anything;

  MtStatement(Reading reading) {
    this.reading = reading;
  }

  void field(String tag, String value) {
    anything |= !tag.equals("NS") && !tag.equals("86");
    switch (tag) {
      case "20" -> id = value.strip();
      case "25", "25P" -> account(value);
      case "28", "28C" -> number = value.strip();
      case "60F", "60M" -> opening = balance(value);
      case "62F", "62M" -> close(balance(value));
      case "34F" -> floor(value);
      case "13", "13D" -> intraday |= tag.equals("13D");
      case "61" -> open(value);
      case "86", "NS" -> text(tag, value);
      case "90C", "90D" -> told(value, tag.equals("90D"));
      default -> afterClosing |= tag.startsWith("6");
    }
  }

  private void account(String value) {
    if (!account.isEmpty()) {
      throw reading.refusal("A second account (:25:) within one statement.", "The file is damaged here: fetch it again from the bank.");
    }
    account = MtAccount.of(value.lines().findFirst().orElse("").strip());
  }

  private void close(Stated balance) {
    closing = balance;
    afterClosing = true;
    endEntry();
  }

  private void floor(String value) {
    intraday = true;
    Matcher floor = FLOOR.matcher(value);
    if (floor.matches()) {
      currency = reading.currency(floor.group(1));
    }
  }

  private void open(String value) {
    endEntry();
    reading.mayGrow(entries);
    Currency known = currency;
    if (known == null) {
      throw reading.refusal("An entry before any balance: its currency is not known.", "The beginning of the file is missing: fetch it again from the bank.");
    }
    entry = MtEntry.of(reading, value, known, account);
  }

  private void text(String tag, String value) {
    MtEntry open = entry;
    if (open != null) {
      open.text(tag, value);
    }
  }

  private void endEntry() {
    MtEntry open = entry;
    if (open != null) {
      entries.add(open.done());
    }
    entry = null;
  }

  private void told(String value, boolean debit) {
    endEntry();
    afterClosing = true;
    Matcher told = TOLD.matcher(value);
    if (told.matches()) {
      var these = entries.stream().map(Entry::amount).filter(amount -> amount.minor() < 0 == debit).toList();
      Money stated = reading.money(told.group(3), reading.currency(told.group(2)));
      boolean same = these.size() == Integer.parseInt(told.group(1)) && these.stream().mapToLong(Money::minor).sum() == (debit ? -1 : 1) * stated.minor();
      if (!same) {
        reading.finding("The bank announces " + told.group(1) + (debit ? " debits" : " credits") + " of " + stated + ", the statement holds others.");
      }
    }
  }

  private Stated balance(String value) {
    endEntry();
    Matcher found = BALANCE.matcher(value.strip());
    if (!found.matches()) {
      throw reading.refusal("\u201c" + value.strip() + "\u201d is no balance.", "It must look like C260331EUR1234,56. Fetch the file again from the bank.");
    }
    Currency stated = reading.currency(found.group(5));
    currency = stated;
    Money amount = CamtAmounts.directed(reading.money(found.group(6), stated), found.group(1).equals("D"));
    boolean undated = (found.group(2) + found.group(3) + found.group(4)).equals("000000");
    return new Stated(amount, undated ? Optional.empty() : Optional.of(MtEntry.day(reading, found.group(2), found.group(3), found.group(4))));
  }

  /** Some banks write zeros for the day of a balance: it is that of the entry beside it, else of the other balance. */
  private Optional<Balance> dated(@Nullable Stated balance, @Nullable Stated other, Comparator<LocalDate> beside) {
    return Optional.ofNullable(balance)
        .map(
            stated ->
                new Balance(
                    stated.amount(),
                    stated.day()
                        .or(() -> entries.stream().flatMap(each -> each.valueDate().stream()).min(beside))
                        .or(() -> Optional.ofNullable(other).flatMap(Stated::day))
                        .orElseThrow(() -> reading.refusal("The balances have no day.", "Fetch the file again from the bank."))));
  }

  /** A statement ends with its closing balance, or at least with a sign that the bank had nothing more to say. */
  Statement done(boolean ended) {
    endEntry();
    if (!anything || account.isEmpty()) {
      throw reading.refusal("A piece of a statement without its account (:25:).", "The file is only a part: fetch the whole from the bank.");
    }
    Currency known = currency;
    if (known == null) {
      throw reading.refusal("A statement with neither balance nor entry.", "The file is only a part: fetch the whole from the bank.");
    }
    boolean booked = opening != null || closing != null || !intraday;
    if (booked && closing == null) {
      withoutClosing(ended);
    }
    return new Statement(
        booked ? StatementKind.BOOKED : StatementKind.INTRADAY, account, known, some(id), some(number.replaceAll("/.*", "")), page(),
        Optional.empty(), Optional.empty(), dated(opening, closing, Comparator.naturalOrder()), dated(closing, opening, Comparator.reverseOrder()), entries, reading.takeFindings());
  }

  private void withoutClosing(boolean ended) {
    if (!ended && !afterClosing) {
      throw reading.refusal("The file ends before the closing balance (:62F:).", "It was cut off on its way: fetch it again from the bank.");
    }
    reading.finding("The statement has no closing balance: that its entries are all there cannot be proven.");
  }

  private Optional<Integer> page() {
    return Optional.of(number.replaceAll("^[^/]*/?", "").strip()).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
  }

  private static Optional<String> some(String text) {
    return Optional.of(text.strip()).filter(found -> !found.isEmpty());
  }
}
