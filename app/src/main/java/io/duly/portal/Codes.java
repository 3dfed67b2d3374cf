package io.duly.portal;

import io.duly.identity.SealingKey;
import io.duly.identity.Secret;
import io.duly.invitations.Invitations;
import io.duly.invitations.Invited;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.wording.Language;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Six digits that are sent to where the debtor is known to be: good for ten minutes, on one browser, for five attempts. */
@Component
final class Codes {
  static final Duration GOOD_FOR = Duration.ofMinutes(10);
  static final int TRIES = 5;

  /** For how long a browser that opened an invitation may ask for another code. */
  static final Duration AGAIN_WITHIN = Duration.ofHours(1);

  private static final int CODES = 1_000_000;
  private static final String OF_BROWSER =
      "select v.*, i.channel, i.message_id, i.case_id from portal.verification v join portal.invitation i on i.id = v.invitation_id where v.browser_hash = ?";

  private final SealingKey key;
  private final IdSource ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Codes(SealingKey key, IdSource ids, InstantSource clock) {
    this.key = key;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A code that was made.
   *
   * @param browser what the browser must hold
   */
  record Made(UUID id, String browser, String digits) {}

  /**
   * What a browser waits for.
   *
   * @param isGood a code may still be typed
   */
  record Waiting(UUID id, Invitations.Held held, Language language, boolean isGood, boolean mayAskAgain) {}

  Made make(DSLContext tx, Invitations.Held held, Language language) {
    var made = new Made(ids.next(), Secret.random(), "%06d".formatted(random.nextInt(CODES)));
    var invited = held.invited();
    var now = clock.instant();
    tx.execute(
        """
        insert into portal.verification (id, creditor_id, debtor_id, invitation_id, browser_hash, code_hash, language, made_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
        """,
        made.id(), invited.creditor().value(), invited.debtor().value(), held.id(), Secret.hash(made.browser()), mark(made.id(), made.digits()), language.code(),
        Visits.at(now), Visits.at(now.plus(GOOD_FOR)));
    return made;
  }

  Optional<Waiting> of(DSLContext tx, String browser) {
    return tx.fetchOptional(OF_BROWSER, (Object) Secret.hash(browser)).map(this::waiting);
  }

  /** Counts the attempt before it looks: two at once are two. */
  boolean right(DSLContext tx, Waiting waiting, String typed) {
    var digits = typed.replaceAll("\\D", "");
    var counted = tx.fetchOptional(
        "update portal.verification set tried = tried + 1 where id = ? and tried < ? and ended_at is null and expires_at > ?::timestamptz returning code_hash",
        waiting.id(), TRIES, Visits.at(clock.instant()));
    boolean same = MessageDigest.isEqual(mark(waiting.id(), digits), counted.map(row -> row.get(0, byte[].class)).orElseGet(() -> new byte[32]));
    return counted.isPresent() && same;
  }

  /** Used up, or given up for another. */
  boolean end(DSLContext tx, Waiting waiting) {
    return tx.execute("update portal.verification set ended_at = ?::timestamptz where id = ? and ended_at is null", Visits.at(clock.instant()), waiting.id()) == 1;
  }

  private byte[] mark(UUID id, String digits) {
    var text = digits.substring(0, Math.min(digits.length(), 20)).getBytes(StandardCharsets.UTF_8);
    return key.mark("portal code", ByteBuffer.allocate(16 + text.length).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).put(text).array());
  }

  private Waiting waiting(Record row) {
    var invited = new Invited(
        new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)), new CaseId(row.get("case_id", UUID.class)),
        row.get("message_id", UUID.class));
    var now = clock.instant();
    boolean open = row.get("ended_at") == null;
    var made = row.get("made_at", java.time.OffsetDateTime.class).toInstant();
    boolean good = open && row.get("tried", Integer.class) < TRIES && made.plus(GOOD_FOR).isAfter(now);
    return new Waiting(
        row.get("id", UUID.class), new Invitations.Held(row.get("invitation_id", UUID.class), invited, row.get("channel", String.class), false),
        Language.of(row.get("language", String.class)).orElse(Language.EN), good, open && made.plus(AGAIN_WITHIN).isAfter(now));
  }
}
