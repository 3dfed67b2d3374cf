package io.duly.desk.call;

import io.duly.calls.Call;
import io.duly.calls.Drafts;
import io.duly.calls.Script;
import io.duly.calls.Sheet;
import io.duly.cases.CaseHead;
import io.duly.desk.bargain.Bargain;
import io.duly.ledger.InvoiceLine;
import io.duly.kernel.Money;
import io.duly.parties.ContactPerson;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a call shows.
 *
 * @param asksFor whom it is meant for
 * @param phone under which we are called back
 * @param owed empty until the right party is on the line: the page cannot show what it does not have (P10)
 * @param usual what usually comes after each outcome
 */
public record Room(
    Call call, CaseHead head, String debtor, boolean consumer, String creditor, Optional<ContactPerson> asksFor, Optional<String> phone, Script script,
    Drafts.Draft draft, Instant now, Optional<Owed> owed, Map<CallOutcome, NextStep.Due> usual) {

  /**
   * What may be spoken of.
   *
   * @param lines overdue and not contested as a whole
   * @param asked what is asked for: open and not contested
   * @param disputed what is contested beside it
   * @param why the sentence that says why we call
   * @param bargain the options, and what was typed
   * @param planRuns something is agreed: it is agreed anew on its own page, not beside it
   * @param withoutOriginal invoices of which no copy can go, by number
   * @param own the creditor's own words for the telephone, paragraph by paragraph, where it has a template of them in force
   */
  public record Owed(List<InvoiceLine> lines, Money asked, Money disputed, LocalDate dueSince, String why, List<String> own, boolean valued, Spoken spoken,
      Bargain bargain, boolean planRuns, List<String> withoutOriginal) {}

  /**
   * What is read aloud of that which was typed.
   *
   * @param recap of what was typed, where it is a way of paying
   */
  public record Spoken(Optional<String> readback, Optional<String> reading, Optional<String> recap) {}

  public Sheet sheet() {
    return draft.sheet();
  }

  public NextStep.Due usual(CallOutcome outcome) {
    return java.util.Objects.requireNonNull(usual.get(outcome), "each outcome has what usually follows");
  }

  public long seconds() {
    return Math.max(0, java.time.Duration.between(call.beganAt(), now).toSeconds());
  }

  /** Whom to ask for, in the script's words. */
  public String opening(String caller) {
    return asksFor.map(one -> script.say("opening", caller, creditor, one.details().name())).orElseGet(() ->
        consumer ? script.say("opening", caller, creditor, debtor) : script.say("opening.nobody", caller, creditor));
  }

  public String check() {
    return consumer ? script.say("check.person") : script.say("check", debtor);
  }

  /** What may be left on an answering machine: who calls and how to call back, nothing of a debt. */
  public String voicemail(String caller) {
    var whom = asksFor.map(one -> one.details().name()).orElse(debtor);
    return phone.map(number -> script.say("voicemail", caller, creditor, whom, number)).orElseGet(() -> script.say("voicemail.nophone", caller, creditor, whom));
  }
}
