package io.duly.desk.casefile;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * Which case it is and how it stands.
 *
 * @param zone in which the creditor's day is counted
 * @param creditorCurrency in which the creditor keeps its books
 * @param next empty once the case is closed
 * @param changed something happened since the last decision; the next daily run decides again
 */
public record Headline(
    CaseId id,
    long number,
    CreditorId creditor,
    String creditorName,
    ZoneId zone,
    String creditorCurrency,
    DebtorId debtor,
    Currency currency,
    String stage,
    LocalDate openedOn,
    Optional<Closure> closed,
    Optional<Next> next,
    boolean changed) {

  public record Closure(LocalDate on, String why) {}

  /** @param reviewOn when the daily cycle decides again at the latest */
  public record Next(String action, LocalDate on, LocalDate reviewOn, String because) {}

  public boolean isOpen() {
    return closed.isEmpty();
  }

  public String address() {
    return "/cases/" + number;
  }
}
