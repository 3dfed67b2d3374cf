package io.duly.correspondence.sending;

import io.duly.cases.Recorded;
import io.duly.correspondence.template.CannotRender;
import io.duly.invitations.Invitations;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.strategy.TaskKind;
import io.duly.wording.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Asks every gate again and marks a message as being sent, with its exact bytes archived, in one transaction. Cases are
 * locked before messages, messages before debtors, as everywhere; what others have locked is passed by.
 */
@Component
final class Claiming {
  private static final Duration UNTIL_ADDED = Duration.ofHours(1);
  private static final String CASES =
      """
      with open as materialized (select id from cases.recovery_case where debtor_id = ? and stage <> 'closed'),
      locked as materialized (
        select c.id from cases.recovery_case c where c.id in (select id from open) order by c.id for no key update skip locked)
      select (select count(*) from open) = (select count(*) from locked)
      """;

  private final Gates gates;
  private final Pauses pauses;
  private final Senders senders;
  private final Writing writing;
  private final Slots slots;
  private final Pace pace;
  private final Objections objections;
  private final Attempts attempts;
  private final Archive archive;
  private final Addressing addressing;
  private final DeadAddresses dead;
  private final Invitations invitations;

  Claiming(
      Gates gates, Pauses pauses, Senders senders, Writing writing, Slots slots, Pace pace, Objections objections, Attempts attempts,
      Archive archive, Addressing addressing, DeadAddresses dead, Invitations invitations) {
    this.gates = gates;
    this.pauses = pauses;
    this.senders = senders;
    this.writing = writing;
    this.slots = slots;
    this.pace = pace;
    this.objections = objections;
    this.attempts = attempts;
    this.archive = archive;
    this.addressing = addressing;
    this.dead = dead;
    this.invitations = invitations;
  }

  /** @param node of the process that will hand it over */
  Taken take(DSLContext tx, Candidate candidate, Way way, int node, Moment at) throws SQLException {
    if (!tx.fetchSingle(CASES, candidate.debtor()).get(0, Boolean.class)) {
      return new Taken.Busy();
    }
    var message = WaitingRead.due(tx, candidate.message(), at);
    if (message.isEmpty() || pauses.keeping(tx, message.get().creditor(), message.get().debtor()).isPresent()) {
      return new Taken.Busy();
    }
    var said = gates.ask(tx, message.get(), at);
    return said.objection().isPresent()
        ? object(tx, message.get(), said.objection().get(), at)
        : written(tx, message.get(), said.claims(), way, node, at);
  }

  /** A person's yes answers a gate that asks for one, never one that says no. */
  private Taken object(DSLContext tx, Waiting message, Verdict verdict, Moment at) {
    return switch (verdict) {
      case Verdict.Withdraw withdraw -> objections.withdraw(tx, message, withdraw.why(), Recorded.DULY, at);
      case Verdict.Later later -> objections.keep(tx, message, later, at);
      case Verdict.AskPerson ask -> objections.hold(tx, message, ask.why(), at);
      case Verdict.Passes _ -> throw new IllegalArgumentException("That is no objection");
    };
  }

  /** What is missing for its words is somebody's to add; until then it waits. */
  private Taken written(DSLContext tx, Waiting message, Set<Claim> claims, Way way, int node, Moment at) {
    try {
      return text(tx, message, writing.write(tx, message, claims, at.day()), way, node, at);
    } catch (CannotRender | CannotChange missing) {
      return objections.keep(tx, message, new Verdict.Later(SmtpWire.line(missing.getMessage()), at.now().plus(UNTIL_ADDED)), at);
    }
  }

  private Taken text(DSLContext tx, Waiting message, Written written, Way way, int node, Moment at) {
    var text = written.text();
    var verdict = Tone.judge(written, message.language());
    boolean approved = message.approved().filter(text.hash()::equals).isPresent();
    return switch (verdict) {
      case Verdict.Withdraw withdraw -> {
        objections.ask(tx, message, TaskKind.REVIEW, "a message was not sent: " + withdraw.why(), at);
        yield objections.withdraw(tx, message, withdraw.why(), Recorded.DULY, at);
      }
      case Verdict.AskPerson ask when !approved -> objections.hold(tx, message, ask.why(), at);
      case Verdict.AskPerson _, Verdict.Passes _, Verdict.Later _ -> looked(tx, message, written, approved, way, node, at);
    };
  }

  private Taken looked(DSLContext tx, Waiting message, Written written, boolean approved, Way way, int node, Moment at) {
    var sender = senders.of(tx, message.creditor());
    if (sender.filter(Senders.Sender::lookFirst).isPresent() && !approved) {
      return objections.hold(tx, message, "the creditor wants every message looked at first", at);
    }
    return sender.isEmpty() && !(way instanceof Way.Print) ? new Taken.Kept() : addressed(tx, message, addressing.of(tx, message, written, sender, way, at), way, node, at);
  }

  private Taken addressed(DSLContext tx, Waiting message, Addressed where, Way way, int node, Moment at) {
    return switch (where) {
      case Addressed.Nowhere(var why) -> nowhere(tx, message, why, at);
      case Addressed.NotSo(var why) -> objections.keep(tx, message, new Verdict.Later(why, at.now().plus(UNTIL_ADDED)), at);
      case Addressed.There there -> paced(tx, message, there, way, node, at);
    };
  }

  private Taken paced(DSLContext tx, Waiting message, Addressed.There there, Way way, int node, Moment at) {
    var tooFast = way instanceof Way.Print ? Optional.<Instant>empty() : pace.take(tx, way, at.now());
    return tooFast.<Taken>map(Taken.TooFast::new).orElseGet(() -> slot(tx, message, there, node, at));
  }

  /** What is on file and can never be used is not looked at again, so that the next step takes another way. */
  private Taken nowhere(DSLContext tx, Waiting message, String why, Moment at) {
    dead.buryUseless(tx, message, at.now());
    objections.ask(tx, message, TaskKind.COMPLETE_FILE, "a message was not sent: " + why + "; find one, or another way", at);
    return objections.withdraw(tx, message, why, Recorded.DULY, at);
  }

  private Taken slot(DSLContext tx, Waiting message, Addressed.There there, int node, Moment at) {
    return switch (slots.claim(tx, message, there.reach(), at)) {
      case Slots.Refused refused when refused.next().isPresent() ->
          objections.keep(tx, message, new Verdict.Later(refused.why(), refused.next().get()), at);
      case Slots.Refused refused -> objections.withdraw(tx, message, refused.why(), Recorded.DULY, at);
      case Slots.Claimed slot -> new Taken.Ready(mark(tx, message, there.pack().get(), there.from(), slot, node, at));
    };
  }

  private Outgoing mark(DSLContext tx, Waiting message, Packed packed, String from, Slots.Claimed slot, int node, Moment at) {
    var document = new Document(packed.name(), packed.mediaType(), packed.bytes(), packed.words());
    var hash = archive.keep(tx, message.creditor(), document, at.now());
    if (message.goal() != Goal.CONTACT) {
      invitations.leaves(tx, Writing.invited(message), message.send().channel().name().toLowerCase(Locale.ROOT), at.now());
    }
    UUID attempt = attempts.begin(tx, message, packed, hash, slot, node, at);
    tx.execute(
        "update correspondence.message set state = 'sending', not_before = null, waits_why = null where id = ?", message.id().value());
    return new Outgoing(message, attempt, message.tries() + 1, slot.contact(), slot.day(), from, packed, hash);
  }
}
