/**
 * Calls, from the moment a person begins one to the note that ends it (P07, P10, P14 to P18): that a debtor has one call at a time and
 * that it takes the contact of the day; who is on the line; what is typed, saved as it is typed; and, in one transaction, what came of
 * it: the contact, the reason in the debtor's words, promise, wishes, holds, what comes next and the journal. A call cannot be closed
 * without an outcome and a next step; one that is left open is chased. Shows nothing by itself.
 */
@ApplicationModule(allowedDependencies = {
      "kernel", "talk", "strategy", "rules", "rules :: contact", "database", "parties", "ledger", "cases", "plans", "agreements", "hardship", "approvals", "correspondence", "correspondence :: sending", "rounds"
    })
@NullMarked
package io.duly.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
