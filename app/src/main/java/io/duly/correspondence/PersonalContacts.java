package io.duly.correspondence;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.ContactKind;
import io.duly.rules.contact.Purpose;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Contacts that people make: calls, visits, what they write from elsewhere. Each takes its slot as a message of Duly's
 * does (P13), and has its line in the journal of the cases it may be about (P20). All within the caller's transaction.
 */
@Component
public final class PersonalContacts {
  private final ContactSlots slots;
  private final ContactPermission permission;
  private final ContactLedger ledger;
  private final ContactStory story;
  private final WrongNumbers numbers;
  private final IdSource ids;

  PersonalContacts(
      ContactSlots slots, ContactPermission permission, ContactLedger ledger, ContactStory story, WrongNumbers numbers, IdSource ids) {
    this.slots = slots;
    this.permission = permission;
    this.ledger = ledger;
    this.story = story;
    this.numbers = numbers;
    this.ids = ids;
  }

  /**
   * We made a contact, or are about to: report it as a {@link CameOfIt#TALK} then, and say by {@link #outcome} what came of it.
   *
   * @throws CannotRecord where it lies in the future, the outcome does not fit the channel, or a wrong number is not known
   */
  public Reported made(DSLContext tx, ContactReport report, Recorded by) {
    require(report, by);
    story.lock(tx, report);
    var claim =
        new ContactClaim(
            ids.next(), report.debtor(), report.recovery(), report.reach(), Purpose.CHASE, report.outcome().kind(), report.at(),
            Optional.empty(), report.words());
    if (slots.claim(tx, claim) instanceof Answer.Refused refused) {
      return new Reported.Refused(permission.known(tx, report.debtor(), report.recovery(), report.at()), refused);
    }
    cameOfIt(tx, claim.id(), report, by);
    story.made(tx, claim.id(), report, by);
    return new Reported.Written(claim.id());
  }

  /**
   * A call is about to be made: it takes the debtor's contact of the day at once, so that nothing else leaves meanwhile, and is not
   * given back. What came of it is said by {@link #outcome}; until then it counts as a talk.
   *
   * @param report its outcome is not looked at
   * @throws CannotRecord where it lies in the future
   */
  public Reported begin(DSLContext tx, ContactReport report, Recorded by) {
    require(report, by);
    story.lock(tx, report);
    var claim =
        new ContactClaim(
            ids.next(), report.debtor(), report.recovery(), report.reach(), Purpose.CHASE, ContactKind.CONVERSATION, report.at(),
            Optional.empty(), report.words());
    if (slots.claim(tx, claim) instanceof Answer.Refused refused) {
      return new Reported.Refused(permission.known(tx, report.debtor(), report.recovery(), report.at()), refused);
    }
    story.begun(tx, claim.id(), report, by);
    return new Reported.Written(claim.id());
  }

  /** The debtor came to us: written down whatever the rules say of ours. */
  public Reported.Written theyCame(DSLContext tx, ContactReport report, Recorded by) {
    require(report, by);
    var contact = ids.next();
    ledger.incoming(tx, contact, permission.known(tx, report.debtor(), report.recovery(), report.at()), report);
    story.theyCame(tx, contact, report, by);
    return new Reported.Written(contact);
  }

  /**
   * What came of a contact that was written down before; the last word counts.
   *
   * @throws CannotRecord where there is no such contact of ours, or a wrong number is not known
   */
  public void outcome(DSLContext tx, UUID contact, CameOfIt outcome, Optional<String> words, Recorded by) {
    var report = ledger.ours(tx, contact).with(outcome, words);
    requireFits(report);
    story.lock(tx, report);
    cameOfIt(tx, contact, report, by);
    story.outcome(tx, contact, report, by);
  }

  private void cameOfIt(DSLContext tx, UUID contact, ContactReport report, Recorded by) {
    var outcome = report.outcome();
    slots.outcome(tx, contact, outcome.kind(), outcome.connected(), report.words(), by.actor(), by.recordedAt());
    if (outcome == CameOfIt.WRONG_NUMBER) {
      numbers.wrong(tx, report, by);
    }
  }

  private static void require(ContactReport report, Recorded by) {
    requireFits(report);
    if (report.at().isAfter(by.recordedAt())) {
      throw new CannotRecord("The contact would be in the future; record it when it was made.");
    }
  }

  private static void requireFits(ContactReport report) {
    boolean written =
        switch (report.reach().channel()) {
          case EMAIL, SMS, LETTER -> true;
          case CALL, VISIT -> false;
        };
    if (written != (report.outcome() == CameOfIt.SENT)) {
      throw new CannotRecord(written ? "What was written is sent: say so as its outcome." : "A call or a visit is not sent: say what came of it.");
    }
  }
}
