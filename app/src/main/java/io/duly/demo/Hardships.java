package io.duly.demo;

import io.duly.cases.CaseJournal;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.demo.World.Debtor;
import io.duly.hardship.BreathingSpaces;
import io.duly.hardship.ToldBy;
import io.duly.strategy.DebtorKind;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Illness, insolvency and anger: a few on their days, so that there is something to be careful about. */
@Component
final class Hardships {
  private static final List<Event> EVENTS =
      List.of(
          new Event(75, Temper.GONE_BAD, DebtorKind.COMPANY, HoldKind.INSOLVENCY, "Insolvency proceedings were opened.", 0),
          new Event(48, Temper.SLOW, DebtorKind.SOLE_TRADER, HoldKind.HARDSHIP, "The owner is ill; breathing space agreed.", 60),
          new Event(30, Temper.SILENT, DebtorKind.CONSUMER, HoldKind.HARDSHIP, "Lost the job; a debt adviser has written.", 60),
          new Event(20, Temper.GONE_BAD, DebtorKind.SOLE_TRADER, HoldKind.INSOLVENCY, "The insolvency administrator has written.", 0),
          new Event(6, Temper.TWENTY_DAYS_LATE, DebtorKind.COMPANY, HoldKind.COOLING_OFF, "The call became heated.", 10),
          new Event(4, Temper.TWENTY_DAYS_LATE, DebtorKind.COMPANY, HoldKind.MANUAL, "Sales asks to wait for the visit on Friday.", 6));

  private final Holds holds;
  private final CaseJournal cases;
  private final BreathingSpaces spaces;

  Hardships(Holds holds, CaseJournal cases, BreathingSpaces spaces) {
    this.spaces = spaces;
    this.holds = holds;
    this.cases = cases;
  }

  /**
   * Something that befalls one debtor.
   *
   * @param before days before the portfolio's end
   * @param lasting days; 0 for open-ended
   */
  private record Event(int before, Temper temper, DebtorKind kind, HoldKind hold, String why, int lasting) {
    boolean fits(Debtor debtor) {
      return debtor.made().temper() == temper && debtor.made().details().kind() == kind;
    }
  }

  void befall(DSLContext tx, World world, Recorded by) {
    for (var event : EVENTS) {
      if (by.on().equals(world.portfolio().endsOn().minusDays(event.before()))) {
        world
            .debtors()
            .filter(event::fits)
            .filter(debtor -> isFree(tx, debtor, by.on()))
            .findFirst()
            .ifPresent(debtor -> hold(tx, debtor, event, by));
      }
    }
  }

  private void hold(DSLContext tx, Debtor debtor, Event event, Recorded by) {
    Optional<LocalDate> until =
        event.lasting() == 0 ? Optional.empty() : Optional.of(by.on().plusDays(event.lasting()));
    if (event.hold() == HoldKind.HARDSHIP) {
      spaces.hold(tx, cases.openOf(tx, debtor.id()).getFirst().id(), until, ToldBy.ADVISER, by);
      return;
    }
    holds.place(tx, debtor.creditor(), debtor.id(), new HoldRequest(event.hold(), event.why(), until), by);
  }

  /** In recovery, and nothing of the kind has happened to them yet. */
  private boolean isFree(DSLContext tx, Debtor debtor, LocalDate day) {
    var open = cases.openOf(tx, debtor.id());
    return !open.isEmpty() && open.stream().allMatch(head -> holds.inForce(tx, head.id(), day).isEmpty());
  }
}
