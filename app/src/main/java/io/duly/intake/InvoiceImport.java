package io.duly.intake;

import io.duly.intake.rows.InvoiceRows;
import io.duly.intake.rows.Note;
import io.duly.intake.stage.InvoiceBooks;
import io.duly.intake.stage.InvoiceBooks.Conflict;
import io.duly.intake.stage.InvoiceStage;
import io.duly.intake.stage.StagedTable;
import io.duly.intake.stage.Staging;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes in a list of invoices. */
@Component
final class InvoiceImport {
  private final InvoiceBooks books;
  private final IdSource ids;

  InvoiceImport(InvoiceBooks books, IdSource ids) {
    this.books = books;
    this.ids = ids;
  }

  Taken take(Setting setting) throws IOException, SQLException {
    try (var staging = Staging.into(setting.connection(), StagedTable.INVOICES)) {
      var stage = new InvoiceStage(staging, ids);
      var reading =
          new Feed(setting, staging)
              .run(row -> new Reading(stage, new InvoiceRows(row, setting.plan().layout(), setting.assumptions(), setting.taking().asOf().isPresent())));
      setting.say("Comparing");
      Map<Long, Note> conflicts = books.compare(setting.taking()).stream().collect(Collectors.toMap(Conflict::line, InvoiceImport::note));
      SetAside.rows(setting, conflicts, staging);
      setting.say("Posting");
      var outcome = books.enter(setting.taking(), setting.plan().layout(), setting.file(), setting.by());
      return new Taken(outcome, Optional.of(reading.rows().delivery()).filter(days -> days.invoices() > 0));
    }
  }

  private record Reading(InvoiceStage stage, InvoiceRows rows) implements Feed.Reading {
    @Override
    public void take(UUID creditor, List<Note> notes) throws SQLException {
      stage.add(creditor, rows.read(creditor, notes::add));
    }
  }

  private static Note note(Conflict conflict) {
    var known = Money.ofMinor(conflict.amount(), conflict.currency()) + " of customer " + conflict.debtorNumber();
    var sentence =
        conflict.earlierLine()
            .map(line -> "Number " + conflict.number() + " is on line " + line + " already, as " + known + ".")
            .orElseGet(() -> "Number " + conflict.number() + " was taken in before as " + known + ".");
    return new Note(conflict.line(), "number", "number-taken", sentence
        + " An invoice is never changed: correct it with a credit note, or give this one its own number.");
  }
}
