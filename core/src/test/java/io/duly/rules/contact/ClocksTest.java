package io.duly.rules.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.rules.contact.Answer.Allowed;
import io.duly.rules.contact.Answer.Refused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clocks that jump, and clocks that are far apart. */
@Tag("P13")
class ClocksTest {
  private static final MayContact PACKS = MayContact.shipped(Holidays.NONE);

  private static Answer ask(ContactFacts facts, String at) {
    return PACKS.at(facts, Channel.CALL, Purpose.CHASE, Instant.parse(at));
  }

  private static ContactFacts german(String... zones) {
    return ContactFacts.of(
        Party.NATURAL_PERSON,
        Collecting.OWN_DEBTS,
        Set.of("DE"),
        Stream.of(zones).map(ZoneId::of).collect(Collectors.toSet()));
  }

  private static ContactFacts named(Inconvenient hours) {
    return german("Europe/Berlin").with(new ContactFacts.Wishes(List.of(), List.of(hours), List.of(), Optional.empty()));
  }

  @Test
  void openingMovesWithTheClock() {
    assertThat(((Refused) ask(german("Europe/Berlin"), "2026-03-28T22:00:00Z")).nextAllowed())
        .contains(Instant.parse("2026-03-30T06:00:00Z"));
    assertThat(((Refused) ask(german("Europe/Berlin"), "2026-03-27T22:00:00Z")).nextAllowed())
        .contains(Instant.parse("2026-03-28T07:00:00Z"));
  }

  @Test
  void hoursThatEndInsideTheJumpEndWithIt() {
    var night = new Inconvenient(Set.of(DayOfWeek.SUNDAY), LocalTime.of(1, 0), LocalTime.of(2, 30), Optional.empty());
    var packs = new ContactPacks(ContactPacks.shipped().always(), List.of(), Someone.NO_HOUSE);
    var answer = new MayContact(packs, Holidays.NONE)
        .at(named(night), Channel.CALL, Purpose.CHASE, Instant.parse("2026-03-29T00:30:00Z"));
    // 02:30 does not exist on that day: at 01:00 UTC the clock reads 03:00.
    assertThat(((Refused) answer).nextAllowed()).contains(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void anHourThatComesTwiceIsInconvenientTwice() {
    var night = new Inconvenient(Set.of(DayOfWeek.SUNDAY), LocalTime.of(2, 0), LocalTime.of(2, 30), Optional.empty());
    var packs = new ContactPacks(ContactPacks.shipped().always(), List.of(), Someone.NO_HOUSE);
    var may = new MayContact(packs, Holidays.NONE);
    for (var hour : List.of("2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z")) {
      var answer = (Refused) may.at(named(night), Channel.CALL, Purpose.CHASE, Instant.parse(hour));
      assertThat(answer.nextAllowed()).contains(Instant.parse(hour).plusSeconds(15 * 60));
    }
  }

  @Test
  void aDayIsOverWhenItIsOverInEveryZone() {
    var contact = PastContact.outgoing(Instant.parse("2026-06-03T22:30:00Z"), Channel.EMAIL, ContactKind.WRITTEN);
    var facts = german("Europe/Berlin", "Europe/London").with(List.of(contact));
    // It was the 3rd in London and the 4th in Berlin.
    assertThat(((Refused) ask(facts, "2026-06-04T10:00:00Z")).nextAllowed()).contains(Instant.parse("2026-06-05T07:00:00Z"));
  }

  @Test
  void zonesWithoutACommonHourAreNeverCalled() {
    var facts = german("Asia/Bangkok", "America/Bogota");
    assertThat(((Refused) ask(facts, "2026-06-03T10:00:00Z")).nextAllowed()).isEmpty();
  }

  @Test
  void aHoldEndsWithItsLastDay() {
    var held = german("Europe/Berlin")
        .held(List.of(
            new HeldBack("dispute", LocalDate.of(2026, 6, 1), Optional.of(LocalDate.of(2026, 6, 4))),
            new HeldBack("hardship", LocalDate.of(2026, 6, 5), Optional.of(LocalDate.of(2026, 6, 8)))));
    assertThat(((Refused) ask(held, "2026-06-03T10:00:00Z")).nextAllowed()).contains(Instant.parse("2026-06-09T06:00:00Z"));
    assertThat(ask(held, "2026-06-09T06:00:00Z")).isInstanceOf(Allowed.class);
    var open = german("Europe/Berlin").held(List.of(new HeldBack("hardship", LocalDate.of(2026, 6, 1), Optional.empty())));
    assertThat(((Refused) ask(open, "2026-06-03T10:00:00Z")).nextAllowed()).isEmpty();
  }

  @Test
  void aNumberThatMayBeAtWorkIsNotCalledWhereThatWasRefused() {
    var stop = new Stop(Instant.EPOCH, Set.of(Channel.CALL), Optional.of(Place.WORK), Optional.empty());
    var facts = german("Europe/Berlin").with(new ContactFacts.Wishes(List.of(stop), List.of(), List.of(), Optional.empty()));
    assertThat(ask(facts, "2026-06-03T10:00:00Z")).isInstanceOf(Refused.class);
    var mobile = Reach.by(Channel.CALL).at(Place.MOBILE);
    assertThat(PACKS.at(facts, mobile, Purpose.CHASE, Instant.parse("2026-06-03T10:00:00Z"))).isInstanceOf(Allowed.class);
  }
}
