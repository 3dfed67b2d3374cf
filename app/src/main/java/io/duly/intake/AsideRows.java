package io.duly.intake;

import static io.duly.database.jooq.intake.Tables.QUARANTINE;
import static io.duly.database.jooq.intake.Tables.READING;

import io.duly.database.jooq.intake.tables.records.QuarantineRecord;
import io.duly.intake.csv.Shape;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.KeptReading;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The rows of one file that are set aside, by column.
 *
 * @param header the columns' names
 * @param fields of each column what it says, in words; empty where nothing is taken from it
 */
public record AsideRows(List<String> header, List<String> fields, List<AsideRow> rows) {

  /**
   * Which of them.
   *
   * @param code what is wrong with them; empty for all
   * @param field where; empty for any
   * @param after the line behind which to begin
   */
  public record Which(Optional<String> code, Optional<String> field, long after) {}

  /** In the order of the file; empty where the file is no list. */
  public static Optional<AsideRows> of(DSLContext scoped, UUID file, Which which, int most) {
    return of(scoped, file, QUARANTINE.LINE.gt(which.after()).and(such(which)), most);
  }

  /** Those of some that are still set aside. */
  public static Optional<AsideRows> only(DSLContext scoped, UUID file, Collection<UUID> rows) {
    return of(scoped, file, QUARANTINE.ID.in(rows), rows.size());
  }

  private static Optional<AsideRows> of(DSLContext scoped, UUID file, Condition such, int most) {
    return reading(scoped, file).map(reading -> new AsideRows(
        reading.header(),
        reading.fields().stream().map(AsideRows::inWords).toList(),
        scoped.selectFrom(QUARANTINE)
            .where(QUARANTINE.FILE_ID.eq(file), such, open())
            .orderBy(QUARANTINE.LINE, QUARANTINE.ID)
            .limit(most)
            .fetch(row -> row(row, reading))));
  }

  static Condition open() {
    return QUARANTINE.MENDED_AT.isNull().and(QUARANTINE.DISCARDED_AT.isNull());
  }

  private static Condition such(Which which) {
    var code = which.code().map(QUARANTINE.CODE::eq).orElse(DSL.noCondition());
    return which.field().map(field -> field.isEmpty() ? QUARANTINE.FIELD.isNull() : QUARANTINE.FIELD.eq(field)).map(code::and).orElse(code);
  }

  static Optional<KeptReading> reading(DSLContext scoped, UUID file) {
    return scoped.selectFrom(READING).where(READING.FILE_ID.eq(file)).fetchOptional(AsideRows::reading);
  }

  private static KeptReading reading(Record row) {
    return new KeptReading(
        row.get(READING.KIND), new Shape(row.get(READING.SEPARATOR).charAt(0), row.get(READING.QUOTE).charAt(0)), row.get(READING.CURRENCY),
        List.of(row.get(READING.HEADER)), List.of(row.get(READING.FIELDS)), List.of(row.get(READING.CURRENCIES)), List.of(row.get(READING.STYLES)));
  }

  static AsideRow row(QuarantineRecord row, KeptReading reading) {
    var field = Optional.ofNullable(row.getField());
    return new AsideRow(
        row.getId(), row.getLine(), field.flatMap(Field::of).flatMap(reading::column), field, row.getCode(), row.getMessage(),
        RawRow.cells(row.getRaw(), reading.shape(), reading.header().size()));
  }

  private static String inWords(String field) {
    return Field.of(field).map(Field::inWords).orElse("");
  }
}
