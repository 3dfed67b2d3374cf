package io.duly.demo;

import io.duly.cases.CaseJournal;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.Disputes;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.cases.StatedReason;
import io.duly.demo.DemoInvoice.Contest;
import io.duly.demo.World.Billed;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What debtors contest, and what they are answered. */
@Component
final class Complaints {
  private static final int DAYS_TO_ANSWER = 14;

  private final Disputes disputes;
  private final Reasons reasons;
  private final CaseJournal cases;
  private final Deliveries deliveries;
  private final Ledger ledger;
  private final IdSource ids;

  Complaints(
      Disputes disputes, Reasons reasons, CaseJournal cases, Deliveries deliveries, Ledger ledger, IdSource ids) {
    this.disputes = disputes;
    this.reasons = reasons;
    this.cases = cases;
    this.deliveries = deliveries;
    this.ledger = ledger;
    this.ids = ids;
  }

  /** Writes down what is contested on a day. */
  void hear(DSLContext tx, World world, Recorded by) {
    for (var billed : contestedOn(world, by.on())) {
      var contest = billed.invoice().contest().orElseThrow();
      var invoice = world.invoice(billed, ids);
      var amount = contest.amount().min(ledger.openBalance(tx, invoice, by.on()).orElseThrow());
      if (amount.isPositive()) {
        disputes.open(tx, invoice, amount, contest.why(), by.on().plusDays(DAYS_TO_ANSWER), by);
        cases
            .openOf(tx, billed.debtor().id(), amount.currency())
            .ifPresent(
                head ->
                    reasons.record(
                        tx, head.id(), ReasonCategory.GOODS_DEFECTIVE, contest.why(), Optional.of("dispatch"), by));
      }
    }
  }

  /** Answers what was contested two weeks before; where the debtor was right the credit note goes first (P09). */
  void answer(DSLContext tx, World world, Recorded by) {
    for (var billed : contestedOn(world, by.on().minusDays(DAYS_TO_ANSWER))) {
      disputes
          .openOf(tx, world.invoice(billed, ids))
          .ifPresent(
              dispute -> {
                answer(tx, world, billed, billed.invoice().contest().orElseThrow(), dispute.id(), dispute.amount(), by);
                verify(tx, billed, by);
              });
    }
  }

  private void answer(
      DSLContext tx, World world, Billed billed, Contest contest, UUID dispute, Money amount, Recorded by) {
    if (contest.upheld()) {
      deliveries.credit(tx, world, billed, amount, by.on(), contest.why());
      disputes.close(tx, dispute, DisputeOutcome.UPHELD, "You are right; the credit note is on its way.", by);
    } else {
      disputes.close(tx, dispute, DisputeOutcome.REJECTED, "The signed delivery note shows the goods complete.", by);
    }
  }

  private void verify(DSLContext tx, Billed billed, Recorded by) {
    var contest = billed.invoice().contest().orElseThrow();
    var outcome = contest.upheld() ? StatedReason.Outcome.CONFIRMED : StatedReason.Outcome.REFUTED;
    for (var head : cases.openOf(tx, billed.debtor().id())) {
      reasons.of(tx, head.id()).stream()
          .filter(reason -> reason.verification().isEmpty())
          .forEach(reason -> reasons.verify(tx, reason.id(), outcome, "Dispatch looked at the delivery note.", Optional.empty(), by));
    }
  }

  private static List<Billed> contestedOn(World world, LocalDate day) {
    return world
        .billed()
        .filter(one -> one.invoice().contest().filter(contest -> contest.on().equals(day)).isPresent())
        .toList();
  }
}
