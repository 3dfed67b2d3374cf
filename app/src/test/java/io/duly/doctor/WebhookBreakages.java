package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** Ways to break what other systems and account managers are told. */
final class WebhookBreakages {
  private static final String TOLD =
      "insert into webhooks.event (subscription_id, creditor_id, case_id, seq, kind, occurred_at, made_at, due_at)"
          + " select s.id, e.creditor_id, e.case_id, e.seq, e.kind, e.occurred_at, e.recorded_at, e.recorded_at from journal.entry e, webhooks.subscription s where e.kind = 'note'";

  private static final String HOUSE =
      "insert into correspondence.house_mail (creditor_id, debtor_id, case_id, seq, kind, recipient, made_at, due_at) select e.creditor_id, c.debtor_id, e.case_id, e.seq, e.kind,"
          + " 'max@creditor.example', e.recorded_at, e.recorded_at from journal.entry e join cases.recovery_case c on c.id = e.case_id where e.kind = 'note'";

  private WebhookBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("house-mail-line", HOUSE, "update correspondence.house_mail set kind = 'opened'"),
        seenBy("house-mail-told", HOUSE, "update correspondence.house_mail set state = 'sent', sent_at = made_at"),
        seenBy("webhook-line", TOLD, "update webhooks.event set kind = 'opened'"),
        seenBy("webhook-line", TOLD, "update webhooks.event set seq = 99"),
        seenBy("webhook-line", TOLD, "update webhooks.subscription set creditors = null", "update webhooks.event set creditor_id = $Harbour"),
        seenBy("webhook-told", "update webhooks.subscription set kinds = '{note}'"),
        seenBy("webhook-behind", TOLD, "update webhooks.subscription set paused_at = null, paused_why = null"),
        seenBy("webhook-scope", TOLD, "update webhooks.subscription set creditors = array[$Harbour]::uuid[]"));
  }
}
