package io.duly.invitations;

import io.duly.identity.SealingKey;
import io.duly.identity.Secret;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes invitations, keeps which are good, and finds whose one is. Works in the caller's transaction. */
@Component
public final class Invitations {
  /** Where all addresses of the portal begin, below its own. */
  public static final String PATH = "d/";

  /** What an address holds: 144 bits, which nobody guesses, in as few signs as a text message has room for. */
  public static final String TOKEN = "[A-Za-z0-9_-]{24}";

  /** How long one of a message is good. */
  public static final Duration GOOD_FOR = Duration.ofDays(30);

  /** How long one is good that was asked for a moment ago. */
  public static final Duration GOOD_WHEN_ASKED_FOR = Duration.ofHours(1);

  /** Codes of a letter that may be typed wrong. */
  public static final int TRIES = 5;

  private static final int TOKEN_BYTES = 18;
  private static final int CODES = 100_000_000;
  private static final String WAITING =
      """
      select * from (select distinct on (debtor_id) id, creditor_id, debtor_id, case_id from correspondence.message
                      where state = 'checked' and case_id is not null order by debtor_id, id) m order by id limit ?
      """;
  private static final String FIND = "select * from portal.invitation where token_hash = ?";

  private final SealingKey key;
  private final IdSource ids;
  private final Optional<String> portal;

  Invitations(SealingKey key, IdSource ids, @Value("${duly.portal.url:}") String portal) {
    this.key = key;
    this.ids = ids;
    this.portal = Optional.of(portal.strip()).filter(one -> !one.isEmpty()).map(one -> one.endsWith("/") ? one : one + "/");
  }

  /** One that somebody holds. */
  public record Held(UUID id, Invited invited, String channel, boolean isGood) {}

  /** Where debtors reach the portal, ending with a slash; empty where nobody has said it: then no message carries an invitation. */
  public Optional<String> portal() {
    return portal;
  }

  /** What the message carries, the same whenever it is written; it opens nothing before the message leaves. */
  public Optional<Invitation> of(Invited invited) {
    return portal.map(address -> new Invitation(address + PATH + token("message", invited, invited.message()), code(invited)));
  }

  /** The message leaves: from now on its invitation is good. */
  public void leaves(DSLContext tx, Invited invited, String channel, Instant now) {
    if (portal.isPresent()) {
      keep(tx, ids.next(), invited, channel, false, token("message", invited, invited.message()), now, GOOD_FOR);
    }
  }

  /** One more, which the debtor asked for. */
  public Optional<Invitation> another(DSLContext tx, Invited invited, String channel, Instant now) {
    return portal.map(address -> {
      var id = ids.next();
      var token = token("asked", invited, id);
      keep(tx, id, invited, channel, true, token, now, GOOD_WHEN_ASKED_FOR);
      return new Invitation(address + PATH + token, "");
    });
  }

  /** Debtors to whom a message waits to leave, one message each, as many as are asked for; what a measurement lets in. */
  public List<Invited> waiting(DSLContext tx, int most) {
    return tx.fetch(WAITING, most).map(row -> new Invited(
        new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)), new CaseId(row.get("case_id", UUID.class)), row.get("id", UUID.class)));
  }

  /** Whose it is; empty where nobody was given such a one. */
  public Optional<Held> held(DSLContext tx, String token, Instant now) {
    return token.matches(TOKEN) ? tx.fetchOptional(FIND, (Object) Secret.hash(token)).flatMap(row -> held(row, token, now)) : Optional.empty();
  }

  /** Uses it up; of two who do at the same time one is too late. */
  public boolean open(DSLContext tx, Held held, Instant now) {
    return tx.execute(
            "update portal.invitation set opened_at = ?::timestamptz where id = ? and opened_at is null and expires_at > ?::timestamptz", at(now), held.id(), at(now))
        == 1;
  }

  /**
   * Whether a letter's code is the right one. Each attempt counts before it is looked at; after {@link #TRIES} none is looked at any more.
   *
   * @param typed digits, with whatever between them
   */
  public boolean knows(DSLContext tx, Held held, String typed) {
    boolean mayTry = tx.execute("update portal.invitation set wrong = wrong + 1 where id = ? and wrong < ?", held.id(), TRIES) == 1;
    var digits = typed.replaceAll("\\D", "");
    boolean right = MessageDigest.isEqual(code(held.invited()).replace(" ", "").getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8));
    return mayTry && right;
  }

  private void keep(DSLContext tx, UUID id, Invited invited, String channel, boolean asked, String token, Instant now, Duration goodFor) {
    tx.execute(
        """
        insert into portal.invitation (id, creditor_id, debtor_id, case_id, message_id, channel, asked_for, token_hash, made_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz) on conflict do nothing
        """,
        id, invited.creditor().value(), invited.debtor().value(), invited.recovery().value(), invited.message(), channel, asked, Secret.hash(token),
        at(now), at(now.plus(goodFor)));
  }

  /** Read against the key too: a line that was put into the database by hand is good for nothing. */
  private Optional<Held> held(Record row, String token, Instant now) {
    var id = row.get("id", UUID.class);
    var invited = new Invited(
        new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)), new CaseId(row.get("case_id", UUID.class)),
        row.get("message_id", UUID.class));
    var genuine = row.get("asked_for", Boolean.class) ? token("asked", invited, id) : token("message", invited, invited.message());
    boolean fresh = row.get("opened_at") == null && row.get("expires_at", OffsetDateTime.class).toInstant().isAfter(now) && row.get("wrong", Integer.class) < TRIES;
    return equal(token, genuine) ? Optional.of(new Held(id, invited, row.get("channel", String.class), fresh)) : Optional.empty();
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String token(String purpose, Invited invited, UUID nonce) {
    var mark = key.mark("portal " + purpose, bytes(invited, nonce));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mark, TOKEN_BYTES));
  }

  private String code(Invited invited) {
    long number = ByteBuffer.wrap(key.mark("portal letter", bytes(invited, invited.message()))).getLong();
    var digits = "%08d".formatted(Math.floorMod(number, (long) CODES));
    return digits.substring(0, 4) + " " + digits.substring(4);
  }

  private static byte[] bytes(Invited invited, UUID nonce) {
    var bytes = ByteBuffer.allocate(64);
    for (var id : new UUID[] {invited.debtor().value(), invited.recovery().value(), invited.message(), nonce}) {
      bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    return bytes.array();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
