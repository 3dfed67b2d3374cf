package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.PERSON;
import static io.duly.database.jooq.identity.Tables.TOKEN;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens by which programs ask in a person's name: made for oneself, shown once, kept as a hash, good for a time. */
@Component
public class ApiTokens {
  /** How long a token lasts where nothing else is said. */
  public static final Duration USUAL = Duration.ofDays(90);

  /** The longest that one can last. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final int NAME_LIMIT = 100;
  private static final int MOST_AT_ONCE = 50;
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final DSLContext dsl;
  private final IdSource ids;
  private final Changes changes;
  private final People people;
  private final InstantSource clock;

  ApiTokens(DSLContext dsl, IdSource ids, Changes changes, People people, InstantSource clock) {
    this.dsl = dsl;
    this.ids = ids;
    this.changes = changes;
    this.people = people;
    this.clock = clock;
  }

  /**
   * What somebody wants a token for.
   *
   * @param creditors whose data it is limited to; empty for all that the person sees
   */
  public record Wish(String name, Set<TokenScope> scopes, Optional<List<CreditorId>> creditors, Duration lasting) {}

  /** A token and its text, which is stored nowhere. */
  public record Made(ApiToken token, String text) {}

  /** @throws CannotMakeToken where it would be more than the person may, or would never end */
  @Transactional
  public Made make(Person person, Wish wish, By by) {
    people.lock(person.id());
    refuseTooMuch(person, wish);
    var text = TokenText.random();
    var now = clock.instant();
    var row = dsl.newRecord(TOKEN);
    row.setId(ids.next());
    row.setPersonId(person.uuid());
    row.setName(wish.name().strip());
    row.setTokenHash(Secret.hash(text));
    row.setHint(text.substring(text.length() - 4));
    row.setScopes(wish.scopes().stream().sorted().map(TokenScope::code).toArray(String[]::new));
    row.setCreditors(wish.creditors().map(all -> all.stream().map(CreditorId::value).toArray(UUID[]::new)).orElse(null));
    row.setMadeAt(at(now));
    row.setMadeBy(by.actor());
    row.setExpiresAt(at(now.plus(wish.lasting())));
    row.insert();
    var token = token(row);
    changes.write(person.id(), by, "token-made", token.name() + " (" + token.scopeCodes() + ")");
    return new Made(token, text);
  }

  private void refuseTooMuch(Person person, Wish wish) {
    var name = wish.name().strip();
    if (name.isEmpty() || name.length() > NAME_LIMIT) {
      throw new CannotMakeToken(CannotMakeToken.Why.NAME, "A token needs a name of at most " + NAME_LIMIT + " characters, such as what will use it.");
    }
    if (wish.scopes().isEmpty()) {
      throw new CannotMakeToken(CannotMakeToken.Why.NO_SCOPE, "Say what the token may be used for: at least one scope, such as read.");
    }
    if (!wish.scopes().stream().allMatch(scope -> scope.fits(person.role()))) {
      throw new CannotMakeToken(CannotMakeToken.Why.SCOPE_OF_ROLE, "A token can do no more than its person: the role " + person.role().code() + " does not allow all of these scopes.");
    }
    var beyond = wish.creditors().filter(all -> all.isEmpty() || !person.creditors().map(own -> own.containsAll(all)).orElse(true));
    if (beyond.isPresent()) {
      throw new CannotMakeToken(CannotMakeToken.Why.CREDITORS, "A token can see no more than its person: choose among the person's own creditors.");
    }
    if (wish.lasting().isNegative() || wish.lasting().isZero() || wish.lasting().compareTo(LONGEST) > 0) {
      throw new CannotMakeToken(CannotMakeToken.Why.LASTING, "A token lasts between one day and " + LONGEST.toDays() + " days.");
    }
    if (of(person.id()).size() >= MOST_AT_ONCE) {
      throw new CannotMakeToken(CannotMakeToken.Why.TOO_MANY, "There are " + MOST_AT_ONCE + " tokens already; end one that is not used any more.");
    }
  }

