package io.duly.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.Decision.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every decision, whatever the case. */
class DecisionPropertiesTest {
  private static final int CASES = 1000;
  private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
  private static final Map<String, Policy> POLICIES = Policies.shipped();

  record Decided(CaseSnapshot snapshot, Policy policy, LocalDate date, Decision decision) {
    List<Line> lines() {
      return switch (decision.action()) {
        case Decision.Send sent -> sent.lines();
        case Decision.Ask ask -> ask.lines();
        case Decision.Wait _, Decision.Close _, Decision.None _ -> List.of();
      };
    }

    InvoiceFacts invoice(Line line) {
      return snapshot.invoices().stream()
          .filter(facts -> facts.id().equals(line.invoice()))
          .findFirst()
          .orElseThrow();
    }

    boolean isContact() {
      return decision.action() instanceof Decision.Send
          || (decision.action() instanceof Decision.Ask ask
              && ask.kind() == TaskKind.CALL
              && !ask.lines().isEmpty());
    }
  }

  static Stream<Arguments> seeds() {
    return IntStream.range(0, 6)
        .boxed()
        .flatMap(seed -> POLICIES.values().stream().map(policy -> new Arguments(seed, policy)));
  }

  record Arguments(int seed, Policy policy) {
    Stream<Decided> decisions() {
      var cases = new RandomCases(seed * 31L + policy.name().hashCode(), DATE);
      return Stream.generate(cases::next)
          .limit(CASES)
          .map(snapshot ->
              new Decided(snapshot, policy, DATE, Decider.decide(snapshot, policy, DATE)));
    }

