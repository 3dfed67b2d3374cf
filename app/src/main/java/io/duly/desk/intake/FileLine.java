package io.duly.desk.intake;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * A file that was taken in.
 *
 * @param by who brought it: {@code person:<login>}, {@code folder:<name>}, or {@code file:<name>} from the command line
 * @param open rows that are set aside and wait to be mended
 * @param findings how many there are
 * @param mends the file whose rows, mended, these are
 */
public record FileLine(
    UUID id,
    UUID creditorId,
    String creditor,
    String name,
    String kind,
    String format,
    String by,
    ZonedDateTime at,
    long rows,
    long imported,
    long keptBack,
    long duplicates,
    long quarantined,
    long open,
    long findings,
    Optional<UUID> mends) {
  private static final UUID LATEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
  private static final String QUERY =
      """
      select f.id, f.creditor_id, c.name as creditor, f.name, f.kind, f.format, f.imported_by, f.imported_at, f.rows, f.imported,
          f.kept_back, f.duplicates, f.quarantined, f.mends,
          (select count(*) from intake.quarantine q where q.file_id = f.id and q.mended_at is null and q.discarded_at is null) as open,
          (select count(*) from intake.finding n where n.file_id = f.id) as findings
        from intake.file f join parties.creditor c on c.id = f.creditor_id
      """;

  /** The latest first. */
  public static List<FileLine> read(DSLContext scoped, Optional<UUID> before, int most) {
    return scoped.fetch(QUERY + " where f.id < ? order by f.id desc limit ?", before.orElse(LATEST), most).map(FileLine::line);
  }

  public static Optional<FileLine> find(DSLContext scoped, UUID id) {
    return scoped.fetchOptional(QUERY + " where f.id = ?", id).map(FileLine::line);
  }

  private static FileLine line(Record row) {
    return new FileLine(
        row.get("id", UUID.class), row.get("creditor_id", UUID.class), row.get("creditor", String.class), row.get("name", String.class),
        row.get("kind", String.class), row.get("format", String.class), row.get("imported_by", String.class),
        JobLine.local(row.get("imported_at", OffsetDateTime.class)), row.get("rows", Long.class), row.get("imported", Long.class),
        row.get("kept_back", Long.class), row.get("duplicates", Long.class), row.get("quarantined", Long.class), row.get("open", Long.class),
        row.get("findings", Long.class), Optional.ofNullable(row.get("mends", UUID.class)));
  }

  /** Where it is looked at. */
  public String address() {
    return "/intake/files/" + id;
  }

  /** It came by the command line, of whom Duly knows nothing. */
  public boolean byCommand() {
    return by.startsWith("file:");
  }

  /** Who brought it, without what sort of actor that is. */
  public String who() {
    return by.substring(by.indexOf(':') + 1);
  }
}
