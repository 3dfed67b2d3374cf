package io.duly.intake;

import static io.duly.database.jooq.intake.Tables.SAVED_MAP;
import static io.duly.database.jooq.parties.Tables.CREDITOR;

import io.duly.intake.csv.Source;
import io.duly.intake.reading.HeaderRow;
import io.duly.intake.reading.MapReader;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Maps that were saved for a creditor: a file with the same columns uses its map by itself. */
@Component
public final class SavedMaps {
  private final DSLContext dsl;
  private final IdSource ids;
  private final Clock clock;

  SavedMaps(DSLContext dsl, IdSource ids, Clock clock) {
    this.dsl = dsl;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Keeps a map; one of the same name with the same creditor is replaced.
   *
   * @param header the columns' names, in their order
   * @param actor who saves it: {@code person:<login>}
   * @throws CannotImport where the map is not as it should be
   */
  public void save(DSLContext tx, CreditorId creditor, String name, List<String> header, String yaml, String actor) {
    ImportRequest.read(yaml);
    tx.insertInto(SAVED_MAP)
        .set(SAVED_MAP.ID, ids.next())
        .set(SAVED_MAP.CREDITOR_ID, creditor.value())
        .set(SAVED_MAP.NAME, name)
        .set(SAVED_MAP.HEADER, header.toArray(String[]::new))
        .set(SAVED_MAP.YAML, yaml)
        .set(SAVED_MAP.SAVED_BY, actor)
        .set(SAVED_MAP.SAVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
        .onConflict(SAVED_MAP.CREDITOR_ID, SAVED_MAP.NAME)
        .doUpdate()
        .set(SAVED_MAP.HEADER, DSL.excluded(SAVED_MAP.HEADER))
        .set(SAVED_MAP.YAML, DSL.excluded(SAVED_MAP.YAML))
        .set(SAVED_MAP.SAVED_BY, DSL.excluded(SAVED_MAP.SAVED_BY))
        .set(SAVED_MAP.SAVED_AT, DSL.excluded(SAVED_MAP.SAVED_AT))
        .execute();
  }

  /** Forgets a map: files with its columns are read as they show themselves again. */
  public void remove(DSLContext tx, UUID map) {
    tx.deleteFrom(SAVED_MAP).where(SAVED_MAP.ID.eq(map)).execute();
  }

  /** The latest map of the creditor for files with these columns; of no creditor named, the only creditor that has one. */
  Optional<SavedMap> fitting(Source file, Optional<String> creditor) throws IOException {
    var fitting = new ArrayList<SavedMap>();
    for (var row : saved(creditor)) {
      var map = row.value3();
      if (HeaderRow.isIn(file, MapReader.read(map), List.of(row.value4()))) {
        fitting.add(new SavedMap(row.value1(), row.value2(), map));
      }
    }
    boolean clear = fitting.stream().map(SavedMap::creditor).distinct().count() == 1;
    return clear ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private List<Record4<String, String, String, String[]>> saved(Optional<String> creditor) {
    return dsl.select(CREDITOR.NAME, SAVED_MAP.NAME, SAVED_MAP.YAML, SAVED_MAP.HEADER)
        .from(SAVED_MAP)
        .join(CREDITOR)
        .on(CREDITOR.ID.eq(SAVED_MAP.CREDITOR_ID))
        .where(creditor.map(CREDITOR.NAME::eq).orElse(DSL.noCondition()))
        .orderBy(SAVED_MAP.SAVED_AT.desc())
        .fetch();
  }
}
