package io.duly.correspondence;

import java.time.LocalDate;

/** The debtor was contacted on that day already (invariant 3); the transaction cannot go on. */
public final class AlreadyContacted extends RuntimeException {
  AlreadyContacted(LocalDate day, Throwable cause) {
    super("This debtor was contacted on " + day + " already; one contact a day is the limit. Choose another day.", cause);
  }
}
