package io.duly.desk.call;

import io.duly.calls.Call;
import io.duly.calls.Calls;
import io.duly.calls.Drafts;
import io.duly.calls.Field;
import io.duly.calls.Finish;
import io.duly.calls.Finishing;
import io.duly.calls.Sheet;
import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.Copies;
import io.duly.desk.bargain.Bargains;
import io.duly.desk.page.Reader;
import io.duly.kernel.Money;
import io.duly.strategy.TaskKind;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What is done in a call that needs more than the call itself: for the page and for programs. */
@Component
public final class Talks {
  private final Calls calls;
  private final Drafts drafts;
  private final Finishing finishing;
  private final Copies copies;
  private final Tasks tasks;
  private final Rooms rooms;

  Talks(Calls calls, Drafts drafts, Finishing finishing, Copies copies, Tasks tasks, Rooms rooms) {
    this.calls = calls;
    this.drafts = drafts;
    this.finishing = finishing;
    this.copies = copies;
    this.tasks = tasks;
    this.rooms = rooms;
  }

  /** It became heated: a pause, and a call back, stand in the form from now on, unless something else does. */
  public void heated(DSLContext tx, Call call, Sheet sheet, Recorded by) {
    calls.heated(tx, call, by);
    var version = drafts.of(tx, call.id()).version();
    drafts.save(tx, call.id(), version, sheet.orElse(Field.COOL, "true").orElse(Field.OUTCOME, CallOutcome.REACHED.word()).orElse(Field.NEXT, NextStep.CALL.word()), by.recordedAt());
  }

  /**
   * What became of a wish for copies.
   *
   * @param planned empty where there was no original of any
   * @param missing numbers of which no original is archived
   */
  public record Copied(Optional<Copies.Planned> planned, List<String> missing) {}

  /**
   * Copies of invoices go out in the debtor's next turn (P18); those of which there is no original are somebody's to find.
   *
   * @throws CannotRecord where the right person is not on the line
   * @throws Copies.CannotCopy where they cannot go
   */
  public Copied copies(DSLContext tx, Call call, List<String> invoices, Recorded by) {
    if (call.party().isEmpty()) {
      throw new CannotRecord("Copies go to the right person only: verify first who is on the line.");
    }
    var missing = copies.withoutOriginal(tx, call.recovery()).stream().filter(invoices::contains).toList();
    var there = invoices.stream().filter(number -> !missing.contains(number)).toList();
    if (!missing.isEmpty()) {
      var why = "a copy of " + String.join(", ", missing) + " was promised in a call and no original is archived: find it and send it, or send a statement of account instead";
      tasks.open(tx, call.recovery(), TaskKind.REPLY, why, by.on().plusDays(1), by);
    }
    if (there.isEmpty() && !missing.isEmpty()) {
      return new Copied(Optional.empty(), missing);
    }
    var planned = copies.plan(tx, call.recovery(), there, by.on());
    calls.copiesPlanned(tx, call, planned.invoices(), planned.channel(), planned.plannedOn(), by);
    return new Copied(Optional.of(planned), missing);
  }

  /** An option was chosen or refused. */
  public void option(DSLContext tx, Call call, String button, Reader reader, Recorded by) {
    var room = rooms.room(tx, call, reader);
    var owed = room.owed().orElseThrow(() -> new CannotRecord("Nothing is offered to anybody but the right person: verify first who is on the line."));
    drafts.save(tx, call.id(), room.draft().version(), Bargains.pressed(room.sheet(), button, owed.bargain()), by.recordedAt());
  }

  /**
   * Ends the call as the sheet says.
   *
   * @return false where the next step was missing: what usually follows is in the sheet now, to be looked at, and the call goes on
   * @throws CannotRecord where something is missing or does not fit
   */
  public boolean end(DSLContext tx, Call call, Sheet sheet, Reader reader, Recorded by) {
    var outcome = sheet.text(Field.OUTCOME).flatMap(CallOutcome::of).orElseThrow(() -> new CannotRecord(reader.say("call.no-outcome")));
    var room = rooms.room(tx, call, reader);
    if (sheet.text(Field.NEXT).isEmpty() || sheet.day(Field.NEXT_ON).isEmpty()) {
      var usual = room.usual(outcome);
      drafts.save(tx, call.id(), room.draft().version(), sheet.orElse(Field.NEXT, usual.step().word()).orElse(Field.NEXT_ON, usual.on().toString()), by.recordedAt());
      return false;
    }
    finishing.finish(tx, call, finish(room, outcome, sheet), by);
    return true;
  }

  private static Finish finish(Room room, CallOutcome outcome, Sheet sheet) {
    var step = sheet.text(Field.NEXT).flatMap(NextStep::of).orElseThrow(() -> new CannotRecord("Choose the next step from the list."));
    var on = sheet.day(Field.NEXT_ON).orElseThrow();
    boolean agreed = sheet.ticked(Field.AGREED);
    var plan = room.owed().filter(_ -> agreed).flatMap(owed -> owed.bargain().agreement(sheet.text(Field.WORDS)));
    if (agreed && plan.isEmpty()) {
      throw new CannotRecord("It is ticked as agreed, but no way of paying that works is chosen. Mend it, or take the tick away.");
    }
    return new Finish(outcome, step, on, sheet, plan, room.owed().map(Room.Owed::asked).orElse(Money.zero(room.head().currency())));
  }
}
