/**
 * A portfolio to look at: creditors, debtors and two years of invoices made up from a fixed seed, of which the last months
 * are lived through day by day as an office would live them. Everything goes through the facades of the other modules;
 * nothing here is used where real data is.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel", "strategy", "database", "journal", "identity", "parties", "ledger", "cases", "agreements", "correspondence", "correspondence :: template", "cycle", "intake", "hardship"
    })
@NullMarked
package io.duly.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
