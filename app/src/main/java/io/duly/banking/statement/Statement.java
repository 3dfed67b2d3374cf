package io.duly.banking.statement;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a bank says of one account over some time.
 *
 * @param kind whether it books, reports within the day or only advises
 * @param account the account as the bank writes it, IBANs in capitals without blanks
 * @param currency the currency of the account
 * @param id the bank's own id of this statement
 * @param number the statement's number at the bank, where it counts them: digits and what the bank puts around them
 * @param page the page of a statement that the bank cut into several, from 1
 * @param from the first day it covers, where it says so
 * @param to the last day it covers, where it says so
 * @param opening the balance before the first entry; not every kind has one
 * @param closing the balance after the last entry; not every kind has one
 * @param entries in the order of the file
 * @param findings what a person should know and what did not stop the reading
 */
public record Statement(
    StatementKind kind,
    String account,
    Currency currency,
    Optional<String> id,
    Optional<String> number,
    Optional<Integer> page,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Balance> opening,
    Optional<Balance> closing,
    List<Entry> entries,
    List<Finding> findings) {
  public Statement {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /** The day it begins: as said, else that of the opening balance, else of the earliest entry. */
  public Optional<LocalDate> begins() {
    return from.or(() -> opening.map(Balance::day)).or(() -> entries.stream().flatMap(entry -> entry.day().stream()).min(LocalDate::compareTo));
  }

  /** The day up to which the account is known: that of the closing balance, else as said, else of the latest entry. */
  public Optional<LocalDate> ends() {
    return closing.map(Balance::day).or(() -> to).or(() -> entries.stream().flatMap(entry -> entry.day().stream()).max(LocalDate::compareTo));
  }
}
