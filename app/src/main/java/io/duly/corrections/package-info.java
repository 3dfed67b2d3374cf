/**
 * Where we were in the wrong (P09): claims that were made twice under two numbers, and credit notes that we issue because
 * of a mistake. Contact about the claim stops, the ledger is put right without losing money, charges on what was not owed
 * are taken back, the debtor is told that we are sorry, and the journal says so in our own words. Never decides by
 * itself that something was wrong.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "strategy", "database", "journal", "ledger", "cases", "charging", "correspondence", "correspondence :: sending"})
@NullMarked
package io.duly.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
