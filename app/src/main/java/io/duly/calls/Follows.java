package io.duly.calls;

import io.duly.agreements.PaymentNotices;
import io.duly.agreements.Plans;
import io.duly.agreements.Promises;
import io.duly.cases.CannotRecord;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.sending.ContactRequests;
import io.duly.hardship.BreathingSpaces;
import io.duly.hardship.NewSpace;
import io.duly.hardship.ToldBy;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import io.duly.talk.NextStep;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What comes after a call: the next step as work for a person, holds, and what the manager sees. */
@Component
final class Follows {
  private final Tasks tasks;
  private final Holds holds;
  private final BreathingSpaces spaces;
  private final Promises promises;
  private final PaymentNotices notices;
  private final Plans plans;
  private final ContactRequests requests;

  Follows(Tasks tasks, Holds holds, BreathingSpaces spaces, Promises promises, PaymentNotices notices, Plans plans, ContactRequests requests) {
    this.spaces = spaces;
    this.requests = requests;
    this.tasks = tasks;
    this.holds = holds;
    this.promises = promises;
    this.notices = notices;
    this.plans = plans;
  }

  void record(DSLContext tx, Call call, Finish end, Recorded by) {
    next(tx, call, end, by);
    holds(tx, call, end, by);
    if (call.heatedAt().isPresent()) {
      var what = end.next() == NextStep.CALL ? "; they are called back on " + end.nextOn() : "";
      tasks.open(tx, call.recovery(), TaskKind.REVIEW, "for a manager: the call of " + call.caller().name() + " became heated" + what + "; look after both", by.on(), by);
    }
  }

  private void next(DSLContext tx, Call call, Finish end, Recorded by) {
    switch (end.next()) {
      case CALL -> callAgain(tx, call, end, by);
      case VERIFY -> {} // the reason has opened it
      case AWAIT_PAYMENT -> await(tx, call, by);
      case BETTER_CONTACT ->
          tasks.open(tx, call.recovery(), TaskKind.COMPLETE_FILE, better(tx, call, end, by), end.nextOn(), by);
      case LOOK_AGAIN -> tasks.open(tx, call.recovery(), TaskKind.REVIEW, "look again after the call: " + words(end), end.nextOn(), by);
      case MANAGER -> tasks.open(tx, call.recovery(), TaskKind.REVIEW, "for a manager, asked for in the call: " + words(end), end.nextOn(), by);
      case BY_POLICY -> {} // whatever else was recorded has touched the case
    }
  }

  private String better(DSLContext tx, Call call, Finish end, Recorded by) {
    var whose = call.number().map(number -> "the number " + number + " is somebody else's").orElse("it was not the right person");
    if (!end.sheet().ticked(Field.ASK_CONTACT)) {
      return whose + ": find a better contact, or ask for one by letter without naming the debt";
    }
    var asked = requests.plan(tx, call.recovery(), Optional.empty(), by);
    return whose + ": find a better contact; one is asked for by " + asked.channel().name().toLowerCase(Locale.ROOT) + ", planned for " + asked.plannedOn();
  }

  private void callAgain(DSLContext tx, Call call, Finish end, Recorded by) {
    var why = call.heatedAt().isPresent() ? "call back as agreed, after a heated talk" : "call again: " + words(end);
    Optional<LocalTime> time = end.sheet().time(Field.NEXT_AT);
    if (time.isPresent()) {
      tasks.openAt(tx, call.recovery(), TaskKind.CALL, why, end.nextOn().atTime(time.get()).atZone(call.zone()), by);
    } else {
      tasks.open(tx, call.recovery(), TaskKind.CALL, why, end.nextOn(), by);
    }
  }

  /** Something was agreed, was said to be sent, or a plan has its grace: money is to come. */
  private void await(DSLContext tx, Call call, Recorded by) {
    var id = call.recovery();
    if (promises.running(tx, id).isEmpty() && notices.awaited(tx, id).isEmpty() && plans.running(tx, id, by.on()).isEmpty()) {
      throw new CannotRecord("No payment is awaited: tick what was agreed, or choose another next step.");
    }
  }

  private void holds(DSLContext tx, Call call, Finish end, Recorded by) {
    var sheet = end.sheet();
    if (sheet.ticked(Field.COOL)) {
      holds.place(tx, call.recovery(), new HoldRequest(HoldKind.COOLING_OFF, "the talk became heated", Optional.of(coolUntil(end, by.on()))), by);
    }
    sheet.day(Field.SPACE_UNTIL).ifPresent(until -> spaces.record(tx, call.recovery(), NewSpace.until(until, ToldBy.CALL), by));
  }

  /** Until the day before they are called back, for a hold stops calls too. */
  private static LocalDate coolUntil(Finish end, LocalDate today) {
    var before = end.nextOn().minusDays(1);
    return before.isBefore(today) ? today : before;
  }

  private static String words(Finish end) {
    return end.sheet().text(Field.NOTE).or(() -> end.sheet().text(Field.NEEDS)).map(text -> text.lines().findFirst().orElse(text)).orElse("see the note of the call");
  }
}
