package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.KEPT_ANSWER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What was answered to programs, by the key that they gave their request: in the transaction of the change itself, and kept for two days, sealed: some
 * answers hold a secret that is shown once.
 */
@Component
public class KeptAnswers {
  /** How long an answer is kept at least. */
  public static final Duration KEPT = Duration.ofDays(2);

  private static final String PATIENCE = "5s";

  private final DSLContext dsl;
  private final SealingKey seal;
  private final InstantSource clock;

  KeptAnswers(DSLContext dsl, SealingKey seal, InstantSource clock) {
    this.dsl = dsl;
    this.seal = seal;
    this.clock = clock;
  }

  /** An answer: its status, the headers that belong to it one a line, its body. */
  public record Answer(int status, String headers, String body) {}

  /** What became of a key. */
  public sealed interface Begun {
    /** It is new: the request is to be done. */
    record Fresh() implements Begun {}

    /** The same request was done before. */
    record Before(Answer answer) implements Begun {}

    /** It was used for another request. */
    record Other() implements Begun {}
  }

  /**
   * Takes the key for a request, and forgets what was kept of that token for long enough, within the caller's transaction. Where another transaction is doing the same it is waited for, some seconds.
   *
   * @param fingerprint of the request, 32 bytes
   * @throws org.springframework.dao.PessimisticLockingFailureException where the other takes longer
   */
  public Begun begin(UUID token, String key, byte[] fingerprint) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    dsl.deleteFrom(KEPT_ANSWER).where(KEPT_ANSWER.TOKEN_ID.eq(token), KEPT_ANSWER.AT.lt(now.minus(KEPT))).execute();
    dsl.fetch("select set_config('lock_timeout', ?, true)", PATIENCE);
    int taken =
        dsl.insertInto(KEPT_ANSWER)
            .columns(KEPT_ANSWER.TOKEN_ID, KEPT_ANSWER.KEY, KEPT_ANSWER.FINGERPRINT, KEPT_ANSWER.AT)
            .values(token, key, fingerprint, now)
            .onConflictDoNothing()
            .execute();
    dsl.fetch("select set_config('lock_timeout', '0', true)");
    return taken == 1 ? new Begun.Fresh() : before(token, key, fingerprint);
  }

  private Begun before(UUID token, String key, byte[] fingerprint) {
    var row = dsl.selectFrom(KEPT_ANSWER).where(KEPT_ANSWER.TOKEN_ID.eq(token), KEPT_ANSWER.KEY.eq(key)).fetchSingle();
    return Arrays.equals(row.getFingerprint(), fingerprint)
        ? new Begun.Before(new Answer(Optional.ofNullable(row.getStatus()).orElseThrow(), row.getHeaders(), new String(row.getSealed() ? opened(row.getBody(), token, key) : row.getBody(), StandardCharsets.UTF_8)))
        : new Begun.Other();
  }

  /** Keeps the answer with the change; with the rights of the application, whoever's eyes were used meanwhile. */
  public void keep(UUID token, String key, Answer answer) {
    dsl.fetch("select set_config('role', 'duly_app', true)");
    dsl.update(KEPT_ANSWER)
        .set(KEPT_ANSWER.STATUS, answer.status())
        .set(KEPT_ANSWER.HEADERS, answer.headers())
        .set(KEPT_ANSWER.BODY, seal.seal(answer.body().getBytes(StandardCharsets.UTF_8), about(token, key)))
        .set(KEPT_ANSWER.SEALED, true)
        .where(KEPT_ANSWER.TOKEN_ID.eq(token), KEPT_ANSWER.KEY.eq(key))
        .execute();
  }

  /** Removes what was kept for long enough, whosever it was. */
  public int forget() {
    return dsl.deleteFrom(KEPT_ANSWER).where(KEPT_ANSWER.AT.lt(clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT))).execute();
  }

  private byte[] opened(byte[] sealed, UUID token, String key) {
    return seal.open(sealed, about(token, key)).orElseThrow(() -> new IllegalStateException("An answer was sealed with another key than DULY_SEAL or secrets/seal of the home holds now"));
  }

  private static byte[] about(UUID token, String key) {
    return ("answer:" + token + ":" + key).getBytes(StandardCharsets.UTF_8);
  }
}
