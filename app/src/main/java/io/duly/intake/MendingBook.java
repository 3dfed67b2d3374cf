package io.duly.intake;

import static io.duly.database.jooq.intake.Tables.MENDING;
import static io.duly.database.jooq.intake.Tables.QUARANTINE;

import io.duly.intake.rows.Note;
import io.duly.kernel.IdSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Writes down what was mended, by whom, and what came of it; rows that are still wrong say what is wrong with them now. */
final class MendingBook {
  private final DSLContext tx;
  private final UUID creditor;
  private final String actor;
  private final OffsetDateTime at;
  private final IdSource ids;
  private final List<Query> lines = new ArrayList<>();

  MendingBook(DSLContext tx, UUID creditor, String actor, OffsetDateTime at, IdSource ids) {
    this.tx = tx;
    this.creditor = creditor;
    this.actor = actor;
    this.at = at;
    this.ids = ids;
  }

  /** @param news it brought something that was not known */
  void taken(MendedText row, List<String> header, boolean news) {
    keep(row, header, news ? "taken" : "known", Optional.empty());
    lines.add(tx.update(QUARANTINE).set(QUARANTINE.RAW, row.raw()).set(QUARANTINE.MENDED_AT, at).where(QUARANTINE.ID.eq(row.id())));
  }

  void stillWrong(MendedText row, List<String> header, Note why) {
    keep(row, header, "aside", Optional.of(why.message()));
    lines.add(
        tx.update(QUARANTINE)
            .set(QUARANTINE.RAW, row.raw())
            .set(QUARANTINE.FIELD, why.field().isEmpty() ? null : why.field())
            .set(QUARANTINE.CODE, why.code())
            .set(QUARANTINE.MESSAGE, why.message())
            .where(QUARANTINE.ID.eq(row.id())));
  }

  void discarded(UUID row, String raw, String reason) {
    lines.add(line(row, raw, "discarded", Optional.of(reason), List.of(), List.of(), List.of()));
    lines.add(tx.update(QUARANTINE).set(QUARANTINE.DISCARDED_AT, at).where(QUARANTINE.ID.eq(row)));
  }

  void write() {
    tx.batch(lines).execute();
    lines.clear();
  }

  private void keep(MendedText row, List<String> header, String outcome, Optional<String> message) {
    var changed = row.changed();
    lines.add(line(
        row.id(), row.before(), outcome, message,
        changed.stream().map(at -> at < header.size() ? header.get(at) : "").toList(),
        changed.stream().map(at -> MendedText.at(row.cellsBefore(), at)).toList(),
        changed.stream().map(at -> MendedText.at(row.cells(), at)).toList()));
  }

  private Query line(UUID row, String raw, String outcome, Optional<String> message, List<String> columns, List<String> old, List<String> now) {
    return tx.insertInto(MENDING)
        .set(MENDING.ID, ids.next())
        .set(MENDING.CREDITOR_ID, creditor)
        .set(MENDING.QUARANTINE_ID, row)
        .set(MENDING.DONE_AT, at)
        .set(MENDING.DONE_BY, actor)
        .set(MENDING.COLUMNS, columns.toArray(String[]::new))
        .set(MENDING.OLD_VALUES, old.toArray(String[]::new))
        .set(MENDING.NEW_VALUES, now.toArray(String[]::new))
        .set(MENDING.RAW_BEFORE, raw)
        .set(MENDING.OUTCOME, outcome)
        .set(MENDING.MESSAGE, message.orElse(null));
  }
}
