package io.duly.desk.contact;

import io.duly.cases.CannotRecord;
import io.duly.correspondence.Wish;
import io.duly.rules.contact.Inconvenient;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Stop;
import io.duly.rules.contact.Channel;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a debtor may wish of contacts, as a person chooses it in a form or a program names it. */
public enum Wished {
  STOP,
  NO_CALLS,
  LETTERS_ONLY,
  NOT_AT_WORK,
  INCONVENIENT,
  REPRESENTED,
  MAY_CALL;

  /**
   * The wish itself.
   *
   * @param who speaks for the debtor, where somebody does
   * @param from and to the hours that are inconvenient
   * @throws CannotRecord where what it needs is missing
   */
  public Wish meant(Optional<String> who, Optional<LocalTime> from, Optional<LocalTime> to, Instant now) {
    return switch (this) {
      case STOP -> new Wish.Stop(Stop.everything(now));
      case NO_CALLS -> new Wish.Stop(Stop.by(now, Channel.CALL));
      case LETTERS_ONLY -> new Wish.Stop(new Stop(now, EnumSet.complementOf(EnumSet.of(Channel.LETTER)), Optional.empty(), Optional.empty()));
      case NOT_AT_WORK -> new Wish.Stop(new Stop(now, Set.of(), Optional.of(Place.WORK), Optional.empty()));
      case INCONVENIENT -> new Wish.Inconvenient(hours(from, to));
      case REPRESENTED -> new Wish.Represented(who.map(String::strip).filter(one -> !one.isEmpty()).orElseThrow(() -> new CannotRecord("Say who speaks for the debtor.")));
      case MAY_CALL -> new Wish.Consent(Channel.CALL);
    };
  }

  private static Inconvenient hours(Optional<LocalTime> from, Optional<LocalTime> to) {
    if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
      throw new CannotRecord("Say from when to when it is inconvenient.");
    }
    return new Inconvenient(EnumSet.allOf(DayOfWeek.class), from.get(), to.get(), Optional.empty());
  }
}
