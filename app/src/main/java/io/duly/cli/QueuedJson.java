package io.duly.cli;

import io.duly.correspondence.sending.Queued;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A message as JSON; amounts in major units. */
record QueuedJson(
    String id, long caseNumber, String creditor, String debtor, String channel, String step, String state, String approval, LocalDate plannedOn,
    String asked, String currency, Optional<String> why, Optional<Instant> notBefore) {

  static QueuedJson of(Queued one) {
    return new QueuedJson(
        one.id().toString(), one.caseNumber(), one.creditor(), one.debtor(), one.channel(), one.step(), one.state(), one.approval(), one.plannedOn(),
        one.asked().plain(), one.asked().currency().getCurrencyCode(), one.why(), one.notBefore());
  }

  /** Its state as people say it. */
  static String words(Queued one) {
    if (!one.state().equals("checked")) {
      return one.state().replace('_', ' ');
    }
    return one.approval().equals("needed") ? "for approval" : "waiting";
  }
}
