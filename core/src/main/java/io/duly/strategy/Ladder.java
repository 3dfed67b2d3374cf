package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.CaseSnapshot.StepTaken;
import io.duly.strategy.Rung.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the next step of each invoice of a case. Every invoice climbs by itself, one step at a time
 * (invariant 6).
 */
final class Ladder {
  private static final long NEVER = Long.MIN_VALUE / 2;

  private final Standing standing;
  private final List<Step> steps;
  private final long lastContact;

  Ladder(Standing standing) {
    this.standing = standing;
    this.steps = standing.policy().steps();
    this.lastContact = lastContact(standing);
  }

  /** The next steps of the invoices that may be chased, in the order of the invoices. */
  List<Rung> rungs() {
    var rungs = new ArrayList<Rung>(standing.snapshot().invoices().size());
    for (InvoiceFacts invoice : standing.snapshot().invoices()) {
      long amount = Balance.chaseable(invoice);
      if (amount > 0) {
        int position = position(invoice);
        if (position < 0 || !isBeingDecided(steps.get(position))) {
          next(invoice, amount, position, lastStep(invoice)).ifPresent(rungs::add);
        }
      }
    }
    return rungs;
  }

  /**
   * The step after this one, once it has been taken today; the day may still move with later
   * contacts.
   */
  Optional<Rung> after(Rung taken) {
    return next(taken.invoice(), taken.amount(), taken.index(), standing.today());
  }

  /** Why the invoices came past steps without taking them; said once for each step. */
  List<Reason> leftOut(List<Rung> rungs) {
    var reasons = new ArrayList<Reason>();
    long said = 0;
    for (Rung rung : rungs) {
      for (int index = rung.position() + 1; index < rung.index(); index++) {
        if ((said & (1L << index)) == 0) {
          said |= 1L << index;
          Step step = steps.get(index);
          LeftOut.of(step, rung.invoice().dueOn().toEpochDay(), standing)
              .ifPresent(why -> reasons.add(why.reason(step, standing)));
        }
      }
    }
    return reasons;
  }

  /** Whether nobody has written or called about the invoice since it is overdue. */
  boolean isFirstContact(Rung rung) {
    if (!rung.way().isContact() || rung.step().isCourtesy()) {
      return false;
    }
    return rung.position() < 0
        ? rung.invoice().steps().isEmpty()
        : steps.get(rung.position()).isCourtesy();
  }

  private Optional<Rung> next(InvoiceFacts invoice, long amount, int position, long lastStep) {
    long due = invoice.dueOn().toEpochDay();
    for (int index = position + 1; index < steps.size(); index++) {
      if (LeftOut.of(steps.get(index), due, standing).isEmpty()) {
        return Optional.of(rung(invoice, amount, position, index, lastStep));
      }
    }
    return Optional.empty();
  }

  private Rung rung(InvoiceFacts invoice, long amount, int position, int index, long lastStep) {
    Step step = steps.get(index);
    Way way = Way.of(step, standing);
    long triggered = triggered(step, invoice, lastStep);
    long ready = Math.max(triggered, lastStep + step.gap());
    long lead =
        way.isContact() ? Math.max(ready, Math.max(lastContact, lastStep) + step.gap()) : ready;
    return new Rung(invoice, amount, position, index, step, way, triggered, ready, lead);
  }

  private static long triggered(Step step, InvoiceFacts invoice, long lastStep) {
    long day = fromTrigger(step, invoice, lastStep);
    return step.ageAtLeast() == 0
        ? day
        : Math.max(day, invoice.dueOn().toEpochDay() + step.ageAtLeast());
  }

  /**
   * After a step that was left out, the days count from the last step that was taken, or from the
   * due date.
   */
  private static long fromTrigger(Step step, InvoiceFacts invoice, long lastStep) {
    return switch (step.trigger()) {
      case Trigger.FromDue(int days) -> invoice.dueOn().toEpochDay() + days;
      case Trigger.AfterStep(String earlier, int days) -> {
        long taken = takenOn(invoice, earlier);
        long from = taken != NEVER ? taken : lastStep;
        yield (from == NEVER ? invoice.dueOn().toEpochDay() : from) + days;
      }
    };
  }

  /** Until a person has decided on a proposal, the invoice takes no further step. */
  private boolean isBeingDecided(Step last) {
    Way way = Way.of(last, standing);
    return !way.isContact() && standing.hasTask(way.task);
  }

  private int position(InvoiceFacts invoice) {
    int position = -1;
    for (StepTaken taken : invoice.steps()) {
      position = Math.max(position, standing.policy().indexOf(taken.step()));
    }
    return position;
  }

  private static long takenOn(InvoiceFacts invoice, String step) {
    for (StepTaken taken : invoice.steps()) {
      if (taken.step().equals(step)) {
        return taken.on().toEpochDay();
      }
    }
    return NEVER;
  }

  private static long lastStep(InvoiceFacts invoice) {
    long last = NEVER;
    for (StepTaken taken : invoice.steps()) {
      last = Math.max(last, taken.on().toEpochDay());
    }
    return last;
  }

  private static long lastContact(Standing standing) {
    long last = standing.snapshot().contacts().last().map(day -> day.toEpochDay()).orElse(NEVER);
    for (InvoiceFacts invoice : standing.snapshot().invoices()) {
      last = Math.max(last, lastStep(invoice));
    }
    return last;
  }
}
