package io.duly.rules;

import static io.duly.rules.ChargesFixture.PACKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.Money;
import io.duly.rules.ChargeAnswer.Charge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for interest on every debt, whatever the law and the payments. */
@Tag("P02")
class InterestPropertiesTest {
  private static final int DEBTS = 300;
  private static final List<String> PLACES = List.of("GB", "DE", "FR", "NL", "IE", "AT", "AU");
  private static final List<Compounding> COMPOUNDINGS =
      List.of(Compounding.NONE, Compounding.YEARLY, Compounding.MONTHLY);

  /** A debt and the days in which it is looked at. */
  record Story(Claim claim, LocalDate start, LocalDate end, RandomGenerator random) {

    Fraction interest(LocalDate from, LocalDate to) {
      return interest(claim, from, to);
    }

    static Fraction interest(Claim claim, LocalDate from, LocalDate to) {
      return Charges.on(claim, PACKS.of(claim.jurisdiction()))
          .interest(new Period(from, to))
          .stream()
          .filter(Charge.class::isInstance)
          .map(answer -> ((Charge) answer).exact())
          .reduce(Fraction.ZERO, Fraction::plus);
    }

    LocalDate anyDay() {
      return start.plusDays(random.nextLong(end.toEpochDay() - start.toEpochDay()));
    }
  }

  static Stream<Story> stories() {
    return IntStream.range(0, DEBTS).mapToObj(seed -> story(new SplittableRandom(seed)));
  }

  private static Story story(RandomGenerator random) {
    String place = PLACES.get(random.nextInt(PLACES.size()));
    LocalDate due = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(4000));
    LocalDate end = due.plusDays(2 + random.nextInt(1200));
    String currency = place.equals("GB") ? "GBP" : "EUR";
    var amount = Money.ofMinor(1 + random.nextLong(10_000_000), currency);
    var terms =
        new Terms(
            "1",
            due.minusDays(40),
            Optional.of(
                new Terms.AgreedInterest(
                    BigDecimal.valueOf(random.nextInt(2400), 2),
                    COMPOUNDINGS.get(random.nextInt(3)))),
            Optional.empty(),
            Optional.empty());
    var claim =
        new Claim(
            place,
            Dealing.BUSINESS,
            due.minusDays(30),
            new Due.Agreed(due),
            amount,
            changes(random, amount, due),
            leftOut(random, amount, due),
            place.equals("AU") ? Optional.of(terms) : Optional.empty(),
            Recovery.NONE);
    return new Story(claim, due.plusDays(1), end, random);
  }

  private static List<Change> changes(RandomGenerator random, Money amount, LocalDate due) {
    return random
        .longs(random.nextInt(5), 1, amount.minor() / 3 + 2)
        .mapToObj(paid ->
            new Change(
                due.plusDays(random.nextInt(900) - 30),
                new Money(paid, amount.currency()),
                new Money(random.nextLong(amount.minor() / 20 + 1), amount.currency())))
        .toList();
  }

  private static List<LeftOut> leftOut(RandomGenerator random, Money amount, LocalDate due) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(_ -> {
          LocalDate from = due.plusDays(random.nextInt(400));
          Optional<LocalDate> until =
              random.nextInt(4) == 0
                  ? Optional.empty()
                  : Optional.of(from.plusDays(random.nextInt(100)));
          Optional<Money> part =
              random.nextInt(4) == 0
                  ? Optional.empty()
                  : Optional.of(new Money(1 + random.nextLong(amount.minor()), amount.currency()));
          return new LeftOut(from, until, part, "disputed");
        })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void isTheSumOverItsParts(Story story) {
    LocalDate cut = story.anyDay();
    Fraction parts =
        story.interest(story.start(), cut).plus(story.interest(cut.plusDays(1), story.end()));
    assertThat(parts).isEqualTo(story.interest(story.start(), story.end()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void isTheSumOverItsDays(Story story) {
    LocalDate first = story.anyDay();
    LocalDate last = first.plusDays(5);
    Fraction days =
        first
            .datesUntil(last.plusDays(1))
            .map(day -> story.interest(day, day))
            .reduce(Fraction.ZERO, Fraction::plus);
    assertThat(days).isEqualTo(story.interest(first, last));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void neverFallsAsDaysGoByAndIsNeverBelowZero(Story story) {
    LocalDate earlier = story.anyDay();
    LocalDate later = earlier.plusDays(story.random().nextInt(60));
    Fraction before = story.interest(story.start(), earlier);
    assertThat(before.signum()).isNotNegative();
    assertThat(story.interest(story.start(), later)).isGreaterThanOrEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void doesNotDependOnTheOrderInWhichPaymentsAreNamed(Story story) {
    Claim claim = story.claim();
    var changes = new ArrayList<>(claim.changes());
    Collections.reverse(changes);
    var leftOut = new ArrayList<>(claim.leftOut());
    Collections.reverse(leftOut);
    var other =
        new Claim(
            claim.jurisdiction(),
            claim.dealing(),
            claim.contractedOn(),
            claim.due(),
            claim.amount(),
            changes,
            leftOut,
            claim.terms(),
            claim.recovery());
    assertThat(Story.interest(other, story.start(), story.end()))
        .isEqualTo(story.interest(story.start(), story.end()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void isNoMoreThanWithoutAnyPayment(Story story) {
    Claim claim = story.claim();
    var unpaid =
        new Claim(
            claim.jurisdiction(),
            claim.dealing(),
            claim.contractedOn(),
            claim.due(),
            claim.amount(),
            List.of(),
            List.of(),
            claim.terms(),
            claim.recovery());
    assertThat(Story.interest(unpaid, story.start(), story.end()))
        .isGreaterThanOrEqualTo(story.interest(story.start(), story.end()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void hasLinesThatFollowEachOtherAndNeverOverlap(Story story) {
    List<InterestLine> lines =
        Charges.on(story.claim(), PACKS.of(story.claim().jurisdiction()))
            .interest(new Period(story.start(), story.end()))
            .stream()
            .filter(Charge.class::isInstance)
            .flatMap(answer -> ((Charge) answer).lines().stream())
            .toList();
    for (int each = 1; each < lines.size(); each++) {
      assertThat(lines.get(each).period().from()).isAfter(lines.get(each - 1).period().to());
    }
  }
}
