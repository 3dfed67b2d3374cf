package io.duly.correspondence.sending;

import static io.duly.database.jooq.correspondence.Tables.ATTEMPT;
import static io.duly.database.jooq.correspondence.Tables.ATTEMPT_END;

import io.duly.journal.Sha256;
import io.duly.correspondence.template.MailLogos;
import io.duly.kernel.IdSource;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was about to leave, and what came of it. Lines are only added. */
@Component
final class Attempts {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int TOKEN_LENGTH = 16;
  private static final int LONGEST_ID = 200;
  private static final String LAST =
      """
      select a.known_as from correspondence.attempt a join correspondence.message m on m.id = a.message_id
       where m.case_id = ? and m.id <> ? and m.state = 'sent' and a.way = 'smtp' order by a.started_at desc limit 1
      """;

  private final IdSource ids;
  private final MailLogos logos;
  private final SecureRandom random = new SecureRandom();

  Attempts(IdSource ids, MailLogos logos) {
    this.ids = ids;
    this.logos = logos;
  }

  /** Writes the e-mail. Its Message-ID is the same whenever it is tried. */
  Packed pack(DSLContext tx, Waiting message, ComposedText text, Senders.Sender sender, Addressee to, Moment at) {
    var logo = text.html().flatMap(html -> logos.in(tx, html));
    return MailPacking.pack(head(tx, message, sender, to, at), text, logo, Writing.originals(tx, message).files());
  }

  /** Writes the e-mail to a gateway that faxes what is attached. */
  Packed fax(DSLContext tx, Waiting message, Senders.Sender sender, Addressee to, Attached letter, String words, Moment at) {
    var cover = new ComposedText(sender.displayName(), "", Optional.empty());
    return MailPacking.pack(head(tx, message, sender, to, at), cover, Optional.empty(), List.of(letter)).asFax(words);
  }

  private MailPacking.Head head(DSLContext tx, Waiting message, Senders.Sender sender, Addressee to, Moment at) {
    var follows = tx.fetchOptional(LAST, message.recovery().value(), message.id().value()).map(row -> row.get(0, String.class));
    var messageId = "<" + message.id() + "@" + sender.domain().toLowerCase(Locale.ROOT) + ">";
    return new MailPacking.Head(sender, to, messageId, replyTo(tx, message, sender), follows, message.language(), at.now());
  }

  UUID begin(DSLContext tx, Waiting message, Packed packed, Sha256 document, Slots.Claimed slot, int node, Moment at) {
    var row = tx.newRecord(ATTEMPT);
    row.setId(ids.next());
    row.setMessageId(message.id().value());
    row.setCreditorId(message.creditor().value());
    row.setNth(message.tries() + 1);
    row.setNode(node);
    row.setWay(packed.way());
    row.setKnownAs(packed.knownAs());
    row.setRecipient(packed.recipient());
    row.setDocument(document.bytes());
    row.setContactId(slot.contact());
    row.setDay(slot.day());
    row.setStartedAt(at.now().atOffset(ZoneOffset.UTC));
    row.insert();
    return row.getId();
  }

  void end(DSLContext tx, UUID attempt, UUID creditor, String outcome, String answer, String by, Moment at) {
    end(tx, attempt, creditor, outcome, answer, Optional.empty(), by, at);
  }

  /** @param providerId under which a provider knows it, cut to what is kept */
  void end(DSLContext tx, UUID attempt, UUID creditor, String outcome, String answer, Optional<String> providerId, String by, Moment at) {
    var row = tx.newRecord(ATTEMPT_END);
    row.setId(ids.next());
    row.setAttemptId(attempt);
    row.setCreditorId(creditor);
    row.setOutcome(outcome);
    row.setAnswer(SmtpWire.line(answer));
    providerId.map(SmtpWire::line).filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID).ifPresent(row::setProviderId);
    row.setEndedBy(by);
    row.setEndedAt(at.now().atOffset(ZoneOffset.UTC));
    row.insert();
  }

  private Optional<String> replyTo(DSLContext tx, Waiting message, Senders.Sender sender) {
    if (!sender.replyTokens()) {
      return sender.replyTo();
    }
    var token =
        tx.fetchSingle(
                "update correspondence.message set reply_token = coalesce(reply_token, ?) where id = ? returning reply_token",
                token(), message.id().value())
            .get(0, String.class);
    return sender.replyTo().map(to -> to.substring(0, to.lastIndexOf('@')) + "+" + token + to.substring(to.lastIndexOf('@')));
  }

  /** 80 bits that nobody can guess. */
  private String token() {
    var token = new StringBuilder(TOKEN_LENGTH);
    random.ints(TOKEN_LENGTH, 0, LETTERS.length()).forEach(at -> token.append(LETTERS.charAt(at)));
    return token.toString();
  }
}
