package io.duly.cli;

import io.duly.correspondence.reply.ReplyLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A reply as JSON; amounts in major units. */
record ReplyJson(
    String id, String kind, String state, Instant receivedAt, Optional<Long> caseNumber, Optional<String> creditor, Optional<String> debtor,
    Optional<String> owed, Optional<String> currency, Optional<String> sender, String senderName, boolean senderKnown, String subject,
    List<String> mayBeSaying, Optional<String> why, boolean urgent, int files) {

  static ReplyJson of(ReplyLine one) {
    return new ReplyJson(
        one.id().toString(), one.kind().name().toLowerCase(Locale.ROOT), one.state().name().toLowerCase(Locale.ROOT), one.receivedAt(), one.caseNumber(),
        one.creditor(), one.debtor(), one.owed().map(owed -> owed.plain()), one.owed().map(owed -> owed.currency().getCurrencyCode()), one.sender(),
        one.senderName(), one.senderKnown(), one.subject(), one.mayBeSaying(), one.why(), one.urgent(), one.files());
  }
}
