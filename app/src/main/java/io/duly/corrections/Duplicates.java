package io.duly.corrections;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.Disputes;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.cases.StatedReason.Outcome;
import io.duly.charging.Charging;
import io.duly.charging.TakenBack;
import io.duly.corrections.Crediting.Cause;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Invoices that may ask for the same money twice, and what a person says of them: yes, and the second one is credited in
 * full, whatever had been paid on it pays the first, and the debtor is told that we are sorry; or no, and it is not asked
 * again.
 */
@Component
public final class Duplicates {
  private static final String TEMPLATE = "apology-duplicate";
  private static final int MOST = 1_000;

  private final CaseJournal cases;
  private final Disputes disputes;
  private final Reasons reasons;
  private final Charging charging;
  private final Crediting crediting;
  private final MovedMoney money;
  private final SayingSorry sorry;
  private final IdSource ids;

  Duplicates(
      CaseJournal cases, Disputes disputes, Reasons reasons, Charging charging, Crediting crediting, MovedMoney money, SayingSorry sorry, IdSource ids) {
    this.cases = cases;
    this.disputes = disputes;
    this.reasons = reasons;
    this.charging = charging;
    this.crediting = crediting;
    this.money = money;
    this.sorry = sorry;
    this.ids = ids;
  }

  /** Those of which nobody has said yet whether they are, the oldest finding first; at most a thousand. */
  public List<PossibleDuplicate> undecided(DSLContext tx) {
    return PossibleDuplicates.undecided(tx, MOST);
  }

  /** The decided ones too. */
  public List<PossibleDuplicate> all(DSLContext tx) {
    return PossibleDuplicates.all(tx, MOST);
  }

  /** The undecided ones among the invoices of a case. */
  public List<PossibleDuplicate> of(DSLContext tx, CaseId id) {
    return PossibleDuplicates.of(tx, id);
  }

  /** Those in which an invoice is one of the two, decided or not. */
  public List<PossibleDuplicate> of(DSLContext tx, InvoiceId invoice) {
    return PossibleDuplicates.of(tx, invoice);
  }

  public Optional<PossibleDuplicate> the(DSLContext tx, UUID id) {
    return PossibleDuplicates.the(tx, id);
  }

  /**
   * Yes: {@code invoice} asks for what {@code of} asks for. It need not have been suspected.
   *
   * @param number of the credit note, where the creditor's books have one
   * @param why in our own words
   * @throws CannotRecord where the two are not of one debtor and currency, or that was decided before
   */
  public Corrected confirm(DSLContext tx, InvoiceId invoice, InvoiceId of, Optional<String> number, String why, Recorded by) {
    cases.latestOf(tx, invoice).ifPresent(head -> cases.locked(tx, List.of(head.id())));
    var wrong = WrongInvoice.of(tx, invoice);
    var original = WrongInvoice.of(tx, of);
    require(tx, wrong, original, why);
    refuseTheOtherWayRound(tx, wrong, original);
    decide(tx, wrong, original, true, why, by);
    var said = "a duplicate of " + original.number() + ": " + why.strip();
    var corrected = putRight(tx, wrong, original, number, said, by);
    closeQuestions(tx, wrong, said, by);
    cases.latestOf(tx, invoice).ifPresent(head -> tell(tx, head, corrected, original, why, by));
    return corrected;
  }

  /**
   * No: both are real. What was held back is chased again.
   *
   * @throws CannotRecord where the two are not of one debtor and currency, or that was decided before
   */
  public void refute(DSLContext tx, InvoiceId invoice, InvoiceId of, String why, Recorded by) {
    var wrong = WrongInvoice.of(tx, invoice);
    var original = WrongInvoice.of(tx, of);
    require(tx, wrong, original, why);
    var asked = decide(tx, wrong, original, false, why, by);
    var said = "Invoices " + wrong.number() + " and " + original.number() + " are two: " + why.strip();
    asked.filter(question -> isOpen(tx, question)).ifPresent(question -> disputes.close(tx, question, DisputeOutcome.REJECTED, said, by));
    var facts = Map.of("invoice", wrong.number(), "other", original.number(), "why", why.strip());
    cases.latestOf(tx, invoice).ifPresent(head -> cases.write(tx, List.of(head), "duplicate-refuted", said, facts, by));
  }

  private static boolean isOpen(DSLContext tx, UUID dispute) {
    return tx.fetchSingle("select exists (select from cases.dispute where id = ? and closed_on is null)", dispute).get(0, Boolean.class);
  }

  private static void require(DSLContext tx, WrongInvoice wrong, WrongInvoice original, String why) {
    if (why.isBlank()) {
      throw new CannotRecord("Say how that was found out; the journal keeps it.");
    }
    if (wrong.id().equals(original.id())) {
      throw new CannotRecord("An invoice is not its own duplicate.");
    }
    if (!wrong.debtor().equals(original.debtor()) || !wrong.gross().currency().equals(original.gross().currency())) {
      throw new CannotRecord("Invoices " + wrong.number() + " and " + original.number() + " are of two debtors or two currencies.");
    }
    boolean decided =
        tx.fetchSingle(
                "select exists (select from corrections.possible_duplicate where decision = 'duplicate' and invoice_id in (?, ?))",
                wrong.id().value(), original.id().value())
            .get(0, Boolean.class);
    if (decided) {
      throw new CannotRecord("One of the two is decided to be a duplicate already, and credited.");
    }
  }

