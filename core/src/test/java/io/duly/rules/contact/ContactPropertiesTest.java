package io.duly.rules.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.rules.contact.Answer.Allowed;
import io.duly.rules.contact.Answer.Refused;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every answer, over debtors thrown together at random. */
@Tag("P13")
class ContactPropertiesTest {
  private static final List<String> PLACES =
      List.of("US", "US-MA", "US-NY-NYC", "US-FL", "GB", "DE", "NL", "FR", "AU", "CA-ON", "CA-QC", "IN", "AT", "BR");
  private static final List<String> ZONES =
      List.of("America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata");
  private static final Holidays FIRSTS = (_, day) -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == 26;
  private static final Duration LOOKED_AT = Duration.ofDays(10);

  /** A question about a debtor; the clocks of Europe, America and Lord Howe jump within its days. */
  private record Question(ContactFacts facts, Reach reach, Purpose purpose, Instant at) {

    static Question of(int seed) {
      var random = new Random(seed);
      var at =
          Instant.parse(pick(random, List.of("2026-03-27T00:00:00Z", "2026-10-23T00:00:00Z", "2026-03-06T00:00:00Z", "2026-10-30T00:00:00Z")))
              .plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
      var facts =
          ContactFacts.of(
                  pick(random, List.of(Party.values())), pick(random, List.of(Collecting.values())), some(random, PLACES),
                  new HashSet<>(some(random, ZONES).stream().map(ZoneId::of).toList()))
              .about(random.nextBoolean() ? Set.of(Someone.DEBT) : Set.of())
              .with(history(random, at))
              .with(wishes(random, at))
              .held(holds(random, at))
              .notifiedOn(LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(random.nextInt(8)));
      var reach = Reach.by(pick(random, List.of(Channel.values()))).at(pick(random, List.of(Place.values())));
      return new Question(facts, reach, pick(random, List.of(Purpose.values())), at);
    }

    Answer ask(MayContact may, Instant when) {
      return may.at(facts, reach, purpose, when);
    }

    boolean allowed(MayContact may, Instant when) {
      return ask(may, when) instanceof Allowed;
    }

