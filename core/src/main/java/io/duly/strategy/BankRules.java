package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.UnallocatedFacts;
import java.util.Optional;

/** P08: has it been paid? Nobody is contacted while that is not known. */
final class BankRules {
  private BankRules() {}

  /** Money that is this debtor's, or could be, is allocated before anybody is contacted. */
  static Optional<Decision> unallocatedMoney(Standing standing) {
    UnallocatedFacts found = null;
    for (UnallocatedFacts receipt : standing.snapshot().unallocated()) {
      if (receipt.amount() > 0 && (found == null || (receipt.certain() && !found.certain()))) {
        found = receipt;
      }
    }
    return found == null ? Optional.empty() : Optional.of(allocate(standing, found));
  }

  /** Bank data that is too old does not say what was paid since. */
  static Optional<Decision> bankDataTooOld(Standing standing) {
    Optional<BankData> known = standing.snapshot().bankData();
    if (known.isEmpty() || !standing.limits().tooOld(known.get(), standing.date())) {
      return Optional.empty();
    }
    String text =
        "waits: bank data is of "
            + known.get().of()
            + "; it may be "
            + standing.limits().bankDataAge()
            + " old";
    return Optional.of(
        Answer.pause(standing)
            .withholdVerdict()
            .because("P08", text)
            .reviewOn(standing.today() + 1)
            .decision());
  }

  private static Decision allocate(Standing standing, UnallocatedFacts receipt) {
    Answer answer =
        standing.hasTask(TaskKind.ALLOCATE)
            ? Answer.pause(standing).urgency(Urgency.ANSWER_OWED)
            : Answer.ask(standing, TaskKind.ALLOCATE, "P08", standing.date())
                .urgency(Urgency.ANSWER_OWED);
    String whose = receipt.certain() ? " is this debtor's" : " could be this debtor's";
    String how = receipt.credit() ? " credited " : " received ";
    String text = standing.money(receipt.amount()) + how + receipt.receivedOn() + whose;
    return answer
        .withholdVerdict()
        .because("P08", "waits: " + text + " and is not allocated yet")
        .decision();
  }
}
