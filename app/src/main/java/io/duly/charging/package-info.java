/**
 * Puts the rules to work on the ledger: gathers what must be known of an invoice, asks what may be charged on it, and posts
 * that, each day of interest once and each fixed sum once, on the basis that the rules name (P02). What cannot be computed
 * without a guess is not charged, and says so. Never sends anything, and never decides what to do about a debt.
 */
@ApplicationModule(allowedDependencies = {"kernel", "rules", "strategy", "database", "journal", "parties", "ledger", "cases"})
@NullMarked
package io.duly.charging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
