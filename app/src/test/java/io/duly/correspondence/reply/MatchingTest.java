package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.cases.CannotRecord;
import io.duly.correspondence.sending.Post;
import io.duly.correspondence.sending.SendReport;
import io.duly.kernel.DebtorId;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose a message is. */
@Tag("P23")
class MatchingTest {
  @AutoClose private final Desk desk = new Desk();
  private final Post post = desk.post;
  private DebtorId kim;

  @BeforeEach
  void remindTwo() {
    kim = post.reminded();
    post.reminded();
    assertThat(post.send()).returns(2, SendReport::sent);
  }

  @Test
  void isKnownByTheMessageThatItAnswers() {
    var taken = desk.take(Desk.mail("k-1@debtor.example", "References: <x@y.example>\n " + knownAs("k-1") + "\n", "Hello"));
    assertThat(desk.reply(taken).matchedBy()).containsExactly("message_id", "sender");
    assertThat(debtor(taken)).isEqualTo("K-1");
  }

  @Test
  void isKnownByTheTokenOfItsAddressWhateverItQuotes() {
    for (var head : List.of("To", "Cc", "Delivered-To", "X-Original-To")) {
      var taken = desk.take(Desk.mail("k-1@debtor.example", head + ": <reply+" + token("k-1") + "@in.brightwell.example>\n", "Hello by " + head));
      assertThat(desk.reply(taken).matchedBy()).as(head).containsExactly("token", "sender");
    }
  }

  @Test
  void isKnownByItsSender() {
    var taken = desk.take(Desk.mail("K-2@Debtor.Example", "", "Hello"));
    assertThat(desk.reply(taken).matchedBy()).containsExactly("sender");
    assertThat(debtor(taken)).isEqualTo("K-2");
  }

  @Test
  void aStrangerWithARightTokenIsToldApart() {
    var taken = desk.take(Desk.mail("somebody@elsewhere.example", "To: reply+" + token("k-1") + "@in.brightwell.example\n", "Send me all you know."));
    assertThat(desk.reply(taken).line()).returns(false, ReplyLine::senderKnown).returns(Reply.State.WAITING, ReplyLine::state);
    assertThat(post.one("select why from cases.task where done_on is null and kind = 'reply'")).contains("not known of the debtor");
    assertThat(post.one("select summary from journal.entry where kind = 'reply-received'")).contains("not known of the debtor");
  }

  @Test
  void marksThatContradictEachOtherAreAPersons() {
    var taken = desk.take(Desk.mail("k-1@debtor.example", "To: reply+" + token("k-1") + "@in.brightwell.example\nReferences: " + knownAs("k-2") + "\n", "Hi"));
    assertThat(taken).returns(Reply.State.UNMATCHED, TakenIn::state);
    assertThat(taken.why()).hasValueSatisfying(why -> assertThat(why).contains("2 debtors"));
    var other = desk.take(Desk.mail("k-2@debtor.example", "In-Reply-To: " + knownAs("k-1") + "\n", "Hi"));
    assertThat(other).returns(Reply.State.UNMATCHED, TakenIn::state);
    assertThat(desk.holds()).isEmpty();
  }

  @Test
  void anAddressOfSeveralDebtorsIsAPersons() {
    post.database.execute("update parties.debtor set email = 'shared@debtor.example'");
    var taken = desk.take(Desk.mail("shared@debtor.example", "", "About invoice R-2: it is wrong."));
    assertThat(taken).returns(Reply.State.UNMATCHED, TakenIn::state);
    var candidates = post.asked(tx -> post.the(Replies.class).mayBeOf(tx, post.the(Replies.class).find(tx, taken.id(), Post.TODAY).orElseThrow()));
    assertThat(candidates).extracting(MayBeOf::debtor).containsExactly("Debtor K-2", "Debtor K-1");
    assertThat(candidates.getFirst().because()).isEqualTo("R-2, sender");
  }

  @Test
  void theNumberOfAnInvoiceAloneAttributesNothing() {
    var taken = desk.take(Desk.mail("stranger@elsewhere.example", "", "Invoice R-1 was paid."));
    assertThat(taken).returns(Reply.State.UNMATCHED, TakenIn::state);
    assertThat(desk.holds()).isEmpty();
    assertThat(post.rows("select creditor_id from journal.document_scope where sha256 = (select document from correspondence.reply)"))
        .as("only for those who see every creditor")
        .containsExactly("00000000-0000-0000-0000-000000000000");
  }

  @Test
  void aPersonSaysWhoseItIsAndThenItIsAsIfThatHadBeenKnown() {
    var taken = desk.take(Desk.mail("stranger@elsewhere.example", "", "Please stop calling. Invoice R-1 was paid."));
    desk.attach(taken, desk.caseOf(kim));
    assertThat(desk.reply(taken).line()).returns(Reply.State.WAITING, ReplyLine::state);
    assertThat(desk.reply(taken).matchedBy()).containsExactly("person");
    assertThat(desk.holds()).containsExactly("reply");
    assertThat(desk.tasks()).containsExactly("reply");
    assertThat(post.rows("select channel from correspondence.stated_wish")).containsExactly("call");
    assertThat(post.one("select count(*) from journal.entry where kind = 'reply-received'")).isEqualTo("1");
    assertThatThrownBy(() -> desk.attach(taken, desk.caseOf(kim))).isInstanceOf(CannotRecord.class).hasMessageContaining("waiting");
    assertThat(post.complaints()).isEmpty();
  }

  private String debtor(TakenIn taken) {
    return post.one("select d.external_id from correspondence.reply r join parties.debtor d on d.id = r.debtor_id where r.id = '" + taken.id() + "'");
  }

  private String knownAs(String who) {
    return post.one("select known_as from correspondence.attempt where recipient like '" + who + "@%'");
  }

  private String token(String who) {
    return post.one("select m.reply_token from correspondence.message m join correspondence.attempt a on a.message_id = m.id where a.recipient like '" + who + "@%'");
  }
}
