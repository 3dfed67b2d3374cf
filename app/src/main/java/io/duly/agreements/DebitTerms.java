package io.duly.agreements;

import java.util.Optional;

/**
 * By what a creditor collects direct debits.
 *
 * @param identifier by which the schemes know it
 * @param iban of the account to which the money goes
 * @param noticeDays between the day on which a debtor is told and the day on which it is collected: 1 to 14
 */
public record DebitTerms(String identifier, String iban, Optional<String> bic, int noticeDays) {
  /** What the schemes ask for where nothing else was agreed. */
  public static final int USUAL_NOTICE = 14;
}
