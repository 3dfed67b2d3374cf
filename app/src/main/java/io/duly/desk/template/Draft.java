package io.duly.desk.template;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;

/** What somebody is changing in a template, saved as it is typed. */
record Draft(String source, Instant savedAt) {
  private static final String SAVE =
      """
      insert into correspondence.template_draft (creditor_id, kind, language, writer, source, saved_at) values (?, ?, ?, ?, ?, ?::timestamptz)
      on conflict (creditor_id, kind, language, writer) do update set source = excluded.source, saved_at = excluded.saved_at
      """;
  private static final String THIS = " from correspondence.template_draft where creditor_id = ? and kind = ? and language = ? and writer = ?";

  static Optional<Draft> of(DSLContext tx, Named named, String writer) {
    return tx.fetchOptional("select source, saved_at" + THIS, named.creditor().id().value(), named.kind().word(), named.language().code(), writer)
        .map(row -> new Draft(row.get("source", String.class), row.get("saved_at", OffsetDateTime.class).toInstant()));
  }

  static void save(DSLContext tx, Named named, String writer, String source, Instant now) {
    tx.execute(
        SAVE, named.creditor().id().value(), named.kind().word(), named.language().code(), writer, source, now.atOffset(ZoneOffset.UTC).toString());
  }

  static void drop(DSLContext tx, Named named, String writer) {
    tx.execute("delete" + THIS, named.creditor().id().value(), named.kind().word(), named.language().code(), writer);
  }
}
