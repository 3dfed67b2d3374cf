package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.cases.CannotRecord;
import io.duly.cases.Holds;
import io.duly.cases.ReasonCategory;
import io.duly.correspondence.sending.Post;
import io.duly.correspondence.sending.SendReport;
import io.duly.kernel.Money;
import io.duly.wording.ReplyMeaning;
import io.duly.wording.StopWish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people make of replies. */
@Tag("P23")
class SettlingTest {
  @AutoClose private final Desk desk = new Desk();
  private final Post post = desk.post;

  @BeforeEach
  void remind() {
    post.reminded();
    assertThat(post.send()).returns(1, SendReport::sent);
    post.clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void whatWasReadEndsTheHoldAndTheTask() {
    var taken = desk.answer("Thank you, noted.");
    desk.settle(taken, new Settlement(List.of(), "They have seen it.", List.of()));
    assertThat(desk.holds()).isEmpty();
    assertThat(desk.tasks()).isEmpty();
    assertThat(post.one("select summary from journal.entry where kind = 'reply-settled'")).isEqualTo("Reply read (nothing): They have seen it.");
    assertThat(desk.reply(taken).settled()).hasValueSatisfying(read -> assertThat(read.reading()).containsExactly("nothing"));
    assertThatThrownBy(() -> desk.settle(taken, new Settlement(List.of(), "Again.", List.of()))).isInstanceOf(CannotRecord.class).hasMessageContaining("settled");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void theHoldStaysWhileAnotherReplyWaits() {
    var first = desk.answer("One.");
    desk.answer("Two.");
    desk.settle(first, new Settlement(List.of(), "Nothing.", List.of()));
    assertThat(desk.holds()).containsExactly("reply");
    assertThat(desk.tasks()).containsExactly("reply");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void theHoldIsNotLiftedByHand() {
    desk.answer("One.");
    var hold = UUID.fromString(post.one("select id from cases.hold"));
    assertThatThrownBy(() -> post.in(tx -> { post.the(Holds.class).lift(tx, hold, "tired", desk.ada()); return 0; }))
        .isInstanceOf(CannotRecord.class)
        .hasMessageContaining("reply settle");
  }

  @Test
  void whatSaysPaidIsLookedForAndNobodyIsChasedMeanwhile() {
    var taken = desk.answer("We paid on Monday.");
    desk.settle(taken, new Settlement(List.of(ReplyMeaning.SAYS_PAID), "Paid on Monday, they say.", List.of(new Follow.LookForPayment(5))));
    assertThat(desk.holds()).containsExactly("verification");
    assertThat(desk.tasks()).containsExactly("verify");
    assertThat(post.one("select category, own_words from cases.reason")).isEqualTo("already_paid We paid on Monday.");
    assertThat(post.one("select until from cases.hold where lifted_on is null")).isEqualTo(Post.TODAY.plusDays(5).toString());
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aDisputeAPromiseAndAReasonFollowOnlyWhenAPersonSaysSo() {
    var taken = desk.answer("Two pallets are missing. We pay 500 on Friday.");
    assertThat(post.one("select count(*) from cases.dispute")).isEqualTo("0");
    assertThat(post.one("select count(*) from agreements.promise")).isEqualTo("0");
    desk.settle(
        taken,
        new Settlement(
            List.of(ReplyMeaning.DISPUTES, ReplyMeaning.PROMISES), "Two pallets missing; 500 on Friday.",
            List.of(
                new Follow.Contest("R-1", Optional.of(Money.ofMinor(700_00, "EUR")), "two pallets are missing"),
                new Follow.Promised(Money.ofMinor(500_00, "EUR"), Post.TODAY.plusDays(3)),
                new Follow.Because(ReasonCategory.GOODS_MISSING))));
    assertThat(post.one("select amount, why from cases.dispute")).isEqualTo("70000 two pallets are missing");
    assertThat(post.one("select amount, due_on from agreements.promise")).isEqualTo("50000 " + Post.TODAY.plusDays(3));
    assertThat(post.one("select summary from journal.entry where kind = 'reply-settled'")).contains("dispute of 700.00 EUR").contains("promise of 500.00 EUR");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  @Tag("P17")
  void hardshipInAReplyIsBreathingSpaceThatSomebodyLooksAtAndItsWordsAreNotKept() {
    var taken = desk.answer("I have lost my work.");
    desk.settle(taken, new Settlement(List.of(ReplyMeaning.HARDSHIP), "It is hard for them.", List.of(new Follow.Hardship(Optional.of(Post.TODAY.plusDays(29))))));
    assertThat(desk.holds()).containsExactly("hardship");
    assertThat(desk.tasks()).containsExactly("review");
    assertThat(post.one("select until, review_on from hardship.space")).isEqualTo(Post.TODAY.plusDays(29) + " " + Post.TODAY.plusDays(22));
    assertThat(post.one("select has_words from hardship.telling")).isEqualTo("false");
    assertThat(post.one("select why from cases.hold where kind = 'hardship'")).isEqualTo("breathing space");
    // Written a second time it is the same, and still no more than one.
    desk.settle(desk.answer("I still have none."), new Settlement(List.of(ReplyMeaning.HARDSHIP), "As before.", List.of(new Follow.Hardship(Optional.empty()))));
    assertThat(post.one("select count(*) from hardship.space")).isEqualTo("1");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whereOneThingCannotFollowNothingDoesAndTheHoldStays() {
    var taken = desk.answer("Wrong.");
    assertThatThrownBy(
            () -> desk.settle(taken, new Settlement(List.of(), "Wrong.", List.of(new Follow.Hardship(Optional.empty()), new Follow.Contest("R-99", Optional.empty(), "x")))))
        .isInstanceOf(CannotRecord.class)
        .hasMessageContaining("R-99");
    assertThat(desk.holds()).containsExactly("reply");
  }

  @Test
  void wishesAreCorrectedByAPerson() {
    var taken = desk.answer("Please stop calling me at lunch time.");
    assertThat(post.rows("select channel from correspondence.stated_wish where taken_back_at is null")).containsExactly("call");
    desk.settle(taken, new Settlement(List.of(ReplyMeaning.STOP), "Not at noon.", List.of(new Follow.Wishes(List.of(StopWish.NO_TEXTS)))));
    assertThat(post.rows("select channel from correspondence.stated_wish where taken_back_at is null")).containsExactly("sms");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void anAddressOfSomebodyElseIsNotUsedAgain() {
    var taken = desk.answer("I am not that person.");
    desk.settle(taken, new Settlement(List.of(ReplyMeaning.WRONG_PERSON), "Somebody else.", List.of(new Follow.WrongPerson())));
    assertThat(post.one("select address from correspondence.dead_address")).isEqualTo("k-1@debtor.example");
    assertThat(desk.tasks()).containsExactly("complete_file");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  @Tag("P16")
  void whoAsksIsAnsweredBeforeBeingAskedAgain() {
    var taken = desk.answer("Please send us the delivery note.");
    desk.settle(taken, new Settlement(List.of(ReplyMeaning.ASKS_FOR_DOCUMENTS), "They want the delivery note.", List.of(new Follow.Answer("send the delivery note"))));
    assertThat(post.rows("select kind, why from cases.task where done_on is null")).containsExactly("reply answer the debtor: send the delivery note");
    for (int day = 1; day < 15; day++) {
      post.clock.pass(Duration.ofDays(1));
      post.run(post.now().day());
      post.send();
    }
    assertThat(post.arrived()).hasSize(1);
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whatIsAboutNothingOfOursIsSetAsideWithAReason() {
    var taken = desk.take(Desk.mail("shop@elsewhere.example", "", "Buy pills."));
    assertThatThrownBy(() -> desk.settle(taken, new Settlement(List.of(ReplyMeaning.SAYS_PAID), "Hm.", List.of()))).isInstanceOf(CannotRecord.class).hasMessageContaining("attach");
    desk.settle(taken, new Settlement(List.of(), "Advertisement.", List.of()));
    assertThat(desk.list(Replies.Shelf.UNMATCHED)).isEmpty();
    assertThat(desk.list(Replies.Shelf.DONE)).hasSize(1);
    assertThat(post.complaints()).isEmpty();
  }
}