  /** Those that are good, the latest made first. */
  public List<ApiToken> of(PersonId person) {
    return dsl.selectFrom(TOKEN)
        .where(TOKEN.PERSON_ID.eq(person.value()), TOKEN.ENDED_AT.isNull(), TOKEN.EXPIRES_AT.gt(at(clock.instant())))
        .orderBy(TOKEN.MADE_AT.desc(), TOKEN.ID)
        .fetch(ApiTokens::token);
  }

  /** Whether there was such a good one of that person. */
  @Transactional
  public boolean end(PersonId person, UUID token, By by) {
    var ended =
        dsl.update(TOKEN)
            .set(TOKEN.ENDED_AT, at(clock.instant()))
            .where(TOKEN.ID.eq(token), TOKEN.PERSON_ID.eq(person.value()), TOKEN.ENDED_AT.isNull())
            .returning(TOKEN.NAME)
            .fetchOptional(TOKEN.NAME);
    ended.ifPresent(name -> changes.write(person, by, "token-ended", name));
    return ended.isPresent();
  }

  /** Who asks with this; empty where nobody does any more. Costs one read, and one write a minute at most. */
  public Optional<Caller> caller(String text) {
    if (!TokenText.isWhole(text)) {
      return Optional.empty();
    }
    var now = clock.instant();
    var row =
        dsl.select(TOKEN.fields())
            .select(PERSON.fields())
            .from(TOKEN)
            .join(PERSON)
            .on(PERSON.ID.eq(TOKEN.PERSON_ID))
            .where(TOKEN.TOKEN_HASH.eq(Secret.hash(text)), TOKEN.ENDED_AT.isNull(), TOKEN.EXPIRES_AT.gt(at(now)), PERSON.SHUT_OUT_AT.isNull())
            .fetchOptional();
    row.filter(one -> wasSeenLongAgo(one.get(TOKEN.LAST_USED_AT), now)).ifPresent(one -> seen(one.get(TOKEN.ID), now));
    return row.map(ApiTokens::caller);
  }

  private static boolean wasSeenLongAgo(@Nullable OffsetDateTime last, Instant now) {
    return last == null || last.toInstant().plus(SEEN_EVERY).isBefore(now);
  }

  private void seen(UUID token, Instant now) {
    dsl.update(TOKEN).set(TOKEN.LAST_USED_AT, at(now)).where(TOKEN.ID.eq(token)).execute();
  }

  private static Caller caller(Record row) {
    var person = People.person(row);
    var scopes = scopes(row).stream().filter(scope -> scope.fits(person.role())).toList();
    return new Caller(narrowed(person, row.get(TOKEN.CREDITORS)), row.get(TOKEN.ID), scopes);
  }

  /** Whatever the person has come to see since, both must see it. */
  private static Person narrowed(Person person, UUID @Nullable [] creditors) {
    if (creditors == null) {
      return person;
    }
    var both = new HashSet<>(Arrays.asList(creditors));
    Collection<UUID> own = person.scope();
    if (own != null) {
      both.retainAll(own);
    }
    return new Person(person.uuid(), person.login(), person.name(), person.role(), List.copyOf(both));
  }

  private static List<TokenScope> scopes(Record row) {
    return Arrays.stream(row.get(TOKEN.SCOPES)).flatMap(code -> TokenScope.of(code).stream()).toList();
  }

  private static ApiToken token(Record row) {
    var creditors = row.get(TOKEN.CREDITORS);
    return new ApiToken(
        row.get(TOKEN.ID),
        row.get(TOKEN.NAME),
        row.get(TOKEN.HINT),
        scopes(row),
        Optional.ofNullable(creditors).map(all -> Arrays.stream(all).map(CreditorId::new).toList()),
        row.get(TOKEN.MADE_AT).toInstant(),
        row.get(TOKEN.EXPIRES_AT).toInstant(),
        Optional.ofNullable(row.get(TOKEN.LAST_USED_AT)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.get(TOKEN.ENDED_AT)).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime at(Instant when) {
    return when.atOffset(ZoneOffset.UTC);
  }
}
