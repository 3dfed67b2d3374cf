package io.duly.correspondence;

import io.duly.database.CopiedRows;
import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Moves drafts to {@code taken_as_sent}, with their contacts, journal entries and the next action of their cases. */
final class TakenAsSent {
  private final Contacts contacts;
  private final Journal journal;
  private final IdSource ids;

  TakenAsSent(Contacts contacts, Journal journal, IdSource ids) {
    this.contacts = contacts;
    this.journal = journal;
    this.ids = ids;
  }

  private record Taken(UUID message, UUID creditor, UUID debtor, UUID recovery, String channel, String step) {}

  int take(Connection tx, LocalDate day, Instant now, int most) throws SQLException {
    var taken = move(tx, day, most);
    if (!taken.isEmpty()) {
      contacts.record(tx, taken.stream().map(message -> contact(message, day)).toList());
      letCasesWait(tx, taken, day);
      var at = day.atTime(LocalTime.ofInstant(now, ZoneOffset.UTC)).toInstant(ZoneOffset.UTC);
      journal.appendBulk(tx, now, taken.stream().map(message -> entry(message, at)).toList());
    }
    return taken.size();
  }

  /** Cases are locked before their messages, as everywhere. */
  private static List<Taken> move(Connection tx, LocalDate day, int most) throws SQLException {
    var sql =
        """
        with waiting as materialized (
          select m.id, m.case_id from correspondence.message m where m.state = 'checked' and m.planned_on = date '%1$s'
             and not exists (select from correspondence.contact c
               where c.debtor_id = m.debtor_id and c.day = m.planned_on and c.direction = 'out')
           order by m.case_id limit %2$d),
        locked as materialized (
          select id from cases.recovery_case where id in (select case_id from waiting) order by id for no key update)
        update correspondence.message m set state = 'taken_as_sent', sent_on = m.planned_on
          from waiting w join locked l on l.id = w.case_id where m.id = w.id and m.state = 'checked'
        returning m.id, m.creditor_id, m.debtor_id, m.case_id, m.channel, m.step
        """
            .formatted(day, most);
    var taken = new ArrayList<Taken>();
    try (var rows = CopiedRows.of(tx, sql)) {
      while (rows.next()) {
        taken.add(new Taken(rows.uuid(), rows.uuid(), rows.uuid(), rows.uuid(), rows.text(), rows.text()));
      }
    }
    return taken;
  }

  private Contact contact(Taken taken, LocalDate day) {
    return new Contact(
        ids.next(),
        new CreditorId(taken.creditor),
        new DebtorId(taken.debtor),
        Optional.of(new CaseId(taken.recovery)),
        Contact.Direction.OUT,
        Contact.Way.valueOf(taken.channel.toUpperCase(Locale.ROOT)),
        day,
        Optional.of(new MessageId(taken.message)),
        Optional.empty());
  }

  private static void letCasesWait(Connection tx, List<Taken> taken, LocalDate day) throws SQLException {
    var sql =
        """
        update cases.recovery_case set next_action = 'wait', next_action_on = review_on, because = ?
         where id = any (?) and next_action = 'send' and stage <> 'closed'
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setString(1, "waits: the message of " + day + " was sent");
      statement.setArray(2, tx.createArrayOf("uuid", taken.stream().map(Taken::recovery).toArray()));
      statement.executeUpdate();
    }
  }

  private static JournalEntry entry(Taken taken, Instant at) {
    var summary = "The message " + taken.step + " by " + taken.channel + " is taken as sent.";
    var body = "{\"step\":\"" + taken.step + "\",\"channel\":\"" + taken.channel + "\"}";
    return new JournalEntry(
        new CaseId(taken.recovery), new CreditorId(taken.creditor), "taken-as-sent", at, "duly", summary, body,
        Optional.empty());
  }
}
