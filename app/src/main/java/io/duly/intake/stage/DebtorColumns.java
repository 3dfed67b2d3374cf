package io.duly.intake.stage;

import io.duly.database.CopyRows;
import io.duly.intake.rows.DebtorFacts;
import java.util.UUID;

/** Writes the columns that every staged row begins with. */
final class DebtorColumns {
  private DebtorColumns() {}

  static CopyRows write(CopyRows row, long line, UUID creditor, DebtorFacts debtor) {
    var written = row.int8(line)
        .uuid(creditor)
        .text(debtor.number().isEmpty() ? null : debtor.number())
        .text(debtor.name().orElse(null))
        .text(debtor.street().orElse(null))
        .text(debtor.postalCode().orElse(null))
        .text(debtor.city().orElse(null))
        .text(debtor.region().orElse(null))
        .text(debtor.country().orElse(null))
        .text(debtor.language().orElse(null))
        .text(debtor.email().orElse(null))
        .text(debtor.phone().orElse(null))
        .text(debtor.kind().orElse(null))
        .text(debtor.segment().orElse(null))
        .text(debtor.billsBy().orElse(null))
        .text(debtor.fax().orElse(null));
    return debtor.worth().isPresent() ? written.texts(debtor.worth().get().staged()) : written.none();
  }
}
