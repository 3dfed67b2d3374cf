package io.duly.correspondence.reply;

import io.duly.correspondence.sending.Bounces;
import io.duly.correspondence.sending.Moment;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.wording.StopSuggestion;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Takes one message in, in one transaction: archived, attributed, and everything stopped that it may be about. */
@Component
final class Taking {
  private static final String ONCE = "select pg_advisory_xact_lock(hashtextextended(?, 130))";
  private static final String BEFORE =
      "select r.id, r.kind, r.state, c.number, r.why from correspondence.reply r left join cases.recovery_case c on c.id = r.case_id where r.fingerprint = ?";

  private final Bounces bounces;
  private final ReplyRows rows;
  private final Noting noting;
  private final Wishing wishing;
  private final IdSource ids;

  Taking(Bounces bounces, ReplyRows rows, Noting noting, Wishing wishing, IdSource ids) {
    this.bounces = bounces;
    this.rows = rows;
    this.noting = noting;
    this.wishing = wishing;
    this.ids = ids;
  }

  TakenIn take(DSLContext tx, Arrival arrival, ReadMail mail, Reading reading, Moment at) {
    tx.fetch(ONCE, mail.fingerprint().hex());
    var before = tx.fetchOptional(BEFORE, (Object) mail.fingerprint().bytes());
    if (before.isPresent()) {
      return taken(before.get(), true);
    }
    var fresh = new ReplyRows.Fresh(ids.next(), arrival, mail, reading, at.now());
    var match = Matching.match(tx, mail);
    if (mail.kind() == Reply.Kind.DELIVERY_REPORT) {
      report(tx, fresh, match, at);
    } else if (match instanceof Match.Found found) {
      found(tx, fresh, found, at);
    } else if (match instanceof Match.Unknown(var why)) {
      boolean needsNobody = mail.kind() == Reply.Kind.AUTOMATIC && !reading.saysMoreThanAbsence();
      keep(tx, fresh, ReplyRows.NOBODY, needsNobody ? Reply.State.NOTED : Reply.State.UNMATCHED, Optional.empty(), why(fresh, Optional.of(why)));
    }
    return taken(tx.fetchSingle(BEFORE, (Object) mail.fingerprint().bytes()), false);
  }

  /** What a server says of a message of ours; the rest of it is known there. */
  private void report(DSLContext tx, ReplyRows.Fresh fresh, Match match, Moment at) {
    if (match instanceof Match.Found found) {
      Noting.lock(tx, found.whose());
    }
    var became = bounces.take(tx, fresh.arrival().bytes(), at);
    var found = match instanceof Match.Found one && became.isOurs() ? Optional.of(one) : Optional.<Match.Found>empty();
    boolean readable = !became.words().equals(Bounces.NO_REPORT);
    keep(
        tx, fresh, found.map(one -> one.whose().creditor()).orElse(ReplyRows.NOBODY), readable ? Reply.State.NOTED : Reply.State.UNMATCHED, found,
        why(fresh, Optional.of(became.inWords())));
  }

  private void found(DSLContext tx, ReplyRows.Fresh fresh, Match.Found found, Moment at) {
    Noting.lock(tx, found.whose());
    var document = rows.archive(tx, found.whose().creditor(), fresh.arrival(), fresh.mail(), at.now());
    var written = new Noting.Written(fresh.id(), fresh.mail(), fresh.reading(), found, document, fresh.arrival().by(), at);
    boolean automatic = fresh.mail().kind() == Reply.Kind.AUTOMATIC;
    if (automatic && !fresh.reading().saysMoreThanAbsence()) {
      rows.insert(tx, fresh, document, Reply.State.NOTED, Optional.of(found), Optional.empty(), why(fresh, Optional.empty()));
      noting.tell(tx, written);
      return;
    }
    rows.insert(tx, fresh, document, Reply.State.WAITING, Optional.of(found), Optional.of(noting.hold(tx, written)), why(fresh, stranger(found)));
    stop(tx, written);
  }

  /** Their words into the journal, their wishes honoured, a person asked. */
  void stop(DSLContext tx, Noting.Written written) {
    noting.tell(tx, written);
    if (!written.reading().wishes().isEmpty()) {
      var wishes = written.reading().wishes();
      var words = wishes.stream().map(StopSuggestion::words).distinct().collect(Collectors.joining(" … "));
      wishing.honour(tx, written.whose(), written.id(), wishes.stream().map(StopSuggestion::wish).toList(), words, written.recorded());
    }
    noting.ask(tx, written);
    if (written.mail().kind() == Reply.Kind.REPLY) {
      noting.count(tx, written);
    }
  }

  private void keep(DSLContext tx, ReplyRows.Fresh fresh, CreditorId creditor, Reply.State state, Optional<Match.Found> match, Optional<String> why) {
    var document = rows.archive(tx, creditor, fresh.arrival(), fresh.mail(), fresh.at());
    rows.insert(tx, fresh, document, state, match, Optional.empty(), why);
  }

  private static Optional<String> stranger(Match.Found found) {
    return found.senderKnown() ? Optional.empty() : Optional.of("its sender's address is not known of the debtor");
  }

  private static Optional<String> why(ReplyRows.Fresh fresh, Optional<String> first) {
    var all = Stream.of(first, fresh.mail().flaw(), fresh.arrival().cut()).flatMap(Optional::stream).collect(Collectors.joining("; "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static TakenIn taken(Record row, boolean again) {
    return new TakenIn(
        row.get("id", UUID.class), ReplyRead.word(Reply.Kind.class, row.get("kind", String.class)), ReplyRead.word(Reply.State.class, row.get("state", String.class)),
        Optional.ofNullable(row.get("number", Long.class)), again, Optional.ofNullable(row.get("why", String.class)));
  }
}
