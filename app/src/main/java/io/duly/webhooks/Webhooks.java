package io.duly.webhooks;

import static io.duly.database.jooq.webhooks.Tables.EVENT;
import static io.duly.database.jooq.webhooks.Tables.SUBSCRIPTION;

import io.duly.identity.By;
import io.duly.identity.Changes;
import io.duly.identity.MayNotChange;
import io.duly.identity.Person;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.webhooks.CannotMakeWebhook.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person lets other systems be told: made, shown, rotated, tried, paused and ended. Each may only be touched by its person, and by a token that sees all of its creditors. */
@Component
public class Webhooks {
  /** How long the secret before is good beside a new one. */
  public static final Duration OLD_SECRET_GOOD = Duration.ofHours(24);

  private static final int MOST_AT_ONCE = 20;
  private static final int NAME_LIMIT = 100;

  private final DSLContext dsl;
  private final IdSource ids;
  private final Destinations destinations;
  private final SealedSecrets secrets;
  private final Changes changes;
  private final InstantSource clock;

  Webhooks(DSLContext dsl, IdSource ids, Destinations destinations, SealedSecrets secrets, Changes changes, InstantSource clock) {
    this.dsl = dsl;
    this.ids = ids;
    this.destinations = destinations;
    this.secrets = secrets;
    this.changes = changes;
    this.clock = clock;
  }

  /** A webhook and its secret, which is shown nowhere again. */
  public record Made(Webhook webhook, String secret) {}

