package io.duly.cycle;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.DraftCheck;
import io.duly.correspondence.sending.Gate;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Verdict;
import io.duly.correspondence.sending.Waiting;
import io.duly.correspondence.template.Bearing;
import io.duly.correspondence.template.Kind;
import io.duly.strategy.CaseSnapshot;
import io.duly.strategy.CaseSnapshot.ContactFacts;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.ContactGate;
import io.duly.strategy.Policy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads a case again as a decision would and asks whether what was decided still stands: balance, holds, disputes,
 * promises, wishes, money that lies unallocated, age of the bank data, and the policy's distance between contacts.
 */
@Component
@Order(1)
final class FactsGate implements Gate {
  private static final Duration UNTIL_BANK_DATA = Duration.ofHours(1);

  private static final Duration WHILE_POLICIES_STAND = Duration.ofSeconds(30);

  private final AtomicReference<Optional<ReadPolicies>> policies = new AtomicReference<>(Optional.empty());
  private final PolicyShelf shelf;
  private final ContactPermission permission;
  private final Clock clock;

  FactsGate(PolicyShelf shelf, ContactPermission permission, Clock clock) {
    this.shelf = shelf;
    this.permission = permission;
    this.clock = clock;
  }

  /** An apology, or copies that were asked for, follow from no decision and ask for nothing: only holds and wishes stop them. */
  @Override
  public Verdict ask(Connection tx, Waiting message, Moment at) throws SQLException {
    return message.isDemand() ? askOfDemand(tx, message, at) : new Verdict.Passes(Set.of());
  }

  private Verdict askOfDemand(Connection tx, Waiting message, Moment at) throws SQLException {
    var debtor = message.debtor().value();
    var portfolio = Portfolio.read(tx, Whose.between(at.day(), debtor, debtor), permission.holidays());
    var account =
        portfolio.debtors().stream()
            .flatMap(file -> file.accounts.values().stream())
            .filter(one -> one.isOf(message.recovery().value()))
            .findFirst();
    if (account.isEmpty()) {
      return new Verdict.Withdraw("the case is closed");
    }
    var name = portfolio.policyOf(account.get().debtor);
    return policies(at.now()).inForce(name, at.day())
        .map(policy -> judge(message, undrafted(account.get().snapshot(), message), policy, at))
        .orElseGet(() -> new Verdict.Later("its policy " + name + " is not there", at.now().plus(UNTIL_BANK_DATA)));
  }

  /** Reading the files for each message would cost more than all other questions together. */
  private PolicyBook policies(Instant now) {
    var kept = policies.get();
    if (kept.isEmpty() || kept.get().readAt().plus(WHILE_POLICIES_STAND).isBefore(now) || now.isBefore(kept.get().readAt())) {
      kept = Optional.of(new ReadPolicies(shelf.read(), now));
      policies.set(kept);
    }
    return kept.get().book();
  }

  private record ReadPolicies(PolicyBook book, Instant readAt) {}

  private Verdict judge(Waiting message, CaseSnapshot facts, Policy policy, Moment at) {
    var changed = unallocated(facts).or(() -> settled(message, facts)).or(() -> DraftCheck.objection(message.send(), facts, at.day()));
    if (changed.isPresent()) {
      return new Verdict.Withdraw(changed.get());
    }
    var known = facts.bankData().filter(data -> data.of().isBefore(policy.limits().recentFrom(at.day(), data.isHoliday())));
    if (known.isPresent()) {
      return new Verdict.Later("the bank data is of " + known.get().of(), at.now().plus(UNTIL_BANK_DATA));
    }
    var opens = ContactGate.opens(contactsOf(facts, at.day()), policy.limits(), at.day());
    return opens.isAfter(at.day())
        ? new Verdict.Later("the policy lets the debtor be contacted again on " + opens, opens.atStartOfDay(clock.getZone()).toInstant())
        : new Verdict.Passes(Kind.of(message.send().template()).map(kind -> Bearing.of(policy, kind)).orElse(Set.of()));
  }

  /** Money that is this debtor's, or could be, is allocated before anybody is written to (P08). */
  private static Optional<String> unallocated(CaseSnapshot facts) {
    return facts.unallocated().stream()
        .filter(money -> money.amount() > 0)
        .max(Comparator.comparing(CaseSnapshot.UnallocatedFacts::certain))
        .map(money -> "money of " + money.receivedOn() + (money.certain() ? " is" : " could be") + " the debtor's and is not allocated yet");
  }

  private static Optional<String> settled(Waiting message, CaseSnapshot facts) {
    var open = facts.invoices().stream().collect(Collectors.toMap(InvoiceFacts::id, InvoiceFacts::open));
    return message.send().lines().stream().anyMatch(line -> open.getOrDefault(line.invoice(), 0L) == 0)
        ? Optional.of("an invoice that it names is settled")
        : Optional.empty();
  }

  /** As if it had not been drafted: what the draft itself left behind is no objection to it. Contacts are asked about apart. */
  private static CaseSnapshot undrafted(CaseSnapshot facts, Waiting message) {
    var invoices = facts.invoices().stream().map(FactsGate::withoutSteps).toList();
    var others = facts.contacts().recent().stream().filter(day -> !message.contacted().contains(day)).toList();
    var contacts = new ContactFacts(Optional.empty(), others);
    return new CaseSnapshot(
        facts.existing(), facts.debtor(), facts.currency(), invoices, facts.holds(), facts.promises(), facts.unallocated(), contacts,
        Optional.empty(), facts.openTasks(), facts.bankData(), facts.chargesOpen(), facts.plan());
  }

  private static InvoiceFacts withoutSteps(InvoiceFacts one) {
    return new InvoiceFacts(one.id(), one.number(), one.issuedOn(), one.dueOn(), one.gross(), one.open(), one.disputed(), one.agreed(), List.of());
  }

  /** A contact of today is the slot's to refuse: it knows the debtor's own day. */
  private static ContactFacts contactsOf(CaseSnapshot facts, LocalDate today) {
    return new ContactFacts(Optional.empty(), facts.contacts().recent().stream().filter(day -> day.isBefore(today)).toList());
  }
}
