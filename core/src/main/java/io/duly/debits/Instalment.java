package io.duly.debits;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An instalment that is to be collected.
 *
 * @param left of it, what was paid in advance taken off
 * @param announcedOn when its day and amount were written to the debtor; empty where they were not
 * @param noticeDays that were agreed between that and the day on which it is collected: 14 by the schemes, or fewer
 * @param mandated a mandate is in force
 * @param held the debtor is left in peace
 */
public record Instalment(LocalDate dueOn, Money left, Optional<LocalDate> announcedOn, int noticeDays, boolean mandated, boolean held) {}
