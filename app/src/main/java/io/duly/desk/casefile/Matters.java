package io.duly.desk.casefile;

import io.duly.agreements.AgreedPlan;
import io.duly.agreements.CounterOffer;
import io.duly.agreements.Promise;
import io.duly.cases.Checklist;
import io.duly.cases.Hold;
import io.duly.cases.StatedReason;
import io.duly.cases.Task;
import io.duly.corrections.PossibleDuplicate;
import io.duly.correspondence.Recaps;
import io.duly.hardship.Space;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is under way: holds in force, the promise that runs, the plans, what the debtor asks for, tasks, what the debtor said, the draft that waits, what was agreed in writing, why a settlement may be offered, what the case file lacks, which invoices may ask twice, breathing space, how it is paid online, and what may be collected. */
public record Matters(
    List<Hold> holds, Optional<Promise> promise, List<AgreedPlan> plans, List<CounterOffer> asks, List<Task> tasks, List<StatedReason> stated, List<Draft> drafts,
    List<Recaps.Recap> recaps, Optional<String> ground, Checklist checklist, List<PossibleDuplicate> duplicates, List<Space> spaces, Online online, Debiting debiting) {

  /** Those that no breathing space shows in its own way. */
  public List<Hold> otherHolds(LocalDate today) {
    return holds.stream().filter(hold -> !(hold.kind() == HoldKind.HARDSHIP && hold.onCase().isEmpty() && spaces.stream().anyMatch(one -> one.holdsOn(today)))).toList();
  }
}
