package io.duly.cycle;

import io.duly.strategy.CaseSnapshot;
import io.duly.strategy.CaseSnapshot.CaseFacts;
import io.duly.strategy.CaseSnapshot.ContactFacts;
import io.duly.strategy.CaseSnapshot.HoldFacts;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.CaseSnapshot.PromiseFacts;
import io.duly.strategy.CaseSnapshot.TaskFacts;
import io.duly.strategy.CaseSnapshot.UnallocatedFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one debtor owes in one currency, as it was read: filled while rows come in, then turned into a snapshot. */
final class Account {
  private static final Comparator<InvoiceFacts> BY_DUE_DATE =
      Comparator.comparing(InvoiceFacts::dueOn).thenComparing(InvoiceFacts::number);

  final DebtorFile debtor;
  final Currency currency;
  Optional<OpenCase> open = Optional.empty();
  int brokenPromises;
  long chargesOpen;
  Optional<AccountPlan> plan = Optional.empty();
  final List<InvoiceFacts> invoices = new ArrayList<>(8);
  final List<HoldFacts> holds = new ArrayList<>(0);
  final List<PromiseFacts> promises = new ArrayList<>(0);
  final List<UnallocatedFacts> unallocated = new ArrayList<>(0);
  private List<TaskFacts> tasks = List.of();

  Account(DebtorFile debtor, String currency) {
    this.debtor = debtor;
    this.currency = Currency.getInstance(currency);
  }

  void is(OpenCase one, List<TaskFacts> openTasks) {
    open = Optional.of(one);
    tasks = openTasks;
  }

  boolean isOf(UUID caseId) {
    return open.isPresent() && open.get().id().value().equals(caseId);
  }

  /** Whether it is to be decided today; an account without a case is, once a step of some policy could concern it. */
  boolean isDue(LocalDate day, int leadDays) {
    return open.map(one -> one.touched() || !one.reviewOn().isAfter(day))
        .orElseGet(() -> anyDueBefore(day.plusDays(leadDays + 1L)));
  }

  long openBalance() {
    long sum = 0;
    for (var invoice : invoices) {
      sum = Math.addExact(sum, invoice.open());
    }
    return sum;
  }

  CaseSnapshot snapshot() {
    return snapshot(debtor.contacts());
  }

  /** As it is when the debtor is contacted today for another account. */
  CaseSnapshot snapshotContacted(LocalDate day) {
    var recent = new ArrayList<>(debtor.contacts().recent());
    recent.add(day);
    return snapshot(new ContactFacts(Optional.of(day), recent));
  }

  private CaseSnapshot snapshot(ContactFacts contacts) {
    invoices.sort(BY_DUE_DATE);
    return new CaseSnapshot(
        open.map(one -> new CaseFacts(one.stage(), one.openedOn(), brokenPromises)),
        debtor.facts(),
        currency,
        invoices,
        holds,
        promises,
        unallocated,
        contacts,
        debtor.pendingDraft,
        tasks,
        debtor.bankData,
        chargesOpen,
        plan.map(AccountPlan::running),
        debtor.care);
  }

  private boolean anyDueBefore(LocalDate day) {
    for (var invoice : invoices) {
      if (invoice.dueOn().isBefore(day)) {
        return true;
      }
    }
    return false;
  }
}
