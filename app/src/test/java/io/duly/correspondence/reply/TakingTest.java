package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.SendReport;
import io.duly.correspondence.sending.Post;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens at once when somebody writes. */
@Tag("P23")
class TakingTest {
  @AutoClose private final Desk desk = new Desk();
  private final Post post = desk.post;

  @BeforeEach
  void remind() {
    post.reminded();
    assertThat(post.send()).returns(1, SendReport::sent);
  }

  @Test
  void aReplyHoldsEverythingUntilAPersonHasReadIt() {
    var taken = desk.answer("We paid this on Monday, please check.");
    assertThat(taken).returns(Reply.State.WAITING, TakenIn::state).returns(Reply.Kind.REPLY, TakenIn::kind).returns(false, TakenIn::again);
    assertThat(desk.holds()).containsExactly("reply");
    assertThat(desk.tasks()).containsExactly("reply");
    assertThat(post.one("select why from cases.task where kind = 'reply'")).startsWith("read the reply").contains("suggestion").contains("says paid");
    assertThat(post.one("select summary from journal.entry where kind = 'reply-received'")).contains("k-1@debtor.example").contains("We paid this on Monday");
    assertThat(post.one("select d.media_type from journal.entry e join journal.document d on d.sha256 = e.document where e.kind = 'reply-received'"))
        .isEqualTo("message/rfc822");
    assertThat(desk.reply(taken).suggestions()).extracting(Reply.Suggested::word).contains("says_paid");
    assertThat(post.one("select count(*) from ledger.posting")).as("a text pays nothing").isEqualTo("0");
    for (int day = 1; day < 20; day++) {
      post.clock.pass(Duration.ofDays(1));
      post.run(post.now().day());
      post.send();
    }
    assertThat(post.arrived()).as("nothing leaves while it waits").hasSize(1);
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void theSameMessageTwiceChangesNothing() {
    var mail = Desk.mail("k-1@debtor.example", "In-Reply-To: " + desk.knownAs() + "\n", "Hello.");
    var first = desk.take(mail);
    var again = desk.take("Received: from mx by in; Tue, 2 Jun 2026 11:00:00 +0200\nDelivered-To: accounts@brightwell.example\n" + mail + "\n");
    assertThat(again).returns(true, TakenIn::again).returns(first.id(), TakenIn::id);
    assertThat(desk.holds()).containsExactly("reply");
    assertThat(post.one("select count(*) from journal.entry where kind = 'reply-received'")).isEqualTo("1");
    assertThat(desk.take(mail.replace("Hello.", "Hello, please stop."))).as("another text under the same Message-ID").returns(false, TakenIn::again);
  }

  @Test
  void aReplyOneSecondBeforeSendingStopsTheMessage() {
    post.clock.pass(Duration.ofDays(10));
    post.run(post.now().day());
    assertThat(post.state()).isEqualTo("checked");
    desk.answer("One moment, please.");
    post.clock.pass(Duration.ofSeconds(1));
    assertThat(post.send()).returns(0, SendReport::sent);
    assertThat(post.one("select state, withdrawn_why from correspondence.message order by planned_on desc limit 1")).startsWith("withdrawn hold (reply)");
    assertThat(post.arrived()).hasSize(1);
  }

  @Test
  void anAutomaticAnswerIsNotedAndHoldsNothing() {
    var taken =
        desk.take(
            Desk.mail(
                "k-1@debtor.example", "In-Reply-To: " + desk.knownAs() + "\nAuto-Submitted: auto-replied\n",
                "I am out of the office and back on 8 June 2026. In urgent cases contact ms.lee@debtor.example."));
    assertThat(taken).returns(Reply.State.NOTED, TakenIn::state).returns(Reply.Kind.AUTOMATIC, TakenIn::kind);
    assertThat(desk.holds()).isEmpty();
    assertThat(desk.tasks()).isEmpty();
    var reply = desk.reply(taken);
    assertThat(reply.backOn()).hasValueSatisfying(text -> assertThat(text).contains("8 June 2026"));
    assertThat(reply.substitute()).hasValueSatisfying(text -> assertThat(text).contains("ms.lee@debtor.example"));
    assertThat(post.one("select kind from journal.entry where kind like 'automatic%'")).isEqualTo("automatic-answer");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void anAutomaticAnswerThatSaysMoreThanAbsenceIsRead() {
    var taken =
        desk.take(
            Desk.mail(
                "k-1@debtor.example", "In-Reply-To: " + desk.knownAs() + "\nX-Autoreply: yes\n",
                "The company is in liquidation. Please write to the insolvency administrator."));
    assertThat(taken).returns(Reply.State.WAITING, TakenIn::state);
    assertThat(desk.holds()).containsExactly("reply");
    assertThat(post.one("select due_on from cases.task where kind = 'reply'")).as("pressing: today").isEqualTo(Post.TODAY.toString());
  }

  @Test
  void aReportOfAServerIsTheMessages() {
    var taken = desk.take(Reports.bounced(desk.knownAs()));
    assertThat(taken).returns(Reply.State.NOTED, TakenIn::state).returns(Reply.Kind.DELIVERY_REPORT, TakenIn::kind);
    assertThat(post.state()).isEqualTo("bounced");
    assertThat(desk.take(Reports.bounced(desk.knownAs()))).returns(true, TakenIn::again);
    assertThat(desk.tasks()).containsExactly("delivery");
    assertThat(desk.holds()).isEmpty();
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aComplaintAboutOurMessageStopsEMailsAtOnce() {
    post.clock.pass(Duration.ofMinutes(1));
    var taken = desk.take(Reports.complained(desk.knownAs()));
    assertThat(taken).returns(Reply.State.WAITING, TakenIn::state).returns(Reply.Kind.COMPLAINT, TakenIn::kind);
    assertThat(post.one("select kind, channel from correspondence.stated_wish")).isEqualTo("stop email");
    assertThat(desk.holds()).containsExactly("reply");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void danger() {
    desk.answer("I can't go on. I want to die.");
    assertThat(post.one("select due_on from cases.task where kind = 'reply'")).isEqualTo(Post.TODAY.toString());
    assertThat(desk.list(Replies.Shelf.WAITING)).singleElement().matches(ReplyLine::urgent);
    assertThat(desk.holds()).as("nothing else by itself").containsExactly("reply");
  }

  @Test
  void takesAReplyInUnderFiftyMilliseconds() {
    for (int warm = 0; warm < 20; warm++) {
      desk.answer("Number " + warm);
    }
    long begin = System.nanoTime();
    for (int nth = 0; nth < 20; nth++) {
      desk.answer("Another " + nth + ". We paid half of it, the rest is wrong, please send the documents and stop calling.");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin).dividedBy(20)).isLessThan(Duration.ofMillis(200));
    System.out.println("taking a reply: " + Duration.ofNanos(System.nanoTime() - begin).dividedBy(20).toMillis() + " ms");
  }
}
