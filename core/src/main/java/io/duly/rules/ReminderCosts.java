package io.duly.rules;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What reminders cost to print and send, after the first ones, which are the creditor's own.
 *
 * @param basis what they stand on
 * @param appliesTo to whom
 * @param contractsFrom the first day of contracts that have it
 * @param free how many reminders cost nothing
 * @param most at most this much for each of the others
 */
public record ReminderCosts(
    Basis basis, AppliesTo appliesTo, LocalDate contractsFrom, int free, Money most)
    implements CostRule {

  @Override
  public ChargeAnswer on(Late late) {
    List<Reminder> charged =
        late.claim().recovery().reminders().stream()
            .filter(reminder ->
                !reminder.on().isBefore(late.start()) && !reminder.on().isAfter(late.asOf()))
            .sorted(Comparator.comparing(Reminder::on))
            .skip(free)
            .toList();
    if (charged.isEmpty() || !most.currency().equals(late.claim().amount().currency())) {
      return none(
          "The first "
              + free
              + " after the debt became late is the creditor's own, and no further reminder went out");
    }
    Money sum =
        charged.stream()
            .map(reminder -> reminder.cost().min(most))
            .reduce(Money.zero(most.currency()), Money::plus);
    return sum.isPositive()
        ? charge(
            charged.getLast().on(),
            sum,
            charged.size() + " further reminders at what they cost, at most " + most + " each")
        : none("The reminders cost nothing");
  }
}
