package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.Post;
import io.duly.correspondence.sending.SendReport;
import io.duly.wording.ReplyMeaning;
import java.time.Duration;
import java.util.List;
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
    queued("email", 30);
    queued("sms", 31);

    var taken = desk.answer("Please write only, and not to my workplace.");

    assertThat(post.rows("select channel, state from correspondence.message where planned_on > '2026-06-20' order by 1"))
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
    assertThat(post.rows("select distinct channel from correspondence.message where planned_on > '2026-06-02' and step <> 'x'")).as("the next step is a letter").containsExactly("letter");
    assertThat(post.rows("select kind from cases.task where done_on is null and kind = 'call'")).as("nobody is asked to call").isEmpty();
    assertThat(post.complaints()).as("but for the two that no decision made").allMatch(complaint -> complaint.startsWith("message-"));
  }

  private void queued(String channel, int days) {
    post.database.execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, currency, invoice_ids, amounts)
        select gen_random_uuid(), creditor_id, debtor_id, case_id, '%s', 'x', template, tone, language, 'checked', planned_on + %d, currency, invoice_ids, amounts
          from correspondence.message where step <> 'x'
        """
            .formatted(channel, days));
  }
}
