package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.rules.contact.Reach;
import java.time.Instant;
import java.util.Optional;

/**
 * A contact as a person reports it.
 *
 * @param recovery the case it was about; empty: any of the debtor's
 * @param reach by which way, where to, and the number or address where it is known
 * @param at when it was, never in the future
 * @param words what was said, as it was said
 */
public record ContactReport(
    DebtorId debtor, Optional<CaseId> recovery, Reach reach, CameOfIt outcome, Instant at, Optional<String> words) {

  ContactReport with(CameOfIt known, Optional<String> said) {
    return new ContactReport(debtor, recovery, reach, known, at, said);
  }
}
