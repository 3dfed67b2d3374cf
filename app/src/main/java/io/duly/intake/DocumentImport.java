package io.duly.intake;

import io.duly.intake.rows.CreditNoteRow;
import io.duly.intake.rows.Note;
import io.duly.intake.rows.ReceiptRow;
import io.duly.intake.rows.RowText;
import io.duly.intake.stage.DocumentBooks;
import io.duly.intake.stage.Documents;
import io.duly.intake.stage.StagedTable;
import io.duly.intake.stage.Staging;
import io.duly.kernel.IdSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in lists of credit notes and of receipts. */
@Component
final class DocumentImport {
  private final DocumentBooks books;
  private final IdSource ids;

  DocumentImport(DocumentBooks books, IdSource ids) {
    this.books = books;
    this.ids = ids;
  }

  Taken creditNotes(Setting setting) throws IOException, SQLException {
    try (var staging = Staging.into(setting.connection(), StagedTable.CREDIT_NOTES)) {
      var documents = new Documents(staging, ids);
      new Feed(setting, staging).run(row -> new CreditNotes(documents, row, setting));
      SetAside.rows(setting, books.unclear(setting.taking()), staging);
      return new Taken(books.enterCreditNotes(setting.taking(), setting.plan().layout(), setting.file(), setting.by()), Optional.empty());
    }
  }

  Taken receipts(Setting setting) throws IOException, SQLException {
    try (var staging = Staging.into(setting.connection(), StagedTable.RECEIPTS)) {
      var documents = new Documents(staging, ids);
      new Feed(setting, staging).run(row -> new Receipts(documents, row, setting));
      SetAside.rows(setting, books.otherAmounts(setting.taking()), staging);
      return new Taken(books.enterReceipts(setting.taking(), setting.file(), setting.by()), Optional.empty());
    }
  }

  private record CreditNotes(Documents documents, RowText row, Setting setting) implements Feed.Reading {
    @Override
    public void take(UUID creditor, List<Note> notes) throws SQLException {
      documents.add(creditor, CreditNoteRow.of(row, setting.assumptions(), notes::add));
    }
  }

  private record Receipts(Documents documents, RowText row, Setting setting) implements Feed.Reading {
    @Override
    public void take(UUID creditor, List<Note> notes) throws SQLException {
      documents.add(creditor, ReceiptRow.of(row, setting.assumptions(), notes::add));
    }
  }
}
