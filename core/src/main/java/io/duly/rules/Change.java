package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;

/**
 * What a payment or credit took away from a debt. Interest still runs on that day and on less from
 * the day after. A credit note that corrects the invoice takes effect on the due day, for that much
 * was never owed; money that was returned by the bank is a change below zero.
 *
 * @param on the day the money arrived or the credit takes effect
 * @param principal how much of the principal
 * @param interest how much of the interest that had run; matters only where interest bears interest
 */
public record Change(LocalDate on, Money principal, Money interest) {

  public Change {
    principal.plus(interest);
  }

  public static Change ofPrincipal(LocalDate on, Money principal) {
    return new Change(on, principal, Money.zero(principal.currency()));
  }
}