    Question with(PastContact contact) {
      var more = new ArrayList<>(facts.history());
      more.add(contact);
      return new Question(facts.with(more), reach, purpose, at);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theNextAllowedInstantIsAllowedAndNoMinuteBeforeItIs(int seed) {
    var may = MayContact.shipped(FIRSTS);
    var question = Question.of(seed);
    if (question.ask(may, question.at) instanceof Refused refused) {
      refused.nextAllowed().ifPresent(next -> assertThat(question.allowed(may, next)).isTrue());
      var end = refused.nextAllowed().orElse(Instant.MAX);
      for (var minute = question.at; minute.isBefore(end) && minute.isBefore(question.at.plus(LOOKED_AT)); minute = minute.plusSeconds(60)) {
        assertThat(question.allowed(may, minute)).as("%s at %s, next %s", question, minute, end).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void moreHistoryNeverAllowsMore(int seed) {
    var may = MayContact.shipped(FIRSTS);
    var question = Question.of(seed);
    var random = new Random(seed);
    for (int times = 0; times < 50; times++) {
      var more = question.with(outgoing(random, question.at));
      if (more.allowed(may, question.at)) {
        assertThat(question.allowed(may, question.at)).isTrue();
      }
      assertThat(next(question, may)).isBeforeOrEqualTo(next(more, may));
      question = more;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStricterPackNeverAllowsMore(int seed) {
    var random = new Random(seed);
    var shipped = ContactPacks.shipped();
    var dropped = new ContactPacks(without(shipped.always(), random), shipped.places().stream().map(pack -> without(pack, random)).toList(), shipped.elsewhere());
    var question = Question.of(seed);
    var strict = new MayContact(shipped, FIRSTS);
    var lax = new MayContact(dropped, FIRSTS);
    for (int step = 0; step < 50; step++) {
      var at = question.at.plus(Duration.ofMinutes(97L * step));
      if (question.allowed(strict, at)) {
        assertThat(question.allowed(lax, at)).isTrue();
      }
    }
    assertThat(next(question, lax)).isBeforeOrEqualTo(next(question, strict));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lessIsNeverKnownToBeAllowedMore(int seed) {
    var may = MayContact.shipped(FIRSTS);
    var known = Question.of(seed);
    var facts = known.facts;
    var unknown =
        ContactFacts.of(Party.UNKNOWN, Collecting.UNKNOWN, facts.jurisdictions(), facts.zones())
            .about(facts.debts()).with(facts.history()).with(facts.wishes()).held(facts.holds())
            .notifiedOn(facts.noticeOn().orElseThrow());
    var blind = new Question(unknown, known.reach, known.purpose, known.at);
    if (blind.allowed(may, known.at)) {
      assertThat(known.allowed(may, known.at)).isTrue();
    }
  }

  private static Instant next(Question question, MayContact may) {
    return switch (question.ask(may, question.at)) {
      case Allowed _ -> question.at;
      case Refused refused -> refused.nextAllowed().orElse(Instant.MAX);
    };
  }

  private static ContactPack without(ContactPack pack, Random random) {
    return new ContactPack(pack.name(), pack.jurisdictions(), pack.rules().stream().filter(_ -> random.nextInt(3) > 0).toList());
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Set<String> some(Random random, List<String> list) {
    var set = new HashSet<>(Set.of(pick(random, list)));
    if (random.nextInt(3) == 0) {
      set.add(pick(random, list));
    }
    return set;
  }

  private static List<PastContact> history(Random random, Instant at) {
    var contacts = new ArrayList<PastContact>();
    for (int left = random.nextInt(9); left > 0; left--) {
      var contact = outgoing(random, at);
      contacts.add(new PastContact(contact.at(), random.nextInt(4) > 0, contact.channel(), contact.kind(), contact.debts(), random.nextInt(6) > 0));
    }
    return contacts;
  }

  private static PastContact outgoing(Random random, Instant at) {
    var when = at.minus(Duration.ofMinutes(random.nextInt(12 * 24 * 60)));
    var debts = random.nextBoolean() ? new UUID[0] : new UUID[] {random.nextBoolean() ? Someone.DEBT : Someone.OTHER_DEBT};
    return PastContact.outgoing(when, pick(random, List.of(Channel.values())), pick(random, List.of(ContactKind.values())), debts);
  }

  private static ContactFacts.Wishes wishes(Random random, Instant at) {
    var stops = new ArrayList<Stop>();
    if (random.nextInt(5) == 0) {
      var place = random.nextBoolean() ? Optional.of(Place.WORK) : Optional.<Place>empty();
      stops.add(new Stop(at.minusSeconds(3600), Set.of(pick(random, List.of(Channel.values()))), place, Optional.empty()));
    }
    var hours = new ArrayList<Inconvenient>();
    if (random.nextBoolean()) {
      var from = LocalTime.of(random.nextInt(20), 15);
      var days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)));
      hours.add(new Inconvenient(days, from, from.plusHours(1 + random.nextInt(3)), Optional.empty()));
    }
    var consents = new ArrayList<Consent>();
    if (random.nextInt(3) == 0) {
      consents.add(new Consent(at.minus(Duration.ofHours(random.nextInt(200))), pick(random, List.of(Channel.values()))));
    }
    return new ContactFacts.Wishes(stops, hours, consents, Optional.empty());
  }

  private static List<HeldBack> holds(Random random, Instant at) {
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return random.nextInt(6) > 0
        ? List.of()
        : List.of(new HeldBack("dispute", day.minusDays(2), random.nextInt(4) == 0 ? Optional.empty() : Optional.of(day.plusDays(random.nextInt(4)))));
  }
}
