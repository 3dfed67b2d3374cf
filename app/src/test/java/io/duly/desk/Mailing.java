package io.duly.desk;

import io.duly.correspondence.sending.Senders;
import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.kernel.CreditorId;
import io.duly.parties.Parties;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Letterheads and senders for the creditors of a desk, and messages in every state. */
final class Mailing {
  private final Desk desk;

  Mailing(Desk desk) {
    this.desk = desk;
    letterhead(Portfolio.NORDWIND, "EUR", "DE02120300000000202051");
    letterhead(Portfolio.BRIGHTWELL, "GBP", "GB33BUKB20201555555555");
  }

  private void letterhead(String creditor, String currency, String account) {
    var sender =
        new Sender(
            creditor, Optional.empty(), List.of("18 Mill Lane", "Leeds LS1 4AB"), Optional.of("accounts@sender.example"), Optional.of("+44 113 496 0000"),
            Optional.empty(), Optional.of(new Sender.Person("Ada Lindqvist", Optional.empty(), "+44 113 496 0001", Optional.empty())),
            List.of(new PayTo(Currency.getInstance(currency), creditor, account, Optional.empty(), Optional.empty(), Optional.empty())), List.of());
    desk.database.execute("update parties.debtor set email = lower(external_id) || '@debtor.example' where email is null and name not like 'Lindqvist%'");
    the(DSLContext.class).transaction(tx -> {
      var found = the(Parties.class).findCreditor(tx.dsl(), creditor).orElseThrow();
      the(Brandings.class).save(tx.dsl(), found, new Branding(sender, Branding.QUIET, Branding.LetterForm.UK, Optional.empty()), "duly", Instant.now());
      the(Senders.class).change(
          tx.dsl(), found.id(), new Senders.Sender(creditor, "accounts@sender.example", Optional.empty(), false, "default", false));
    });
  }

  <T> T the(Class<T> type) {
    return desk.application.getBean(type);
  }

  /** The message that waits for a debtor. */
  UUID to(String debtor) {
    return desk.database.ask(sql -> sql.fetchSingle(
            "select m.id from correspondence.message m join parties.debtor d on d.id = m.debtor_id where d.name like ? order by m.planned_on limit 1", debtor + "%")
        .get(0, UUID.class));
  }

  void asksAPerson(UUID message, String why) {
    desk.database.execute("update correspondence.message set approval = 'needed', approval_why = '%s' where id = '%s'".formatted(why, message));
  }

  /** As if it had been handed over and the server had fallen silent. */
  byte[] uncertain(UUID message) {
    var eml = "Subject: Reminder\r\n\r\nGood morning, \u00e9.\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    the(DSLContext.class).transaction(tx -> {
      var creditor = new CreditorId(tx.dsl().fetchSingle("select creditor_id from correspondence.message where id = ?", message).get(0, UUID.class));
      var hash = the(Archive.class).keep(tx.dsl(), creditor, new Document("message.eml", "message/rfc822", eml, "Reminder\n\nGood morning."), Instant.now());
      var contact = UUID.randomUUID();
      tx.dsl().execute(
          "insert into correspondence.contact (id, creditor_id, debtor_id, case_id, direction, channel, day, message_id)"
              + " select ?, creditor_id, debtor_id, case_id, 'out', 'email', planned_on, id from correspondence.message where id = ?",
          contact, message);
      tx.dsl().execute(
          "insert into correspondence.attempt (id, message_id, creditor_id, nth, node, way, known_as, recipient, document, contact_id, day, started_at)"
              + " select gen_random_uuid(), id, creditor_id, 1, 1, 'smtp', '<1@sender.example>', 'a@debtor.example', ?, ?, planned_on, now() from correspondence.message where id = ?",
          hash.bytes(), contact, message);
      tx.dsl().execute("update correspondence.message set state = 'uncertain', sent_on = planned_on where id = ?", message);
    });
    return eml;
  }
}
