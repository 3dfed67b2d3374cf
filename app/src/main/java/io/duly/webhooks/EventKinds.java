package io.duly.webhooks;

import java.util.List;

/** The kinds of lines of the journal, which are those of events. */
public final class EventKinds {
  /** In the order of the alphabet. */
  public static final List<String> ALL =
      List.of(
          "account-manager-not-told", "account-manager-told", "allocation-reversed", "answer-overdue", "apology-drafted", "automatic-answer",
          "breathing-space", "breathing-space-ended", "breathing-space-extended", "breathing-space-reviewed", "breathing-space-told", "bulk-taken-back", "call-begun", "call-ended", "call-heated", "call-taken-over", "care-ended", "case-given", "case-taken-over", "charge-cancelled",
          "charge-waived", "chargeback-lost", "chargeback-opened", "chargeback-won", "charges-posted", "checklist-marked", "closed", "consent-taken-back", "contact-asked", "contact-made", "contact-outcome", "contact-received",
          "copies-promised", "corrected", "counter-offer", "counter-offer-answered", "credit-netted", "data-handed-out", "debit-kept-back", "debit-ordered", "debit-returned", "debit-withdrawn", "decided", "dispute-acknowledged", "dispute-closed", "dispute-opened", "duplicate-confirmed",
          "duplicate-refuted", "explanation-drafted", "hold-lifted", "hold-placed", "inquiry-answered", "inquiry-made", "instalment-missed", "instalment-next",
          "instalment-reminder", "mandate-ended", "mandate-given", "message-approval", "message-bounced", "message-delayed", "message-delivered", "message-failed", "message-resolved",
          "message-retry", "message-sent", "message-uncertain", "message-waits", "message-withdrawn", "message-written", "money-looked-at",
          "money-may-have-come", "money-set-aside", "note", "offer-approved", "offer-declined", "offer-overtaken", "offer-proposed", "offer-withdrawn",
          "opened", "paid-online", "paper-filed", "pause-lifted", "pause-placed", "payment-aside", "payment-link-made", "payment-refunded", "payment-told", "plan-broken", "plan-ended", "plan-kept", "plan-made", "plan-renegotiated",
          "portal-code-sent", "portal-opened", "promise-judged", "promise-made", "promise-superseded", "reason-recorded", "reason-verified",
          "recap-acknowledged", "recap-drafted", "recap-not-written", "recovery-evidence", "relationship-changed", "release-drafted", "release-not-written",
          "reply-received", "reply-settled", "right-party", "settlement-made", "settlement-released", "taken-as-sent", "task-done", "task-opened",
          "task-put-off", "task-reassigned", "thanks-drafted", "wish-ended", "wish-stated");

  /** Of a test, which is of no case; told to everybody who asks for one. */
  public static final String TEST = "test";

  private EventKinds() {}
}
