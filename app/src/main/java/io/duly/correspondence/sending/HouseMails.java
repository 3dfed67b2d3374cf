package io.duly.correspondence.sending;

import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The e-mails to account managers that wait, and what came of them. */
@Component
final class HouseMails {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int TOGETHER = 50;
  private static final Duration LEASE = Duration.ofMinutes(10);
  /** What nobody could be told by then is no news any more. */
  private static final Duration AT_MOST = Duration.ofDays(3);
  private static final Duration LONGEST_WAIT = Duration.ofHours(8);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);

  private static final String SERVERS =
      """
      select distinct s.server from correspondence.sender s where exists (
        select from correspondence.house_mail h where h.creditor_id = s.creditor_id and h.state = 'waiting' and h.due_at <= {0}::timestamptz)
      """;
  private static final String CLAIM =
      """
      with due as (
        select h.id from correspondence.house_mail h join correspondence.sender s on s.creditor_id = h.creditor_id and s.server = {1}
         where h.state = 'waiting' and h.due_at <= {0}::timestamptz and (h.claimed_until is null or h.claimed_until <= {0}::timestamptz)
         order by h.due_at, h.id limit {3}::int for update of h skip locked)
      update correspondence.house_mail h set claimed_until = {2}::timestamptz
        from due, cases.recovery_case c, parties.debtor d, parties.creditor k, journal.entry e
       where h.id = due.id and c.id = h.case_id and d.id = h.debtor_id and k.id = h.creditor_id and e.case_id = h.case_id and e.seq = h.seq
      returning h.id, h.creditor_id, h.case_id, c.number, d.name, h.kind, e.body, h.recipient, h.recipient_name, k.language, k.country, h.made_at, h.attempts
      """;
  private static final String LATE =
      """
      select h.id, h.creditor_id, h.case_id, c.number, d.name, h.kind, e.body, h.recipient, h.recipient_name, k.language, k.country, h.made_at, h.attempts, h.last_answer
        from correspondence.house_mail h join cases.recovery_case c on c.id = h.case_id join parties.debtor d on d.id = h.debtor_id join parties.creditor k on k.id = h.creditor_id
        join journal.entry e on e.case_id = h.case_id and e.seq = h.seq
       where h.state = 'waiting' and h.made_at < {0}::timestamptz and (h.claimed_until is null or h.claimed_until <= {1}::timestamptz)
       order by h.due_at, h.id limit {2}::int for update of h skip locked
      """;

  private final Journal journal;
  private final Archive archive;

  HouseMails(Journal journal, Archive archive) {
    this.journal = journal;
    this.archive = archive;
  }

  /** The mail servers by which something is due; what is no news any more is given up before. */
  List<String> servers(DSLContext tx, Instant now) {
    tx.fetch(LATE, DSL.val(at(now.minus(AT_MOST))), DSL.val(at(now)), DSL.val(TOGETHER))
        .forEach(row -> givenUp(tx, mail(row), Optional.ofNullable(row.get("last_answer", String.class)).orElse("no mail server sends for this creditor"), now));
    return tx.fetch(SERVERS, DSL.val(at(now))).getValues(0, String.class);
  }

  /** Takes some that are due for this node alone; what a node that died had taken is free again after ten minutes. */
  List<HouseMail> claim(DSLContext tx, String server, Instant now) {
    return tx.fetch(CLAIM, DSL.val(at(now)), DSL.val(server), DSL.val(at(now.plus(LEASE))), DSL.val(TOGETHER)).map(HouseMails::mail);
  }

  void sent(DSLContext tx, HouseMail mail, Packed packed, String answer, Instant now) {
    tx.execute(
        "update correspondence.house_mail set state = 'sent', sent_at = ?::timestamptz, claimed_until = null, attempts = attempts + 1, last_answer = ? where id = ?",
        now.toString(), answer, mail.id());
    var copy = archive.keep(tx, mail.creditor(), new Document(packed.name(), packed.mediaType(), packed.bytes(), packed.words()), now);
    write(tx, mail, "account-manager-told", "The account manager was told by e-mail (" + mail.kind() + "); the answer was: " + answer, Optional.of(copy), now);
  }

  void later(DSLContext tx, HouseMail mail, String answer, Instant now) {
    if (!now.isBefore(mail.madeAt().plus(AT_MOST))) {
      givenUp(tx, mail, answer, now);
      return;
    }
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(mail.attempts(), 10));
    tx.execute(
        "update correspondence.house_mail set due_at = ?::timestamptz, claimed_until = null, attempts = attempts + 1, last_answer = ? where id = ?",
        now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).toString(), answer, mail.id());
  }

  void givenUp(DSLContext tx, HouseMail mail, String answer, Instant now) {
    tx.execute(
        "update correspondence.house_mail set state = 'given_up', claimed_until = null, attempts = attempts + 1, last_answer = ? where id = ?", answer, mail.id());
    write(tx, mail, "account-manager-not-told", "The account manager could not be told by e-mail (" + mail.kind() + "): " + answer, Optional.empty(), now);
  }

  private void write(DSLContext tx, HouseMail mail, String kind, String summary, Optional<io.duly.journal.Sha256> copy, Instant now) {
    tx.execute("select from cases.recovery_case where id = ? for no key update", mail.recovery().value());
    var body = JSON.createObjectNode().put("about", mail.kind()).put("to", mail.recipient()).toString();
    journal.append(tx, now, List.of(new JournalEntry(mail.recovery(), mail.creditor(), kind, now, "duly", summary, body, copy)));
  }

  private static HouseMail mail(Record row) {
    return new HouseMail(
        row.get("id", UUID.class), new CreditorId(row.get("creditor_id", UUID.class)), new CaseId(row.get("case_id", UUID.class)), row.get("number", Long.class),
        row.get("name", String.class), row.get("kind", String.class), JSON.readTree(row.get("body", String.class)), row.get("recipient", String.class),
        Optional.ofNullable(row.get("recipient_name", String.class)), row.get("language", String.class), Optional.ofNullable(row.get("country", String.class)),
        row.get("made_at", OffsetDateTime.class).toInstant(), row.get("attempts", Integer.class));
  }

  private static OffsetDateTime at(Instant when) {
    return when.atOffset(ZoneOffset.UTC);
  }
}
