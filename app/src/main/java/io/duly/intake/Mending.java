package io.duly.intake;

import static io.duly.database.jooq.intake.Tables.FILE;
import static io.duly.database.jooq.intake.Tables.QUARANTINE;

import io.duly.database.jooq.intake.tables.records.FileRecord;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.KeptReading;
import io.duly.intake.rows.Note;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.parties.Parties;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Mends rows that were set aside: they are read again as their file was, by the code that read it, and taken in where they
 * are right now. What was there before is kept, with who changed it. A row that is mended already changes nothing.
 */
@Component
public final class Mending {
  private final DataSource database;
  private final FileImport files;
  private final Parties parties;
  private final IdSource ids;
  private final Clock clock;

  Mending(DataSource database, FileImport files, Parties parties, IdSource ids, Clock clock) {
    this.database = database;
    this.files = files;
    this.parties = parties;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes rows of one file in again, in one transaction.
   *
   * @param file from which they were set aside
   * @param rows that whoever mends may see
   * @throws CannotImport where the file is none of rows, or a row names a creditor of others
   */
  public Mended retry(UUID file, List<MendedRow> rows, Mender mender) throws IOException, SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var mended = retry(connection, DSL.using(connection, SQLDialect.POSTGRES), file, rows, mender);
        connection.commit();
        return mended;
      } finally {
        // After the commit this ends nothing; before it, it leaves nothing of the rows.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * Puts rows away for good; they are kept with the reason.
   *
   * @return how many of them were not mended or discarded before
   */
  public int discard(DSLContext tx, CreditorId creditor, Collection<UUID> rows, String reason, String actor) {
    var book = new MendingBook(tx, creditor.value(), actor, now(), ids);
    var open =
        tx.select(QUARANTINE.ID, QUARANTINE.RAW)
            .from(QUARANTINE)
            .where(QUARANTINE.ID.in(rows), QUARANTINE.CREDITOR_ID.eq(creditor.value()), AsideRows.open())
            .orderBy(QUARANTINE.ID)
            .forUpdate()
            .fetch();
    open.forEach(row -> book.discarded(row.value1(), row.value2(), reason));
    book.write();
    return open.size();
  }

  private Mended retry(Connection connection, DSLContext tx, UUID file, List<MendedRow> rows, Mender mender) throws IOException, SQLException {
    var reading = AsideRows.reading(tx, file)
        .orElseThrow(() -> new CannotImport("How this file was read is not known, so its rows cannot be read again. Import a corrected file."));
    var open = open(tx, file, reading, rows);
    var record = tx.selectFrom(FILE).where(FILE.ID.eq(file)).fetchSingle();
    var book = new MendingBook(tx, record.getCreditorId(), mender.actor(), now(), ids);
    var empty = open.stream().filter(MendedText::isEmpty).toList();
    empty.forEach(row -> book.stillWrong(row, reading.header(), new Note(row.line(), "", "empty", "Nothing is left in the row. Discard it if it is not needed.")));
    var filled = open.stream().filter(row -> !row.isEmpty()).toList();
    var counts = filled.isEmpty() ? new Mended(0, 0, 0, 0) : again(connection, tx, reading, record, filled, mender, book);
    book.write();
    return new Mended(counts.taken(), counts.known(), counts.remain() + empty.size(), rows.size() - open.size());
  }

  private List<MendedText> open(DSLContext tx, UUID file, KeptReading reading, List<MendedRow> rows) {
    Map<UUID, MendedRow> asked = rows.stream().collect(Collectors.toMap(MendedRow::id, Function.identity(), (_, last) -> last));
    return tx.selectFrom(QUARANTINE)
        .where(QUARANTINE.ID.in(asked.keySet()), QUARANTINE.FILE_ID.eq(file), AsideRows.open())
        .orderBy(QUARANTINE.LINE, QUARANTINE.ID)
        .forUpdate()
        .fetch(row -> new MendedText(
            row.getId(), row.getLine(), row.getRaw(), AsideRows.row(row, reading).cells(),
            Optional.ofNullable(asked.get(row.getId())).map(MendedRow::cells).orElseThrow(), reading.shape()));
  }

  private Mended again(
      Connection connection, DSLContext tx, KeptReading reading, FileRecord record, List<MendedText> rows, Mender mender, MendingBook book)
      throws IOException, SQLException {
    var creditor = parties.creditors(tx).stream().filter(one -> one.id().value().equals(record.getCreditorId())).findFirst().orElseThrow();
    var request = new ImportRequest(
        reading.column(Field.CREDITOR).isPresent() ? Optional.empty() : Optional.of(creditor.name()),
        Optional.ofNullable(record.getAsOf()), Optional.empty(), Optional.empty(), Optional.of(reading.currency()), mender.today())
        .handedIn(record.getName(), mender.actor());
    try (var file = MendedFile.of(reading, rows, creditor.name())) {
      var kept = files.takeMended(connection, file.path(), file.plan(), request, new Mends(record.getId(), mender.creditors()));
      var wrong = kept.stillWrong();
      var news = kept.newLines();
      file.rows().forEach((line, row) -> {
        var why = Optional.ofNullable(wrong.get(line));
        why.ifPresentOrElse(note -> book.stillWrong(row, reading.header(), note), () -> book.taken(row, reading.header(), news.contains(line)));
      });
      var right = new ArrayList<>(file.rows().keySet());
      right.removeAll(wrong.keySet());
      int taken = (int) right.stream().filter(news::contains).count();
      return new Mended(taken, right.size() - taken, wrong.size(), 0);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
