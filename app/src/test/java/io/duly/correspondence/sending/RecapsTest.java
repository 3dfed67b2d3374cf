package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.agreements.Agreed;
import io.duly.agreements.Plans;
import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.correspondence.AgreementMail;
import io.duly.correspondence.Recaps;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.plans.BankDay;
import io.duly.plans.Offer;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 1,200.00 are paid in three parts of a month, the first on Friday 19 June; it was agreed on 2 June. */
@Tag("P30")
class RecapsTest {
  private static final LocalDate TODAY = Post.TODAY;
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 19);

  @AutoClose private final Post post = new Post();
  private DebtorId debtor = new DebtorId(UUID.randomUUID());

  @BeforeEach
  void agree() {
    debtor = post.reminded();
    post.database.execute("update correspondence.message set state = 'withdrawn', withdrawn_why = 'they called'");
    in(tx -> {
      var owed = post.the(Plans.class).owed(tx, recovery(), TODAY);
      var plan = Plan.of(owed, PlanTerms.equalParts(3, FIRST, new Pace.Months(1)), TODAY, BankDay.ANY);
      post.the(Plans.class).record(tx, recovery(), Agreed.usual(new Offer(Offer.Kind.INSTALMENTS, owed, plan)), by(TODAY));
    });
  }

  private interface Work {
    void run(DSLContext tx);
  }

  private void in(Work work) {
    post.in(connection -> {
      work.run(connection);
      return 0;
    });
  }

  private CaseId recovery() {
    return new CaseId(UUID.fromString(post.one("select id from cases.recovery_case")));
  }

  private static Recorded by(LocalDate day) {
    return Recorded.by(Recorded.person("anna"), day, day.atTime(9, 30).toInstant(ZoneOffset.UTC));
  }

  private void planRecap() {
    in(tx -> post.the(Recaps.class).plan(tx, recovery(), by(TODAY)));
  }

  /** The morning of a day: what agreements ask for is planned, and what may leave leaves. */
  private int morning(LocalDate day) {
    post.clock.moveTo(day.atTime(10, 0).atZone(Post.BERLIN).toInstant());
    in(tx -> post.the(AgreementMail.class).plan(tx, day, post.clock.instant()));
    return post.send().sent();
  }

  private String words(int nth) throws Exception {
    return com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(post.mail.getReceivedMessages()[nth]).replace("=\r\n", "");
  }

  @Test
  void whatWasAgreedGoesToThemInWritingWithEveryDayAndAmountAndWhatAMissLeadsTo() throws Exception {
    planRecap();
    assertThat(post.send().sent()).isOne();
    assertThat(words(0)).contains("What we agreed", "400.00", "19 June 2026", "19 July 2026", "19 August 2026", "1,200.00", "within 7 days, once");
    assertThat(post.rows("select kind from journal.entry where kind like 'recap%' or kind = 'message-sent' order by seq")).containsExactly("recap-drafted", "message-sent");
  }

  @Test
  void itIsWrittenOnce() {
    planRecap();
    assertThatThrownBy(this::planRecap).isInstanceOf(CannotRecord.class).hasMessageContaining("is about to be");
  }

  @Test
  void whoeverSaysYesIsNotAskedAgain() {
    planRecap();
    post.send();
    var recap = recap();
    in(tx -> assertThat(post.the(Recaps.class).acknowledge(tx, recovery(), recap.message(), Recaps.By.REPLY, Optional.of("Yes, agreed."), by(TODAY.plusDays(1)))).isTrue());
    in(tx -> assertThat(post.the(Recaps.class).acknowledge(tx, recovery(), recap.message(), Recaps.By.PORTAL, Optional.empty(), by(TODAY.plusDays(1)))).isFalse());
    assertThat(recap().yes().orElseThrow()).returns(Recaps.By.REPLY, Recaps.Yes::by).returns(Optional.of("Yes, agreed."), Recaps.Yes::words);
    assertThat(morning(TODAY.plusDays(8))).isZero();
    assertThat(post.rows("select summary from journal.entry where kind = 'recap-acknowledged'")).containsExactly("They agree with what was written (reply): Yes, agreed.");
  }

  private Recaps.Recap recap() {
    return post.asked(connection -> post.the(Recaps.class).of(connection, recovery())).getLast();
  }

  @Test
  void whoeverSaysNothingIsAskedOnceMoreAndNotAThirdTime() throws Exception {
    planRecap();
    post.send();
    assertThat(morning(TODAY.plusDays(6))).isZero();
    assertThat(morning(TODAY.plusDays(7))).isOne();
    assertThat(words(1)).contains("Once more", "19 June 2026");
    assertThat(morning(TODAY.plusDays(13))).isZero();
  }

  @Test
  void anInstalmentIsRemindedOfOnceBeforeItsDay() throws Exception {
    assertThat(morning(FIRST.minusDays(4))).isZero();
    assertThat(morning(FIRST.minusDays(3))).isOne();
    assertThat(words(0)).contains("19 June 2026", "400.00", "next instalment");
    assertThat(morning(FIRST.minusDays(2))).isZero();
  }

  @Test
  void notOfAnInstalmentThatHasComeNorInAHold() {
    post.clock.moveTo(FIRST.minusDays(3).atTime(9, 0).atZone(Post.BERLIN).toInstant());
    in(tx -> post.the(AgreementMail.class).plan(tx, FIRST.minusDays(3), post.clock.instant()));
    assertThat(post.one("select count(*) from correspondence.message where purpose = 'instalment' and state = 'checked'")).isEqualTo("1");
    var receipt = UUID.randomUUID();
    post.database.execute(
        "insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind) values ('%s', '%s', '%s', 'EUR', 40000, '2026-06-15', 'bank')".formatted(receipt, post.creditor, debtor),
        """
        insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
        select '%1$s', creditor_id, debtor_id, id, 'EUR', 'receipt', '%1$s', 40000, '2026-06-15', 'duly' from ledger.invoice
        """.formatted(receipt));
    assertThat(post.send().sent()).isZero();
    assertThat(post.one("select state, withdrawn_why from correspondence.message where purpose = 'instalment'")).isEqualTo("withdrawn it has come");
  }

  @Test
  void whatDoesNotRunAnyMoreIsNotRepeated() {
    planRecap();
    in(tx -> post.the(Plans.class).end(tx, recovery(), "They pay at once.", by(TODAY)));
    assertThat(post.send().sent()).isZero();
    assertThat(post.one("select withdrawn_why from correspondence.message where purpose = 'recap'")).isEqualTo("what was agreed does not run any more");
  }
}
