package io.duly.approvals;

import io.duly.agreements.Agreed;
import io.duly.agreements.Bargainer;
import io.duly.agreements.Bargaining;
import io.duly.agreements.Options;
import io.duly.agreements.PaidBy;
import io.duly.agreements.Plans;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.correspondence.Recaps;
import io.duly.identity.Person;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.plans.BankDay;
import io.duly.plans.NoPlan;
import io.duly.plans.Offer;
import io.duly.plans.OnMiss;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import io.duly.plans.Valued;
import io.duly.settlements.Settlements;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Settlements that people agree with debtors (P29): recorded at once where their limits reach so far, else put before somebody whose do. */
@Component
public class SettlementOffers {
  private final CaseJournal cases;
  private final Plans plans;
  private final Options options;
  private final Bargaining bargaining;
  private final Settlements settlements;
  private final FurtherOffers further;
  private final Recaps recaps;

  SettlementOffers(CaseJournal cases, Plans plans, Options options, Bargaining bargaining, Settlements settlements, FurtherOffers further, Recaps recaps) {
    this.cases = cases;
    this.plans = plans;
    this.options = options;
    this.bargaining = bargaining;
    this.settlements = settlements;
    this.further = further;
    this.recaps = recaps;
  }

  /**
   * What was agreed with the debtor.
   *
   * @param amount below what is owed
   * @param by the last day on which it may come
   * @param why the whole will hardly be recovered
   * @param ownWords how the debtor said it
   */
  public record Wanted(Money amount, LocalDate by, String why, Optional<String> ownWords) {}

  /**
   * Records it, or proposes it.
   *
   * @return whether it holds now; else it waits for somebody's yes
   * @throws CannotRecord where nothing on record says that the whole will hardly be recovered, or it is no settlement
   */
  public boolean agree(DSLContext tx, CaseId id, Wanted wanted, Person person, Recorded by) {
    var head = cases.open(tx, id);
    if (settlements.ground(tx, id, by.on()).isEmpty()) {
      throw new CannotRecord("Nothing on record in case " + head.number() + " says that the whole will hardly be recovered: record the reason and check it first.");
    }
    var offer = offer(plans.owed(tx, id, by.on()), wanted, by.on());
    var agreed = new Agreed(offer, OnMiss.FALLS_DUE, Agreed.USUAL_GRACE, PaidBy.TRANSFER, wanted.ownWords());
    var rules = bargaining.of(tx, head.creditor());
    var limits = rules.of(Bargainer.ofRole(person.role().code()));
    if (limits.beyond(offer, by.on()).isEmpty()) {
      settlements.record(tx, id, agreed, wanted.why(), by.actor(), by);
      recaps.planWherePossible(tx, id, by);
      return true;
    }
    var valued = Valued.of(offer, rules.moneyCosts(), options.reliability(tx, head.debtor()), limits, by.on());
    further.propose(tx, id, new OfferText.Offered(agreed, valued, wanted.why(), by.on()), person.id(), "", by);
    return false;
  }

  private static Offer offer(Money owed, Wanted wanted, LocalDate today) {
    if (!wanted.amount().isPositive() || wanted.amount().compareTo(owed) >= 0) {
      throw new CannotRecord("A settlement lies between zero and " + owed + ", which is owed.");
    }
    try {
      return new Offer(Offer.Kind.SETTLEMENT, owed, Plan.of(wanted.amount(), PlanTerms.equalParts(1, wanted.by(), new Pace.Days(1)), today, BankDay.ANY));
    } catch (NoPlan impossible) {
      throw new CannotRecord("The settlement would be due on " + wanted.by() + "; its day lies between today and ten years from now.");
    }
  }
}
