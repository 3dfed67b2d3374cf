package io.duly.webhooks;

import java.util.List;

/** The kinds of lines of the journal, which are those of events. */
public final class EventKinds {
  /** In the order of the alphabet. */
  public static final List<String> ALL =
      List.of(
          "account-manager-not-told", "account-manager-told", "allocation-reversed", "apology-drafted", "automatic-answer", "bulk-taken-back", "call-begun", "call-ended", "call-heated",
          "call-taken-over", "case-given", "case-taken-over", "charge-cancelled", "charge-waived", "charges-posted", "checklist-marked", "closed", "contact-asked", "contact-made",
          "contact-outcome", "contact-received", "copies-promised", "corrected", "credit-netted", "decided", "dispute-closed", "dispute-opened", "duplicate-confirmed",
          "duplicate-refuted", "hold-lifted", "hold-placed", "message-approval", "message-bounced", "message-delayed", "message-delivered", "message-failed", "message-resolved",
          "message-retry", "message-sent", "message-uncertain", "message-waits", "message-withdrawn", "message-written", "money-looked-at", "money-may-have-come", "money-set-aside", "note", "opened",
          "paper-filed", "pause-lifted", "pause-placed", "promise-judged", "promise-made", "promise-superseded", "reason-recorded", "reason-verified", "recovery-evidence",
          "relationship-changed", "reply-received", "reply-settled", "right-party", "taken-as-sent", "task-done", "task-opened", "task-put-off", "task-reassigned", "thanks-drafted",
          "wish-ended", "wish-stated");

  /** Of a test, which is of no case; told to everybody who asks for one. */
  public static final String TEST = "test";

  private EventKinds() {}
}
