/**
 * Settlements below the debt (P29): where the whole will hardly be recovered, a part of it by a day in full and final satisfaction. Paid in
 * time, the rest is let go with its reason and the debtor is released in writing; not paid in time, the whole debt is owed again.
 */
@ApplicationModule(allowedDependencies = {"kernel", "plans", "strategy", "database", "journal", "ledger", "cases", "agreements", "correspondence"})
@NullMarked
package io.duly.settlements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
