package io.duly.desk.intake;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * A map that is kept for a creditor.
 *
 * @param bank it is of a bank's lists
 * @param columns their names, or their places where the lists have no names
 * @param by who kept it, where that is known
 * @param files how many were read with it by itself
 */
public record SavedMapLine(
    UUID id, boolean bank, String creditor, String name, List<String> columns, Optional<String> by, ZonedDateTime at, long files, Optional<ZonedDateTime> last) {

  private static final String ALL =
      """
      with used as materialized (
        select x.creditor_id, x.message, f.imported_at from intake.finding x join intake.file f on f.id = x.file_id where x.code in ('map-used', 'bank-note') and x.message like '%Read with the saved map %'
      ), maps as (
        select id, false as bank, creditor_id, name, header as columns, saved_by, saved_at from intake.saved_map
        union all select id, true, creditor_id, name, string_to_array(signature, '|'), null, saved_at from banking.csv_map
      )
      select m.*, c.name as creditor, u.files, u.last from maps m join parties.creditor c on c.id = m.creditor_id
      left join lateral (select count(*) as files, max(imported_at) as last from used
        where used.creditor_id = m.creditor_id and position('“' || m.name || '”' in used.message) > 0) u on true
      order by m.bank, c.name, m.name, m.saved_at desc
      """;

  public static List<SavedMapLine> all(DSLContext scoped) {
    return scoped.fetch(ALL).map(SavedMapLine::line);
  }

  private static SavedMapLine line(Record row) {
    return new SavedMapLine(
        row.get("id", UUID.class), row.get("bank", Boolean.class), row.get("creditor", String.class), row.get("name", String.class), List.of(row.get("columns", String[].class)),
        Optional.ofNullable(row.get("saved_by", String.class)).map(by -> by.substring(by.indexOf(':') + 1)), JobLine.local(row.get("saved_at", OffsetDateTime.class)),
        row.get("files", Long.class), Optional.ofNullable(row.get("last", OffsetDateTime.class)).map(JobLine::local));
  }
}
