package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever was written to and has paid all is thanked once, while it is true. */
@Tag("P11")
class ThanksTest {
  /** A Tuesday on which the policies that thank are in force. */
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  @AutoClose private final Post post = new Post();
  private DebtorId debtor = new DebtorId(UUID.randomUUID());
  private UUID invoice = UUID.randomUUID();

  /** A reminder left on the day. */
  private void reminded() {
    drafted();
    assertThat(post.send()).returns(1, SendReport::sent);
  }

  private void drafted() {
    at(DAY);
    debtor = post.debtor("K-1");
    invoice = invoice(DAY.minusDays(1));
    post.run(DAY);
  }

  private UUID invoice(LocalDate due) {
    return post.invoice(debtor, "1200.00", (int) ChronoUnit.DAYS.between(due, Post.TODAY));
  }

  private void at(LocalDate day) {
    post.clock.moveTo(day.atTime(10, 0).atZone(Post.BERLIN).toInstant());
  }

  private void on(LocalDate day) {
    at(day);
    post.run(day);
  }

  private void paid(UUID which, LocalDate on) {
    var receipt = UUID.randomUUID();
    post.database.execute(
        "insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind) values ('%s', '%s', '%s', 'EUR', 120000, '%s', 'bank')"
            .formatted(receipt, post.creditor, debtor, on),
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
        values ('%1$s', '%2$s', '%3$s', '%4$s', 'EUR', 'receipt', '%1$s', 120000, '%5$s', 'duly')
        """
            .formatted(receipt, post.creditor, debtor, which, on));
  }

  private void writtenOff() {
    post.database.execute(
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, amount, effective_on, actor, why)
        values (gen_random_uuid(), '%s', '%s', '%s', 'EUR', 'write_off', 120000, '%s', 'person:mona', 'hopeless')
        """
            .formatted(post.creditor, debtor, invoice, DAY));
  }

  private String thanks() {
    return post.one("select planned_on, state, coalesce(withdrawn_why, '') from correspondence.message where purpose = 'thanks'").strip();
  }

  @Test
  void whoeverWasRemindedAndHasPaidIsThankedOnce() throws Exception {
    reminded();
    paid(invoice, DAY);
    on(DAY.plusDays(1));
    assertThat(thanks()).isEqualTo(DAY.plusDays(1) + " checked");
    assertThat(post.send()).returns(1, SendReport::sent);
    var mail = post.mail.getReceivedMessages()[1];
    assertThat(mail.getSubject()).isEqualTo("Thank you: everything is settled");
    assertThat(post.one("select amounts = array[0::bigint] and invoice_ids = array['" + invoice + "'::uuid] from correspondence.message where purpose = 'thanks'")).isEqualTo("true");
    on(DAY.plusDays(2));
    assertThat(post.send()).returns(0, SendReport::sent);
    assertThat(post.rows("select kind from journal.entry where kind in ('closed', 'thanks-drafted', 'message-sent') order by seq"))
        .containsExactly("message-sent", "closed", "thanks-drafted", "message-sent");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void onTheDayOnWhichTheyWereWrittenToNothingMoreLeaves() {
    reminded();
    paid(invoice, DAY);
    post.run(DAY);
    assertThat(thanks()).isEqualTo(DAY.plusDays(1) + " checked");
    assertThat(post.send()).returns(0, SendReport::sent);
  }

  @Test
  void whoeverHeardNothingIsNotThanked() {
    drafted();
    paid(invoice, DAY);
    on(DAY.plusDays(1));
    assertThat(post.one("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(thanks()).isEmpty();
  }

  @Test
  void whatWasGivenUpIsNothingToBeThankfulFor() {
    reminded();
    writtenOff();
    on(DAY.plusDays(1));
    assertThat(post.one("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(thanks()).isEmpty();
  }

  @Test
  void whatTheBankTookBackIsNotThankedFor() {
    reminded();
    paid(invoice, DAY);
    on(DAY.plusDays(1));
    post.database.execute(
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor, reverses_id)
        select gen_random_uuid(), creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, -amount, effective_on, 'duly', id from ledger.posting
        """);
    assertThat(post.send()).returns(0, SendReport::sent);
    assertThat(thanks()).isEqualTo(DAY.plusDays(1) + " withdrawn what was paid is open again");
    assertThat(post.one("select count(*) from journal.entry where kind = 'message-withdrawn'")).isEqualTo("1");
  }

  @Test
  void whatIsToBeAskedForSinceGoesFirst() {
    reminded();
    paid(invoice, DAY);
    post.run(DAY);
    invoice(DAY.plusDays(3));
    on(DAY.plusDays(4));
    assertThat(thanks()).isEqualTo(DAY.plusDays(1) + " withdrawn something else is asked for since");
    assertThat(post.send()).returns(1, SendReport::sent);
    assertThat(post.mail.getReceivedMessages()).hasSize(2);
  }

  @Test
  void thanksThatCouldNotLeaveForTwoWeeksDoNotLeave() {
    reminded();
    paid(invoice, DAY);
    post.run(DAY);
    at(DAY.plusDays(16));
    assertThat(post.send()).returns(0, SendReport::sent);
    assertThat(thanks()).endsWith("withdrawn it is too late to say thanks");
  }

  @Test
  void policiesOfBeforeThankNobody() {
    debtor = post.debtor("K-1");
    invoice = post.invoice(debtor, "1200.00", 1);
    post.run(Post.TODAY);
    assertThat(post.send()).returns(1, SendReport::sent);
    paid(invoice, Post.TODAY);
    on(Post.TODAY.plusDays(1));
    assertThat(post.one("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(thanks()).isEmpty();
  }
}
