package io.duly.correspondence.sending;

import io.duly.cases.Recorded;
import io.duly.correspondence.ContactSlots;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.rules.contact.ContactKind;
import io.duly.strategy.TaskKind;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes down that a message that left did not arrive: its state, the ledger of contacts, the journal, and work for a person. */
@Component
final class CameBack {
  private final Archive archive;
  private final Attempts attempts;
  private final ContactSlots slots;
  private final Lines lines;
  private final Objections objections;
  private final DeadAddresses addresses;

  CameBack(Archive archive, Attempts attempts, ContactSlots slots, Lines lines, Objections objections, DeadAddresses addresses) {
    this.archive = archive;
    this.attempts = attempts;
    this.slots = slots;
    this.lines = lines;
    this.objections = objections;
    this.addresses = addresses;
  }

  /**
   * The attempt that came to nothing.
   *
   * @param forGood the address is the reason, and is not used by that way again
   */
  record Returned(UUID attempt, UUID contact, String way, String recipient, String words, boolean forGood) {}

  /**
   * False, and nothing is changed, where the message is not thought to have arrived.
   *
   * @param told by what it is known, as it came
   */
  boolean note(DSLContext tx, Waiting message, Returned one, Document told, Map<String, String> facts, Moment at) {
    var id = message.id().value();
    if (tx.execute("update correspondence.message set state = 'bounced' where id = ? and state in ('sent', 'uncertain')", id) == 0) {
      return false;
    }
    var document = archive.keep(tx, message.creditor(), told, at.now());
    attempts.end(tx, one.attempt(), message.creditor().value(), "bounced", one.words(), Recorded.DULY, at);
    slots.outcome(tx, one.contact(), ContactKind.WRITTEN, false, Recorded.DULY, at.now());
    lines.write(tx, message, "message-bounced", Lines.the(message) + " came back: " + one.words(), facts, Optional.of(document), Recorded.DULY, at.now());
    if (one.forGood()) {
      addresses.bury(tx, message, one.way(), one.recipient(), one.words(), at.now());
    }
    objections.ask(tx, message, TaskKind.DELIVERY, "a message came back (" + one.words() + "): " + question(one), at);
    return true;
  }

  private static String question(Returned one) {
    var what = one.way().equals("sms") ? "number" : "address";
    return one.forGood() ? "the " + what + " is wrong: find another, or another way" : "the " + what + " may be right: see whether to write again";
  }
}
