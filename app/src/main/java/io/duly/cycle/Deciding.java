package io.duly.cycle;

import io.duly.correspondence.DraftCheck;
import io.duly.strategy.CaseSnapshot;
import io.duly.strategy.Decider;
import io.duly.strategy.Decision;
import io.duly.strategy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides the accounts of debtors. Of several accounts of one debtor at most one contacts on a day, the most urgent
 * (invariant 3). An account that fails does so alone (invariant 10). Pure.
 *
 * @param leadDays how many days before the due date the earliest step of any policy may come
 */
record Deciding(LocalDate day, PolicyBook policies, int leadDays) {
  private static final int LONGEST_ERROR = 500;
  private static final Comparator<Outcome.Decided> MOST_URGENT =
      Comparator.<Outcome.Decided>comparingInt(one -> one.decision().priority())
          .thenComparing(one -> one.account().currency.getCurrencyCode());

  /** The outcomes of all accounts that are due. */
  List<Outcome> decide(Portfolio portfolio) {
    var outcomes = new ArrayList<Outcome>(portfolio.debtors().size());
    for (var debtor : portfolio.debtors()) {
      outcomes.addAll(decide(debtor, portfolio.policyOf(debtor)));
    }
    return outcomes;
  }

  private List<Outcome> decide(DebtorFile debtor, String policy) {
    var outcomes = new ArrayList<Outcome>(1);
    for (var account : debtor.accounts.values()) {
      if (account.isDue(day, leadDays)) {
        decide(account, policy, account.snapshot()).ifPresent(outcomes::add);
      }
    }
    return outcomes.size() < 2 ? outcomes : withOneContact(outcomes, policy);
  }

  private List<Outcome> withOneContact(List<Outcome> outcomes, String policy) {
    var contacting = new ArrayList<Outcome.Decided>();
    for (var outcome : outcomes) {
      if (outcome instanceof Outcome.Decided decided && decided.contacts()) {
        contacting.add(decided);
      }
    }
    if (contacting.size() < 2) {
      return outcomes;
    }
    contacting.remove(contacting.stream().max(MOST_URGENT).orElseThrow());
    var others = new ArrayList<>(outcomes);
    others.removeAll(contacting);
    for (var one : contacting) {
      decide(one.account(), policy, one.account().snapshotContacted(day)).ifPresent(others::add);
    }
    return others;
  }

  /** Empty where there is no case and none is to be opened. */
  private Optional<Outcome> decide(Account account, String name, CaseSnapshot snapshot) {
    var policy = policies.inForce(name, day);
    if (policy.isEmpty()) {
      var known = String.join(", ", policies.names());
      return failed(account, "policy " + name + " is not there: choose one of " + known + ", or add policies/" + name + ".yaml");
    }
    try {
      return decided(account, policy.get(), snapshot);
    } catch (RuntimeException fault) { // whatever it is, it is this account's: it is kept, shown and tried again
      return failed(account, fault.toString());
    }
  }

  private Optional<Outcome> decided(Account account, Policy policy, CaseSnapshot snapshot) {
    var decision = Decider.decide(snapshot, policy, day);
    if (decision.action() instanceof Decision.None) {
      return Optional.empty();
    }
    if (decision.action() instanceof Decision.Send send) {
      var objection = DraftCheck.objection(send, snapshot, day);
      if (objection.isPresent()) {
        return failed(account, "the message of step " + send.step() + " must not go out: " + objection.get());
      }
    }
    return Optional.of(new Outcome.Decided(account, policy.name() + "/" + policy.version(), decision));
  }

  private static Optional<Outcome> failed(Account account, String error) {
    return Optional.of(new Outcome.Failed(account, error.substring(0, Math.min(error.length(), LONGEST_ERROR))));
  }
}
