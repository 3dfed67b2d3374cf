package io.duly.desk.intake;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Findings, or rows set aside, that say the same of the same field.
 *
 * @param field the word of a map; empty where it is about whole rows
 * @param example what the first of them says
 */
public record FindingGroup(String code, String field, long count, String example) {
  private static final int MOST = 100;

  static List<FindingGroup> ofFindings(DSLContext scoped, UUID file) {
    return groups(scoped, "intake.finding where file_id = ?", file);
  }

  public static List<FindingGroup> ofSetAside(DSLContext scoped, UUID file) {
    return groups(scoped, "intake.quarantine where file_id = ? and mended_at is null and discarded_at is null", file);
  }

  private static List<FindingGroup> groups(DSLContext scoped, String from, UUID file) {
    return scoped
        .fetch("select code, coalesce(field, '') as field, count(*) as count, min(message) as example from " + from
            + " group by 1, 2 order by 3 desc, 1, 2 limit " + MOST, file)
        .map(row -> new FindingGroup(
            row.get("code", String.class), row.get("field", String.class), row.get("count", Long.class), row.get("example", String.class)));
  }
}
