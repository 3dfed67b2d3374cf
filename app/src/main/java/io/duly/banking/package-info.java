/**
 * Money as the bank tells it: statements of camt, MT940, OFX, BAI2, CODA and QIF are read into one model, checked
 * against their own balances and against the statement before. P08, "do not assume", is only as good as this data: a
 * file is read whole or refused with a sentence, and what cannot be proven is said.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel", "rules", "matching", "bench", "database", "journal", "parties", "ledger", "cases", "charging", "intake", "intake :: csv", "intake :: reading"
    })
@NullMarked
package io.duly.banking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
