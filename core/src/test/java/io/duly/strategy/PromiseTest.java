package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import io.duly.strategy.Decision.PromiseVerdict.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P34")
class PromiseTest {

  private static CaseFixture aPromisedCase() {
    return aCase()
        .inStage(Stage.REMINDER)
        .withInvoiceOverdue(days(40))
        .afterStep("first-reminder", 39);
  }

  @Test
  void waitsWhileAPromiseRuns() {
    assertDecision(aPromisedCase().withPromise(120_000, LocalDate.of(2026, 11, 28), 0))
        .waits()
        .because("P34", "waits: promise of 1,200.00 EUR due 2026-11-28")
        .reviewedOn(LocalDate.of(2026, 12, 1))
        .judges();
  }

  @Test
  void waitsThroughTheDaysOfGrace() {
    assertDecision(aPromisedCase().withPromise(120_000, daysAgo(2), 0))
        .waits()
        .judges()
        .reviewedOn(inDays(1));
  }

  @Test
  void callsPromptlyWhenAPromiseIsBroken() {
    assertDecision(aPromisedCase().andBrokenPromise())
        .asks(TaskKind.CALL, TODAY)
        .about()
        .because("P34", "call now: 500.00 EUR was promised for 2026-11-13 and nothing has come")
        .judges(Outcome.BROKEN)
        .hasPriorityFrom(900_000)
        .reviewedOn(inDays(5));
    assertDecision(aPromisedCase().withPromise(50_000, daysAgo(3), 0)).judges(Outcome.BROKEN);
  }

  @Test
  void callsWhenAPromiseIsKeptInPart() {
    assertDecision(aPromisedCase().withPromise(50_000, daysAgo(10), 20_000))
        .asks(TaskKind.CALL, TODAY)
        .because(
            "P34", "call now: 500.00 EUR was promised for 2026-11-13 and only 200.00 EUR has come")
        .judges(Outcome.PARTLY_KEPT);
  }

  @Test
  @Tag("P13")
  void theCallWaitsForTheDayOnWhichItIsAllowed() {
    assertDecision(aPromisedCase().andBrokenPromise().contactedDaysAgo(1))
        .asks(TaskKind.CALL, inDays(2))
        .reviewedOn(inDays(2));
    assertDecision(aPromisedCase().andBrokenPromise().withDraftOf(TODAY))
        .asks(TaskKind.CALL, inDays(1))
        .reviewedOn(inDays(1));
  }

  @Test
  void isJudgedKeptWhenTheMoneyIsIn() {
    assertDecision(aPromisedCase().withPromise(50_000, inDays(3), 50_000))
        .judges(Outcome.KEPT)
        .sends("second-reminder", Channel.EMAIL);
    assertDecision(aPromisedCase().withPromise(50_000, TODAY, 60_000)).judges(Outcome.KEPT);
  }

  @Test
  void bankDataOfTheDayAfterIsStillInTime() {
    assertDecision(aPromisedCase().withPromise(50_000, daysAgo(3), 50_000)).judges(Outcome.LATE);
    assertDecision(aPromisedCase().withPromise(50_000, daysAgo(4), 50_000)).judges(Outcome.LATE);
  }

