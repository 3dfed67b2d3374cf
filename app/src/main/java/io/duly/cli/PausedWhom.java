package io.duly.cli;

import io.duly.correspondence.sending.Pauses.Whom;
import io.duly.kernel.DebtorId;
import io.duly.parties.DebtorNames;
import io.duly.parties.Parties;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose messages are meant: everybody's, a creditor's, or those to a debtor. */
final class PausedWhom {
  @Option(names = "--creditor", paramLabel = "CREDITOR", description = "Only the messages of this creditor.")
  private @Nullable String creditor;

  @Option(names = "--debtor", paramLabel = "DEBTOR", description = "Only the messages to this debtor, by number, name or id; wants --creditor.")
  private @Nullable String debtor;

  Whom in(Opened application, DSLContext tx) {
    if (creditor == null) {
      if (debtor != null) {
        throw new CannotDo("Name the debtor's creditor as well: --creditor.");
      }
      return Whom.everything();
    }
    var name = creditor;
    var found = application.the(Parties.class).findCreditor(tx, name).orElseThrow(() -> new CannotDo("There is no creditor \"" + name + "\"."));
    return new Whom(Optional.of(found.id()), debtor == null ? Optional.empty() : Optional.of(debtor(application, tx, debtor, name)));
  }

  private static DebtorId debtor(Opened application, DSLContext tx, String named, String creditor) {
    var found = application.the(DebtorNames.class).find(tx, named).stream().filter(one -> one.creditor().equals(creditor)).toList();
    if (found.size() != 1) {
      throw new CannotDo((found.isEmpty() ? "There is no debtor " : "There are several debtors ") + named + " of " + creditor + "; use the number or id.");
    }
    return found.getFirst().id();
  }
}
