package io.duly.desk.bargain;

import io.duly.agreements.Agreed;
import io.duly.agreements.AgreedPlan;
import io.duly.agreements.Plans;
import io.duly.approvals.AgreedOffers;
import io.duly.approvals.FurtherOffers;
import io.duly.approvals.OfferText;
import io.duly.calls.Field;
import io.duly.calls.Offers;
import io.duly.calls.Sheet;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.Recaps;
import io.duly.desk.page.Reader;
import io.duly.kernel.CaseId;
import io.duly.parties.Parties;
import io.duly.plans.BankDay;
import io.duly.plans.NoPlan;
import io.duly.plans.Offer;
import io.duly.plans.Plan;
import io.duly.plans.Valued;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Makes, changes and ends agreements without a call: for the page and for programs. */
@Component
public final class Agreements {
  private final CaseJournal journal;
  private final Parties parties;
  private final Bargains bargains;
  private final Offers offers;
  private final ContactPermission permission;
  private final Plans plans;
  private final AgreedOffers agreed;
  private final FurtherOffers further;
  private final Recaps recaps;
  private final Clock clock;

  Agreements(
      CaseJournal journal, Parties parties, Bargains bargains, Offers offers, ContactPermission permission, Plans plans, AgreedOffers agreed, FurtherOffers further, Recaps recaps, Clock clock) {
    this.journal = journal;
    this.parties = parties;
    this.bargains = bargains;
    this.offers = offers;
    this.permission = permission;
    this.plans = plans;
    this.agreed = agreed;
    this.further = further;
    this.recaps = recaps;
    this.clock = clock;
  }

  /** @param button what was pressed beside an option; empty where none was */
  public AgreementSheet sheet(DSLContext tx, CaseId id, Sheet typed, String button, Change change, Reader reader) {
    var head = journal.head(tx, id);
    var days = offers.days(permission.known(tx, head.debtor(), Optional.of(id), clock.instant()));
    var bargain = bargains.of(tx, head, typed, reader, days);
    var sheet = button.isEmpty() ? typed : Bargains.pressed(typed, button, bargain);
    var all = plans.all(tx, id, reader.today());
    var beside = plans.beside(tx, id, reader.today());
    var base = new AgreementSheet(
        head, parties.debtor(tx, head.debtor()).orElseThrow().details().name(), sheet, sheet.equals(typed) ? bargain : bargains.of(tx, head, sheet, reader, days), all, beside, change,
        Optional.empty(), Optional.empty());
    return base.running().isPresent() && change.isAsked() ? changed(base, BankDay.among(days)) : base;
  }

  private static AgreementSheet changed(AgreementSheet base, BankDay days) {
    Optional<Valued> worth = Optional.empty();
    Optional<String> problem = Optional.empty();
    try {
      var before = base.running().orElseThrow();
      var plan = base.change().of(before, base.beside(), days);
      boolean over = plan.instalments().get(before.paidInstalments()).dueOn().isBefore(base.bargain().facts().today());
      worth = over ? Optional.empty() : Optional.of(valued(base, plan));
      problem = over ? Optional.of("days") : Optional.empty();
    } catch (NoPlan no) {
      problem = Optional.of(no.why().name().toLowerCase(Locale.ROOT));
    }
    return new AgreementSheet(base.head(), base.debtor(), base.typed(), base.bargain(), base.plans(), base.beside(), base.change(), worth, problem);
  }

  /** The first payment of a plan that runs was agreed before. */
  private static Valued valued(AgreementSheet base, Plan plan) {
    var facts = base.bargain().facts();
    var all = Valued.of(new Offer(Offer.Kind.INSTALMENTS, plan.debt(), plan), facts.annualPercent(), facts.reliability(), facts.authority(), facts.today());
    return new Valued(all.offer(), all.presentValue(), all.expected(), all.chance(), facts.authority().beyondAnew(all.offer(), facts.today()));
  }

  /**
   * Records what stands in the form, and has it written to the debtor; or puts it before somebody who may go so far.
   *
   * @param from the person's address
   * @return whether it holds: else somebody is asked
   * @throws CannotRecord where it is no agreement, or cannot be recorded
   */
  public boolean agree(DSLContext tx, CaseHead head, Sheet typed, Reader reader, String from, Recorded by) {
    var now = sheet(tx, head.id(), typed, "", new Change("", "", "", ""), reader);
    var one = now.bargain().agreement(typed.text(Field.WORDS)).orElseThrow(() -> new CannotRecord("Choose a way of paying that works, then agree to it."));
    if (!one.goesFurther()) {
      agreed.record(tx, head.id(), one.agreed(), typed.typed(Field.OFFER_WHY).strip(), by.actor(), by);
      recaps.planWherePossible(tx, head.id(), by);
      return true;
    }
    var why = typed.text(Field.OFFER_WHY).orElseThrow(Agreements::saysNotWhy);
    further.propose(tx, head.id(), new OfferText.Offered(one.agreed(), one.valued(), why, by.on()), reader.person().orElseThrow().id(), from, by);
    return false;
  }

  /**
   * Agrees the plan that runs anew, and has it written to the debtor; or puts it before somebody who may go so far.
   *
   * @param why they should say yes, where it goes further than the person may
   * @param from the person's address
   * @return whether it holds: else somebody is asked, and the plan runs on as it is
   * @throws CannotRecord where nothing runs, it cannot be changed so, or it goes further and nothing says why
   */
  public boolean change(DSLContext tx, CaseHead head, Change change, Optional<String> why, Reader reader, String from, Recorded by) {
    var now = sheet(tx, head.id(), Sheet.EMPTY, "", change, reader);
    var running = now.running().orElseThrow(() -> new CannotRecord("No plan runs in case " + head.number() + "; make one."));
    var worth = now.changed().orElseThrow(() -> new CannotRecord("The plan cannot be changed so. Look at what was typed."));
    var terms = terms(running, worth.offer());
    if (worth.beyond().isEmpty()) {
      plans.renegotiate(tx, head.id(), worth.offer().plan(), terms, by);
      recaps.planWherePossible(tx, head.id(), by);
      return true;
    }
    var reason = why.orElseThrow(Agreements::saysNotWhy);
    further.propose(tx, head.id(), new OfferText.Offered(terms, worth, reason, by.on(), Optional.of(running.id())), reader.person().orElseThrow().id(), from, by);
    return false;
  }

  private static CannotRecord saysNotWhy() {
    return new CannotRecord("It goes further than you may agree to: write why somebody else should say yes.");
  }

  private static Agreed terms(AgreedPlan before, Offer offer) {
    return new Agreed(offer, before.onMiss(), before.graceDays(), before.paidBy(), before.ownWords());
  }
}
