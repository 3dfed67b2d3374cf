package io.duly.approvals;

import io.duly.agreements.Bargaining;
import io.duly.agreements.Plans;
import io.duly.agreements.Promise;
import io.duly.agreements.Promises;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.kernel.CaseId;
import io.duly.kernel.PersonId;
import io.duly.kernel.TaskId;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts offers that go further than who made them may before somebody who may go so far. */
@Component
public class FurtherOffers {
  /** How the task begins that asks for a yes or no; it ends with the decision. */
  static final String ASK = "say yes or no to an offer";

  private static final int MOST_LISTED = 4;

  private final Proposals proposals;
  private final CaseJournal cases;
  private final Tasks tasks;
  private final Bargaining bargaining;
  private final Plans plans;
  private final Promises promises;

  FurtherOffers(Proposals proposals, CaseJournal cases, Tasks tasks, Bargaining bargaining, Plans plans, Promises promises) {
    this.proposals = proposals;
    this.cases = cases;
    this.tasks = tasks;
    this.bargaining = bargaining;
    this.plans = plans;
    this.promises = promises;
  }

  /**
   * Proposes it, in the caller's transaction. Nothing is agreed before somebody says yes.
   *
   * @param person who offers it
   * @param from their address
   * @throws CannotRecord where the case is closed, or nobody may go so far
   */
  public UUID propose(DSLContext tx, CaseId id, OfferText.Offered offered, PersonId person, String from, Recorded by) {
    proposals.hold(id.value());
    var head = cases.open(tx, id);
    requireRoom(tx, head, offered, by.on());
    var rules = bargaining.of(tx, head.creditor());
    var who = rules.whoMay(limits -> offered.beyond(limits).isEmpty())
        .orElseThrow(() -> new CannotRecord("Nobody may go so far for this creditor, not even managers."));
    var proposal = proposals.add(head, standing(tx, head, by.on()), OfferText.text(offered), person, from);
    var words = words(offered);
    cases.write(tx, List.of(head), "offer-proposed", "Offer that needs a second person: " + words, facts(proposal, offered), by);
    tasks.open(tx, id, TaskKind.APPROVE, ASK + " (a " + who.word() + " may): " + words, by.on(), by);
    return proposal;
  }

  private void requireRoom(DSLContext tx, CaseHead head, OfferText.Offered offered, LocalDate today) {
    var offer = offered.agreed().offer();
    if (offered.anew().isEmpty() && offer.plan().instalments().size() == 1 && plans.running(tx, head.id(), today).isPresent()) {
      throw new CannotRecord("A plan runs in case " + head.number() + ": agree it anew, or end it, before something else is promised.");
    }
  }

  /** What has to be as it was when it was offered: what is asked for, and what is promised. */
  String standing(DSLContext tx, CaseHead head, LocalDate today) {
    return plans.due(tx, head.id(), today) + "; " + promises.running(tx, head.id()).map(Promise::id).map(Object::toString).orElse("nothing promised");
  }

  static Map<String, Object> facts(UUID proposal, OfferText.Offered offered) {
    return Map.of("proposal", proposal.toString(), "offer", words(offered), "why", offered.why());
  }

  static String words(OfferText.Offered offered) {
    var plan = offered.agreed().offer().plan();
    var days = plan.instalments().stream().map(one -> one.amount() + " on " + one.dueOn()).collect(Collectors.joining(", "));
    var words = plan.instalments().size() > MOST_LISTED ? plan.total() + " in " + plan.instalments().size() + " payments until " + plan.lastOn() : days;
    return offered.anew().isPresent() ? "the plan agreed anew, " + words : words;
  }

  /** Ends the task that asked for the decision. */
  void decided(DSLContext tx, CaseId id, String outcome, Recorded by) {
    tasks.openOf(tx, id).stream().filter(one -> one.kind() == TaskKind.APPROVE && one.why().startsWith(ASK)).forEach(one -> tasks.done(tx, one.id(), outcome, by));
  }

  /**
   * A person says that a task is done. One that asks for a yes or no ends with the decision, as long as that is awaited.
   *
   * @throws CannotRecord where it is, and as {@link Tasks#done} does
   */
  public void done(DSLContext tx, TaskId id, String outcome, Recorded by) {
    tx.fetchOptional("select case_id from cases.task where id = ? and done_on is null and kind = 'approve' and starts_with(why, ?)", id.value(), ASK)
        .map(row -> new CaseId(row.get(0, UUID.class)))
        .flatMap(this::waiting)
        .ifPresent(_ -> {
          throw new CannotRecord("An offer waits for a yes or no: the task ends with that, under Approvals.");
        });
    tasks.done(tx, id, outcome, by);
  }

  /** What waits for a decision in a case. */
  public Optional<Proposal> waiting(CaseId id) {
    return proposals.waitingAbout(Kind.OFFER, id.value()).stream().findFirst();
  }
}
