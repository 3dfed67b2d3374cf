package io.duly.approvals;

import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may be the second person, and when there is none. */
@Component
class SecondPersons {
  /** How long it counts that somebody had their hands in how another signs in, or has put others away. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private static final List<String> APPROVERS = List.of(Role.MANAGER.code(), Role.ADMINISTRATOR.code());

  /** Who had their hands in how somebody signs in. Of those who had a password: the first link of somebody new ties nobody, or a small house could not begin. */
  private static final String TIED =
      """
      select distinct c.by from identity.change c
        where c.person_id = ? and c.at > ?::timestamptz
          and c.what in ('link-made', 'second-factor-off', 'passkeys-removed', 'passkey-removed', 'company-linked', 'company-unlinked')
          and exists (select from identity.change b where b.person_id = c.person_id and b.what = 'password-chosen' and b.at < c.at)
      """;

  /** Whether somebody has shut out, or taken rights from, who could have said yes. */
  private static final String PUT_AWAY =
      """
      select exists (select from identity.change c
        where c.by = ? and c.at > ?::timestamptz and c.what in ('shut-out', 'role', 'scope') and not (c.what = 'role' and c.detail = any (?))
          and exists (select from identity.change b where b.person_id = c.person_id and b.what in ('added', 'role') and b.detail = any (?) and b.at <= c.at))
      """;

  private final DSLContext dsl;
  private final People people;
  private final InstantSource clock;
  private final boolean aloneOfEverything;

  SecondPersons(DSLContext dsl, People people, InstantSource clock, @Value("${duly.four-eyes.alone:false}") boolean aloneOfEverything) {
    this.dsl = dsl;
    this.people = people;
    this.clock = clock;
    this.aloneOfEverything = aloneOfEverything;
  }

  /** What is to be known of somebody who looks at proposals, read once for all of them. */
  Look of(Person asking) {
    var since = clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC);
    var approvers = APPROVERS.toArray(String[]::new);
    return new Look(
        people.admitted(asking.id()), new HashSet<>(dsl.fetch(TIED, asking.uuid(), since).getValues(0, String.class)), people.whoCanSignIn(),
        dsl.fetchSingle(PUT_AWAY, asking.actor(), since, approvers, approvers).get(0, Boolean.class));
  }

  /** Rights may be confirmed alone, or nobody could ever be made the second; accounts only where the house has said so. */
  boolean mayBeAlone(Kind kind) {
    return kind.isOfPeople() || aloneOfEverything;
  }
}
