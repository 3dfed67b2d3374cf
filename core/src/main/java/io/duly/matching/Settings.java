package io.duly.matching;

import io.duly.rules.AllocationRule;

/**
 * What depends on the creditor.
 *
 * @param order in which a payment settles a debtor's invoices by law, where the payer does not say
 */
public record Settings(AllocationRule order) {}
