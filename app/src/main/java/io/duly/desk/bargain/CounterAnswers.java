package io.duly.desk.bargain;

import io.duly.agreements.Agreed;
import io.duly.agreements.Bargainer;
import io.duly.agreements.Bargaining;
import io.duly.agreements.CounterOffer;
import io.duly.agreements.CounterOffer.Answer;
import io.duly.agreements.CounterOffers;
import io.duly.agreements.Options;
import io.duly.agreements.PaidBy;
import io.duly.agreements.Plans;
import io.duly.approvals.AgreedOffers;
import io.duly.approvals.FurtherOffers;
import io.duly.approvals.OfferText;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.Recaps;
import io.duly.identity.Person;
import io.duly.plans.BankDay;
import io.duly.plans.Valued;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Answers what debtors ask for: yes, as far as whoever answers may go; else somebody who may is asked; or no, with what is possible. */
@Component
public final class CounterAnswers {
  private final CounterOffers counters;
  private final Bargaining bargaining;
  private final Options options;
  private final Plans plans;
  private final AgreedOffers agreed;
  private final FurtherOffers further;
  private final Recaps recaps;
  private final Tasks tasks;

  CounterAnswers(
      CounterOffers counters, Bargaining bargaining, Options options, Plans plans, AgreedOffers agreed, FurtherOffers further, Recaps recaps, Tasks tasks) {
    this.counters = counters;
    this.bargaining = bargaining;
    this.options = options;
    this.plans = plans;
    this.agreed = agreed;
    this.further = further;
    this.recaps = recaps;
    this.tasks = tasks;
  }

  /** Who answers, from which address. */
  public record Who(Person person, String from) {}

  /** Whether what waits goes further than a person may. */
  public boolean isBeyond(DSLContext tx, CaseHead head, CounterOffer asked, Person person, LocalDate today) {
    return !bargaining.of(tx, head.creditor()).of(Bargainer.ofRole(person.role().code())).beyond(asked.offer(), today).isEmpty();
  }

  /**
   * Says yes, or asks somebody who may.
   *
   * @param why they should; needed where it goes further than the person may
   * @return what became of it
   * @throws CannotRecord where it does not wait, its first day is over, something else is owed by now, or nobody may go so far
   */
  public Answer agree(DSLContext tx, CaseHead head, UUID id, Optional<String> why, Who who, Recorded by) {
    var asked = waiting(tx, head, id);
    if (asked.offer().plan().instalments().getFirst().dueOn().isBefore(by.on())) {
      throw new CannotRecord("The first day that they asked for is over. Agree on other days with them.");
    }
    var rules = bargaining.of(tx, head.creditor());
    var one = new Agreed(asked.offer(), rules.onMiss(), rules.graceDays(), PaidBy.TRANSFER, asked.ownWords());
    var answer = isBeyond(tx, head, asked, who.person(), by.on()) ? Answer.ASKED_ABOVE : Answer.AGREED;
    counters.answer(tx, asked, new CounterOffer.Answered(answer, by.on(), Optional.empty()), by);
    if (answer == Answer.AGREED) {
      agreed.record(tx, head.id(), one, "", by.actor(), by);
      recaps.planWherePossible(tx, head.id(), by);
    } else {
      var reason = why.orElseThrow(() -> new CannotRecord("It goes further than you may agree to: write why somebody else should say yes."));
      further.propose(tx, head.id(), new OfferText.Offered(one, valued(tx, head, asked, who.person(), by), reason, by.on()), who.person().id(), who.from(), by);
    }
    return answer;
  }

  private Valued valued(DSLContext tx, CaseHead head, CounterOffer asked, Person person, Recorded by) {
    var facts = options.facts(tx, head, plans.due(tx, head.id(), by.on()), Bargainer.ofRole(person.role().code()), false, by.on(), BankDay.ANY);
    return Valued.of(asked.offer(), facts.annualPercent(), facts.reliability(), facts.authority(), by.on());
  }

  /**
   * Says no; a task asks to tell them, beside the portal.
   *
   * @param words what they are told
   * @throws CannotRecord where it does not wait, or nothing is said
   */
  public void decline(DSLContext tx, CaseHead head, UUID id, Optional<String> words, Recorded by) {
    counters.answer(tx, waiting(tx, head, id), new CounterOffer.Answered(Answer.DECLINED, by.on(), words), by);
    tasks.open(tx, head.id(), TaskKind.CALL, "tell the debtor our answer to what they asked for: " + words.orElseThrow(), by.on(), by);
  }

  private CounterOffer waiting(DSLContext tx, CaseHead head, UUID id) {
    return counters.waiting(tx, head.id()).filter(one -> one.id().equals(id))
        .orElseThrow(() -> new CannotRecord("Nothing of that kind is asked for in case " + head.number() + "."));
  }
}
