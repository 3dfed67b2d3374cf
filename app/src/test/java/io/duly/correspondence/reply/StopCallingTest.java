package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.HandWriting;
import io.duly.correspondence.sending.Post;
import io.duly.correspondence.sending.SendReport;
import io.duly.correspondence.template.HandWritten;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.strategy.Channel;
import io.duly.wording.Language;
import io.duly.wording.ReplyMeaning;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Story 10: "Please write only, and not to my workplace." Honoured at once in every queue; the next step is a letter. */
@Tag("P23")
class StopCallingTest {
  @AutoClose private final Desk desk = new Desk();
  private final Post post = desk.post;

  @Test
  void pleaseWriteOnly() {
    var debtor = post.reminded();
    post.database.execute(
        "update parties.debtor set street = 'Weg 1', postal_code = '10115', city = 'Berlin', phone = '+49301234567', kind = 'consumer' where id = '" + debtor + "'");
    assertThat(post.send()).returns(1, SendReport::sent);
    post.clock.pass(Duration.ofMinutes(1));
    queued(debtor, Channel.EMAIL);
    queued(debtor, Channel.SMS);

    var taken = desk.answer("Please write only, and not to my workplace.");

    assertThat(post.rows("select channel, state from correspondence.message where step = 'own-words' order by 1"))
        .as("at once, in every queue")
        .containsExactly("email withdrawn", "sms withdrawn");
    assertThat(post.rows("select channel, place from correspondence.stated_wish order by 1, 2"))
        .containsExactly("call work", "call null", "email null", "sms null", "visit work", "visit null");
    desk.settle(taken, new Settlement(List.of(ReplyMeaning.STOP), "Letters only, and not to the workplace.", List.of()));
    for (int day = 1; day < 40; day++) {
      post.clock.pass(Duration.ofDays(1));
      post.run(post.now().day());
      post.send();
    }
    assertThat(post.arrived()).as("no e-mail more").hasSize(1);
    assertThat(post.rows("select distinct channel from correspondence.message where planned_on > '2026-06-02' and step <> 'own-words'")).as("the next step is a letter").containsExactly("letter");
    assertThat(post.rows("select kind from cases.task where done_on is null and kind = 'call'")).as("nobody is asked to call").isEmpty();
    assertThat(post.complaints()).isEmpty();
  }

  /** A person has written, too, and it waits for one of the next days. */
  private void queued(DebtorId debtor, Channel channel) {
    var about = new InvoiceId(UUID.fromString(post.one("select id from ledger.invoice where debtor_id = '" + debtor + "'")));
    var words = new HandWritten("Your invoice", "Is there something wrong with our invoice? Please tell us; we are glad to help.", Set.of(about));
    var draft = new HandWriting.Draft(desk.caseOf(debtor), channel, Language.EN, words, false);
    post.in(tx -> post.the(HandWriting.class).queue(tx, draft, "shell:ada", post.now()));
  }
}
