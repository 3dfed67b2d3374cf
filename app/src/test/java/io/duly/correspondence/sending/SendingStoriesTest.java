package io.duly.correspondence.sending;

import static io.duly.correspondence.sending.Post.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.journal.Export;
import io.duly.journal.Exported;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stories from outside, through SMTP on loopback. */
class SendingStoriesTest {
  private final Post post = new Post();

  @AfterEach
  void close() {
    post.close();
  }

  /** Story 1: queued at 08:00, at 08:05 money comes that could be theirs; the message does not go. When it is found to be theirs, nothing goes either. */
  @Test
  @Tag("P08")
  void paidYesterday() {
    post.clock.moveTo(TODAY.atTime(8, 0).atZone(Post.BERLIN).toInstant());
    var debtor = post.reminded();
    assertThat(post.state()).isEqualTo("checked");
    post.clock.pass(Duration.ofMinutes(5));
    Change.MONEY_COULD_BE_THEIRS.happens(post, debtor);
    assertThat(post.send()).returns(0, SendReport::sent);
    assertThat(post.one("select state, withdrawn_why from correspondence.message")).startsWith("withdrawn ").contains("money");
    post.run(TODAY);
    assertThat(post.one("select kind from cases.task where done_on is null")).isEqualTo("allocate");
    post.database.execute(
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
        select gen_random_uuid(), i.creditor_id, i.debtor_id, i.id, 'EUR', 'receipt', r.id, i.gross, '%s', 'duly' from ledger.invoice i, ledger.receipt r
        """
            .formatted(TODAY));
    post.run(TODAY);
    post.send();
    assertThat(post.one("select stage from cases.recovery_case")).isEqualTo("closed");
    assertThat(post.arrived()).isEmpty();
  }

  /** Story 6: an automatic reminder, a colleague's e-mail and a text message meet on one debtor on one day from two nodes: one goes. */
  @Test
  @Tag("I3")
  void threeInOneDay() throws Exception {
    var debtor = post.reminded();
    anotherMessage(debtor, "email", 1);
    anotherMessage(debtor, "sms", 2);
    try (var node = new Office(io.duly.cycle.Drafting.jdbc(post.database), post.clock, Post.environment(post.mail.getSmtp().getPort()), Patience.STANDARD);
        var nodes = java.util.concurrent.Executors.newFixedThreadPool(2)) {
      var here = nodes.submit(post::send);
      var there = nodes.submit(() -> node.the(Dispatcher.class).round());
      assertThat(here.get().sent() + there.get().sent()).isEqualTo(1);
    }
    assertThat(post.arrived()).containsExactly("k-1@debtor.example");
    assertThat(post.rows("select state, count(*) from correspondence.message group by 1 order by 1")).containsExactly("checked 2", "sent 1");
    assertThat(post.one("select count(*) from correspondence.contact where direction = 'out'")).isEqualTo("1");
    post.clock.pass(Duration.ofDays(1));
    post.send();
    assertThat(post.arrived()).as("nor on the next day: the policy keeps a distance").hasSize(1);
  }

  /** Story 13: off over a long weekend. What waited on Friday leaves on Tuesday, once, and nothing else with it. */
  @Test
  @Tag("I6")
  void downForFourDays() {
    post.clock.moveTo(LocalDate.of(2026, 5, 29).atTime(7, 0).atZone(Post.BERLIN).toInstant());
    var debtor = post.debtor("K-1");
    post.invoice(debtor, "1200.00", 5);
    post.invoice(post.debtor("K-2"), "300.00", 2);
    post.run(LocalDate.of(2026, 5, 29));
    post.clock.moveTo(Post.MORNING);
    post.run(TODAY);
    assertThat(post.send()).returns(2, SendReport::sent);
    assertThat(post.arrived()).containsExactly("k-1@debtor.example", "k-2@debtor.example");
    for (var day = TODAY.plusDays(1); day.isBefore(TODAY.plusDays(12)); day = day.plusDays(1)) {
      post.clock.pass(Duration.ofDays(1));
      post.run(day);
      post.send();
    }
    assertThat(post.rows("select m.step, m.sent_on from correspondence.message m where debtor_id = '" + debtor + "' order by sent_on"))
        .as("nothing skipped, nothing bunched")
        .hasSizeGreaterThanOrEqualTo(2)
        .first()
        .isEqualTo("first-reminder " + TODAY);
    assertThat(post.rows(
            "select debtor_id from correspondence.message a join correspondence.message b using (debtor_id)"
                + " where a.id < b.id and abs(a.sent_on - b.sent_on) < 3"))
        .isEmpty();
    assertThat(post.complaints()).isEmpty();
  }

  /** Story 14: a year later the file shows the message byte for byte, when it left, and what the server answered. */
  @Test
  @Tag("P22")
  void audit() throws Exception {
    post.reminded();
    post.send();
    var file = new ByteArrayOutputStream();
    var recovery = new CaseId(UUID.fromString(post.one("select id from cases.recovery_case")));
    var exported = post.asked(tx -> write(tx, recovery, file));
    assertThat(exported.documents()).isEqualTo(1);
    var raw = post.one("select convert_from(d.bytes, 'UTF8') from journal.entry e join journal.document d on d.sha256 = e.document where e.kind = 'message-sent'");
    var out = new ByteArrayOutputStream();
    post.mail.getReceivedMessages()[0].writeTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8).stripTrailing()).as("what arrived, below what the server put on top").endsWith(raw.stripTrailing());
    assertThat(post.one("select summary from journal.entry where kind = 'message-sent'")).contains("250");
    assertThat(post.complaints()).isEmpty();
  }

  private Exported write(DSLContext tx, CaseId recovery, ByteArrayOutputStream file) {
    try {
      return post.the(Export.class).write(tx, recovery, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void anotherMessage(DebtorId debtor, String channel, int daysBefore) {
    post.database.execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, currency, invoice_ids, amounts)
        select gen_random_uuid(), creditor_id, debtor_id, case_id, '%s', step, template, tone, language, 'checked', planned_on - %d, currency, invoice_ids, amounts
          from correspondence.message where debtor_id = '%s' and planned_on = '%s'
        """
            .formatted(channel, daysBefore, debtor, TODAY));
  }
}
