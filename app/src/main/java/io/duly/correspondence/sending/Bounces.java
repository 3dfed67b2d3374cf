package io.duly.correspondence.sending;

import io.duly.cases.Recorded;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Takes in reports of mail servers that a message did not arrive, or not yet (RFC 3464). */
@Component
public final class Bounces {
  /** A larger report is none. */
  public static final int MOST_BYTES = 20_000_000;

  /** What is said of anything else. */
  public static final String NO_REPORT = "it is no delivery report";

  private static final String ATTEMPT =
      """
      select a.id, a.message_id, a.contact_id, a.way, a.recipient, m.state from correspondence.attempt a join correspondence.message m on m.id = a.message_id
       where a.known_as = ? order by a.nth desc limit 1
      """;

  private final Archive archive;
  private final Lines lines;
  private final CameBack cameBack;

  Bounces(Archive archive, Lines lines, CameBack cameBack) {
    this.archive = archive;
    this.lines = lines;
    this.cameBack = cameBack;
  }

  /**
   * What a report said.
   *
   * @param message of ours that it is about; empty where it is about none
   * @param became {@code bounced}, {@code delayed}, {@code nothing}
   */
  public record Taken(Optional<String> message, String became, String words) {
    public boolean isOurs() {
      return message.isPresent();
    }

    public String inWords() {
      return message.map(id -> "Message " + id + ": " + became + " (" + words + ").").orElse("It is about no message of ours: " + words + ".");
    }
  }

  /**
   * Takes in a report. The same report again changes nothing.
   *
   * @param bytes the e-mail as it came, at most {@link #MOST_BYTES}
   */
  public Taken take(DSLContext tx, byte[] bytes, Moment at) {
    var report = DeliveryReport.read(bytes);
    if (report.isEmpty()) {
      return new Taken(Optional.empty(), "nothing", NO_REPORT);
    }
    var attempt = tx.fetchOptional(ATTEMPT, report.get().messageId());
    if (attempt.isEmpty()) {
      return new Taken(Optional.empty(), "nothing", "it names " + SmtpWire.line(report.get().messageId()));
    }
    return note(tx, attempt.get(), report.get(), bytes, at);
  }

  private Taken note(DSLContext tx, Record attempt, DeliveryReport report, byte[] bytes, Moment at) {
    var id = attempt.get("message_id", UUID.class);
    tx.execute("select id from cases.recovery_case where id = (select case_id from correspondence.message where id = ?) for no key update", id);
    var message = WaitingRead.any(tx, id).orElseThrow();
    var words = SmtpWire.line(report.status() + " " + report.diagnosis());
    var known = Optional.of(id.toString());
    if (report.isDelay()) {
      var document = archive.keep(tx, message.creditor(), new Document("report.eml", "message/rfc822", bytes, words), at.now());
      lines.write(tx, message, "message-delayed", Lines.the(message) + " is delayed on its way: " + words, Map.of("status", report.status()),
          Optional.of(document), Recorded.DULY, at.now());
      return new Taken(known, "delayed", words);
    }
    if (!report.isFailure()) {
      return new Taken(known, "nothing", "it says " + SmtpWire.line(report.action()));
    }
    var returned = new CameBack.Returned(
        attempt.get("id", UUID.class), attempt.get("contact_id", UUID.class), attempt.get("way", String.class), attempt.get("recipient", String.class), words,
        report.isForGood());
    if (!cameBack.note(tx, message, returned, new Document("report.eml", "message/rfc822", bytes, words), Map.of("status", report.status()), at)) {
      return new Taken(known, "nothing", "it is " + attempt.get("state", String.class));
    }
    return new Taken(known, "bounced", words);
  }
}
