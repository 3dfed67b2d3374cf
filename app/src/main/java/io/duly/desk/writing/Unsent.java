package io.duly.desk.writing;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What somebody is writing, saved as it is typed.
 *
 * @param savedAt when it was saved last
 */
public record Unsent(Sheet sheet, Instant savedAt) {
  private static final String SAVE =
      """
      insert into correspondence.unsent (case_id, writer, creditor_id, channel, language, subject, body, invoice_ids, asks, saved_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
      on conflict (case_id, writer) do update set channel = excluded.channel, language = excluded.language, subject = excluded.subject,
        body = excluded.body, invoice_ids = excluded.invoice_ids, asks = excluded.asks, saved_at = excluded.saved_at
      """;

  static Optional<Unsent> of(DSLContext tx, CaseId id, String writer) {
    return tx.fetchOptional("select * from correspondence.unsent where case_id = ? and writer = ?", id.value(), writer).map(Unsent::unsent);
  }

  static void save(DSLContext tx, CaseId id, CreditorId creditor, String writer, Sheet sheet, Instant now) {
    tx.execute(
        SAVE, id.value(), writer, creditor.value(), sheet.channel().orElseThrow(), sheet.language().orElseThrow(), sheet.subject().orElseThrow(),
        sheet.text().orElseThrow(), sheet.invoice().orElseThrow().toArray(UUID[]::new), sheet.asks().orElseThrow(), now.atOffset(ZoneOffset.UTC).toString());
  }

  static void drop(DSLContext tx, CaseId id, String writer) {
    tx.execute("delete from correspondence.unsent where case_id = ? and writer = ?", id.value(), writer);
  }

  private static Unsent unsent(Record row) {
    var sheet =
        new Sheet(
            Optional.of(row.get("channel", String.class)), Optional.of(row.get("language", String.class)), Optional.of(row.get("subject", String.class)),
            Optional.of(row.get("body", String.class)), Optional.of(List.of(row.get("invoice_ids", UUID[].class))), Optional.of(row.get("asks", Boolean.class)));
    return new Unsent(sheet, row.get("saved_at", OffsetDateTime.class).toInstant());
  }
}
