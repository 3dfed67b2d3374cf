package io.duly.intake.stage;

import io.duly.cases.Recorded;
import io.duly.intake.rows.DebtorFacts;
import io.duly.parties.Parties;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes staged debtors into the books. */
@Component
public final class DebtorBooks {
  private final Parties parties;

  DebtorBooks(Parties parties) {
    this.parties = parties;
  }

  public static void stage(Staging staging, long line, UUID creditor, DebtorFacts debtor) throws SQLException {
    DebtorColumns.write(staging.row(), line, creditor, debtor);
  }

  public Outcome enter(Taking taking, FileRecord file, Recorded by) {
    new DebtorEntry(parties, taking.tx()).store();
    new Reach(taking.tx()).ofDebtors();
    file.keep(by.recordedAt(), "select creditor_id, line, null::uuid as invoice_id from incoming where line in (select line from told)");
    return file.outcome();
  }
}
