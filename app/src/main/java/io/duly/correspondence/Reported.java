package io.duly.correspondence;

import io.duly.rules.contact.Answer;
import java.util.UUID;

/** What became of a report. */
public sealed interface Reported {

  /** @param contact its line in the contact ledger */
  record Written(UUID contact) implements Reported {}

  /** Nothing was written: by these rules the contact may not be made. */
  record Refused(KnownDebtor debtor, Answer.Refused answer) implements Reported {}
}
