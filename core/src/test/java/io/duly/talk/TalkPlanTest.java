package io.duly.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P07")
class TalkPlanTest {
  private static final TalkFacts UNKNOWN = new TalkFacts(List.of(), 0, 0, 0, false, false, false, false);

  private static List<String> likely(TalkPlan plan) {
    return plan.likely().stream().map(one -> one.what().word() + " " + one.because().word()).toList();
  }

  @Test
  void ofWhomNothingIsKnownSaysWhatPeopleUsuallySay() {
    var plan = TalkPlan.of(UNKNOWN);
    assertThat(plan.opening()).isEqualTo(TalkPlan.Opening.FIRST);
    assertThat(likely(plan)).containsExactly("not_received usual", "approval usual", "no_money usual");
    assertThat(plan.ways()).containsExactly(Way.ALL_TODAY, Way.BY_DATE, Way.PART_AND_REST, Way.INSTALMENTS);
  }

  @Test
  void whatWeOweAnAnswerToComesBeforeWhatTheyOwe() {
    var said = List.of(new TalkFacts.Given(Objection.GOODS, Because.SAID_UNCHECKED), new TalkFacts.Given(Objection.GOODS, Because.SAID_REFUTED));
    var plan = TalkPlan.of(new TalkFacts(said, 0, 1, 1, true, true, true, true));
    assertThat(plan.opening()).isEqualTo(TalkPlan.Opening.OUR_ANSWER);
    assertThat(likely(plan))
        .containsExactly("your_answer dispute_open", "paid money_unallocated", "goods said_unchecked", "promise_again promises_broken", "hardship said_confirmed");
  }

  @Test
  void whoeverBrokePromisesOftenIsAskedForAPartAtOnceAndHardshipNeverForAll() {
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 1, 2, 0, false, false, false, true)).ways().get(1)).isEqualTo(Way.PART_AND_REST);
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 5, 2, 0, false, false, false, true)).ways().get(1)).isEqualTo(Way.BY_DATE);
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 0, 9, 0, false, true, false, true)).ways()).doesNotContain(Way.ALL_TODAY);
  }

  @Test
  void theOpeningFollowsWhatMattersMost() {
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 0, 1, 0, false, true, true, true)).opening()).isEqualTo(TalkPlan.Opening.HARDSHIP);
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 0, 1, 0, true, false, true, true)).opening()).isEqualTo(TalkPlan.Opening.MONEY_CAME);
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 0, 1, 0, false, false, true, true)).opening()).isEqualTo(TalkPlan.Opening.PROMISE_BROKEN);
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 0, 0, 0, false, false, true, true)).opening()).isEqualTo(TalkPlan.Opening.VALUED);
    assertThat(TalkPlan.of(new TalkFacts(List.of(), 0, 0, 0, false, false, false, true)).opening()).isEqualTo(TalkPlan.Opening.AGAIN);
  }

  @Test
  void afterEachOutcomeComesWhatIsUsualOnADayOnWhichPeopleWork() {
    var friday = LocalDate.of(2026, 11, 20);
    var days = new BankDays(Set.of(LocalDate.of(2026, 11, 24))::contains);
    assertThat(NextStep.usual(CallOutcome.NO_ANSWER, false, Optional.empty(), friday, days)).isEqualTo(new NextStep.Due(NextStep.CALL, LocalDate.of(2026, 11, 25)));
    assertThat(NextStep.usual(CallOutcome.WRONG_NUMBER, false, Optional.empty(), friday, days)).isEqualTo(new NextStep.Due(NextStep.BETTER_CONTACT, LocalDate.of(2026, 11, 23)));
    assertThat(NextStep.usual(CallOutcome.REACHED, true, Optional.of(friday.plusDays(8)), friday, days)).isEqualTo(new NextStep.Due(NextStep.AWAIT_PAYMENT, friday.plusDays(8)));
    assertThat(NextStep.usual(CallOutcome.REACHED, true, Optional.empty(), friday, days)).isEqualTo(new NextStep.Due(NextStep.VERIFY, LocalDate.of(2026, 11, 23)));
    assertThat(NextStep.usual(CallOutcome.REACHED, false, Optional.empty(), friday, days)).isEqualTo(new NextStep.Due(NextStep.LOOK_AGAIN, LocalDate.of(2026, 11, 27)));
    assertThat(NextStep.usual(CallOutcome.CALL_BACK, false, Optional.empty(), friday, days)).isEqualTo(new NextStep.Due(NextStep.CALL, LocalDate.of(2026, 11, 23)));
  }
}
