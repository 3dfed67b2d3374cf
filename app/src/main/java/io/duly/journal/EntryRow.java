package io.duly.journal;

import static io.duly.database.jooq.journal.Tables.ENTRY;

import io.duly.kernel.CaseId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** Reads rows of the journal. */
final class EntryRow {
  private EntryRow() {}

  static SelectJoinStep<? extends Record> select(DSLContext tx) {
    return tx.select(
            ENTRY.CASE_ID,
            ENTRY.SEQ,
            ENTRY.KIND,
            ENTRY.OCCURRED_AT,
            ENTRY.RECORDED_AT,
            ENTRY.ACTOR,
            ENTRY.SUMMARY,
            ENTRY.BODY,
            ENTRY.DOCUMENT,
            ENTRY.PREV_HASH,
            ENTRY.HASH)
        .from(ENTRY);
  }

  static WrittenEntry of(Record row) {
    return new WrittenEntry(
        new CaseId(row.get(ENTRY.CASE_ID)),
        row.get(ENTRY.SEQ),
        row.get(ENTRY.KIND),
        row.get(ENTRY.OCCURRED_AT).toInstant(),
        row.get(ENTRY.RECORDED_AT).toInstant(),
        row.get(ENTRY.ACTOR),
        row.get(ENTRY.SUMMARY),
        row.get(ENTRY.BODY),
        Optional.ofNullable(row.get(ENTRY.DOCUMENT)).map(Sha256::ofDigest),
        Sha256.ofDigest(row.get(ENTRY.PREV_HASH)),
        Sha256.ofDigest(row.get(ENTRY.HASH)));
  }
}
