package io.duly.correspondence.reply;

import static io.duly.database.jooq.correspondence.Tables.REPLY;
import static io.duly.database.jooq.correspondence.Tables.REPLY_ATTACHMENT;
import static io.duly.database.jooq.correspondence.Tables.REPLY_SUGGESTION;

import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.PdfWords;
import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** Keeps messages as they came, and what is known of them. */
@Component
final class ReplyRows {
  /** What belongs to no creditor yet is for those who see every creditor. */
  static final CreditorId NOBODY = new CreditorId(new UUID(0, 0));

  private static final int MOST_WORDS_OF_SUGGESTION = 500;

  private final Archive archive;

  ReplyRows(Archive archive) {
    this.archive = archive;
  }

  /** A message before its row is written. */
  record Fresh(UUID id, Arrival arrival, ReadMail mail, Reading reading, Instant at) {}

  /** Keeps the bytes of a message and of its files, seen by whoever sees the creditor. */
  Sha256 archive(DSLContext tx, CreditorId creditor, Arrival arrival, ReadMail mail, Instant at) {
    for (var file : mail.files()) {
      archive.keep(tx, creditor, new Document(file.name(), file.mediaType(), file.bytes(), PdfWords.of(file.bytes())), at);
    }
    var name = "reply-" + mail.fingerprint().hex().substring(0, 12) + ".eml";
    return archive.keep(tx, creditor, new Document(name, "message/rfc822", arrival.bytes(), mail.subject() + "\n" + mail.words()), at);
  }

  /** Lets those who see the creditor see the bytes that are there. */
  static void share(DSLContext tx, UUID reply, CreditorId creditor) {
    tx.execute(
        """
        insert into journal.document_scope (sha256, creditor_id)
        select document, ?::uuid from correspondence.reply where id = ? union select document, ?::uuid from correspondence.reply_attachment where reply_id = ?
        on conflict do nothing
        """,
        creditor.value(), reply, creditor.value(), reply);
  }

  void insert(DSLContext tx, Fresh fresh, Sha256 document, Reply.State state, Optional<Match.Found> match, Optional<UUID> hold, Optional<String> why) {
    var mail = fresh.mail();
    var row = tx.newRecord(REPLY);
    row.setId(fresh.id());
    match.ifPresent(
        found -> {
          row.setCreditorId(found.whose().creditor().value());
          row.setDebtorId(found.whose().debtor().value());
          row.setCaseId(found.whose().recovery().value());
        });
    row.setKind(Reading.word(mail.kind()));
    row.setState(Reading.word(state));
    row.setFingerprint(mail.fingerprint().bytes());
    row.setDocument(document.bytes());
    row.setVia(Reading.word(fresh.arrival().via()));
    row.setTakenBy(fresh.arrival().by());
    row.setReceivedAt(fresh.at().atOffset(ZoneOffset.UTC));
    row.setWrittenAt(mail.writtenAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    row.setMessageId(mail.messageId().orElse(null));
    row.setSender(mail.sender().orElse(null));
    row.setSenderName(mail.senderName());
    row.setSubject(mail.subject());
    row.setWords(mail.words());
    row.setSenderKnown(match.filter(Match.Found::senderKnown).isPresent());
    row.setMatchedBy(match.map(found -> found.by().toArray(String[]::new)).orElseGet(() -> new String[0]));
    row.setWhy(why.orElse(null));
    var absence = mail.kind() == Reply.Kind.AUTOMATIC ? Absence.in(mail.words()) : new Absence(Optional.empty(), Optional.empty());
    row.setBackOn(absence.backOn().orElse(null));
    row.setSubstitute(absence.substitute().orElse(null));
    row.setUrgent(fresh.reading().isUrgent());
    row.setHoldId(hold.orElse(null));
    row.insert();
    tx.batch(beside(tx, fresh)).execute();
  }

  private static List<Query> beside(DSLContext tx, Fresh fresh) {
    var rows = new ArrayList<Query>();
    int nth = 0;
    for (var one : fresh.reading().meanings()) {
      rows.add(suggestion(tx, fresh.id(), ++nth, "meaning", Reading.word(one.meaning()), one.cause(), one.words()));
    }
    for (var one : fresh.reading().wishes()) {
      rows.add(suggestion(tx, fresh.id(), ++nth, "wish", Reading.word(one.wish()), Optional.empty(), one.words()));
    }
    for (int file = 0; file < fresh.mail().files().size(); file++) {
      rows.add(file(tx, fresh.id(), file + 1, fresh.mail().files().get(file)));
    }
    return rows;
  }

  private static Query suggestion(DSLContext tx, UUID reply, int nth, String sort, String word, Optional<String> cause, String words) {
    return tx.insertInto(REPLY_SUGGESTION)
        .values(reply, nth, sort, word, cause.orElse(null), Plain.line(words, MOST_WORDS_OF_SUGGESTION));
  }

  private static Query file(DSLContext tx, UUID reply, int nth, MailFile file) {
    return tx.insertInto(REPLY_ATTACHMENT)
        .values(reply, nth, file.name(), file.mediaType(), (long) file.bytes().length, Sha256.of(file.bytes()).bytes());
  }
}