  /** The one that is held back is the one to credit. */
  private static void refuseTheOtherWayRound(DSLContext tx, WrongInvoice wrong, WrongInvoice original) {
    boolean turned =
        tx.fetchSingle(
                "select exists (select from corrections.possible_duplicate where decision is null and (invoice_id, earlier_id) = (?, ?))",
                original.id().value(), wrong.id().value())
            .get(0, Boolean.class);
    if (turned) {
      throw new CannotRecord(
          "It is " + original.number() + " that is held back as a repetition of " + wrong.number() + "; credit that one, or say that they are two.");
    }
  }

  /** Answers the question that held it back, where there was one. */
  private Optional<UUID> decide(DSLContext tx, WrongInvoice wrong, WrongInvoice original, boolean duplicate, String why, Recorded by) {
    var at = by.recordedAt().atOffset(ZoneOffset.UTC);
    tx.execute(
        """
        insert into corrections.possible_duplicate (id, creditor_id, debtor_id, invoice_id, earlier_id, why, found_on, found_by, found_at)
        select ?, ?, ?, ?, ?, 'said by a person', ?::date, ?, ?::timestamptz where not exists (
          select from corrections.possible_duplicate where (invoice_id, earlier_id) in ((?, ?), (?, ?)))
        """,
        ids.next(), wrong.creditor().value(), wrong.debtor().value(), wrong.id().value(), original.id().value(), by.on(), by.actor(), at,
        wrong.id().value(), original.id().value(), original.id().value(), wrong.id().value());
    return tx.fetchOptional(
            """
            update corrections.possible_duplicate set decision = ?, decided_on = ?::date, decided_by = ?, decided_at = ?::timestamptz, decided_why = ?
             where decision is null and (invoice_id, earlier_id) in ((?, ?), (?, ?)) returning dispute_id
            """,
            duplicate ? "duplicate" : "two_invoices", by.on(), by.actor(), at, why.strip(),
            wrong.id().value(), original.id().value(), original.id().value(), wrong.id().value())
        .map(row -> Optional.ofNullable(row.get("dispute_id", UUID.class)))
        .orElseThrow(() -> new CannotRecord("Of invoices " + wrong.number() + " and " + original.number() + " that was decided before."));
  }

  private Corrected putRight(
      DSLContext tx, WrongInvoice wrong, WrongInvoice original, Optional<String> number, String why, Recorded by) {
    var freed = new ArrayList<MovedMoney.Freed>();
    var nothing = Money.zero(wrong.gross().currency());
    var taken = cases.latestOf(tx, wrong.id()).map(head -> charging.takeBack(tx, head, wrong.id(), why, by));
    taken.ifPresent(charges -> charges.freed().stream().map(MovedMoney.Freed::of).forEach(freed::add));
    var charges = taken.map(TakenBack::charges).orElse(nothing);
    freed.addAll(money.free(tx, wrong, wrong.creditable().minus(wrong.open()), why, by));
    var open = WrongInvoice.of(tx, wrong.id());
    var cause = new Cause(Mistake.DUPLICATE, Optional.of(original.id()), Optional.empty(), number, why);
    var note = open.open().isPositive() ? Optional.of(crediting.credit(tx, open, open.open(), cause, by)) : Optional.<String>empty();
    var moved = money.allocate(tx, freed, original.id(), "had been set against " + wrong.number() + ", " + why, by);
    var sum = freed.stream().map(MovedMoney.Freed::amount).reduce(nothing, Money::plus);
    if (moved.isPositive()) {
      charging.correct(tx, original.id(), by);
      sorry.withdraw(tx, original, by);
    }
    return new Corrected(wrong.number(), note, open.open(), moved, sum.minus(moved), charges, sorry.about(tx, wrong, TEMPLATE, by));
  }

  /** Whatever was asked about it, by us or by the debtor, is answered. */
  private void closeQuestions(DSLContext tx, WrongInvoice wrong, String said, Recorded by) {
    disputes.openOf(tx, wrong.id())
        .ifPresent(
            dispute -> disputes.close(tx, dispute.id(), Corrections.isCredited(tx, dispute) ? DisputeOutcome.UPHELD : DisputeOutcome.SETTLED, "it was " + said, by));
    cases.latestOf(tx, wrong.id()).stream()
        .flatMap(head -> reasons.of(tx, head.id()).stream())
        .filter(reason -> reason.category() == ReasonCategory.DUPLICATE && reason.verification().isEmpty())
        .forEach(reason -> reasons.verify(tx, reason.id(), Outcome.CONFIRMED, "invoice " + wrong.number() + " is " + said, Optional.empty(), by));
  }

  private void tell(DSLContext tx, CaseHead head, Corrected done, WrongInvoice original, String why, Recorded by) {
    var facts =
        Map.of(
            "invoice", done.invoice(), "of", original.number(), "why", why.strip(), "creditNote", done.creditNote().orElse(""),
            "credited", done.credited().plain(), "currency", done.credited().currency().getCurrencyCode(), "moved", done.moved().plain(),
            "left", done.left().plain(), "chargesTakenBack", done.charges().plain());
    cases.write(tx, List.of(head), "duplicate-confirmed", sentence(done, original, why), facts, by);
  }

  private static String sentence(Corrected done, WrongInvoice original, String why) {
    var said = new StringBuilder("We were wrong: invoice " + done.invoice() + " asked for what " + original.number() + " asks for. " + why.strip());
    done.creditNote().ifPresent(note -> said.append(" Credited " + done.credited() + " with " + note + "."));
    if (done.moved().isPositive()) {
      said.append(" " + done.moved() + " that had been set against it pay " + original.number() + ".");
    }
    if (done.left().isPositive()) {
      said.append(" " + done.left() + " of the debtor's money wait to be allocated or returned.");
    }
    return said.toString();
  }
}
