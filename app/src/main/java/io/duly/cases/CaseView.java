package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.strategy.NextAction;
import io.duly.strategy.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case as a person sees it on a day.
 *
 * @param number for people; {@link #id} for machines
 * @param openBalance what was open at the end of the day, disputed parts with it
 * @param holds in force on the day
 * @param next empty once the case is closed
 * @param reviewOn the day on which the daily cycle decides again at the latest
 * @param because why the next action is what it is, in a sentence
 * @param closed empty while it is open
 */
public record CaseView(
    CaseId id,
    long number,
    CreditorId creditorId,
    String creditor,
    DebtorId debtorId,
    String debtor,
    Stage stage,
    LocalDate openedOn,
    Money openBalance,
    List<Hold> holds,
    Optional<NextAction> next,
    Optional<LocalDate> reviewOn,
    Optional<String> because,
    Optional<Closure> closed) {

  /** When and why a case was closed. */
  public record Closure(LocalDate on, String why) {}
}
