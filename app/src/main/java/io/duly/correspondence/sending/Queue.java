package io.duly.correspondence.sending;

import io.duly.correspondence.ContactSlots;
import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.HandWritten;
import io.duly.cases.Recorded;
import io.duly.kernel.MessageId;
import io.duly.rules.contact.ContactKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The messages that wait, leave and have left, and what people may do with them. Each change is in the case's journal. */
@Component
public final class Queue {
  /** A part of the queue. */
  public enum Shelf {
    WAITING,
    APPROVAL,
    UNCERTAIN,
    TROUBLE,
    SENT,
    ALL
  }

  private static final String LAST_ATTEMPT =
      "select id, contact_id from correspondence.attempt where message_id = ? order by nth desc limit 1";
  private static final String COPY =
      "select d.words from correspondence.attempt a join journal.document d on d.sha256 = a.document where a.message_id = ? order by a.nth desc limit 1";
  /** What a person had to see for its wording only is seen to: the wording is another. */
  private static final String REWRITTEN =
      """
      update correspondence.message set approved_by = null, approved_at = null, approved_text = null,
             approval_why = case when ? then 'its wording needs a second person' when approval_why like 'its wording needs%' then null else approval_why end,
             approval = case when ? then 'needed' when approval_why like 'its wording needs%' then 'not_needed' when approval = 'given' then 'needed' else approval end
       where id = ?
      """;
  private static final String CASE =
      "select from cases.recovery_case where id = (select case_id from correspondence.message where id = ?) for no key update";

  private final Gates gates;
  private final Writing writing;
  private final Lines lines;
  private final Objections objections;
  private final Attempts attempts;
  private final ContactSlots slots;
  private final DeliveryTasks tasks;

  Queue(Gates gates, Writing writing, Lines lines, Objections objections, Attempts attempts, ContactSlots slots, DeliveryTasks tasks) {
    this.gates = gates;
    this.writing = writing;
    this.lines = lines;
    this.objections = objections;
    this.attempts = attempts;
    this.slots = slots;
    this.tasks = tasks;
  }

  /** The latest first. */
  public List<Queued> list(DSLContext tx, Shelf shelf, int most) {
    return QueueRead.list(tx, shelf, most);
  }

  public Optional<Queued> find(DSLContext tx, MessageId id) {
    return QueueRead.one(tx, id);
  }

  /** Who wrote its words, where that was a person. */
  public Optional<String> author(DSLContext tx, MessageId id) {
    return Texts.author(tx, id).or(() -> OwnWords.author(tx, id));
  }

  /** How it was tried, the first time first. */
  public List<Tried> tried(DSLContext tx, MessageId id) {
    return QueueRead.tried(tx, id);
  }

  /**
   * The words that would leave now.
   *
   * @throws CannotChange where they cannot be written, in a sentence that says what to do
   */
  public ComposedText text(DSLContext tx, MessageId id, Moment at) {
    return text(tx, message(tx, id), at);
  }

  /** The words of the archived copy of what was about to leave last; empty where it never was. */
  public Optional<String> copy(DSLContext tx, MessageId id) {
    return tx.fetchOptional(COPY, id.value()).map(row -> row.get(0, String.class));
  }

  /**
   * Says yes to exactly these words; others would need a yes of their own.
   *
   * @throws CannotChange where it does not wait, or its words have changed since they were read
   */
  public void approve(DSLContext tx, MessageId id, ComposedText read, String by, Moment at) {
    var message = waiting(tx, id, "approved");
    if (!text(tx, message, at).hash().equals(read.hash())) {
      throw new CannotChange("The words of the message have changed since you read them; read them again.");
    }
    if (Texts.latest(tx, id).isEmpty()) {
      Texts.keep(tx, message, read, Recorded.DULY, at.now());
    }
    tx.execute(
        "update correspondence.message set approval = 'given', approved_by = ?, approved_at = ?::timestamptz, approved_text = ? where id = ?",
        by, at.now().toString(), read.hash().bytes(), id.value());
    lines.write(
        tx, message, "message-approval", Lines.the(message) + " was approved.", Map.of("text", read.hash().hex()), Optional.empty(), by, at.now());
  }

