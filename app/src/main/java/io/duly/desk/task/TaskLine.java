package io.duly.desk.task;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A task on the list.
 *
 * @param kind as in {@code complete_file}
 * @param dueAt the time at the debtor's where one was agreed
 * @param putOff how often it was put off
 * @param putOffWhy the latest reason for that
 */
public record TaskLine(
    UUID id,
    String kind,
    String why,
    LocalDate dueOn,
    Optional<ZonedDateTime> dueAt,
    Optional<UUID> assignedTo,
    int putOff,
    Optional<String> putOffWhy,
    UUID creditor,
    long caseNumber,
    String debtor,
    String creditorName) {
  /** Where it is done: the part of its case that it is about. */
  public String address() {
    return "/cases/" + caseNumber
        + switch (kind) {
          case "verify" -> "#said";
          case "complete_file" -> "#file";
          case "approve", "place", "write_off", "review" -> "#next";
          default -> "";
        };
  }
}
