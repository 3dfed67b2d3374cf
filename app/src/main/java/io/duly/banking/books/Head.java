package io.duly.banking.books;

import io.duly.banking.statement.StatementKind;
import io.duly.journal.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What is remembered of a statement without its entries.
 *
 * @param opening minor units; empty where the bank gives none
 * @param prints of all its entries, so that the same statement is known again
 */
public record Head(
    UUID id,
    StatementKind kind,
    String format,
    Optional<String> number,
    Optional<Integer> page,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Long> opening,
    Optional<LocalDate> openingOn,
    Optional<Long> closing,
    Optional<LocalDate> closingOn,
    Sha256 prints,
    Instant takenAt) {

  /** From which day it tells; {@link LocalDate#MIN} where that is not known. */
  public LocalDate begins() {
    return from.or(() -> openingOn).orElse(LocalDate.MIN);
  }

  /** Up to which day it tells; {@link LocalDate#MIN} where that is not known. */
  public LocalDate ends() {
    return closingOn.or(() -> to).orElse(LocalDate.MIN);
  }

  /** Whether it can be placed among others by its balances. */
  boolean chained() {
    return kind == StatementKind.BOOKED && opening.isPresent() && closing.isPresent();
  }

  /** Whether it tells of every payment of its days; advices tell of some. */
  boolean tellsEverything() {
    return kind == StatementKind.BOOKED || kind == StatementKind.DOWNLOAD;
  }

  /** A file sent again may have a new id and a new time: days, balances and entries decide. */
  boolean saysTheSame(Head other) {
    return kind == other.kind && prints.equals(other.prints) && opening.equals(other.opening) && closing.equals(other.closing)
        && number.equals(other.number) && page.equals(other.page) && begins().equals(other.begins()) && ends().equals(other.ends());
  }

  /** Whether it may tell of the same days, give or take some on which payments are booked elsewhere. */
  boolean near(Head other, int days) {
    return begins().equals(LocalDate.MIN) || other.begins().equals(LocalDate.MIN)
        || !begins().minusDays(days).isAfter(other.ends()) && !other.begins().minusDays(days).isAfter(ends());
  }

  /** Two pages of one statement never tell of the same payment. */
  boolean otherPageOf(Head other) {
    return number.isPresent() && number.equals(other.number) && page.isPresent() && other.page.isPresent() && !page.equals(other.page);
  }

  /** It opens with what the other closes with. */
  boolean opensWhere(Head other) {
    return !id.equals(other.id) && opening.isPresent() && opening.equals(other.closing) && !begins().isBefore(other.begins());
  }
}
