package io.duly.rules.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** One kind of rule: from when on it lets a contact through. */
sealed interface Limit
    permits Hours, Cap, CoolDown, NoticeFirst, ConsentFirst, Stopped, Represented, Unwelcome, Held {

  /**
   * The first instant, not before {@code at}, that this allows in a zone: {@code at} itself where it
   * is allowed then, empty where it never is.
   */
  Optional<Instant> earliest(Asked asked, ZoneId zone, Instant at);

  /** Whether it allows it then; asked far more often than from when on. */
  default boolean isOpen(Asked asked, ZoneId zone, Instant at) {
    return earliest(asked, zone, at).filter(at::equals).isPresent();
  }

  /** Why not at that instant, in a clause for a person. */
  String why(Asked asked, ZoneId zone, Instant at);
}
