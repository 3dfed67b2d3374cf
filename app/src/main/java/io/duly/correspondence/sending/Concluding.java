package io.duly.correspondence.sending;

import io.duly.cases.Recorded;
import io.duly.correspondence.ContactSlots;
import io.duly.journal.Sha256;
import io.duly.rules.contact.ContactKind;
import io.duly.strategy.TaskKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes down what came of handing a message over: its state, the ledger of contacts, the journal, and work for a person. */
@Component
final class Concluding {
  private static final String CASE = "select from cases.recovery_case where id = ? for no key update";
  /** A later attempt of the same message is not this one's to conclude. */
  private static final String MOVE =
      """
      update correspondence.message m set state = ?, sent_on = ?::date, not_before = ?::timestamptz, waits_why = ?
       where m.id = ? and m.state in ('sending', 'uncertain')
         and not exists (select from correspondence.attempt a where a.message_id = m.id and a.nth > ?)
      """;
  private static final String WAIT =
      """
      update cases.recovery_case set next_action = 'wait', next_action_on = review_on, because = ?
       where id = ? and next_action = 'send' and stage <> 'closed'
      """;

  private final Attempts attempts;
  private final ContactSlots slots;
  private final Lines lines;
  private final Objections objections;
  private final DeadAddresses addresses;
  private final DeliveryTasks tasks;
  private final Patience patience;

  Concluding(
      Attempts attempts, ContactSlots slots, Lines lines, Objections objections, DeadAddresses addresses, DeliveryTasks tasks, Patience patience) {
    this.attempts = attempts;
    this.slots = slots;
    this.lines = lines;
    this.objections = objections;
    this.addresses = addresses;
    this.tasks = tasks;
    this.patience = patience;
  }

  /** @return the state in which the message is now; empty where it was concluded otherwise meanwhile */
  Optional<String> conclude(DSLContext tx, Outgoing out, Outcome outcome, Moment at) {
    tx.execute(CASE, out.message().recovery().value());
    return switch (outcome) {
      case Outcome.Accepted accepted -> sent(tx, out, accepted, at);
      case Outcome.Refused refused -> failed(tx, out, "refused", refused.answer(), refused.address(), at);
      case Outcome.NotYet notYet when patience.isOver(out.nth()) -> failed(tx, out, "later", notYet.answer(), false, at);
      case Outcome.NotYet notYet -> later(tx, out, notYet, at);
      case Outcome.Uncertain uncertain -> uncertain(tx, out, uncertain, at);
    };
  }

  private Optional<String> sent(DSLContext tx, Outgoing out, Outcome.Accepted accepted, Moment at) {
    if (!move(tx, out, "sent", true, Optional.empty())) {
      return Optional.empty();
    }
    attempts.end(tx, out.attempt(), out.message().creditor().value(), "accepted", accepted.answer(), accepted.id(), Recorded.DULY, at);
    slots.outcome(tx, out.contact(), ContactKind.WRITTEN, true, Recorded.DULY, at.now());
    write(tx, out, "message-sent", Lines.the(out.message()) + " left; the answer was: " + accepted.answer(), accepted.answer(), at);
    tasks.done(tx, out.message().recovery(), "the message was sent after all", Recorded.DULY, at);
    caseWaits(tx, out.message(), out.day());
    return Optional.of("sent");
  }

  private Optional<String> failed(DSLContext tx, Outgoing out, String how, String answer, boolean address, Moment at) {
    if (!move(tx, out, "failed", false, Optional.empty())) {
      return Optional.empty();
    }
    end(tx, out, how, answer, at);
    slots.outcome(tx, out.contact(), ContactKind.WRITTEN, false, Recorded.DULY, at.now());
    if (address) {
      addresses.bury(tx, out.message(), out.packed().way(), out.packed().recipient(), answer, at.now());
    }
    write(tx, out, "message-failed", Lines.the(out.message()) + " did not leave and is given up: " + answer, answer, at);
    var ask = address ? "the address does not exist: find another, or another way" : "see why, and how the debtor can be reached";
    objections.ask(tx, out.message(), TaskKind.DELIVERY, "a message did not leave (" + answer + "): " + ask, at);
    return Optional.of("failed");
  }

  private Optional<String> later(DSLContext tx, Outgoing out, Outcome.NotYet notYet, Moment at) {
    var pause = patience.after(out.nth());
    var again = at.now().plus(pause.compareTo(notYet.rest()) > 0 ? pause : notYet.rest());
    if (!move(tx, out, "checked", false, Optional.of(new Again(again, notYet.answer())))) {
      return Optional.empty();
    }
    end(tx, out, "later", notYet.answer(), at);
    slots.outcome(tx, out.contact(), ContactKind.WRITTEN, false, Recorded.DULY, at.now());
    write(tx, out, "message-retry", Lines.the(out.message()) + " has not left and is tried again: " + notYet.answer(), notYet.answer(), at);
    return Optional.of("checked");
  }

  private Optional<String> uncertain(DSLContext tx, Outgoing out, Outcome.Uncertain uncertain, Moment at) {
    if (!move(tx, out, "uncertain", true, Optional.empty())) {
      return Optional.empty();
    }
    end(tx, out, "uncertain", uncertain.answer(), at);
    write(tx, out, "message-uncertain", "It is uncertain whether " + lower(Lines.the(out.message())) + " arrived: " + uncertain.answer(), uncertain.answer(), at);
    var ask = "find out whether a message arrived (" + uncertain.answer() + "), then: ./duly outbox resolve " + out.message().id();
    objections.ask(tx, out.message(), TaskKind.DELIVERY, ask, at);
    caseWaits(tx, out.message(), out.day());
    return Optional.of("uncertain");
  }

  /** Lets the case wait for its next review, where it waited for this message. */
  static void caseWaits(DSLContext tx, Waiting message, java.time.LocalDate day) {
    if (!message.isDemand()) {
      return; // nobody waited for it, and a demand may wait still
    }
    tx.execute(WAIT, "waits: the message of " + day + " was sent", message.recovery().value());
  }

  /** From when on it is tried again, and why it has to be. */
  private record Again(Instant from, String why) {}

  private static boolean move(DSLContext tx, Outgoing out, String state, boolean left, Optional<Again> again) {
    var from = again.map(one -> one.from().atOffset(ZoneOffset.UTC)).orElse(null);
    return tx.execute(MOVE, state, left ? out.day() : null, from, again.map(Again::why).orElse(null), out.message().id().value(), out.nth()) > 0;
  }

  private void end(DSLContext tx, Outgoing out, String outcome, String answer, Moment at) {
    attempts.end(tx, out.attempt(), out.message().creditor().value(), outcome, answer, Recorded.DULY, at);
  }

  private void write(DSLContext tx, Outgoing out, String kind, String summary, String answer, Moment at) {
    var facts = Map.of("attempt", out.attempt().toString(), "to", out.packed().recipient(), "knownAs", out.packed().knownAs(), "answer", answer);
    Optional<Sha256> document = Optional.of(out.document());
    lines.write(tx, out.message(), kind, summary, facts, document, Recorded.DULY, at.now());
  }

  private static String lower(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
