package io.duly.portal;

import io.duly.agreements.Agreed;
import io.duly.agreements.AgreedPlan;
import io.duly.agreements.Bargainer;
import io.duly.agreements.Bargaining;
import io.duly.agreements.CounterOffer;
import io.duly.agreements.CounterOffers;
import io.duly.agreements.Options;
import io.duly.agreements.PaidBy;
import io.duly.agreements.Plans;
import io.duly.agreements.PromiseOutcome;
import io.duly.agreements.Promises;
import io.duly.approvals.AgreedOffers;
import io.duly.calls.Sheet;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Hold;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.correspondence.Recaps;
import io.duly.plans.Alone;
import io.duly.plans.BankDay;
import io.duly.plans.Instalment;
import io.duly.plans.Ladder;
import io.duly.plans.Offer;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What debtors offer by themselves: agreed at once within the creditor's limits for them, else put before a person. */
@Component
final class OwnPlans {
  /** How long we take to answer, in bank days. */
  static final int DAYS_TO_ANSWER = 3;

  /** How long a promise that was not kept asks for a talk. */
  private static final int REMEMBERED_DAYS = 365;

  private static final Set<Offer.Kind> SHOWN = EnumSet.of(Offer.Kind.BY_DATE, Offer.Kind.PART_AND_REST, Offer.Kind.INSTALMENTS);

  /** Holds that say nothing against an agreement. */
  private static final Set<HoldKind> HARMLESS = EnumSet.of(HoldKind.VERIFICATION, HoldKind.BANK_DATA_STALE, HoldKind.PROMISE, HoldKind.PLAN);

  private final CaseJournal cases;
  private final Options options;
  private final Bargaining bargaining;
  private final Plans plans;
  private final Promises promises;
  private final CounterOffers counters;
  private final AgreedOffers agreed;
  private final Recaps recaps;
  private final Holds holds;
  private final Telling telling;

  OwnPlans(
      CaseJournal cases, Options options, Bargaining bargaining, Plans plans, Promises promises, CounterOffers counters, AgreedOffers agreed, Recaps recaps, Holds holds,
      Telling telling) {
    this.cases = cases;
    this.options = options;
    this.bargaining = bargaining;
    this.plans = plans;
    this.promises = promises;
    this.counters = counters;
    this.agreed = agreed;
    this.recaps = recaps;
    this.holds = holds;
    this.telling = telling;
  }

  /**
   * What can be offered in a case.
   *
   * @param running a plan that runs: it is talked about, not made anew
   * @param answerBy when a person would answer
   */
  record Ways(Account account, CaseHead head, Ladder.Facts facts, Alone alone, Optional<AgreedPlan> running, LocalDate answerBy) {
    List<Offer> steps() {
      return Ladder.of(facts).steps().stream().map(one -> one.offer()).filter(offer -> SHOWN.contains(offer.kind())).toList();
    }

    PlanShown shown(Sheet typed, Offer offer) {
      return new PlanShown(account.currency().getCurrencyCode(), typed.with(Map.of()), offer, alone.asks(offer, facts.today()).isEmpty(), answerBy);
    }
  }

  /**
   * The ways of the account in a currency; of the only one where none is named.
   *
   * @return empty where nothing is due there, or no case is open
   */
  Optional<Ways> ways(DSLContext tx, Home home, String currency, LocalDate businessDay) {
    var open = home.accounts().stream().filter(Account::isOpen).toList();
    var account = open.size() == 1 && currency.isEmpty() ? open.stream().findFirst() : open.stream().filter(one -> one.currency().getCurrencyCode().equals(currency)).findFirst();
    return account.flatMap(one -> one.recovery().map(id -> ways(tx, home, one, cases.head(tx, id), businessDay))).filter(ways -> ways.facts().owed().isPositive());
  }

  private Ways ways(DSLContext tx, Home home, Account account, CaseHead head, LocalDate businessDay) {
    var there = telling.dayThere(home);
    var today = there.isAfter(businessDay) ? there : businessDay;
    var days = telling.bankDays(home);
    var facts = options.facts(tx, head, plans.due(tx, head.id(), businessDay), Bargainer.DEBTOR, false, today, BankDay.among(days));
    var running = plans.running(tx, head.id(), businessDay);
    boolean held = holds.inForce(tx, head.id(), businessDay).stream().map(Hold::kind).anyMatch(kind -> !HARMLESS.contains(kind));
    return new Ways(account, head, facts, new Alone(facts.authority(), agreedBefore(tx, head, today), held), running, telling.nextDays(home, today, DAYS_TO_ANSWER).getLast());
  }

  private boolean agreedBefore(DSLContext tx, CaseHead head, LocalDate today) {
    var since = today.minusDays(REMEMBERED_DAYS);
    return promises.running(tx, head.id()).isPresent()
        || promises.trackRecord(tx, head.debtor()).judged().stream()
            .filter(one -> one.dueOn().isAfter(since))
            .flatMap(one -> one.outcome().stream())
            .anyMatch(outcome -> outcome == PromiseOutcome.BROKEN || outcome == PromiseOutcome.PARTLY_KEPT);
  }

  /** Whether what they saw is what runs already: a second click, another tab. */
  boolean isAgreed(DSLContext tx, Home home, String currency, String seen, LocalDate businessDay) {
    return home.accounts().stream()
        .filter(one -> one.currency().getCurrencyCode().equals(currency))
        .flatMap(one -> one.recovery().stream())
        .anyMatch(id -> plans.running(tx, id, businessDay).map(AgreedPlan::plan).map(PlanShown::print)
            .or(() -> promises.running(tx, id).map(one -> PlanShown.print(List.of(new Instalment(one.dueOn(), one.amount())))))
            .filter(print -> seen.equals(print + PlanShown.AT_ONCE)).isPresent());
  }

  /** How it went. */
  enum Outcome {
    AGREED,
    ASKED,
    /** Money came, or limits changed, since they looked. */
    CHANGED
  }

  /**
   * Agrees to what they saw, or puts it before a person.
   *
   * @param seen what stood on the page, see {@link PlanShown#print}
   * @throws CannotRecord where it cannot be agreed
   */
  Outcome say(DSLContext tx, Ways ways, PlanShown shown, String seen, Optional<String> words, Recorded by) {
    if (ways.running().isPresent()) {
      throw new CannotRecord("A plan runs: it is talked about, not made anew.");
    }
    if (!shown.print().equals(seen)) {
      return Outcome.CHANGED;
    }
    var head = ways.head();
    if (!shown.atOnce()) {
      counters.ask(tx, head.id(), shown.offer(), words, ways.answerBy(), by);
      return Outcome.ASKED;
    }
    counters.waiting(tx, head.id())
        .ifPresent(one -> counters.answer(tx, one, new CounterOffer.Answered(CounterOffer.Answer.REPLACED, by.on(), Optional.empty()), by));
    var rules = bargaining.of(tx, head.creditor());
    agreed.record(tx, head.id(), new Agreed(shown.offer(), rules.onMiss(), rules.graceDays(), PaidBy.TRANSFER, words), "", Debtors.ACTOR, by);
    recaps.planWherePossible(tx, head.id(), by).ifPresent(recap -> recaps.acknowledge(tx, head.id(), recap.message(), Recaps.By.PORTAL, Optional.empty(), by));
    return Outcome.AGREED;
  }
}
