package io.duly.banking.cash;

import io.duly.matching.Payment;
import java.util.UUID;

/**
 * Money that nobody has looked at.
 *
 * @param payment what is left of it
 */
record UnseenEntry(UUID receipt, Payment payment) {}
