package io.duly.desk.worklist;

import io.duly.cases.BulkAct;
import io.duly.cases.CannotRecord;
import io.duly.cases.HoldRequest;
import io.duly.desk.claim.Colleagues;
import io.duly.identity.Person;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be done to the chosen cases, as it was typed.
 *
 * @param act {@code give}, {@code put_off} or {@code hold}
 * @param to a login; empty: nobody
 * @param until an ISO date; for a hold its last day, empty: open-ended
 */
public record BulkAsked(Optional<String> act, String to, String words, String until, String why, String kind) {
  /** The kinds of holds that a person places on many cases. */
  public static final List<String> KINDS = List.of("manual", "cooling_off", "hardship");

  public BulkAsked {
    act = act.filter(List.of("give", "put_off", "hold")::contains);
  }

  public boolean is(String one) {
    return act.filter(one::equals).isPresent();
  }

  /** @throws CannotRecord where a day is none, or nobody is called so */
  public BulkAct read(Colleagues colleagues) {
    return switch (act.orElseThrow(() -> new CannotRecord("Say what is to be done with them."))) {
      case "give" -> give(colleagues);
      case "put_off" -> new BulkAct.PutOff(day().orElseThrow(() -> new CannotRecord("Say until which day it is put off.")), why);
      default -> new BulkAct.Hold(new HoldRequest(KINDS.contains(kind) ? HoldKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)) : HoldKind.MANUAL, why.strip(), day()));
    };
  }

  private BulkAct give(Colleagues colleagues) {
    if (to.isEmpty()) {
      return new BulkAct.Give(Optional.empty(), Optional.empty(), words);
    }
    var person =
        colleagues.all().stream().filter(one -> one.login().equals(to) && one.role().mayChange()).findFirst()
            .orElseThrow(() -> new CannotRecord("Nobody called " + to + " works cases; choose somebody from the list."));
    return new BulkAct.Give(Optional.of(new io.duly.cases.Owners.Owner(person.id(), person.login())), seen(person), words);
  }

  private static Optional<List<UUID>> seen(Person person) {
    return person.creditors().map(all -> all.stream().map(one -> one.value()).toList());
  }

  private Optional<LocalDate> day() {
    try {
      return until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
    } catch (DateTimeParseException none) {
      throw new CannotRecord(until + " is no day.");
    }
  }
}
