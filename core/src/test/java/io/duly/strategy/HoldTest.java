package io.duly.strategy;

import static io.duly.strategy.CaseFixture.TODAY;
import static io.duly.strategy.CaseFixture.aCase;
import static io.duly.strategy.CaseFixture.days;
import static io.duly.strategy.CaseFixture.daysAgo;
import static io.duly.strategy.CaseFixture.inDays;
import static io.duly.strategy.DecisionAssert.assertDecision;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 12: a hold stops contact. */
class HoldTest {

  private static CaseFixture aHeldCase() {
    return aCase().inStage(Stage.REMINDER).withInvoiceOverdue(days(5));
  }

  @ParameterizedTest
  @CsvSource({
    "DISPUTE, I12, dispute",
    "VERIFICATION, P26, verification",
    "PROMISE, P34, promise",
    "PLAN, P28, plan",
    "COOLING_OFF, P15, cooling-off",
    "BANK_DATA_STALE, P08, bank-data-stale",
    "MANUAL, I12, manual"
  })
  void waitsUntilTheHoldIsOver(HoldKind kind, String rule, String word) {
    assertDecision(aHeldCase().withHold(kind, inDays(4)))
        .waits()
        .because(
            rule,
            "waits: hold for " + word + " since 2026-11-21 until 2026-11-27: as told on the phone")
        .next(NextAction.Kind.WAIT, inDays(5))
        .reviewedOn(inDays(5))
        .hasPriorityFrom(0);
  }

  @ParameterizedTest
  @EnumSource(HoldKind.class)
  void aHoldThatIsOverHoldsNoMore(HoldKind kind) {
    assertDecision(aHeldCase().withHold(kind, daysAgo(1))).sends("first-reminder", Channel.EMAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "DISPUTE, VERIFY",
    "VERIFICATION, VERIFY",
    "PROMISE, REVIEW",
    "PLAN, REVIEW",
    "COOLING_OFF, REVIEW",
    "MANUAL, REVIEW"
  })
  @Tag("P33")
  void aPersonLooksAtAHoldWithoutEndAfterSevenDays(HoldKind kind, TaskKind task) {
    assertDecision(aHeldCase().withOpenEndedHold(kind)).asks(task, inDays(7)).reviewedOn(inDays(7));
    assertDecision(aHeldCase().withOpenEndedHold(kind).withTask(task, inDays(3)))
        .waits()
        .next(Work.of(task), inDays(3))
        .reviewedOn(inDays(3));
  }

  @Test
  @Tag("P23")
  void aReplyIsReadByTomorrow() {
    assertDecision(aHeldCase().withOpenEndedHold(HoldKind.REPLY)).asks(TaskKind.REPLY, inDays(1)).reviewedOn(inDays(1));
    assertDecision(aHeldCase().withOpenEndedHold(HoldKind.REPLY).withTask(TaskKind.REPLY, inDays(0)))
        .waits()
        .because("P23", "waits: hold for reply since 2026-11-21, reviewed every day");
  }

  @Test
  void saysHowAHoldWithoutEndIsReviewed() {
    assertDecision(aHeldCase().withOpenEndedHold(HoldKind.MANUAL))
        .because("I12", "waits: hold for manual since 2026-11-21, reviewed every 7 days");
  }

  @Test
  void staleBankDataIsLookedAtEveryDay() {
    assertDecision(aHeldCase().withOpenEndedHold(HoldKind.BANK_DATA_STALE))
        .waits()
        .reviewedOn(inDays(1));
  }

  @ParameterizedTest
  @CsvSource({"HARDSHIP, P17", "INSOLVENCY, I12"})
  @Tag("P17")
  void aPersonReviewsHardshipAndInsolvencyBeforeTheyEnd(HoldKind kind, String rule) {
    assertDecision(aHeldCase().withHold(kind, inDays(20)))
        .asks(TaskKind.REVIEW, inDays(20))
        .reviewedOn(inDays(20))
        .onlyBecause(rule);
    assertDecision(aHeldCase().withHold(kind, inDays(60))).asks(TaskKind.REVIEW, inDays(30));
    assertDecision(aHeldCase().withHold(kind, TODAY)).asks(TaskKind.REVIEW, inDays(1));
    assertDecision(aHeldCase().withOpenEndedHold(kind)).asks(TaskKind.REVIEW, inDays(7));
  }

  @Test
  void namesTheStrictestHoldFirst() {
    assertDecision(
            aHeldCase()
                .withHold(HoldKind.BANK_DATA_STALE, inDays(1))
                .withHold(HoldKind.MANUAL, inDays(2))
                .withHold(HoldKind.PROMISE, inDays(3))
                .withHold(HoldKind.PLAN, inDays(4))
                .withHold(HoldKind.COOLING_OFF, inDays(5))
                .withHold(HoldKind.VERIFICATION, inDays(6))
                .withHold(HoldKind.DISPUTE, inDays(7))
                .withHold(HoldKind.HARDSHIP, inDays(8))
                .withHold(HoldKind.INSOLVENCY, inDays(9)))
        .onlyBecause("I12", "P17", "I12", "P26", "P15", "P28", "P34", "I12", "P08")
        .reviewedOn(inDays(2));
  }

  @Test
  void aHoldDoesNotOpenACaseBeforeAnythingIsOverdue() {
    assertDecision(aCase().withInvoiceDueIn(days(5)).withOpenEndedHold(HoldKind.MANUAL))
        .opensNoCase();
  }
}