  /**
   * Puts a person's words in the place of the template's; what was approved before is not any more.
   *
   * @throws CannotChange where it does not wait
   */
  public void write(DSLContext tx, MessageId id, ComposedText text, String by, Moment at) {
    var message = waiting(tx, id, "changed");
    Texts.keep(tx, message, text, by, at.now());
    tx.execute(
        "update correspondence.message set approval = case approval when 'given' then 'needed' else approval end,"
            + " approved_by = null, approved_at = null, approved_text = null where id = ?",
        id.value());
    lines.write(
        tx, message, "message-approval", Lines.the(message) + " was given other words.", Map.of("text", text.hash().hex()), Optional.empty(), by,
        at.now());
  }

  /**
   * Puts words with values in the place of those that it has; it keeps its place in the queue, and what was approved before is not any more.
   *
   * @param second they need a second person's yes
   * @throws CannotChange where it does not wait
   */
  void rewrite(DSLContext tx, MessageId id, HandWritten words, boolean second, String by, Moment at) {
    var message = waiting(tx, id, "changed");
    OwnWords.keep(tx, message, words, by, at.now());
    tx.execute(REWRITTEN, second, second, id.value());
    lines.write(tx, message, "message-approval", Lines.the(message) + " was given other words.", Map.of(), Optional.empty(), by, at.now());
  }

  /**
   * Takes it back for good; the case is decided anew.
   *
   * @throws CannotChange where it does not wait
   */
  public void withdraw(DSLContext tx, MessageId id, String why, String by, Moment at) {
    objections.withdraw(tx, waiting(tx, id, "withdrawn"), why, by, at);
  }

  /**
   * Says what became of an uncertain one: it arrived, or it did not and is sent again.
   *
   * @param how it was found out
   * @throws CannotChange where it is not uncertain
   */
  public void resolve(DSLContext tx, MessageId id, boolean arrived, String how, String by, Moment at) {
    var message = inState(tx, id, "uncertain", "Only a message that is uncertain can be cleared up");
    Record attempt = tx.fetchSingle(LAST_ATTEMPT, id.value());
    attempts.end(tx, attempt.get("id", UUID.class), message.creditor().value(), arrived ? "arrived" : "did_not_arrive", how, by, at);
    slots.outcome(tx, attempt.get("contact_id", UUID.class), ContactKind.WRITTEN, arrived, by, at.now());
    tx.execute(
        arrived
            ? "update correspondence.message set state = 'sent' where id = ?"
            : "update correspondence.message set state = 'checked', sent_on = null where id = ?",
        id.value());
    var became = arrived ? " arrived: " : " did not arrive and is sent again: ";
    lines.write(
        tx, message, arrived ? "message-sent" : "message-resolved", Lines.the(message) + became + how, Map.of("how", how), Optional.empty(), by,
        at.now());
    tasks.done(tx, message.recovery(), arrived ? "it arrived" : "it is sent again", by, at);
  }

  private ComposedText text(DSLContext tx, Waiting message, Moment at) {
    return Texts.latest(tx, message.id()).orElseGet(() -> writing(tx, message, at));
  }

  private ComposedText writing(DSLContext tx, Waiting message, Moment at) {
    try {
      return writing.write(tx, message, gates.ask(tx, message, at).claims(), at.day()).text();
    } catch (CannotRender missing) {
      throw new CannotChange(SmtpWire.line(missing.getMessage()));
    }
  }

  private static Waiting waiting(DSLContext tx, MessageId id, String what) {
    return inState(tx, id, "checked", "Only a message that waits can be " + what);
  }

  /** Locks its case, then the message. */
  private static Waiting inState(DSLContext tx, MessageId id, String state, String rule) {
    tx.execute(CASE, id.value());
    var now = tx.fetchOptional("select state from correspondence.message where id = ? for update", id.value()).map(row -> row.get(0, String.class));
    if (now.isEmpty()) {
      throw new CannotChange("There is no message " + id + "; ./duly outbox list shows them.");
    }
    if (!now.get().equals(state)) {
      throw new CannotChange(rule + "; this one is " + now.get().replace('_', ' ') + ".");
    }
    return message(tx, id);
  }

  private static Waiting message(DSLContext tx, MessageId id) {
    return WaitingRead.any(tx, id.value())
        .orElseThrow(() -> new CannotChange("There is no message " + id + "; ./duly outbox list shows them."));
  }
}
