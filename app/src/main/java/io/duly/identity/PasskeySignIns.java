package io.duly.identity;

import static io.duly.database.jooq.identity.Tables.PASSKEY;

import com.webauthn4j.data.AuthenticationData;
import io.duly.database.jooq.identity.tables.records.PasskeyRecord;
import io.duly.kernel.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people in by their passkeys. Every attempt is recorded. A login that is locked for guessed passwords is not locked for
 * them, for they cannot be guessed; an address that is not listened to is not listened to for them either.
 */
@Component
public class PasskeySignIns {
  private static final String HOW = "passkey";
  private static final String NOBODY = "";

  private final DSLContext dsl;
  private final People people;
  private final SignIns signIns;
  private final Changes changes;
  private final Authenticators authenticators;
  private final InstantSource clock;

  PasskeySignIns(DSLContext dsl, People people, SignIns signIns, Changes changes, Authenticators authenticators, InstantSource clock) {
    this.dsl = dsl;
    this.people = people;
    this.signIns = signIns;
    this.changes = changes;
    this.authenticators = authenticators;
    this.clock = clock;
  }

  /** What came of an attempt. */
  public sealed interface Attempt {}

  public record Admitted(Person person) implements Attempt {}

  /** Unknown, removed, stopped, of somebody who is shut out, or not signed by it; which is not told. */
  public record Refused() implements Attempt {}

  /** It has been copied, or its authenticator was reset to an earlier state: it opens nothing any more. */
  public record Copied() implements Attempt {}

  /** Too many failures from this address; nothing was looked at. */
  public record NotHeard(Duration until) implements Attempt {}

  /** @param answer of the authenticator, as browsers write it in JSON */
  @Transactional
  public Attempt attempt(String answer, PasskeyChallenge challenge, RelyingParty.Site site, String address) {
    var wait = signIns.wait(address);
    if (wait.isPresent()) {
      return new NotHeard(wait.get());
    }
    var said = Optional.of(challenge).filter(one -> one.isGoodAt(clock.instant())).flatMap(_ -> authenticators.read(answer));
    var ours = said.flatMap(this::known);
    var person = ours.flatMap(row -> people.admitted(new PersonId(row.getPersonId())));
    if (person.isEmpty()) {
      signIns.record(NOBODY, false, address, HOW);
      return new Refused();
    }
    return looked(person.get(), ours.get(), authenticators.seen(said.get(), ours.get(), challenge, site), address);
  }

  /** Of the person whom the authenticator names: who holds one passkey cannot be let in as somebody else. */
  private Optional<PasskeyRecord> known(AuthenticationData said) {
    return dsl.selectFrom(PASSKEY)
        .where(PASSKEY.CREDENTIAL_ID.eq(said.getCredentialId()), PASSKEY.REMOVED_AT.isNull(), PASSKEY.STOPPED_AT.isNull())
        .forUpdate()
        .fetchOptional()
        .filter(row -> Arrays.equals(Passkeys.handle(row.getPersonId()), said.getUserHandle()));
  }

  private Attempt looked(Person person, PasskeyRecord ours, Authenticators.Seen seen, String address) {
    signIns.record(person.login(), seen instanceof Authenticators.Seen.Right, address, HOW);
    return switch (seen) {
      case Authenticators.Seen.Right(var counter, var backedUp) -> {
        used(ours, counter, backedUp);
        yield new Admitted(person);
      }
      case Authenticators.Seen.Copied _ -> {
        stop(person, ours, address);
        yield new Copied();
      }
      case Authenticators.Seen.Wrong _ -> new Refused();
    };
  }

  private void used(PasskeyRecord ours, long counter, boolean backedUp) {
    ours.setCounter(counter);
    ours.setBackedUp(backedUp);
    ours.setLastUsedAt(clock.instant().atOffset(ZoneOffset.UTC));
    ours.update(PASSKEY.COUNTER, PASSKEY.BACKED_UP, PASSKEY.LAST_USED_AT);
  }

  private void stop(Person person, PasskeyRecord ours, String address) {
    ours.setStoppedAt(clock.instant().atOffset(ZoneOffset.UTC));
    ours.update(PASSKEY.STOPPED_AT);
    changes.write(person.id(), new By(By.DULY.actor(), address), "passkey-stopped", ours.getName());
  }
}
