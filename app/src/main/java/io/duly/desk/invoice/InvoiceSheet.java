package io.duly.desk.invoice;

import io.duly.account.InvoiceOwed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the page of an invoice shows.
 *
 * @param owed how it stands today; empty before it is issued
 * @param disputes the latest first, those that are closed too
 * @param messages that named it, the latest first
 * @param documentName of the original, where it was archived
 */
public record InvoiceSheet(
    InvoiceHead head, Optional<InvoiceOwed> owed, List<Contest> disputes, List<Named> messages, Optional<String> documentName) {

  /**
   * A dispute of it.
   *
   * @param amount minor units
   * @param outcome empty while it is open
   */
  public record Contest(long amount, String why, LocalDate openedOn, Optional<LocalDate> closedOn, Optional<String> outcome) {}

  /**
   * A message that named it.
   *
   * @param asked for this invoice, minor units
   * @param state {@code checked}, {@code taken_as_sent} or {@code withdrawn}
   */
  public record Named(LocalDate day, String channel, String template, String state, long asked, Optional<String> withdrawnWhy) {}
}
