/**
 * What debtors agreed to: promises of an amount by a date, plans of several payments, one running per case, and how well each debtor has kept theirs.
 * Whether a promise was kept, and what becomes of a plan, is judged by the daily cycle.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identifiers", "debits", "talk", "strategy", "plans", "database", "cases", "ledger", "charging"})
@NullMarked
package io.duly.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
