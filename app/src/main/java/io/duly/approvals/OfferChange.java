package io.duly.approvals;

import io.duly.agreements.AgreedPlan;
import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargainer;
import io.duly.agreements.Bargaining;
import io.duly.agreements.Plans;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.Recaps;
import io.duly.identity.Person;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.plans.Offer;
import io.duly.settlements.Settlements;
import io.duly.strategy.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** An offer that goes further than who made it may: on the yes it is agreed, as it was offered. */
@Component
final class OfferChange implements Change {
  private final DSLContext dsl;
  private final FurtherOffers offers;
  private final Bargaining bargaining;
  private final AgreedOffers agreed;
  private final Settlements settlements;
  private final Plans plans;
  private final Recaps recaps;
  private final CaseJournal cases;
  private final Tasks tasks;

  OfferChange(DSLContext dsl, FurtherOffers offers, Bargaining bargaining, AgreedOffers agreed, Recaps recaps, CaseJournal cases, Tasks tasks, Settlements settlements,
      Plans plans) {
    this.plans = plans;
    this.recaps = recaps;
    this.dsl = dsl;
    this.offers = offers;
    this.bargaining = bargaining;
    this.agreed = agreed;
    this.cases = cases;
    this.tasks = tasks;
    this.settlements = settlements;
  }

  @Override
  public Kind kind() {
    return Kind.OFFER;
  }

  @Override
  public boolean isAsItWas(Proposal proposal, Yes yes) {
    var id = proposal.recovery().orElseThrow().id();
    var open = cases.locked(dsl, List.of(id));
    var offered = OfferText.of(proposal.becomes());
    boolean grounded = offered.agreed().offer().kind() != Offer.Kind.SETTLEMENT || settlements.ground(dsl, id, yes.on()).isPresent();
    return !open.isEmpty() && grounded && isAhead(id, offered, yes) && offers.standing(dsl, open.getFirst(), yes.on()).equals(proposal.was());
  }

  /** Whether its first payment that was not made is still to come; of a plan that is agreed anew, whether that is the one that runs. */
  private boolean isAhead(CaseId id, OfferText.Offered offered, Yes yes) {
    var days = offered.agreed().offer().plan().instalments();
    if (offered.anew().isEmpty()) {
      return !days.getFirst().dueOn().isBefore(yes.on());
    }
    return plans.running(dsl, id, yes.on()).filter(one -> offered.anew().equals(Optional.of(one.id())))
        .map(AgreedPlan::paidInstalments).filter(paid -> paid < days.size() && !days.get(paid).dueOn().isBefore(yes.on())).isPresent();
  }

  @Override
  public boolean mayPropose(Person person, Proposal proposal) {
    return person.role().mayChange() && person.creditors().map(all -> all.contains(proposal.creditor().orElseThrow())).orElse(true);
  }

  @Override
  public Predicate<Proposal> mayDecide(Person person) {
    Map<CreditorId, BargainRules> all = bargaining.all(dsl);
    var holder = Bargainer.ofRole(person.role().code());
    return proposal -> {
      var rules = all.getOrDefault(proposal.creditor().orElseThrow(), BargainRules.SHIPPED);
      return OfferText.of(proposal.becomes()).beyond(rules.of(holder)).isEmpty();
    };
  }

  @Override
  public void apply(Proposal proposal, Person by, Yes yes) {
    var id = proposal.recovery().orElseThrow().id();
    var offered = OfferText.of(proposal.becomes());
    var who = Recorded.by(yes.by().actor(), yes.on(), yes.at());
    cases.write(dsl, List.of(cases.head(dsl, id)), "offer-approved", "Offer of " + by.login() + " approved: " + FurtherOffers.words(offered), FurtherOffers.facts(proposal.id(), offered), who);
    offers.decided(dsl, id, "approved", who);
    record(id, offered, yes.by().actor(), Recorded.by(by.actor(), yes.on(), yes.at()));
    recaps.planWherePossible(dsl, id, who);
    tasks.open(dsl, id, TaskKind.CALL, "tell the debtor that what was offered is agreed: " + FurtherOffers.words(offered), yes.on().plusDays(1), who);
  }

  private void record(CaseId id, OfferText.Offered offered, String approvedBy, Recorded by) {
    if (offered.anew().isPresent()) {
      plans.renegotiate(dsl, id, offered.agreed().offer().plan(), offered.agreed(), by);
    } else {
      agreed.record(dsl, id, offered.agreed(), offered.why(), approvedBy, by);
    }
  }

  @Override
  public void endedOtherwise(Proposal proposal, Proposal.Outcome outcome, String reason, Yes who) {
    var id = proposal.recovery().orElseThrow().id();
    var head = cases.head(dsl, id);
    var by = Recorded.by(who.by().actor(), who.on(), who.at());
    var words = FurtherOffers.words(OfferText.of(proposal.becomes()));
    cases.write(dsl, List.of(head), "offer-" + outcome.code(), "Offer " + outcome.code() + ": " + words + (reason.isEmpty() ? "" : ". " + reason), Map.of("proposal", proposal.id().toString(), "reason", reason), by);
    offers.decided(dsl, id, outcome.code(), by);
    if (head.isOpen() && outcome != Proposal.Outcome.WITHDRAWN) {
      tasks.open(dsl, id, TaskKind.CALL, "an offer was " + outcome.code() + ": tell the debtor, and offer what is possible", who.on(), by);
    }
  }
}
