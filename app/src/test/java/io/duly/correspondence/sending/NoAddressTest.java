package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.DebtorId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debtors whose invoices go by a way for which no address is on file here. */
@Tag("P06")
class NoAddressTest {
  private static final String TOLD = "select kind from journal.entry order by seq";
  @AutoClose private final Post post = new Post();
  @TempDir private Path folder;

  private DebtorId billedBy(String way) {
    var debtor = post.debtor("K-1");
    post.database.execute("update parties.debtor set email = null, bills_by = '" + way + "' where id = '" + debtor + "'");
    post.invoice(debtor, "1200.00", 1);
    return debtor;
  }

  private void nights(int count) throws Exception {
    for (int night = 0; night < count; night++) {
      post.run(post.now().day());
      post.send();
      post.the(Printing.class).print(folder, false, 10);
      post.clock.pass(Duration.ofDays(1));
    }
  }

  private List<String> messages() {
    return post.rows("select channel, state from correspondence.message order by planned_on, id");
  }

  @Test
  @Tag("P08")
  void whoIsBilledByLetterAndHasNoStreetIsDraftedForOnceAndOneTaskSaysWhatIsMissing() throws Exception {
    billedBy("letter");
    nights(2);
    var after = post.rows(TOLD);
    nights(20);
    assertThat(messages()).containsExactly("letter withdrawn");
    assertThat(post.rows("select kind, why, done_on from cases.task"))
        .containsExactly("complete_file a message was not sent: there is no postal address that it could go to; find one, or another way null");
    assertThat(post.rows(TOLD)).as("nothing more is told night after night").isEqualTo(after);
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whoIsBilledByEmailAndHasNoAddressIsDraftedForOnce() throws Exception {
    billedBy("email");
    nights(20);
    assertThat(messages()).containsExactly("email withdrawn");
    assertThat(post.rows("select kind from cases.task where done_on is null")).containsExactly("complete_file");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void theNextChannelIsTakenWhereThereIsOne() throws Exception {
    var debtor = billedBy("letter");
    post.database.execute("update parties.debtor set email = 'K-1@debtor.example' where id = '" + debtor + "'");
    post.run(post.now().day());
    post.database.execute("update correspondence.message set channel = 'letter'"); // as of a policy that writes letters first
    nights(16);
    assertThat(messages()).containsExactly("letter withdrawn", "email sent");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aStreetThatIsAddedIsWrittenTo() throws Exception {
    var debtor = billedBy("letter");
    nights(3);
    post.database.execute(
        "update parties.debtor set street = 'Road 1', postal_code = '10115', city = 'Berlin' where id = '" + debtor + "'",
        "update cases.task set done_on = '2026-06-05', done_by = 'shell:ada', outcome = 'the street is known'",
        "update cases.recovery_case set touched = true");
    nights(14);
    assertThat(messages()).containsExactly("letter withdrawn", "letter sent");
  }
}
