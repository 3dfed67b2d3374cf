package io.duly.corrections;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Dispute;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.Disputes;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.cases.StatedReason.Outcome;
import io.duly.charging.Charging;
import io.duly.correspondence.sending.DisputeLetters;
import io.duly.corrections.Crediting.Cause;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.journal.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Our own mistakes, put right: what was asked for wrongly is credited on its invoice, in full or in part. Works in the
 * caller's transaction; case, ledger, charges, drafts and journal change together.
 */
@Component
public final class Corrections {
  private static final String TEMPLATE = "apology-correction";
  private static final Pattern STOP = Pattern.compile("\\.$");

  private final CaseJournal cases;
  private final Disputes disputes;
  private final Reasons reasons;
  private final Charging charging;
  private final Crediting crediting;
  private final MovedMoney money;
  private final SayingSorry sorry;
  private final DisputeLetters letters;

  Corrections(CaseJournal cases, Disputes disputes, Reasons reasons, Charging charging, Crediting crediting, MovedMoney money, SayingSorry sorry, DisputeLetters letters) {
    this.cases = cases;
    this.disputes = disputes;
    this.reasons = reasons;
    this.charging = charging;
    this.crediting = crediting;
    this.money = money;
    this.sorry = sorry;
    this.letters = letters;
  }

  /**
   * Credits what was wrong. Money that had paid it is set against the rest of the invoice; what is left of it waits to be
   * allocated or returned. A dispute of the invoice stays open: {@link #answer} closes one.
   *
   * @throws CannotRecord where the amount is not between zero and what is not credited yet, or nothing is said
   */
  public Corrected credit(DSLContext tx, Correction correction, Recorded by) {
    if (correction.mistake() == Mistake.DUPLICATE) {
      throw new CannotRecord("Say which invoice it repeats: ./duly case duplicate --invoice NUMBER --of NUMBER credits it.");
    }
    return credit(tx, correction, Optional.empty(), () -> {}, true, by);
  }

  /**
   * Answers the open dispute of an invoice. Upheld, the contested part is credited, less what was credited since; settled,
   * the part that is named. Rejected and withdrawn, it is owed as if it never had been contested. What the debtor gave as the reason of what is
   * upheld is confirmed by it.
   *
   * @param credited for {@link DisputeOutcome#SETTLED}: how much we give way; else empty
   * @param answer what the debtor is told, in a sentence
   * @throws CannotRecord where there is no open dispute, or the answer does not fit it
   */
  public Optional<Corrected> answer(
      DSLContext tx, InvoiceId invoice, DisputeOutcome outcome, Optional<Money> credited, Mistake mistake, Optional<String> number,
      String answer, Recorded by) {
    return answer(tx, invoice, outcome, credited, mistake, number, answer, Optional.empty(), by);
  }

  /**
   * The same, and where it is owed in part or as a whole the debtor is told why in writing, with the documents; a part that was credited is
   * named there, and no other apology goes for it.
   *
   * @param papers of the case's file that go with the originals of the invoice; empty: nothing is written
   * @throws CannotRecord as above, or where it cannot be written
   */
  public Optional<Corrected> answer(
      DSLContext tx, InvoiceId invoice, DisputeOutcome outcome, Optional<Money> credited, Mistake mistake, Optional<String> number,
      String answer, Optional<List<Sha256>> papers, Recorded by) {
    if (papers.isPresent() && outcome != DisputeOutcome.REJECTED && outcome != DisputeOutcome.SETTLED) {
      throw new CannotRecord("Only what is owed, in part or as a whole, is explained in writing.");
    }
    var dispute = disputes.openOf(tx, invoice).orElseThrow(() -> new CannotRecord("The invoice has no open dispute."));
    refuseOurOwn(tx, dispute);
    var amount = toCredit(tx, dispute, outcome, credited);
    if (answer.isBlank()) {
      throw new CannotRecord("Say what the debtor is told.");
    }
    Runnable close = () -> {
      disputes.close(tx, dispute.id(), outcome, answer, by);
      if (outcome == DisputeOutcome.UPHELD) {
        confirm(tx, dispute, answer, by);
      }
    };
    var credit = amount.filter(Money::isPositive).map(sum -> new Correction(invoice, Optional.of(sum), mistake, number, answer));
    if (credit.isEmpty()) {
      close.run();
    }
    var corrected = credit.map(correction -> credit(tx, correction, Optional.of(dispute.id()), close, papers.isEmpty(), by));
    papers.ifPresent(enclosed -> explain(tx, dispute, corrected.map(Corrected::credited), answer, enclosed, by));
    return corrected;
  }

  /** The reason that was given with the dispute, in the same words, is checked by our yes. */
  private void confirm(DSLContext tx, Dispute dispute, String answer, Recorded by) {
    cases.latestOf(tx, dispute.invoice()).stream()
        .flatMap(head -> reasons.of(tx, head.id()).stream())
        .filter(reason -> reason.verification().isEmpty() && reason.ownWords().equals(dispute.why()))
        .forEach(reason -> reasons.verify(tx, reason.id(), Outcome.CONFIRMED, answer.strip(), Optional.empty(), by));
  }

