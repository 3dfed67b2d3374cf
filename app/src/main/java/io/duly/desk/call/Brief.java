package io.duly.desk.call;

import io.duly.agreements.Promise;
import io.duly.calls.Call;
import io.duly.calls.LyingMoney;
import io.duly.calls.OldBankData;
import io.duly.cases.CaseHead;
import io.duly.rules.contact.Answer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What must be known before a call.
 *
 * @param numbers on file, the person to ask for first
 * @param underWay the call that somebody is in
 * @param money what has to be looked into before one of these numbers is called (P08)
 * @param tooOld bank data that does not say whether they have paid; likewise
 * @param promised the promise that runs: until its day they are left in peace (P28)
 */
public record Brief(CaseHead head, String debtor, String creditor, ZoneId zone, java.time.Instant now, List<Dialled> numbers, Optional<Call> underWay, Known known,
    List<Lying> money, Optional<OldBankData> tooOld, Optional<Promise> promised) {

  /**
   * A number that may be called.
   *
   * @param person whose it is; empty: the debtor's own
   * @param wrong it is known to be somebody else's
   * @param answer whether it may be called now; a refused one is not shown
   */
  public record Dialled(String number, Optional<UUID> person, Optional<String> name, Optional<String> role, boolean wrong, Answer answer) {}

  /** @param match the page on which it is matched */
  public record Lying(LyingMoney money, String match) {}

  /** Whether something has to be looked into before anybody is called. */
  public boolean asksFirst() {
    return !money.isEmpty() || tooOld.isPresent();
  }

  public String address() {
    return "/cases/" + head.number();
  }
}
