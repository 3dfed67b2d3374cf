package io.duly.intake.stage;

import io.duly.intake.rows.CreditNoteRow;
import io.duly.intake.rows.DebtorFacts;
import io.duly.intake.rows.ReceiptRow;
import io.duly.journal.Sha256;
import io.duly.kernel.IdSource;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes credit notes and receipts into their temporary tables. */
public final class Documents {
  private final Staging staging;
  private final IdSource ids;
  private final Map<Sha256, Integer> times = new HashMap<>();

  public Documents(Staging staging, IdSource ids) {
    this.staging = staging;
    this.ids = ids;
  }

  public void add(UUID creditor, CreditNoteRow row) throws SQLException {
    DebtorColumns.write(staging.row(), row.line(), creditor, row.debtor().orElse(DebtorFacts.NOBODY))
        .uuid(ids.next())
        .text(row.number())
        .text(row.currency())
        .int8(row.amount())
        .date(row.issuedOn())
        .text(row.why().orElse(null))
        .text(row.invoice().orElse(null))
        .uuid(ids.next());
  }

  public void add(UUID creditor, ReceiptRow row) throws SQLException {
    DebtorColumns.write(staging.row(), row.line(), creditor, row.debtor().orElse(DebtorFacts.NOBODY))
        .uuid(ids.next())
        .text(key(row))
        .text(row.currency())
        .int8(row.amount())
        .date(row.receivedOn())
        .text(row.reference().orElse(null))
        .text(row.payer().orElse(null))
        .text(row.invoice().or(row::reference).orElse(null))
        .uuid(ids.next());
  }

  /** The same content twice in one file is two payments; in another file they are the same two. */
  private String key(ReceiptRow row) {
    Optional<String> own = row.ownNumber().map(number -> "number:" + number);
    return own.orElseGet(() -> {
      var content = Sha256.of(row.content());
      return "content:" + content + "#" + times.merge(content, 1, Integer::sum);
    });
  }
}