    @Override
    public String toString() {
      return "seed " + seed + ", " + policy.name();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("P33")
  void everyCaseHasANextActionAndALaterDay(Arguments given) {
    given
        .decisions()
        .forEach(decided -> {
          Decision decision = decided.decision();
          assertThat(decision.reviewOn()).isBetween(DATE.plusDays(1), DATE.plusDays(30));
          assertThat(decision.next().on()).isAfterOrEqualTo(DATE);
          assertThat(decision.priority()).isBetween(0, 1_000_000);
          assertThat(decision.reasons())
              .isNotEmpty()
              .allSatisfy(reason -> {
                assertThat(reason.rule()).isNotBlank();
                assertThat(reason.text()).isNotBlank();
              });
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameCaseIsDecidedTheSameWay(Arguments given) {
    given
        .decisions()
        .forEach(decided ->
            assertThat(Decider.decide(decided.snapshot(), given.policy(), DATE))
                .isEqualTo(decided.decision()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("P08")
  void onlyWhatIsOpenAndUndisputedIsAskedFor(Arguments given) {
    given
        .decisions()
        .forEach(decided -> {
          assertThat(decided.lines())
              .doesNotHaveDuplicates()
              .allSatisfy(line -> {
                InvoiceFacts invoice = decided.invoice(line);
                assertThat(line.amount())
                    .isPositive()
                    .isEqualTo(invoice.open() - invoice.disputed());
              });
          if (decided.decision().action() instanceof Decision.Send sent) {
            assertThat(sent.lines()).isNotEmpty();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStepIsTakenOnceAndNeverAfterALaterOne(Arguments given) {
    given
        .decisions()
        .forEach(decided ->
            assertThat(decided.lines())
                .filteredOn(line -> given.policy().indexOf(line.step()) >= 0)
                .allSatisfy(line -> {
                  int index = given.policy().indexOf(line.step());
                  assertThat(index).isNotNegative();
                  assertThat(decided.invoice(line).steps())
                      .allSatisfy(taken ->
                          assertThat(given.policy().indexOf(taken.step())).isLessThan(index));
                }));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theGapToTheInvoicesLastStepIsKept(Arguments given) {
    given
        .decisions()
        .forEach(decided ->
            assertThat(decided.lines())
                .filteredOn(line -> given.policy().indexOf(line.step()) >= 0)
                .allSatisfy(line -> {
                  int gap = given.policy().steps().get(given.policy().indexOf(line.step())).gap();
                  assertThat(decided.invoice(line).steps())
                      .allSatisfy(
                          taken -> assertThat(taken.on().plusDays(gap)).isBeforeOrEqualTo(DATE));
                }));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("P13")
  void contactsKeepTheirDistanceAndTheirCaps(Arguments given) {
    Limits limits = given.policy().limits();
    given
        .decisions()
        .filter(Decided::isContact)
        .forEach(decided -> {
          List<LocalDate> recent = decided.snapshot().contacts().recent();
          assertThat(recent)
              .allSatisfy(day ->
                  assertThat(day.plusDays(limits.daysBetweenContacts())).isBeforeOrEqualTo(DATE));
          assertThat(recent.stream().filter(day -> day.isAfter(DATE.minusDays(7))).count())
              .isLessThan(limits.contactsPer7Days());
          assertThat(recent.stream().filter(day -> day.isAfter(DATE.minusDays(30))).count())
              .isLessThan(limits.contactsPer30Days());
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("P08")
  @Tag("P34")
  void nobodyIsContactedWhileSomethingStandsAgainstIt(Arguments given) {
    given
        .decisions()
        .filter(Decided::isContact)
        .forEach(decided -> {
          CaseSnapshot snapshot = decided.snapshot();
          assertThat(snapshot.unallocated())
              .allSatisfy(receipt -> assertThat(receipt.amount()).isZero());
          assertThat(snapshot.pendingDraft()).isEmpty();
          assertThat(snapshot.promises())
              .allSatisfy(promise ->
                  assertThat(
                          promise.received() >= promise.amount() || promise.dueOn().isBefore(DATE))
                      .isTrue());
          assertThat(snapshot.holds())
              .filteredOn(hold -> hold.until().map(until -> !until.isBefore(DATE)).orElse(true))
              .allSatisfy(hold -> assertThat(hold.kind()).isIn(HoldKind.PROMISE, HoldKind.PLAN));
          snapshot
              .bankData()
              .ifPresent(data ->
                  assertThat(data.of())
                      .isAfterOrEqualTo(
                          given.policy().limits().recentFrom(DATE, data.isHoliday())));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aMessageGoesOnlyByAChannelThatReachesTheDebtor(Arguments given) {
    given
        .decisions()
        .forEach(decided -> {
          if (decided.decision().action() instanceof Decision.Send sent) {
            assertThat(decided.snapshot().debtor().reachable()).contains(sent.channel());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCaseClosesWhenNothingIsOpenAndOnlyThen(Arguments given) {
    given
        .decisions()
        .forEach(decided -> {
          boolean open =
              decided.snapshot().invoices().stream().anyMatch(invoice -> invoice.open() > 0);
          var smallest = given.policy().limits().smallestAmount();
          boolean charges =
              decided.snapshot().chargesOpen() > 0
                  && decided.snapshot().chargesOpen()
                      >= smallest.minor(decided.snapshot().currency());
          assertThat(decided.decision().action() instanceof Decision.Close)
              .isEqualTo(
                  !open
                      && !charges
                      && decided
                          .snapshot()
                          .existing()
                          .filter(known -> known.stage() != Stage.CLOSED)
                          .isPresent());
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noOpenTaskIsAskedForASecondTime(Arguments given) {
    given
        .decisions()
        .forEach(decided -> {
          if (decided.decision().action() instanceof Decision.Ask ask) {
            assertThat(decided.snapshot().openTasks()).noneMatch(task -> task.kind() == ask.kind());
          }
        });
  }

  /**
   * The cycle decides a waiting case again only on its review day or when it was touched: nothing
   * may be missed.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatWaitsWouldHaveWaitedOnEveryDayBeforeItsReview(Arguments given) {
    given
        .decisions()
        .filter(decided -> isIdle(decided.decision()))
        .forEach(decided -> {
          for (LocalDate day = DATE.plusDays(1);
              day.isBefore(decided.decision().reviewOn());
              day = day.plusDays(1)) {
            Decision later = Decider.decide(decided.snapshot(), given.policy(), day);
            assertThat(later.action()).as("%s", decided).isEqualTo(decided.decision().action());
          }
        });
  }

  private static boolean isIdle(Decision decision) {
    return decision.action() instanceof Decision.Wait || decision.action() instanceof Decision.None;
  }

  /** Without a person's look nobody hears of us again, and hard steps are a manager's to take. */
  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("P17")
  void whoeverHadBreathingSpaceIsTakenUpByAPersonAndThenGently(Arguments given) {
    given
        .decisions()
        .filter(decided -> decided.snapshot().care().isPresent())
        .forEach(decided -> {
          var care = decided.snapshot().care().orElseThrow();
          boolean over = care.last().isBefore(DATE) && decided.snapshot().existing()
              .filter(known -> known.stage() != Stage.CLOSED && !care.last().isBefore(known.openedOn())).isPresent();
          boolean placed = decided.snapshot().existing().filter(known -> known.stage().compareTo(Stage.PLACED) >= 0).isPresent();
          if (over && !care.lookedAt()) {
            assertThat(decided.isContact()).isFalse();
          }
          if (over && !care.takenUp() && decided.decision().action() instanceof Decision.Send sent && !placed) {
                        var standing = Standing.of(decided.snapshot(), decided.policy(), DATE);
            boolean nothingToAsk = decided.snapshot().invoices().stream().noneMatch(one -> Balance.chaseable(one) > 0 && one.dueOn().isBefore(DATE));
            assertThat(nothingToAsk || standing.isSmall() || sent.template().equals("gentle-restart") || !standing.promises().running().isEmpty()).isTrue();
          }
          if (care.stands()) {
            assertThat(decided.decision().action() instanceof Decision.Ask ask && ask.kind() == TaskKind.PLACE).isFalse();
            assertThat(decided.lines()).noneMatch(line -> decided.decision().action() instanceof Decision.Send && isFinal(decided.policy(), line));
          }
        });
  }

  private static boolean isFinal(Policy policy, Line line) {
    int index = policy.indexOf(line.step());
    return index >= 0 && policy.steps().get(index).isHard();
  }
}
