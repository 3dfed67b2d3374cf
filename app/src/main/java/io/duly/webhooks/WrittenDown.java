package io.duly.webhooks;

import static io.duly.database.jooq.webhooks.Tables.EVENT;
import static io.duly.database.jooq.webhooks.Tables.SUBSCRIPTION;

import io.duly.identity.By;
import io.duly.identity.Changes;
import io.duly.kernel.PersonId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of each attempt, and what follows for the webhook. */
@Component
class WrittenDown {
  private static final Logger LOG = LoggerFactory.getLogger(WrittenDown.class);

  private final DSLContext dsl;
  private final Changes changes;
  private final SecureRandom random = new SecureRandom();

  WrittenDown(DSLContext dsl, Changes changes) {
    this.dsl = dsl;
    this.changes = changes;
  }

  @Transactional
  public void write(Claimed event, Answer answer, Instant now) {
    switch (answer) {
      case Answer.Taken taken -> taken(event, taken.status(), now);
      case Answer.Gone _ -> gone(event, now);
      case Answer.Failed failed -> failed(event, failed, now);
    }
  }

  private void taken(Claimed event, int status, Instant now) {
    dsl.update(EVENT)
        .set(EVENT.STATE, "taken").set(EVENT.CLAIMED_UNTIL, none()).set(EVENT.ATTEMPTS, event.attempts() + 1)
        .set(EVENT.LAST_AT, at(now)).set(EVENT.LAST_STATUS, status).setNull(EVENT.LAST_TROUBLE)
        .where(EVENT.ID.eq(event.id()))
        .execute();
    dsl.update(SUBSCRIPTION)
        .set(SUBSCRIPTION.FAILURES, 0).set(SUBSCRIPTION.REST_UNTIL, none()).set(SUBSCRIPTION.LAST_TAKEN_AT, at(now))
        .where(SUBSCRIPTION.ID.eq(event.webhook()))
        .execute();
  }

  private void failed(Claimed event, Answer.Failed failed, Instant now) {
    var first = event.firstFailed().orElse(now);
    boolean isTest = event.about().isEmpty();
    dsl.update(EVENT)
        .set(EVENT.STATE, isTest ? "left_out" : "waiting").set(EVENT.CLAIMED_UNTIL, none()).set(EVENT.ATTEMPTS, event.attempts() + 1)
        .set(EVENT.FIRST_FAILED_AT, at(first)).set(EVENT.LAST_AT, at(now)).set(EVENT.DUE_AT, at(now.plus(wait(event, failed))))
        .set(EVENT.LAST_STATUS, failed.status().orElse(null)).set(EVENT.LAST_TROUBLE, failed.trouble())
        .where(EVENT.ID.eq(event.id()))
        .execute();
    if (!isTest) {
      rest(event.webhook(), now);
      if (!now.isBefore(first.plus(Patience.AT_MOST))) {
        pause(event.webhook(), now);
      }
    }
  }

  private Duration wait(Claimed event, Answer.Failed failed) {
    var own = Patience.after(event.attempts() + 1, random);
    return failed.restAsked().filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }

  private void rest(UUID webhook, Instant now) {
    int failures = dsl.update(SUBSCRIPTION).set(SUBSCRIPTION.FAILURES, SUBSCRIPTION.FAILURES.plus(1)).where(SUBSCRIPTION.ID.eq(webhook)).returning(SUBSCRIPTION.FAILURES).fetchSingle().getFailures();
    dsl.update(SUBSCRIPTION).set(SUBSCRIPTION.REST_UNTIL, at(now.plus(Patience.rest(failures)))).where(SUBSCRIPTION.ID.eq(webhook)).execute();
  }

  private void pause(UUID webhook, Instant now) {
    dsl.update(SUBSCRIPTION)
        .set(SUBSCRIPTION.PAUSED_AT, at(now)).set(SUBSCRIPTION.PAUSED_WHY, "failing")
        .where(SUBSCRIPTION.ID.eq(webhook), SUBSCRIPTION.PAUSED_AT.isNull(), SUBSCRIPTION.ENDED_AT.isNull())
        .returning(SUBSCRIPTION.PERSON_ID, SUBSCRIPTION.NAME)
        .fetchOptional()
        .ifPresent(row -> {
          changes.write(new PersonId(row.getPersonId()), By.DULY, "webhook-paused", row.getName());
          LOG.warn("Webhook {} is paused: it failed for {} days", webhook, Patience.AT_MOST.toDays());
        });
  }

  private void gone(Claimed event, Instant now) {
    dsl.update(EVENT)
        .set(EVENT.STATE, "left_out").set(EVENT.CLAIMED_UNTIL, none()).set(EVENT.ATTEMPTS, event.attempts() + 1).set(EVENT.LAST_AT, at(now)).set(EVENT.LAST_STATUS, 410).set(EVENT.LAST_TROUBLE, "status")
        .where(EVENT.ID.eq(event.id()))
        .execute();
    dsl.update(SUBSCRIPTION)
        .set(SUBSCRIPTION.ENDED_AT, at(now)).set(SUBSCRIPTION.ENDED_WHY, "gone")
        .where(SUBSCRIPTION.ID.eq(event.webhook()), SUBSCRIPTION.ENDED_AT.isNull())
        .returning(SUBSCRIPTION.PERSON_ID, SUBSCRIPTION.NAME)
        .fetchOptional()
        .ifPresent(row -> changes.write(new PersonId(row.getPersonId()), By.DULY, "webhook-gone", row.getName()));
  }

  private static Field<OffsetDateTime> none() {
    return DSL.castNull(OffsetDateTime.class);
  }

  private static OffsetDateTime at(Instant when) {
    return when.atOffset(ZoneOffset.UTC);
  }
}
