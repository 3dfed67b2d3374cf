package io.duly.directdebit;

import io.duly.debits.Collecting;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An instalment that is to be collected.
 *
 * @param nth of the plan, from 1; {@code of} so many
 * @param left of it
 * @param state whether it can be, and until when
 * @param account masked; empty while there is no mandate
 */
public record Coming(
    CaseId recovery, long number, CreditorId creditor, String creditorName, DebtorId debtor, String debtorName, PlanId plan, int nth, int of, LocalDate dueOn, Money left,
    Collecting state, Optional<String> account, List<String> invoices) {
  public Coming {
    invoices = List.copyOf(invoices);
  }

  /** As a sentence names it. */
  String named() {
    return "instalment " + nth + " of " + of + ", " + left + " on " + dueOn;
  }

  /** What keeps it from being collected; empty where nothing does. */
  public Optional<Collecting.Obstacle> obstacle() {
    return switch (state) {
      case Collecting.Ready _ -> Optional.empty();
      case Collecting.Waits waits -> Optional.of(waits.what());
      case Collecting.TooLate late -> Optional.of(late.what());
    };
  }

  /** By when the bank needs the file; empty where it is too late. */
  public Optional<LocalDate> fileBy() {
    return switch (state) {
      case Collecting.Ready ready -> Optional.of(ready.fileBy());
      case Collecting.Waits waits -> Optional.of(waits.fileBy());
      case Collecting.TooLate _ -> Optional.empty();
    };
  }
}
