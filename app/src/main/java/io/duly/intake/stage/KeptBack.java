package io.duly.intake.stage;

import org.jooq.DSLContext;

/** Puts away what a file told of days to come. */
final class KeptBack {
  private final DSLContext tx;

  KeptBack(DSLContext tx) {
    this.tx = tx;
  }

  /** @param query yields creditor_id, line, kind, key, arrives_on, payload */
  int keep(String query, Object... values) {
    return tx.execute(
        """
        insert into intake.kept_back (id, creditor_id, file_id, line, kind, key, arrives_on, payload)
        select gen_random_uuid(), q.creditor_id, f.file_id, q.line, q.kind, q.key, q.arrives_on, q.payload
          from (%s) q join target f on f.creditor_id = q.creditor_id
        """.formatted(query),
        values);
  }
}
