/**
 * The recovery of what one debtor owes one creditor in one currency: stage and next action, holds that stop contact the
 * moment they are recorded, contested amounts, reasons for not paying and how they were checked, work for people, and
 * whether the file is complete. Every change is written to the case's journal in the same transaction. What happens
 * next is decided elsewhere, by the daily cycle.
 */
@ApplicationModule(allowedDependencies = {"kernel", "strategy", "database", "journal", "parties", "ledger"})
@NullMarked
package io.duly.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
