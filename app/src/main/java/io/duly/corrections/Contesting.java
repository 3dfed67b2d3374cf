package io.duly.corrections;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Dispute;
import io.duly.cases.Dispute.Acknowledged;
import io.duly.cases.Disputes;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.correspondence.AnswerDays;
import io.duly.correspondence.sending.DisputeLetters;
import io.duly.kernel.CreditorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a debtor contests, taken in as a whole: the part stands still, the reason is kept to be checked, our answer has its day by the creditor's
 * own times, and the debtor hears that we have it. Works in the caller's transaction.
 */
@Component
public final class Contesting {
  private final CaseJournal cases;
  private final Reasons reasons;
  private final Disputes disputes;
  private final AnswerDays days;
  private final DisputeLetters letters;

  Contesting(CaseJournal cases, Reasons reasons, Disputes disputes, AnswerDays days, DisputeLetters letters) {
    this.cases = cases;
    this.reasons = reasons;
    this.disputes = disputes;
    this.days = days;
    this.letters = letters;
  }

  /**
   * What is contested.
   *
   * @param lines as the invoice numbers them; empty where it is an amount alone
   * @param why in the debtor's words, or in ours
   * @param reason to be checked; empty where none was given
   * @param answerBy by when we answer; empty: by the creditor's times
   */
  public record Contest(InvoiceId invoice, Money amount, List<String> lines, String why, Optional<Reason> reason, Optional<LocalDate> answerBy, Receipt receipt) {}

  /** @param ask who can confirm it */
  public record Reason(ReasonCategory category, String words, Optional<String> ask) {}

  /** How the debtor hears that we have it. */
  public enum Receipt {
    /** They were told, on the phone or where they contested it themselves. */
    TOLD,
    /** They are written to. */
    WRITE,
    /** A person still does it, by the creditor's times. */
    LATER
  }

  /**
   * Takes it in.
   *
   * @throws CannotRecord where the invoice is unknown, not open to that amount, or contested already, nobody can be written to, or a day is over
   */
  public UUID contest(DSLContext tx, Contest contest, Recorded by) {
    var head = cases.latestOf(tx, contest.invoice());
    var creditor = creditor(tx, contest.invoice());
    var due = days.of(tx, creditor, by.on());
    var answerBy = contest.answerBy().orElse(due.answerBy());
    contest.reason().ifPresent(reason -> keep(tx, head, reason, answerBy, by));
    var id = disputes.open(tx, contest.invoice(), contest.amount(), contest.lines(), contest.why(), answerBy, by);
    disputes.owesAcknowledgement(tx, id, due.acknowledgeBy());
    switch (contest.receipt()) {
      case TOLD -> disputes.acknowledged(tx, id, Acknowledged.TOLD, by);
      case WRITE -> write(tx, contest.invoice(), by);
      case LATER -> {}
    }
    return id;
  }

  private static CreditorId creditor(DSLContext tx, InvoiceId invoice) {
    return tx.fetchOptional("select creditor_id from ledger.invoice where id = ?", invoice.value())
        .map(row -> new CreditorId(row.get(0, UUID.class)))
        .orElseThrow(() -> new CannotRecord("There is no such invoice."));
  }

  private void keep(DSLContext tx, Optional<CaseHead> head, Reason reason, LocalDate checkBy, Recorded by) {
    head.filter(CaseHead::isOpen).ifPresent(one -> reasons.record(tx, one.id(), reason.category(), reason.words(), reason.ask(), checkBy, by));
  }

  /**
   * Acknowledges the open dispute of an invoice that waits for that.
   *
   * @param written they are written to; otherwise they were told
   * @throws CannotRecord where nothing waits for it, or nobody can be written to
   */
  public void acknowledge(DSLContext tx, InvoiceId invoice, boolean written, Recorded by) {
    if (written) {
      write(tx, invoice, by);
    } else {
      disputes.acknowledged(tx, open(tx, invoice).id(), Acknowledged.TOLD, by);
    }
  }

  private void write(DSLContext tx, InvoiceId invoice, Recorded by) {
    var head = cases.latestOf(tx, invoice).filter(CaseHead::isOpen)
        .orElseThrow(() -> new CannotRecord("There is no open case in which they could be written to. Tell them otherwise, and say that they were told."));
    var dispute = open(tx, invoice);
    disputes.acknowledged(tx, dispute.id(), Acknowledged.WRITTEN, by);
    letters.acknowledge(tx, head, dispute, by);
  }

  private Dispute open(DSLContext tx, InvoiceId invoice) {
    return disputes.openOf(tx, invoice).orElseThrow(() -> new CannotRecord("The invoice has no open dispute."));
  }
}
