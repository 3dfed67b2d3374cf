package io.duly.parties;

import io.duly.kernel.DebtorId;

/**
 * A debtor as somebody named them.
 *
 * @param number the creditor's own
 * @param creditor by name
 */
public record FoundDebtor(DebtorId id, String number, String name, String creditor) {}
