package io.duly.correspondence.template;

import io.duly.strategy.DebtorKind;
import java.util.List;
import java.util.Optional;

/**
 * Who is written to.
 *
 * @param number the creditor's own for the debtor
 * @param person at the debtor
 * @param address a line each, without name and country
 * @param country ISO 3166 two-letter code
 * @param numberIsOwn the telephone number is known to be the debtor's own, so that an SMS may speak plainly
 */
public record Recipient(
    String name, String number, DebtorKind kind, Optional<String> person, List<String> address, Optional<String> country, boolean numberIsOwn) {
  public Recipient {
    address = List.copyOf(address);
  }

  /** Whom the law protects as a person; one whose kind is not known is taken for one. */
  public boolean isNaturalPerson() {
    return kind != DebtorKind.COMPANY;
  }
}
