package io.duly.calls;

import io.duly.correspondence.Reported;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of the wish to begin a call. */
public sealed interface Begun {

  /** @param call its id; the debtor's contact of the day is taken */
  record Now(UUID call) implements Begun {}

  /** Somebody, perhaps the same person, is talking to the debtor or has not finished the note. */
  record InHand(Call call) implements Begun {}

  /** By the contact rules it may not be made now. */
  record Refused(Reported.Refused why) implements Begun {}

  /** Money that is theirs, or could be, lies unallocated, or nobody knows what has come: somebody looks into it first (P08). */
  record PaidPerhaps(List<LyingMoney> money, Optional<OldBankData> tooOld) implements Begun {
    public PaidPerhaps {
      money = List.copyOf(money);
    }
  }
}
