package io.duly.intake;

import io.duly.intake.rows.DebtorRows;
import io.duly.intake.rows.Note;
import io.duly.intake.stage.DebtorBooks;
import io.duly.intake.stage.StagedTable;
import io.duly.intake.stage.Staging;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in a list of debtors. */
@Component
final class DebtorImport {
  private final DebtorBooks books;

  DebtorImport(DebtorBooks books) {
    this.books = books;
  }

  Taken take(Setting setting) throws IOException, SQLException {
    try (var staging = Staging.into(setting.connection(), StagedTable.DEBTORS)) {
      new Feed(setting, staging).run(row -> new Reading(staging, new DebtorRows(row, setting.plan().layout())));
      setting.say("Comparing");
      return new Taken(books.enter(setting.taking(), setting.file(), setting.by()), Optional.empty());
    }
  }

  private record Reading(Staging staging, DebtorRows rows) implements Feed.Reading {
    @Override
    public void take(UUID creditor, List<Note> notes) throws SQLException {
      DebtorBooks.stage(staging, rows.line(), creditor, rows.read(notes::add));
    }
  }
}