  @Test
  void aDayAtTheWeekendIsInTimeOnTheTuesdayAfterInBankData() {
    LocalDate tuesday = LocalDate.of(2026, 11, 24);
    for (LocalDate due :
        new LocalDate[] {
          LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23)
        }) {
      var snapshot = aPromisedCase().withPromise(50_000, due, 50_000).snapshot();
      assertDecision(Decider.decide(snapshot, Policies.shipped("standard"), tuesday))
          .judges(Outcome.KEPT);
      assertDecision(Decider.decide(snapshot, Policies.shipped("standard"), tuesday.plusDays(1)))
          .judges(Outcome.LATE);
    }
  }

  @Test
  @Tag("P08")
  void isNotCalledBrokenWhileMoneyLiesUnallocated() {
    assertDecision(aPromisedCase().andBrokenPromise().withUnallocated(50_000, false))
        .asks(TaskKind.ALLOCATE, TODAY)
        .judges();
  }

  @Test
  @Tag("P08")
  void isNotCalledBrokenOnOldBankData() {
    assertDecision(aPromisedCase().andBrokenPromise().withBankDataOf(daysAgo(6))).waits().judges();
  }

  @Test
  void isNotCalledBrokenDuringAHold() {
    assertDecision(aPromisedCase().andBrokenPromise().withHold(HoldKind.COOLING_OFF, inDays(2)))
        .waits()
        .judges();
  }

  @Test
  void aHoldForThePromiseGivesWayToThePromise() {
    assertDecision(aPromisedCase().andBrokenPromise().withOpenEndedHold(HoldKind.PROMISE))
        .asks(TaskKind.CALL, TODAY);
    assertDecision(aPromisedCase().andBrokenPromise().withOpenEndedHold(HoldKind.PLAN))
        .asks(TaskKind.CALL, TODAY);
  }

  @Test
  void aMissedInstalmentIsCalledAboutAlthoughTheNextOneRuns() {
    assertDecision(aPromisedCase().andBrokenPromise().withPromise(50_000, inDays(20), 0))
        .asks(TaskKind.CALL, TODAY)
        .judges(Outcome.BROKEN);
  }

  @Test
  void isJudgedWithoutACallWhereOneIsAskedForAlready() {
    assertDecision(aPromisedCase().andBrokenPromise().withTask(TaskKind.CALL, daysAgo(1)))
        .waits()
        .because("P34", "500.00 EUR was promised for 2026-11-13 and nothing has come")
        .judges(Outcome.BROKEN)
        .next(NextAction.Kind.CALL, TODAY)
        .reviewedOn(inDays(1));
  }

  @Test
  @Tag("P06")
  void whoCannotBeCalledNeedsANumberFirst() {
    assertDecision(aPromisedCase().reachableBy(Channel.EMAIL).andBrokenPromise())
        .asks(TaskKind.COMPLETE_FILE, TODAY)
        .because("P34", "find a number that may be called: 500.00 EUR was promised for 2026-11-13 and nothing has come")
        .judges(Outcome.BROKEN)
        .next(NextAction.Kind.REVIEW, TODAY)
        .reviewedOn(inDays(1));
    assertDecision(aPromisedCase().reachableBy(Channel.EMAIL).andBrokenPromise().withTask(TaskKind.COMPLETE_FILE, TODAY))
        .waits()
        .judges(Outcome.BROKEN)
        .reviewedOn(inDays(1));
  }

  /** A call that was asked for before the promise would break the peace that the promise bought. */
  @Test
  @Tag("P28")
  void aRunningPromiseIsLeftInPeaceWhateverCallWasAskedForBefore() {
    assertDecision(aPromisedCase().withPromise(50_000, inDays(5), 0).withTask(TaskKind.CALL, TODAY))
        .waits()
        .next(NextAction.Kind.WAIT, inDays(8));
    assertDecision(aPromisedCase().withPromise(50_000, inDays(5), 0).withTask(TaskKind.CALL, TODAY).withTask(TaskKind.REVIEW, inDays(2)))
        .waits()
        .next(NextAction.Kind.REVIEW, inDays(2));
  }

  @Test
  void isJudgedWithoutACallWhereLittleIsOwed() {
    assertDecision(
            aCase().inStage(Stage.REMINDER).withInvoice(daysAgo(40), 900, 0).andBrokenPromise())
        .waits()
        .judges(Outcome.BROKEN)
        .because("P33", "waits: 9.00 EUR is less than 10.00 EUR, the least to chase");
  }

  @Test
  void isFulfilledOnceNothingIsOwedAnyMore() {
    assertDecision(
            aCase().inStage(Stage.REMINDER).withInvoice(daysAgo(40), 0, 0).andBrokenPromise())
        .judges(Outcome.LATE);
  }
}