  /**
   * @throws CannotMakeWebhook where the address is not good, or it would hear of more than its person
   * @throws MayNotChange where the person's role does not allow it
   */
  @Transactional
  public Made make(Person person, NewWebhook wish, By by) {
    refuseUnfit(person);
    dsl.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "webhooks:" + person.uuid());
    refuseWrong(person, wish);
    var id = ids.next();
    var secret = SigningSecret.random();
    var creditors = wish.creditors().or(person::creditors);
    dsl.insertInto(SUBSCRIPTION)
        .set(SUBSCRIPTION.ID, id)
        .set(SUBSCRIPTION.PERSON_ID, person.uuid())
        .set(SUBSCRIPTION.NAME, wish.name().strip())
        .set(SUBSCRIPTION.URL, wish.url())
        .set(SUBSCRIPTION.KINDS, wish.kinds().isEmpty() ? null : wish.kinds().stream().sorted().toArray(String[]::new))
        .set(SUBSCRIPTION.CREDITORS, creditors.map(all -> all.stream().map(CreditorId::value).toArray(UUID[]::new)).orElse(null))
        .set(SUBSCRIPTION.SECRET, secrets.seal(id, secret))
        .set(SUBSCRIPTION.MADE_AT, now())
        .set(SUBSCRIPTION.MADE_BY, by.actor())
        .execute();
    changes.write(person.id(), by, "webhook-made", wish.name().strip());
    return new Made(find(person, id).orElseThrow(), secret.text());
  }

  private static void refuseUnfit(Person person) {
    if (!person.role().mayConnect()) {
      throw new MayNotChange(person);
    }
  }

  private void refuseWrong(Person person, NewWebhook wish) {
    var name = wish.name().strip();
    if (name.isEmpty() || name.length() > NAME_LIMIT) {
      throw new CannotMakeWebhook(Why.NAME, "A webhook needs a name of at most " + NAME_LIMIT + " characters, such as the system that is told.");
    }
    destinations.fault(wish.url()).ifPresent(why -> {
      throw new CannotMakeWebhook(why, why == Why.ADDRESS
          ? "The address must begin with https:// and be no more than an address, without a user or a #."
          : "That name is not known, or leads to an address inside this network. Whoever runs the server may allow a host inside with DULY_WEBHOOK_HOSTS.");
    });
    if (!EventKinds.ALL.containsAll(wish.kinds())) {
      throw new CannotMakeWebhook(Why.KINDS, "The kinds of events are those of lines of the journal: " + String.join(", ", EventKinds.ALL) + ".");
    }
    if (wish.creditors().filter(all -> all.isEmpty() || !person.creditors().map(own -> own.containsAll(all)).orElse(true)).isPresent()) {
      throw new CannotMakeWebhook(Why.CREDITORS, "A webhook can hear of no more than its person sees: choose among the person's own creditors.");
    }
    if (dsl.fetchCount(SUBSCRIPTION, SUBSCRIPTION.PERSON_ID.eq(person.uuid()), SUBSCRIPTION.ENDED_AT.isNull()) >= MOST_AT_ONCE) {
      throw new CannotMakeWebhook(Why.TOO_MANY, "There are " + MOST_AT_ONCE + " webhooks already; end one that is not needed any more.");
    }
  }

  /** Those that are not over and those that ended within thirty days, the latest made first. */
  public List<Webhook> of(Person person) {
    return select(touchable(person).and(SUBSCRIPTION.ENDED_AT.isNull().or(SUBSCRIPTION.ENDED_AT.gt(at(clock.instant().minus(Forgetting.KEPT))))))
        .stream().map(this::webhook).toList();
  }

  public Optional<Webhook> find(Person person, UUID id) {
    return select(touchable(person).and(SUBSCRIPTION.ID.eq(id))).stream().findFirst().map(this::webhook);
  }

  /** How many of a person's webhooks are paused because they fail. */
  public int inTrouble(Person person) {
    return dsl.fetchCount(SUBSCRIPTION, SUBSCRIPTION.PERSON_ID.eq(person.uuid()), SUBSCRIPTION.ENDED_AT.isNull(), SUBSCRIPTION.PAUSED_WHY.eq("failing"));
  }

  private Result<? extends Record> select(Condition which) {
    return dsl.select(
            SUBSCRIPTION.ID, SUBSCRIPTION.NAME, SUBSCRIPTION.URL, SUBSCRIPTION.KINDS, SUBSCRIPTION.CREDITORS, SUBSCRIPTION.MADE_AT, SUBSCRIPTION.FAILURES, SUBSCRIPTION.LAST_TAKEN_AT,
            SUBSCRIPTION.PAUSED_AT, SUBSCRIPTION.PAUSED_WHY, SUBSCRIPTION.ENDED_WHY)
        .select(DSL.field(DSL.selectCount().from(EVENT).where(EVENT.SUBSCRIPTION_ID.eq(SUBSCRIPTION.ID), EVENT.STATE.eq("waiting"))).as("waiting"))
        .from(SUBSCRIPTION)
        .where(which)
        .orderBy(SUBSCRIPTION.ENDED_AT.isNotNull(), SUBSCRIPTION.MADE_AT.desc(), SUBSCRIPTION.ID)
        .fetch();
  }

  private Webhook webhook(Record row) {
    return new Webhook(
        row.get(SUBSCRIPTION.ID), row.get(SUBSCRIPTION.NAME), row.get(SUBSCRIPTION.URL), Optional.ofNullable(row.get(SUBSCRIPTION.KINDS)).map(List::of),
        Optional.ofNullable(row.get(SUBSCRIPTION.CREDITORS)).map(all -> Arrays.stream(all).map(CreditorId::new).toList()), row.get(SUBSCRIPTION.MADE_AT).toInstant(), row.get(SUBSCRIPTION.FAILURES),
        instant(row.get(SUBSCRIPTION.LAST_TAKEN_AT)), Optional.ofNullable(row.get(SUBSCRIPTION.PAUSED_WHY)), instant(row.get(SUBSCRIPTION.PAUSED_AT)),
        Optional.ofNullable(row.get(SUBSCRIPTION.ENDED_WHY)), row.get("waiting", Integer.class));
  }

  /** A person who sees some creditors, or a token of theirs, touches what hears of no others. */
  private static Condition touchable(Person person) {
    var own = SUBSCRIPTION.PERSON_ID.eq(person.uuid());
    return person.creditors()
        .map(all -> own.and(DSL.condition("{0} <@ {1}", SUBSCRIPTION.CREDITORS, DSL.val(all.stream().map(CreditorId::value).toArray(UUID[]::new)))))
        .orElse(own);
  }

  /** A new secret; the one before is good for a day beside it. Empty where there is no such webhook under way. */
  @Transactional
  public Optional<Made> rotate(Person person, UUID id, By by) {
    return underWay(person, id).map(webhook -> {
      var secret = SigningSecret.random();
      dsl.update(SUBSCRIPTION)
          .set(SUBSCRIPTION.OLD_SECRET, SUBSCRIPTION.SECRET)
          .set(SUBSCRIPTION.OLD_SECRET_UNTIL, at(clock.instant().plus(OLD_SECRET_GOOD)))
          .set(SUBSCRIPTION.SECRET, secrets.seal(id, secret))
          .where(SUBSCRIPTION.ID.eq(id))
          .execute();
      changes.write(person.id(), by, "webhook-rotated", webhook.name());
      return new Made(webhook, secret.text());
    });
  }

  /** Nothing is sent until it is resumed; what happens is kept for it for thirty days. */
  @Transactional
  public boolean pause(Person person, UUID id, By by) {
    return underWay(person, id).filter(one -> one.paused().isEmpty()).map(webhook -> {
      dsl.update(SUBSCRIPTION).set(SUBSCRIPTION.PAUSED_AT, now()).set(SUBSCRIPTION.PAUSED_WHY, "person").where(SUBSCRIPTION.ID.eq(id)).execute();
      changes.write(person.id(), by, "webhook-paused", webhook.name());
      return webhook;
    }).isPresent();
  }

  /** Goes on where it stopped, at once. */
  @Transactional
  public boolean resume(Person person, UUID id, By by) {
    return underWay(person, id).map(webhook -> {
      dsl.update(SUBSCRIPTION)
          .setNull(SUBSCRIPTION.PAUSED_AT).setNull(SUBSCRIPTION.PAUSED_WHY).setNull(SUBSCRIPTION.REST_UNTIL).set(SUBSCRIPTION.FAILURES, 0)
          .where(SUBSCRIPTION.ID.eq(id))
          .execute();
      dsl.update(EVENT)
          .set(EVENT.DUE_AT, now()).set(EVENT.ATTEMPTS, 0).setNull(EVENT.FIRST_FAILED_AT)
          .where(EVENT.SUBSCRIPTION_ID.eq(id), EVENT.STATE.eq("waiting"), EVENT.ATTEMPTS.gt(0))
          .execute();
      changes.write(person.id(), by, "webhook-resumed", webhook.name());
      return webhook;
    }).isPresent();
  }

  /** Nothing is told to it any more. */
  @Transactional
  public boolean end(Person person, UUID id, By by) {
    return underWay(person, id).map(webhook -> {
      dsl.update(SUBSCRIPTION).set(SUBSCRIPTION.ENDED_AT, now()).set(SUBSCRIPTION.ENDED_WHY, "person").where(SUBSCRIPTION.ID.eq(id)).execute();
      dsl.update(EVENT).set(EVENT.STATE, "left_out").where(EVENT.SUBSCRIPTION_ID.eq(id), EVENT.STATE.eq("waiting")).execute();
      changes.write(person.id(), by, "webhook-ended", webhook.name());
      return webhook;
    }).isPresent();
  }

  /** An event of the kind {@code test}, of no case; tried once. */
  @Transactional
  public Optional<UUID> test(Person person, UUID id) {
    return underWay(person, id).map(_ -> {
      var event = ids.next();
      dsl.insertInto(EVENT)
          .set(EVENT.ID, event).set(EVENT.SUBSCRIPTION_ID, id).set(EVENT.KIND, EventKinds.TEST)
          .set(EVENT.OCCURRED_AT, now()).set(EVENT.MADE_AT, now()).set(EVENT.DUE_AT, now())
          .execute();
      return event;
    });
  }

  /** Tells an event once more, under the same id: one that was taken, left out, or waits for its next attempt. */
  @Transactional
  public boolean again(Person person, UUID id, UUID event) {
    return underWay(person, id).isPresent()
        && dsl.update(EVENT)
                .set(EVENT.STATE, "waiting").set(EVENT.DUE_AT, now()).setNull(EVENT.FIRST_FAILED_AT)
                .where(EVENT.ID.eq(event), EVENT.SUBSCRIPTION_ID.eq(id), inScope(person))
                .execute()
            == 1;
  }

  /**
   * What it was told of, the latest first.
   *
   * @param below made before this, or at the same time with a smaller id
   */
  public List<Event> events(Person person, UUID id, Optional<Place> below, int most) {
    return dsl.select(EVENT.fields())
        .select(DSL.field("(select c.number from cases.recovery_case c where c.id = {0})", Long.class, EVENT.CASE_ID).as("number"))
        .from(EVENT)
        .where(EVENT.SUBSCRIPTION_ID.eq(id), inScope(person), below.map(place -> DSL.row(EVENT.MADE_AT, EVENT.ID).lt(at(place.madeAt()), place.id())).map(Condition.class::cast).orElse(DSL.noCondition()))
        .orderBy(EVENT.MADE_AT.desc(), EVENT.ID.desc())
        .limit(most)
        .fetch(Webhooks::event);
  }

  /** A place in the list of events. */
  public record Place(Instant madeAt, UUID id) {}

  private static Condition inScope(Person person) {
    return person.creditors()
        .map(all -> EVENT.CREDITOR_ID.isNull().or(EVENT.CREDITOR_ID.in(all.stream().map(CreditorId::value).toList())))
        .orElse(DSL.noCondition());
  }

  private static Event event(Record row) {
    var last = instant(row.get(EVENT.LAST_AT)).map(when -> new Event.Attempt(when, Optional.ofNullable(row.get(EVENT.LAST_STATUS)), Optional.ofNullable(row.get(EVENT.LAST_TROUBLE))));
    return new Event(
        row.get(EVENT.ID), row.get(EVENT.KIND), Optional.ofNullable(row.get("number", Long.class)), Optional.ofNullable(row.get(EVENT.SEQ)), row.get(EVENT.OCCURRED_AT).toInstant(),
        row.get(EVENT.MADE_AT).toInstant(), row.get(EVENT.STATE), row.get(EVENT.DUE_AT).toInstant(), row.get(EVENT.ATTEMPTS), last);
  }

  private Optional<Webhook> underWay(Person person, UUID id) {
    refuseUnfit(person);
    dsl.select(SUBSCRIPTION.ID).from(SUBSCRIPTION).where(touchable(person), SUBSCRIPTION.ID.eq(id)).forNoKeyUpdate().fetch();
    return find(person, id).filter(webhook -> webhook.ended().isEmpty());
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime when) {
    return Optional.ofNullable(when).map(OffsetDateTime::toInstant);
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant when) {
    return when.atOffset(ZoneOffset.UTC);
  }
}
