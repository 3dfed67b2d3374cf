package io.duly.intake.stage;

import io.duly.intake.reading.KeptReading;
import io.duly.intake.rows.Note;
import io.duly.journal.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** What is kept of a file itself: its counts per creditor, the rows set aside, the findings. */
public final class FileRecord {
  /**
   * @param sha256 of the file's bytes
   * @param by who brought it
   * @param mends the file from which its rows were set aside, where they were mended
   */
  public record Identity(Sha256 sha256, String name, String kind, String format, String by, Optional<UUID> mends) {}

  private static final String TOLD = "select line, field, code, message from note union all select line, field, code, message from aside";

  private final Taking taking;
  private final Identity file;
  private final KeptReading reading;
  private final List<Note> notes;

  /** @param notes what is to be told of the whole file */
  public FileRecord(Taking taking, Identity file, KeptReading reading, List<Note> notes) {
    this.taking = taking;
    this.file = file;
    this.reading = reading;
    this.notes = List.copyOf(notes);
  }

  /** The file's number with each creditor; {@code ids} are as many as there are creditors. */
  public void target(List<UUID> creditors, List<UUID> ids) {
    taking.tx().execute("create temp table target (creditor_id uuid primary key, file_id uuid) on commit drop");
    taking.tx().execute("insert into target select * from unnest({0}::uuid[], {1}::uuid[])",
        DSL.val(creditors.toArray(UUID[]::new)), DSL.val(ids.toArray(UUID[]::new)));
  }

  /**
   * Writes everything down; nothing where the file brought nothing new.
   *
   * @param news the lines that brought something new, a query yielding creditor_id, line and invoice_id
   */
  void keep(Instant importedAt, String news) {
    var tx = taking.tx();
    tx.execute("create temp table news on commit drop as " + news);
    writeNotes(tx);
    if (file.mends().isEmpty()) {
      keepAsides(tx);
    }
    keepCounts(tx, importedAt);
    if (file.mends().isEmpty()) {
      keepReading(tx);
    }
    tx.execute(
        """
        insert into intake.finding (id, creditor_id, file_id, invoice_id, line, field, code, message)
        select gen_random_uuid(), t.creditor_id, t.file_id, w.invoice_id, nullif(n.line, 0), nullif(n.field, ''), n.code, n.message
          from note n left join incoming i on i.line = n.line left join news w on w.line = n.line
          join target t on t.creditor_id = i.creditor_id or n.line = 0
         where exists (select from intake.file f where f.id = t.file_id)
        """);
  }

  /** Those of the whole file come first; those of rows that brought nothing new go. */
  private void writeNotes(DSLContext tx) {
    tx.execute("delete from note n where not anyhow and not exists (select from news w where w.line = n.line)");
    tx.execute("insert into note select 0, * from unnest({0}::text[], {1}::text[], {2}::text[])",
        DSL.val(notes.stream().map(Note::field).toArray(String[]::new)),
        DSL.val(notes.stream().map(Note::code).toArray(String[]::new)),
        DSL.val(notes.stream().map(Note::message).toArray(String[]::new)));
  }

  /** What is to be told, rows set aside included, in the order of the file. */
  public List<Note> findings(int most) {
    return taking.tx()
        .fetch(TOLD + " order by line, code, field limit {0}", DSL.inline(most))
        .map(row -> new Note(row.get("line", Long.class), row.get("field", String.class), row.get("code", String.class), row.get("message", String.class)));
  }

  /** How many there are of each code. */
  public Map<String, Long> findingCounts() {
    var counts = new TreeMap<String, Long>();
    taking.tx().fetch("select code, count(*) from (" + TOLD + ") t group by code").forEach(row -> counts.put(row.get(0, String.class), row.get(1, Long.class)));
    return counts;
  }

  /** A row that was set aside before, of the very same file, is not set aside twice. */
  private void keepAsides(DSLContext tx) {
    tx.execute(
        """
        insert into intake.quarantine (id, creditor_id, file_id, line, field, code, message, raw)
        select gen_random_uuid(), t.creditor_id, t.file_id, a.line, nullif(a.field, ''), a.code, a.message, a.raw
          from aside a join target t on t.creditor_id = a.creditor::uuid
         where not exists (select from intake.quarantine q join intake.file f on f.id = q.file_id
             where f.sha256 = ? and q.creditor_id = t.creditor_id and q.line = a.line)
        """,
        file.sha256().bytes());
  }

  private void keepCounts(DSLContext tx, Instant importedAt) {
    tx.execute(
        """
        insert into intake.file (id, creditor_id, sha256, name, kind, format, as_of, imported_at, imported_by, rows, imported,
            kept_back, duplicates, quarantined, mends)
        select t.file_id, t.creditor_id, {0}, {1}, {2}, {3}, {4}, {5}::timestamptz, {6}, i.rows + a.rows, w.rows, k.rows,
            i.rows - w.rows, a.rows, {7}::uuid
          from target t
         cross join lateral (select count(*) as rows from incoming i where i.creditor_id = t.creditor_id) i
         cross join lateral (select count(*) as rows from aside a where a.creditor::uuid = t.creditor_id) a
         cross join lateral (select count(*) as rows from news w where w.creditor_id = t.creditor_id) w
         cross join lateral (select count(*) as rows from intake.kept_back k where k.file_id = t.file_id) k
         where w.rows > 0 or exists (select from intake.quarantine q where q.file_id = t.file_id)
        """,
        DSL.val(file.sha256().bytes()), DSL.val(file.name()), DSL.val(file.kind()), DSL.val(file.format()),
        DSL.val(taking.asOf().orElse(null), LocalDate.class), DSL.val(importedAt.toString()), DSL.val(file.by()), DSL.val(file.mends().orElse(null), UUID.class));
  }

  private void keepReading(DSLContext tx) {
    tx.execute(
        """
        insert into intake.reading (file_id, creditor_id, kind, separator, quote, currency, header, fields, currencies, styles)
        select t.file_id, t.creditor_id, {0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}
          from target t where exists (select from intake.file f where f.id = t.file_id)
        """,
        DSL.val(reading.kind()), DSL.val(String.valueOf(reading.shape().separator())), DSL.val(String.valueOf(reading.shape().quote())),
        DSL.val(reading.currency()), array(reading.header()), array(reading.fields()), array(reading.currencies()), array(reading.styles()));
  }

  private static Param<String[]> array(List<String> texts) {
    return DSL.val(texts.stream().map(text -> text.replace('\0', '␀')).toArray(String[]::new));
  }

  /** Of rows that were mended and read again: what is still wrong, by line. */
  public Map<Long, Note> stillWrong() {
    return taking.tx()
        .fetch("select line, field, code, message from aside")
        .intoMap(row -> row.get("line", Long.class), row -> new Note(
            row.get("line", Long.class), row.get("field", String.class), row.get("code", String.class), row.get("message", String.class)));
  }

  /** The lines that brought something new. */
  public Set<Long> newLines() {
    return taking.tx().fetch("select line from news").intoSet(row -> row.get("line", Long.class));
  }

  /** Counts over all creditors, for the report. */
  Outcome outcome() {
    var row =
        taking.tx().fetchSingle(
            """
            select (select count(*) from incoming) as staged,
                (select count(*) from aside) as aside, (select count(*) from news) as news,
                (select count(*) from intake.kept_back k where k.file_id in (select file_id from target)) as kept
            """);
    long staged = row.get("staged", Long.class);
    long aside = row.get("aside", Long.class);
    long news = row.get("news", Long.class);
    return new Outcome(staged + aside, news, staged - news, aside, row.get("kept", Long.class));
  }
}
