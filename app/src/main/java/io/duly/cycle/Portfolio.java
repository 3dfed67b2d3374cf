package io.duly.cycle;

import io.duly.correspondence.GivenDebtor;
import io.duly.rules.contact.Holidays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts of some debtors as of a day: read in a fixed number of queries, however many debtors there are. */
record Portfolio(Map<UUID, PartiesRead.Creditor> creditors, List<DebtorFile> debtors) {

  /** Locks the open cases of these debtors, then reads everything. */
  static Portfolio read(Connection tx, Whose whose, Holidays holidays) throws SQLException {
    var cases = CasesRead.lockCases(tx, whose);
    var debtors = PartiesRead.debtors(tx, whose);
    for (var one : cases) {
      debtors.the(one.debtor()).account(one.currency()).is(one.open(), one.tasks());
    }
    var disputed = CasesRead.disputes(tx, whose);
    LedgerRead.invoices(tx, whose, debtors, disputed, CasesRead.agreed(tx, whose));
    LedgerRead.unallocated(tx, whose, debtors);
    LedgerRead.charges(tx, whose, debtors);
    LedgerRead.history(tx, whose, debtors);
    PartiesRead.persons(tx, whose, debtors);
    PartiesRead.wishes(tx, whose, debtors);
    CasesRead.holds(tx, whose, debtors);
    CasesRead.care(tx, whose, debtors);
    CasesRead.plans(tx, whose, debtors);
    CasesRead.promises(tx, whose, debtors);
    CorrespondenceRead.contacts(tx, whose, debtors);
    CorrespondenceRead.drafts(tx, whose, debtors);
    var portfolio = new Portfolio(PartiesRead.creditors(tx), debtors.inOrder());
    portfolio.debtors.forEach(debtor -> debtor.bankData = portfolio.creditorOf(debtor).bankData(holidays));
    return portfolio;
  }

  /** The name of the policy that the debtor's creditor follows. */
  String policyOf(DebtorFile debtor) {
    return creditorOf(debtor).policy();
  }

  /** In which the debtor is written to. */
  String languageOf(DebtorFile debtor) {
    return debtor.language == null ? creditorOf(debtor).language() : debtor.language;
  }

  /** What the rules about contacts ask of the debtor. */
  GivenDebtor given(DebtorFile debtor) {
    return debtor.given(creditorOf(debtor).contacting());
  }

  private PartiesRead.Creditor creditorOf(DebtorFile debtor) {
    var creditor = creditors.get(debtor.creditor.value());
    if (creditor == null) {
      throw new IllegalStateException("Creditor " + debtor.creditor + " was not read");
    }
    return creditor;
  }
}
