package io.duly.strategy;

import io.duly.plans.RunningPlan;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything a decision needs to know of what one debtor owes one creditor in one currency, as it
 * was known on the business date. Amounts are minor units of {@code currency}.
 *
 * @param existing the open case, or empty where none has been opened yet
 * @param debtor who owes
 * @param currency of every amount in the snapshot
 * @param invoices the invoices with an open balance, in the order of their due dates; an invoice
 *     that is settled may be among them with {@code open} 0
 * @param holds those in force on the date, of the case and of the debtor
 * @param promises those not yet judged
 * @param unallocated receipts that are this debtor's, or could be, and are not allocated yet
 * @param contacts what has gone out to the debtor lately, for any case of theirs
 * @param pendingDraft the day for which a message of this debtor was drafted that has not left yet
 * @param openTasks tasks not done yet
 * @param bankData up to which day it is known what came in; empty where no account is connected
 * @param chargesOpen what is open of charges that were posted, &ge; 0
 * @param plan the plan that runs
 * @param care somebody who was given breathing space, as long as it is to be borne in mind
 */
public record CaseSnapshot(
    Optional<CaseFacts> existing,
    DebtorFacts debtor,
    Currency currency,
    List<InvoiceFacts> invoices,
    List<HoldFacts> holds,
    List<PromiseFacts> promises,
    List<UnallocatedFacts> unallocated,
    ContactFacts contacts,
    Optional<LocalDate> pendingDraft,
    List<TaskFacts> openTasks,
    Optional<BankData> bankData,
    long chargesOpen,
    Optional<RunningPlan> plan,
    Optional<CareFacts> care) {

  /** Of somebody who needed no breathing space. */
  public CaseSnapshot(
      Optional<CaseFacts> existing,
      DebtorFacts debtor,
      Currency currency,
      List<InvoiceFacts> invoices,
      List<HoldFacts> holds,
      List<PromiseFacts> promises,
      List<UnallocatedFacts> unallocated,
      ContactFacts contacts,
      Optional<LocalDate> pendingDraft,
      List<TaskFacts> openTasks,
      Optional<BankData> bankData,
      long chargesOpen,
      Optional<RunningPlan> plan) {
    this(
        existing,
        debtor,
        currency,
        invoices,
        holds,
        promises,
        unallocated,
        contacts,
        pendingDraft,
        openTasks,
        bankData,
        chargesOpen,
        plan,
        Optional.empty());
  }

  /** Without a plan. */
  public CaseSnapshot(
      Optional<CaseFacts> existing,
      DebtorFacts debtor,
      Currency currency,
      List<InvoiceFacts> invoices,
      List<HoldFacts> holds,
      List<PromiseFacts> promises,
      List<UnallocatedFacts> unallocated,
      ContactFacts contacts,
      Optional<LocalDate> pendingDraft,
      List<TaskFacts> openTasks,
      Optional<BankData> bankData,
      long chargesOpen) {
    this(
        existing,
        debtor,
        currency,
        invoices,
        holds,
        promises,
        unallocated,
        contacts,
        pendingDraft,
        openTasks,
        bankData,
        chargesOpen,
        Optional.empty());
  }

  /** As it is once the plan is over: what it was about is asked for like everything else. */
  CaseSnapshot unplanned() {
    var loose = invoices.stream().map(InvoiceFacts::unplanned).toList();
    return new CaseSnapshot(
        existing,
        debtor,
        currency,
        loose,
        holds,
        promises,
        unallocated,
        contacts,
        pendingDraft,
        openTasks,
        bankData,
        chargesOpen,
        plan,
        care);
  }

  /** As it is while the rules let no contact through. */
  public CaseSnapshot closed(Closed until) {
    return with(
        debtor, new ContactFacts(contacts.last(), contacts.recent(), Optional.of(until)));
  }

  /** As it is for a debtor who must not be reached by a channel. */
  public CaseSnapshot without(Channel channel) {
    var others = debtor.reachable().stream().filter(each -> each != channel).toList();
    return with(
        new DebtorFacts(
            debtor.kind(),
            debtor.country(),
            debtor.segment(),
            debtor.relationshipValue(),
            others,
            debtor.settledInvoices(),
            debtor.settledLate()),
        contacts);
  }

  private CaseSnapshot with(DebtorFacts who, ContactFacts when) {
    return new CaseSnapshot(
        existing,
        who,
        currency,
        invoices,
        holds,
        promises,
        unallocated,
        when,
        pendingDraft,
        openTasks,
        bankData,
        chargesOpen,
        plan,
        care);
  }

  /**
   * The open case.
   *
   * @param brokenPromises how many promises of this case were broken before
   */
  public record CaseFacts(Stage stage, LocalDate openedOn, int brokenPromises) {}

  /**
   * What is known of who owes.
   *
   * @param segment the creditor's own grouping, where there is one
   * @param relationshipValue what the debtor buys in a year, minor units, where known
   * @param reachable channels for which there is an address and that the debtor has not refused
   * @param settledInvoices how many of the debtor's invoices with this creditor were settled
   * @param settledLate how many of those were settled after their due date
   */
  public record DebtorFacts(
      DebtorKind kind,
      Optional<String> country,
      Optional<String> segment,
      Optional<Long> relationshipValue,
      List<Channel> reachable,
      int settledInvoices,
      int settledLate) {}

  /**
   * One invoice as it stands on the business date.
   *
   * @param open what is unpaid of it, &ge; 0
   * @param disputed the part of {@code open} that is contested, 0 to {@code open}
   * @param agreed the part of what is left that a running plan is about: asked for by its instalments alone
   * @param steps the policy steps taken for it so far, in the order they were taken
   */
  public record InvoiceFacts(
      java.util.UUID id,
      String number,
      LocalDate issuedOn,
      LocalDate dueOn,
      long gross,
      long open,
      long disputed,
      long agreed,
      List<StepTaken> steps) {

    /** Of which no plan is. */
    public InvoiceFacts(
        java.util.UUID id,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        long gross,
        long open,
        long disputed,
        List<StepTaken> steps) {
      this(id, number, issuedOn, dueOn, gross, open, disputed, 0, steps);
    }

    /** As it is when no plan is about it any more. */
    InvoiceFacts unplanned() {
      return new InvoiceFacts(id, number, issuedOn, dueOn, gross, open, disputed, 0, steps);
    }
  }

  /** A policy step that was taken for an invoice. */
  public record StepTaken(String step, LocalDate on) {}

  /**
   * A reason not to act.
   *
   * @param until the last day of the hold; empty while it is open-ended
   */
  public record HoldFacts(HoldKind kind, LocalDate since, Optional<LocalDate> until, String why) {}

  /**
   * An amount promised by a date.
   *
   * @param amount promised
   * @param received what has come in for the case since the promise was made; of an instalment, what of it
   * @param grace days after its day on which it still runs; empty: as the policy says
   * @param ofPlan whether it is the instalment of a plan that runs
   */
  public record PromiseFacts(
      java.util.UUID id,
      long amount,
      LocalDate madeOn,
      LocalDate dueOn,
      long received,
      OptionalInt grace,
      boolean ofPlan) {

    /** By itself. */
    public PromiseFacts(
        java.util.UUID id, long amount, LocalDate madeOn, LocalDate dueOn, long received) {
      this(id, amount, madeOn, dueOn, received, OptionalInt.empty(), false);
    }

    /** The same when so much has come. */
    PromiseFacts having(long came) {
      return new PromiseFacts(id, amount, madeOn, dueOn, came, grace, ofPlan);
    }
  }

  /**
   * What is left of a receipt or a credit note that is not set against an invoice yet.
   *
   * @param certain the receipt names this debtor; otherwise it only could be theirs
   * @param credit whether it is a credit note
   */
  public record UnallocatedFacts(
      long amount, LocalDate receivedOn, boolean certain, boolean credit) {}

  /**
   * When the debtor was contacted.
   *
   * @param last the day of the last outgoing contact with the debtor
   * @param recent the days of the outgoing contacts of the last 30 days
   * @param closed where the rules about contacts let none through today
   */
  public record ContactFacts(
      Optional<LocalDate> last, List<LocalDate> recent, Optional<Closed> closed) {
    public ContactFacts(Optional<LocalDate> last, List<LocalDate> recent) {
      this(last, recent, Optional.empty());
    }
  }

  /**
   * No contact today by a rule (P13).
   *
   * @param until the first day on which there may be one
   * @param rule its id
   * @param why in a clause
   */
  public record Closed(LocalDate until, String rule, String why) {}

  public record TaskFacts(TaskKind kind, LocalDate dueOn) {}

  /**
   * Breathing space that was given, once it is over or while it runs.
   *
   * @param last its last day
   * @param lookedAt a person looked how to go on
   * @param takenUp the debtor has been written to gently since
   * @param stands the debtor is still to be treated with care
   */
  public record CareFacts(LocalDate last, boolean lookedAt, boolean takenUp, boolean stands) {

    private static final String STEP = "gentle-";

    /** The step by which the debtor hears of us again; each breathing space has its own. */
    public String step() {
      return STEP + last;
    }

    /** Whether a step is one of those, and of no policy. */
    static boolean isStep(String step) {
      return step.matches(STEP + "[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }
  }
}
