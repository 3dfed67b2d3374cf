package io.duly.desk.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Something that was found on a row that went in.
 *
 * @param line of the file; 0 where it is true of the whole file
 * @param invoice the number of the invoice that it is about
 */
public record FindingLine(UUID id, long line, String field, String code, String message, Optional<String> invoice) {

  /** The place of a finding in the order of the file. */
  public record Position(long line, UUID id) {
    static Optional<Position> of(String text) {
      var parts = text.split("_", 2);
      try {
        return Optional.of(new Position(Long.parseLong(parts[0]), UUID.fromString(parts[1])));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException rubbish) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return line + "_" + id;
    }
  }

  static List<FindingLine> read(DSLContext scoped, UUID file, Narrowed to, Optional<Position> after, int most) {
    return scoped
        .fetch(
            """
            select n.id, coalesce(n.line, 0) as line, coalesce(n.field, '') as field, n.code, n.message, i.number
              from intake.finding n left join ledger.invoice i on i.id = n.invoice_id
             where n.file_id = {0} and n.code = coalesce({1}, n.code) and coalesce(n.field, '') = coalesce({2}, n.field, '')
               and (coalesce(n.line, 0), n.id) > ({3}, {4})
             order by 2, n.id limit {5}
            """,
            DSL.val(file), DSL.val(to.code().orElse(null), String.class), DSL.val(to.field().orElse(null), String.class),
            DSL.val(after.map(Position::line).orElse(-1L)), DSL.val(after.map(Position::id).orElse(new UUID(0, 0))), DSL.val(most))
        .map(row -> new FindingLine(
            row.get("id", UUID.class), row.get("line", Long.class), row.get("field", String.class), row.get("code", String.class),
            row.get("message", String.class), Optional.ofNullable(row.get("number", String.class))));
  }

  public Position position() {
    return new Position(line, id);
  }
}
