package io.duly.correspondence.reply;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.Recorded;
import io.duly.correspondence.sending.Moment;
import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What people do with replies: say whose they are, and what they say. */
@Component
final class ReadByPerson {
  private static final String LOCK = "select * from correspondence.reply where id = ? for update";

  private final Noting noting;
  private final Following following;
  private final Taking taking;

  ReadByPerson(Noting noting, Following following, Taking taking) {
    this.noting = noting;
    this.following = following;
    this.taking = taking;
  }

  /** Attributes a message to a case; from then on it is as if it had been known at once. */
  void attach(DSLContext tx, UUID id, CaseId recovery, Recorded by) {
    var row = locked(tx, id);
    if (!row.get("state", String.class).equals("unmatched")) {
      throw new CannotRecord("Only a reply that belongs to no case yet can be attached; this one is " + row.get("state", String.class) + ".");
    }
    var head = noting.head(tx, recovery);
    var whose = new Whose(head.creditor(), head.debtor(), recovery);
    Noting.lock(tx, whose);
    var arrived = ReplyRead.one(tx, id, by.on()).orElseThrow();
    var found = Matching.by(tx, whose, arrived.line().sender());
    var mail = asRead(arrived);
    var written =
        new Noting.Written(id, mail, Reading.of(mail), found, arrived.document(), by.actor(), new Moment(by.on(), by.recordedAt()));
    ReplyRows.share(tx, id, whose.creditor());
    var hold = noting.hold(tx, written);
    tx.execute(
        """
        update correspondence.reply set state = 'waiting', creditor_id = ?, debtor_id = ?, case_id = ?, hold_id = ?, matched_by = ?::text[], sender_known = ?
         where id = ?
        """,
        whose.creditor().value(), whose.debtor().value(), recovery.value(), hold, found.by().toArray(String[]::new), found.senderKnown(), id);
    taking.stop(tx, written);
  }

  /** Says what it says and what follows; only then the hold ends. */
  void settle(DSLContext tx, UUID id, Settlement said, Recorded by) {
    if (said.words().isBlank()) {
      throw new CannotRecord("Say in your own words what it says.");
    }
    var row = locked(tx, id);
    var done =
        switch (row.get("state", String.class)) {
          case "waiting" -> settled(tx, id, row, said, by);
          case "unmatched" -> setAside(said);
          default -> throw new CannotRecord("It needs nobody any more: it is " + row.get("state", String.class) + ".");
        };
    var reading = said.reading().isEmpty() ? List.of("nothing") : said.reading().stream().map(Reading::word).toList();
    tx.execute(
        """
        update correspondence.reply set state = 'settled', reading = ?::text[], our_words = ?, followed = ?, settled_by = ?,
               settled_at = greatest(received_at, ?::timestamptz) where id = ?
        """,
        reading.toArray(String[]::new), said.words().strip(), done.isEmpty() ? null : String.join("; ", done), by.actor(),
        by.recordedAt().atOffset(ZoneOffset.UTC), id);
    if (row.get("case_id") != null) {
      end(tx, id, row, said, reading, done, by);
    }
  }

  private List<String> settled(DSLContext tx, UUID id, Record row, Settlement said, Recorded by) {
    var whose = whose(row);
    Noting.lock(tx, whose);
    var from = new Following.From(id, whose, openOr(tx, whose), row.get("words", String.class), Optional.ofNullable(row.get("sender", String.class)));
    var done = new ArrayList<String>();
    for (var follow : said.follows()) {
      if (!(follow instanceof Follow.Answer)) {
        done.add(following.follow(tx, from, follow, by));
      }
    }
    return done;
  }

  private static List<String> setAside(Settlement said) {
    if (!said.follows().isEmpty() || !said.reading().isEmpty()) {
      throw new CannotRecord("It belongs to no case yet: attach it first, or say that it is about nothing of ours and why.");
    }
    return List.of("it is about nothing of ours");
  }

  private void end(DSLContext tx, UUID id, Record row, Settlement said, List<String> reading, List<String> done, Recorded by) {
    var whose = whose(row);
    noting.read(tx, whose, row.get("hold_id", UUID.class), "the reply was read", by);
    var from = new Following.From(id, whose, openOr(tx, whose), row.get("words", String.class), Optional.empty());
    var all = new ArrayList<>(done);
    said.follows().stream().filter(Follow.Answer.class::isInstance).forEach(answer -> all.add(following.follow(tx, from, answer, by)));
    tx.execute("update correspondence.reply set followed = ? where id = ?", all.isEmpty() ? null : String.join("; ", all), id);
    var facts = Map.of("reply", id.toString(), "reading", reading, "words", said.words().strip(), "followed", all);
    var what = reading.stream().map(word -> word.replace('_', ' ')).collect(Collectors.joining(", "));
    var then = all.isEmpty() ? "" : ". Then: " + String.join("; ", all);
    noting.write(tx, noting.head(tx, whose.recovery()), "reply-settled", "Reply read (" + what + "): " + said.words().strip() + then, facts, by);
  }

  /** What follows belongs to an open case, if there is one. */
  private CaseHead openOr(DSLContext tx, Whose whose) {
    var head = noting.head(tx, whose.recovery());
    if (head.isOpen()) {
      return head;
    }
    return tx.fetchOptional("select id from cases.recovery_case where debtor_id = ? and stage <> 'closed' order by opened_on desc limit 1", whose.debtor().value())
        .map(row -> noting.head(tx, new CaseId(row.get(0, UUID.class))))
        .orElse(head);
  }

  private static Record locked(DSLContext tx, UUID id) {
    return tx.fetchOptional(LOCK, id).orElseThrow(() -> new CannotRecord("There is no reply " + id + "; ./duly reply list shows them."));
  }

  private static Whose whose(Record row) {
    return new Whose(
        new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)), new CaseId(row.get("case_id", UUID.class)));
  }

  /** As it was read when it came; its files stay where they are. */
  private static ReadMail asRead(Reply arrived) {
    var line = arrived.line();
    return new ReadMail(
        line.kind(), Sha256.NONE, arrived.messageId(), List.of(), List.of(), line.sender(), line.senderName(), line.subject(),
        arrived.writtenAt().map(Instant::from), arrived.words(), List.of(), Optional.empty());
  }
}
