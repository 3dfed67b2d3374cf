package io.duly.banking.reading;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Part;
import io.duly.banking.statement.ReturnReason;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A movement of CODA with the lines that continue it; a movement with details is a batch. */
final class CodaEntry {
  private final Reading reading;
  private final Currency currency;
  private final String first;
  private final Money amount;
  private final List<CodaEntry> parts = new ArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private final StringBuilder information = new StringBuilder();
  private String end = "";
  private String bank = "";
  private String reason = "";
  private String account = "";
  private String name = "";

  CodaEntry(Reading reading, Currency currency, String line) {
    this.reading = reading;
    this.currency = currency;
    this.first = line;
    this.amount = CodaStatement.amount(reading, currency, line, 31);
    message.append(line, 62, 115);
  }

  /** A line with the same number and another detail number belongs to this batch. */
  boolean hasPart(String line) {
    return line.substring(2, 6).equals(first.substring(2, 6)) && !line.substring(6, 10).equals("0000");
  }

  void more(String line) {
    CodaEntry last = last();
    if (line.startsWith("21")) {
      reading.mayGrow(parts);
      parts.add(new CodaEntry(reading, currency, line));
    } else {
      last.continued(line);
    }
  }

  private CodaEntry last() {
    return parts.isEmpty() ? this : parts.getLast();
  }

  private void continued(String line) {
    switch (line.substring(0, 2)) {
      case "22" -> {
        message.append(line, 10, 63);
        end = line.substring(63, 98).strip();
        bank = line.substring(98, 109).strip();
        reason = line.substring(113, 117).strip();
      }
      case "23" -> {
        account = line.substring(10, 44).strip();
        name = line.substring(47, 82).strip();
        message.append(line, 82, 125);
      }
      case "31" -> information.append(line.charAt(39) == '1' ? "" : line.substring(40, 113));
      case "32" -> information.append(line, 10, 115);
      case "33" -> information.append(line, 10, 100);
      default -> throw reading.refusal("\u201c" + line.substring(0, 2) + "\u201d is no kind of line.", "Fetch the file again from the bank.");
    }
  }

  Entry done() {
    Optional<LocalDate> value = first.startsWith("000000", 47) ? Optional.empty() : Optional.of(CodaStatement.day(reading, first, 47));
    return new Entry(
        Optional.of(CodaStatement.day(reading, first, 115)), value, amount, false, true, some(first.substring(10, 31)), some(first.substring(53, 61)),
        details(), addingUp());
  }

  private List<Part> addingUp() {
    long sum = parts.stream().mapToLong(part -> part.amount.minor()).sum();
    if (parts.isEmpty() || sum == amount.minor()) {
      return parts.stream().map(part -> new Part(part.amount, part.details())).toList();
    }
    reading.finding("The " + parts.size() + " payments of a batch of " + amount + " do not add up to it; it was taken as one booking.");
    return List.of();
  }

  private Details details() {
    boolean structured = first.charAt(61) == '1';
    String text = message.toString().replaceAll("\\s+", " ").strip();
    Optional<String> ogm = reference(structured);
    var lines = new ArrayList<String>();
    some(structured && ogm.isPresent() ? "" : text).ifPresent(lines::add);
    some(information.toString().replaceAll("\\s+", " ")).ifPresent(lines::add);
    return new Details(
        some(end).filter(given -> !given.equals("NOTPROVIDED") && !given.matches("0+")), Optional.empty(), ogm.stream().toList(), List.of(), lines,
        new Counterparty(some(name), Optional.empty(), some(account).map(CamtParty::iban), some(bank)), List.of(), Optional.empty(),
        some(reason).map(code -> new ReturnReason(Optional.of(code), Optional.empty())), Optional.empty());
  }

  /** Of the structured messages 101 and 102 carry a reference of twelve digits. */
  private Optional<String> reference(boolean structured) {
    boolean known = structured && (first.startsWith("101", 62) || first.startsWith("102", 62));
    return Optional.of(first.substring(65, 77)).filter(digits -> known && digits.matches("\\d{12}"));
  }

  private static Optional<String> some(String text) {
    return Optional.of(text.strip()).filter(found -> !found.isEmpty());
  }
}
