package io.duly.calls;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.CameOfIt;
import io.duly.correspondence.ContactReport;
import io.duly.correspondence.PersonalContacts;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Reach;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Ends a call: contact, reason, promise, wishes, holds, what comes next and the journal, together or not at all. */
@Component
public final class Finishing {
  private static final String END =
      """
      update calls.call set ended_at = ?::timestamptz, outcome = ?, next_step = ?, next_on = ?::date, contact_id = ?, own_words = ?, category = ?, reading = ?,
             confirmed = ?, note = ?
       where id = ? and ended_at is null
      """;

  private final CaseJournal cases;
  private final PersonalContacts contacts;
  private final Calls calls;
  private final Said said;
  private final Follows follows;
  private final NoteChase chase;

  Finishing(CaseJournal cases, PersonalContacts contacts, Calls calls, Said said, Follows follows, NoteChase chase) {
    this.cases = cases;
    this.contacts = contacts;
    this.calls = calls;
    this.said = said;
    this.follows = follows;
    this.chase = chase;
  }

  /**
   * Ends it.
   *
   * @param by when it is written down; what happened is told as of the beginning of the call (P21)
   * @throws CannotRecord where it ended before, something is missing, or what was agreed cannot be recorded; nothing is then
   */
  public void finish(DSLContext tx, Call call, Finish end, Recorded by) {
    Calls.requireOpen(call);
    require(call, end, by);
    cases.locked(tx, cases.openOf(tx, call.debtor()).stream().map(one -> one.id()).toList());
    var then = new Recorded(by.actor(), by.on(), call.beganAt(), by.recordedAt());
    var contact = contact(tx, call, end, then);
    said.record(tx, call, end, then);
    chase.done(tx, call, by);
    follows.record(tx, call, end, by);
    ended(tx, call, end, contact, by);
    Tasks.wake(tx, call.recovery());
    calls.tell(tx, call, "call-ended", Story.summary(call, end), Story.facts(call, end), then);
  }

  private static void require(Call call, Finish end, Recorded by) {
    var sheet = end.sheet();
    boolean spoken = end.outcome() == CallOutcome.REACHED || end.outcome() == CallOutcome.CALL_BACK;
    if (end.outcome() == CallOutcome.REACHED && call.party().isEmpty() && call.heatedAt().isEmpty()) {
      throw new CannotRecord("Nobody was verified as the right person. Do that first, or say that the number was wrong.");
    }
    if (!spoken && (end.agreed().isPresent() || sheet.text(Field.WORDS).isPresent())) {
      throw new CannotRecord("Something was said or agreed, but the outcome says that nobody was reached.");
    }
    if (end.outcome() == CallOutcome.WRONG_NUMBER && call.party().isPresent()) {
      throw new CannotRecord("The right person was on the line; then the number is not wrong.");
    }
    if (sheet.ticked(Field.ASK_CONTACT) && end.next() != NextStep.BETTER_CONTACT) {
      throw new CannotRecord("To ask for a better contact by letter, choose it as the next step; else take the tick away.");
    }
    if (end.nextOn().isBefore(by.on())) {
      throw new CannotRecord("The next step would be due on " + end.nextOn() + ", before today, " + by.on() + ".");
    }
  }

  private UUID contact(DSLContext tx, Call call, Finish end, Recorded then) {
    var words = end.sheet().text(Field.NOTE).or(() -> end.sheet().text(Field.WORDS));
    var came = cameOfIt(end.outcome());
    if (call.contact().isPresent()) {
      contacts.outcome(tx, call.contact().get(), came, words, then);
      return call.contact().get();
    }
    var reach = new Reach(Channel.CALL, Place.UNKNOWN, call.number());
    return contacts.theyCame(tx, new ContactReport(call.debtor(), Optional.of(call.recovery()), reach, came, call.beganAt(), words), then).contact();
  }

  private static CameOfIt cameOfIt(CallOutcome outcome) {
    return switch (outcome) {
      case REACHED, CALL_BACK -> CameOfIt.TALK;
      case MESSAGE_LEFT -> CameOfIt.MESSAGE_LEFT;
      case NO_ANSWER -> CameOfIt.NO_ANSWER;
      case WRONG_NUMBER -> CameOfIt.WRONG_NUMBER;
      case NOT_CONNECTED -> CameOfIt.NOT_CONNECTED;
    };
  }

  private static void ended(DSLContext tx, Call call, Finish end, UUID contact, Recorded by) {
    var sheet = end.sheet();
    int ended = tx.execute(
        END, Calls.at(by.recordedAt()), end.outcome().word(), end.next().word(), end.nextOn(), contact,
        sheet.text(Field.WORDS).orElse(null), sheet.text(Field.CATEGORY).orElse(null), sheet.text(Field.READING).orElse(null), sheet.ticked(Field.CONFIRMED),
        sheet.text(Field.NOTE).orElse(null), call.id());
    if (ended != 1) {
      throw new CannotRecord("This call was ended meanwhile.");
    }
  }

  /** The outcomes in the order of their keys. */
  public static List<CallOutcome> outcomes() {
    return List.of(CallOutcome.values());
  }
}
