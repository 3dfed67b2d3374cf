package io.duly.correspondence.sending;

import io.duly.cases.Recorded;
import io.duly.correspondence.ContactSlots;
import io.duly.correspondence.provider.InvalidReceipt;
import io.duly.correspondence.provider.Receipt;
import io.duly.correspondence.provider.ReceiptReader;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.rules.contact.ContactKind;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Takes in what providers of SMS say became of them: delivered, or not, and then the number may be the reason. */
@Component
public final class Receipts {
  /** What is larger is none. */
  public static final int MOST_BYTES = 1_000_000;

  /** Our key is one message's; a provider's id, too, or it says nothing. */
  private static final String ATTEMPT =
      """
      select a.id, a.message_id, a.contact_id, a.recipient, m.state,
             exists (select from correspondence.attempt_end e where e.attempt_id = a.id and e.outcome = 'arrived') as arrived
        from correspondence.attempt a join correspondence.message m on m.id = a.message_id
       where a.way = 'sms' and a.message_id = (
         select case when count(distinct message_id) = 1 then min(message_id::text)::uuid end from (
           select message_id from correspondence.attempt where way = 'sms' and known_as = ?
           union all
           select b.message_id from correspondence.attempt_end e join correspondence.attempt b on b.id = e.attempt_id where e.provider_id = ?) known)
       order by a.nth desc limit 1
      """;
  private static final String LOCK = "select id from cases.recovery_case where id = (select case_id from correspondence.message where id = ?) for no key update";

  private final Ways ways;
  private final Committed transactions;
  private final Archive archive;
  private final Attempts attempts;
  private final ContactSlots slots;
  private final Lines lines;
  private final CameBack cameBack;
  private final DeliveryTasks tasks;

  Receipts(
      Ways ways, Committed transactions, Archive archive, Attempts attempts, ContactSlots slots, Lines lines, CameBack cameBack, DeliveryTasks tasks) {
    this.ways = ways;
    this.transactions = transactions;
    this.archive = archive;
    this.attempts = attempts;
    this.slots = slots;
    this.lines = lines;
    this.cameBack = cameBack;
    this.tasks = tasks;
  }

  /**
   * What was handed in.
   *
   * @param ours receipts of messages of ours
   * @param changed of these, those that said something new
   */
  public record Taken(int receipts, int ours, int changed) {}

  /**
   * Takes receipts in. The same again change nothing.
   *
   * @param provider by its name in the configuration
   * @throws InvalidReceipt where they cannot be read
   * @throws WrongConfiguration where there is no such provider
   * @throws SQLException where the database does not answer; then it is handed in again
   */
  public Taken take(String provider, String contentType, byte[] body, Moment at) throws SQLException {
    if (!(ways.named("sms", provider).orElse(null) instanceof Way.Sms(var known))) {
      throw new WrongConfiguration("No SMS provider '" + provider + "' is configured.");
    }
    var all = ReceiptReader.read(known, contentType, body);
    int ours = 0;
    int changed = 0;
    for (var receipt : all) {
      var noted = transactions.run(tx -> note(tx, receipt, document(contentType, body, receipt), at));
      ours += noted.isPresent() ? 1 : 0;
      changed += noted.filter(one -> one).isPresent() ? 1 : 0;
    }
    return new Taken(all.size(), ours, changed);
  }

  private static Document document(String contentType, byte[] body, Receipt receipt) {
    boolean form = contentType.startsWith("application/x-www-form-urlencoded");
    return new Document(form ? "receipt.txt" : "receipt.json", form ? "application/x-www-form-urlencoded" : "application/json", body, SmtpWire.line(receipt.words()));
  }

  /** Whether it said something new; empty where it is about no message of ours. */
  private Optional<Boolean> note(DSLContext tx, Receipt receipt, Document told, Moment at) {
    return find(tx, receipt).map(found -> {
      tx.execute(LOCK, found.get("message_id", UUID.class));
      var attempt = find(tx, receipt).orElseThrow(); // as it is under the lock
      var message = WaitingRead.any(tx, attempt.get("message_id", UUID.class)).orElseThrow();
      return switch (receipt.fate()) {
        case UNDECIDED -> false;
        case DELIVERED -> delivered(tx, message, attempt, receipt, told, at);
        case FAILED, NO_SUCH_NUMBER -> !attempt.get("arrived", Boolean.class) && cameBack.note(tx, message, returned(attempt, receipt), told, facts(receipt), at);
      };
    });
  }

  private static Optional<Record> find(DSLContext tx, Receipt receipt) {
    return tx.fetchOptional(ATTEMPT, receipt.key().orElse(null), receipt.id().orElse(null)).map(row -> row);
  }

  private static CameBack.Returned returned(Record attempt, Receipt receipt) {
    return new CameBack.Returned(
        attempt.get("id", UUID.class), attempt.get("contact_id", UUID.class), "sms", attempt.get("recipient", String.class), SmtpWire.line(receipt.words()),
        receipt.fate() == Receipt.Fate.NO_SUCH_NUMBER);
  }

  /** One that was uncertain is not any more. */
  private boolean delivered(DSLContext tx, Waiting message, Record attempt, Receipt receipt, Document told, Moment at) {
    boolean uncertain = attempt.get("state", String.class).equals("uncertain");
    if (attempt.get("arrived", Boolean.class) || !uncertain && !attempt.get("state", String.class).equals("sent")) {
      return false;
    }
    var document = archive.keep(tx, message.creditor(), told, at.now());
    attempts.end(tx, attempt.get("id", UUID.class), message.creditor().value(), "arrived", receipt.words(), Recorded.DULY, at);
    slots.outcome(tx, attempt.get("contact_id", UUID.class), ContactKind.WRITTEN, true, Recorded.DULY, at.now());
    var summary = Lines.the(message) + " was delivered: " + SmtpWire.line(receipt.words());
    lines.write(tx, message, uncertain ? "message-sent" : "message-delivered", summary, facts(receipt), Optional.of(document), Recorded.DULY, at.now());
    if (uncertain) {
      tx.execute("update correspondence.message set state = 'sent' where id = ?", message.id().value());
      tasks.done(tx, message.recovery(), "it was delivered", Recorded.DULY, at);
    }
    return true;
  }

  private static Map<String, String> facts(Receipt receipt) {
    return Map.of("status", SmtpWire.line(receipt.words()));
  }
}
