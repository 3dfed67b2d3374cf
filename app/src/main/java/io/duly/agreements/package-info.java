/**
 * What debtors agreed to: promises of an amount by a date, one running per case, and how well each debtor has kept theirs.
 * Whether a promise was kept is judged by the daily cycle.
 */
@ApplicationModule(allowedDependencies = {"kernel", "strategy", "database", "cases", "ledger"})
@NullMarked
package io.duly.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
