package io.duly.banking.reading;

import io.duly.banking.statement.Balance;
import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One STMTRS, CCSTMTRS or INVSTMTRS while it is read. */
final class OfxStatement {
  private final Reading reading;
  private final StatementReader.Said said;
  private final Map<String, String> head = new HashMap<>();
  private Map<String, String> entry = new HashMap<>();
  private boolean inEntry;
  private final List<Entry> entries = new ArrayList<>();

  OfxStatement(Reading reading, StatementReader.Said said, boolean securities) {
    this.reading = reading;
    this.said = said;
    if (securities) {
      reading.finding("This is a statement of securities: only its movements of cash were taken.");
    }
  }

  static String plain(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&nbsp;", " ").replace("&amp;", "&").strip();
  }

  void begin() {
    reading.mayGrow(entries);
    entry = new HashMap<>();
    inEntry = true;
  }

  void field(String parent, String name, String value) {
    Map<String, String> here = inEntry ? entry : head;
    here.putIfAbsent(name, value);
    here.putIfAbsent(parent + "/" + name, value);
  }

  void end() {
    inEntry = false;
    LocalDate booked = of(entry, "DTPOSTED").map(this::day).orElseThrow(() -> reading.refusal("An entry has no date (DTPOSTED).", "Fetch the file again from the bank."));
    String amount = of(entry, "TRNAMT").orElseThrow(() -> reading.refusal("An entry has no amount (TRNAMT).", "Fetch the file again from the bank."));
    Currency currency = of(entry, "CURRENCY/CURSYM").map(reading::currency).orElseGet(this::currency);
    entries.add(
        new Entry(
            Optional.of(booked), of(entry, "DTAVAIL").map(this::day), reading.grouped(amount, currency), false, true, of(entry, "FITID"),
            of(entry, "TRNTYPE"), details(), List.of()));
  }

  private Details details() {
    var party =
        new Counterparty(
            of(entry, "NAME").or(() -> of(entry, "PAYEE/NAME")), Optional.empty(),
            Stream.of("BANKACCTTO/ACCTID", "CCACCTTO/ACCTID").flatMap(name -> of(entry, name).stream()).findFirst(), of(entry, "BANKACCTTO/BANKID"));
    var reference = of(entry, "REFNUM").or(() -> of(entry, "CHECKNUM")).filter(text -> !text.matches("0*"));
    return new Details(
        reference, Optional.empty(), List.of(), List.of(), of(entry, "MEMO").stream().toList(), party, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Statement done() {
    String account = of(head, "ACCTID").orElseThrow(() -> reading.refusal("The statement does not say of which account it is.", "Fetch the file again from the bank."));
    return new Statement(
        StatementKind.DOWNLOAD, account, currency(), Optional.empty(), Optional.empty(), Optional.empty(), of(head, "DTSTART").map(this::day),
        of(head, "DTEND").map(this::day), Optional.empty(), balance(), entries, reading.takeFindings());
  }

  /** The balance at the time of fetching. */
  private Optional<Balance> balance() {
    Optional<String> day = of(head, "LEDGERBAL/DTASOF");
    if (day.isEmpty()) {
      return Optional.empty();
    }
    String amount = of(head, "LEDGERBAL/BALAMT").orElseThrow(() -> reading.refusal("The balance (LEDGERBAL) has no amount.", "Fetch the file again from the bank."));
    return Optional.of(new Balance(reading.grouped(amount, currency()), day(day.get())));
  }

  private Currency currency() {
    return of(head, "CURDEF").map(reading::currency).or(said::currency)
        .orElseThrow(() -> reading.refusal("The statement names no currency (CURDEF).", "Say with --currency which it is."));
  }

  private LocalDate day(String text) {
    return reading.isoDate(text.length() < 8 || text.charAt(4) == '-' ? text : text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8));
  }

  private static Optional<String> of(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