  private void explain(DSLContext tx, Dispute dispute, Optional<Money> credited, String answer, List<Sha256> papers, Recorded by) {
    var head = cases.latestOf(tx, dispute.invoice()).orElseThrow(() -> new CannotRecord("There is no case that it could be explained in."));
    disputes.explainedBy(tx, dispute.id(), letters.explain(tx, head, dispute, credited, answer, papers, by).value());
  }

  private static void refuseOurOwn(DSLContext tx, Dispute dispute) {
    boolean ours =
        tx.fetchSingle("select exists (select from corrections.possible_duplicate where dispute_id = ? and decision is null)", dispute.id())
            .get(0, Boolean.class);
    if (ours) {
      throw new CannotRecord(
          "It is we who ask whether invoice " + dispute.invoiceNumber() + " is a duplicate: ./duly case duplicate says yes or no.");
    }
  }

  private static Optional<Money> toCredit(DSLContext tx, Dispute dispute, DisputeOutcome outcome, Optional<Money> credited) {
    if (outcome != DisputeOutcome.SETTLED && credited.isPresent()) {
      throw new CannotRecord("Only a dispute that is settled names an amount: accepted, all of " + dispute.amount() + " is credited.");
    }
    if (credited.filter(sum -> sum.compareTo(dispute.amount()) > 0).isPresent()) {
      throw new CannotRecord("No more than " + dispute.amount() + " is contested.");
    }
    return outcome == DisputeOutcome.UPHELD ? Optional.of(dispute.amount().minus(creditedSince(tx, dispute))) : credited;
  }

  /** Credit notes of at least the contested amount came since. */
  static boolean isCredited(DSLContext tx, Dispute dispute) {
    return creditedSince(tx, dispute).compareTo(dispute.amount()) >= 0;
  }

  private static Money creditedSince(DSLContext tx, Dispute dispute) {
    long sum =
        tx.fetchSingle(
                "select coalesce(sum(amount), 0)::bigint from ledger.posting where invoice_id = ? and kind = 'credit_note' and effective_on >= ?",
                dispute.invoice().value(), dispute.openedOn())
            .get(0, Long.class);
    return new Money(sum, dispute.amount().currency());
  }

  /**
   * @param credited what follows once the credit note is in, before charges are looked at
   * @param apologise otherwise another message says it
   */
  private Corrected credit(DSLContext tx, Correction correction, Optional<UUID> dispute, Runnable credited, boolean apologise, Recorded by) {
    cases.latestOf(tx, correction.invoice()).ifPresent(head -> cases.locked(tx, List.of(head.id())));
    var wrong = WrongInvoice.of(tx, correction.invoice());
    var amount = correction.amount().orElse(wrong.creditable());
    require(wrong, amount, correction);
    var why = correction.mistake().sentence() + ": " + correction.why().strip();
    var freed = money.free(tx, wrong, amount.minus(wrong.open().min(amount)), why, by);
    var cause = new Cause(correction.mistake(), Optional.empty(), dispute, correction.number(), correction.why().strip());
    var note = crediting.credit(tx, WrongInvoice.of(tx, wrong.id()), amount, cause, by);
    var sum = freed.stream().map(MovedMoney.Freed::amount).reduce(Money.zero(amount.currency()), Money::plus);
    var moved = money.allocate(tx, freed, wrong.id(), "set against what is still owed", by);
    credited.run();
    var charges = charging.correct(tx, wrong.id(), by).orElseGet(() -> Money.zero(amount.currency()));
    var apology = apologise ? sorry.about(tx, wrong, TEMPLATE, by) : Optional.<LocalDate>empty();
    var corrected = new Corrected(wrong.number(), Optional.of(note), amount, moved, sum.minus(moved), charges, apology);
    cases.latestOf(tx, wrong.id()).ifPresent(head -> tell(tx, head, corrected, correction, by));
    return corrected;
  }

  private static void require(WrongInvoice wrong, Money amount, Correction correction) {
    if (correction.why().isBlank()) {
      throw new CannotRecord("Say what was wrong, in a sentence; the journal keeps it.");
    }
    if (!amount.currency().equals(wrong.gross().currency()) || !amount.isPositive() || amount.compareTo(wrong.creditable()) > 0) {
      throw new CannotRecord(
          "Of invoice " + wrong.number() + ", " + wrong.gross() + ", " + wrong.creditable() + " are not credited yet; what is credited lies between zero and that.");
    }
  }

  private void tell(DSLContext tx, CaseHead head, Corrected done, Correction correction, Recorded by) {
    var facts =
        Map.of(
            "invoice", done.invoice(), "creditNote", done.creditNote().orElse(""), "amount", done.credited().plain(),
            "currency", done.credited().currency().getCurrencyCode(), "reason", correction.mistake().word(), "why", correction.why(),
            "left", done.left().plain(), "chargesTakenBack", done.charges().plain());
    var said = "We were wrong about invoice " + done.invoice() + " (" + correction.mistake().sentence() + "): " + STOP.matcher(correction.why().strip()).replaceFirst("")
        + ". Credited " + done.credited() + " with " + done.creditNote().orElse("") + ".";
    cases.write(tx, List.of(head), "corrected", said, facts, by);
  }
}
