package io.duly.cycle;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.DraftCheck;
import io.duly.correspondence.GivenDebtor;
import io.duly.correspondence.KnownDebtor;
import io.duly.strategy.CaseSnapshot;
import io.duly.strategy.ContactGate;
import io.duly.strategy.Decision;
import io.duly.strategy.Policy;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Decides the accounts of debtors. Of several accounts of one debtor at most one contacts on a day, the most urgent
 * (invariant 3). An account that fails does so alone (invariant 10). Pure, but for what the rules about contacts ask.
 *
 * @param leadDays how many days before the due date the earliest step of any policy may come
 * @param permission the rules about contacts
 * @param alike what they said on this day already
 */
record Deciding(LocalDate day, PolicyBook policies, int leadDays, ContactPermission permission, AlikeDebtors alike) {
  private static final int LONGEST_ERROR = 500;
  private static final Comparator<Outcome.Decided> MOST_URGENT =
      Comparator.<Outcome.Decided>comparingInt(one -> one.decision().priority())
          .thenComparing(one -> one.account().currency.getCurrencyCode());

  /** What the rules about contacts ask of those who might be contacted on the day. */
  ContactDays contactDays(Connection tx, Portfolio portfolio) {
    var withoutPast = new HashMap<UUID, AlikeDebtors.Alike>();
    var withPast = new HashMap<UUID, GivenDebtor>();
    for (var debtor : portfolio.debtors()) {
      if (mayBeContacted(debtor, policies.inForce(portfolio.policyOf(debtor), day))) {
        var given = portfolio.given(debtor);
        if (debtor.hasPast()) {
          withPast.put(debtor.id, given);
        } else {
          withoutPast.put(debtor.id, alike.to(given));
        }
      }
    }
    var noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    var known = withPast.isEmpty() ? Map.<UUID, KnownDebtor>of() : permission.known(DSL.using(tx, SQLDialect.POSTGRES), withPast, noon);
    return new ContactDays(permission, day, known, withoutPast);
  }

  private boolean mayBeContacted(DebtorFile debtor, Optional<Policy> policy) {
    return debtor.pendingDraft.isEmpty()
        && policy.isPresent()
        && !ContactGate.opens(debtor.contacts(), policy.get().limits(), day).isAfter(day)
        && debtor.accounts.values().stream().anyMatch(account -> account.isDue(day, leadDays));
  }

  /** The outcomes of all accounts that are due. */
  List<Outcome> decide(Portfolio portfolio, ContactDays contactDays) {
    var outcomes = new ArrayList<Outcome>(portfolio.debtors().size());
    for (var debtor : portfolio.debtors()) {
      outcomes.addAll(decide(debtor, portfolio.policyOf(debtor), contactDays));
    }
    return outcomes;
  }

  private List<Outcome> decide(DebtorFile debtor, String policy, ContactDays contactDays) {
    var outcomes = new ArrayList<Outcome>(1);
    for (var account : debtor.accounts.values()) {
      if (account.isDue(day, leadDays)) {
        decide(account, policy, account.snapshot(), contactDays).ifPresent(outcomes::add);
      }
    }
    return outcomes.size() < 2 ? outcomes : withOneContact(outcomes, policy, contactDays);
  }

  private List<Outcome> withOneContact(List<Outcome> outcomes, String policy, ContactDays contactDays) {
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
      decide(one.account(), policy, one.account().snapshotContacted(day), contactDays).ifPresent(others::add);
    }
    return others;
  }

  /** Empty where there is no case and none is to be opened. */
  private Optional<Outcome> decide(Account account, String name, CaseSnapshot snapshot, ContactDays contactDays) {
    var policy = policies.inForce(name, day);
    if (policy.isEmpty()) {
      var known = String.join(", ", policies.names());
      return failed(account, "policy " + name + " is not there: choose one of " + known + ", or add policies/" + name + ".yaml");
    }
    try {
      return decided(account, policy.get(), snapshot, contactDays);
    } catch (RuntimeException fault) { // whatever it is, it is this account's: it is kept, shown and tried again
      return failed(account, fault.toString());
    }
  }

  private Optional<Outcome> decided(Account account, Policy policy, CaseSnapshot snapshot, ContactDays contactDays) {
    var decision = new ByTheRules(account, policy, day, contactDays).decide(snapshot);
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
