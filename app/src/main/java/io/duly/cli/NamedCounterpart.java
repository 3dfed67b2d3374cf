package io.duly.cli;

import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The debtor that a contact was with, by itself or by a case. */
final class NamedCounterpart {
  @Parameters(index = "0", paramLabel = "CASE|DEBTOR", description = "Number or id of a case, or number, name or id of a debtor.")
  private String named;

  @Option(names = "--creditor", description = "Whose debtor, where several have one of that number or name.")
  private @Nullable String creditor;

  /** @param recovery the case, where one was named */
  record Found(DebtorId debtor, Optional<CaseId> recovery) {}

  /** @throws CannotDo where there is none, several, or both a case and another's debtor */
  Found in(Opened application, DSLContext tx) {
    var recovery = application.the(Cases.class).find(tx, named);
    var debtors = NamedDebtor.all(application, tx, named, creditor);
    if (recovery.isEmpty()) {
      return new Found(NamedDebtor.one(debtors).id(), Optional.empty());
    }
    var debtor = application.the(CaseJournal.class).head(tx, recovery.get()).debtor();
    if (debtors.stream().anyMatch(other -> !other.id().equals(debtor))) {
      throw new CannotDo("Both a case and another's debtor are called " + named + "; name the one you mean by its id.");
    }
    return new Found(debtor, recovery);
  }
}
