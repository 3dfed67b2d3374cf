package io.duly.desk.intake;

import static io.duly.database.jooq.intake.Tables.JOB;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * A file that was handed in, and how far it is.
 *
 * @param creditor its name, where it is known whose the file is
 * @param step what is being done with it
 * @param done of {@code total}, bytes
 * @param sentence why it was not taken in
 * @param files what it became, once it is done
 * @param goneOn the day on which the file was removed, for nobody had come back to it
 */
public record JobLine(
    UUID id,
    String name,
    long bytes,
    String state,
    Optional<UUID> creditorId,
    Optional<String> creditor,
    String by,
    ZonedDateTime addedAt,
    Optional<String> map,
    Optional<String> step,
    long done,
    long total,
    Optional<Counts> counts,
    Optional<String> code,
    Optional<String> sentence,
    List<UUID> files,
    Optional<LocalDate> goneOn) {

  /** What became of its rows. */
  public record Counts(String kind, String format, String dialect, long rows, long imported, long duplicates, long quarantined, long keptBack) {}

  private static final int SHOWN = 20;

  public static Optional<JobLine> find(DSLContext scoped, UUID id) {
    return read(scoped, JOB.ID.eq(id), 1).stream().findFirst();
  }

  /** Those that wait, and those that were not taken in, the latest first. */
  static List<JobLine> unfinished(DSLContext scoped, LocalDate since) {
    var recent = JOB.ADDED_AT.ge(since.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime());
    return read(scoped, JOB.STATE.in("draft", "waiting", "running").or(JOB.STATE.in("refused", "failed").and(recent)).or(JOB.FILE_GONE_ON.ge(since)), SHOWN);
  }

  private static List<JobLine> read(DSLContext scoped, Condition which, int most) {
    var creditor = DSL.field("(select c.name from parties.creditor c where c.id = {0})", String.class, JOB.CREDITOR_ID).as("creditor");
    var files = DSL.field(
        "array(select f.id from intake.file f where f.sha256 = {0} and {1} = 'done' order by f.id desc)", UUID[].class, JOB.SHA256, JOB.STATE).as("files");
    return scoped.select(JOB.asterisk(), creditor, files).from(JOB).where(which).orderBy(JOB.ID.desc()).limit(most).fetch(JobLine::line);
  }

  private static JobLine line(Record row) {
    return new JobLine(
        row.get(JOB.ID), row.get(JOB.NAME), row.get(JOB.BYTES), row.get(JOB.STATE), Optional.ofNullable(row.get(JOB.CREDITOR_ID)),
        Optional.ofNullable(row.get("creditor", String.class)), row.get(JOB.ADDED_BY), local(row.get(JOB.ADDED_AT)),
        Optional.ofNullable(row.get(JOB.MAP)), Optional.ofNullable(row.get(JOB.STEP)), row.get(JOB.DONE), row.get(JOB.TOTAL), counts(row),
        Optional.ofNullable(row.get(JOB.CODE)), Optional.ofNullable(row.get(JOB.SENTENCE)), List.of(row.get("files", UUID[].class)),
        Optional.ofNullable(row.get(JOB.FILE_GONE_ON)));
  }

  private static Optional<Counts> counts(Record row) {
    return Optional.ofNullable(row.get(JOB.ROWS)).map(rows -> new Counts(
        row.get(JOB.KIND), row.get(JOB.FORMAT), row.get(JOB.DIALECT), rows, row.get(JOB.IMPORTED), row.get(JOB.DUPLICATES),
        row.get(JOB.QUARANTINED), row.get(JOB.KEPT_BACK)));
  }

  static ZonedDateTime local(OffsetDateTime at) {
    return at.atZoneSameInstant(ZoneId.systemDefault());
  }

  /** It may go on by itself, so a page about it looks again. */
  public boolean isUnderWay() {
    return state.equals("waiting") || state.equals("running");
  }

  /** It waits for a person. */
  public boolean isOurs() {
    return goneOn.isEmpty() && isOpen();
  }

  private boolean isOpen() {
    return state.equals("draft") || state.equals("refused") || state.equals("failed");
  }

  /** Of a hundred. */
  public long percent() {
    return total == 0 ? 0 : Math.min(100, done * 100 / total);
  }

  /** Who handed it in, without what sort of actor that is. */
  public String who() {
    return by.substring(by.indexOf(':') + 1);
  }
}
