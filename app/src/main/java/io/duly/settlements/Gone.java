package io.duly.settlements;

import io.duly.kernel.Money;
import java.util.Optional;

/**
 * What was let go of an invoice or of a charge.
 *
 * @param number of the invoice
 * @param gross of the invoice, minor units
 * @param tax in the invoice's gross, minor units; empty where it does not say, and of charges
 */
record Gone(boolean isCharge, String number, Money amount, long gross, Optional<Long> tax) {}
