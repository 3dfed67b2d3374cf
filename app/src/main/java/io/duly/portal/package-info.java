/**
 * The debtor's own door: pages for somebody who came by the link of a message and showed a code, on a telephone, at any hour. Knows
 * no account and no password. Reads under a role of its own, by row security, what is this debtor's and nothing else; whatever they
 * say goes through the facade of the module whose it is, into the journal of the case.
 */
@NullMarked
@ApplicationModule(displayName = "Portal", allowedDependencies = {
      "kernel", "talk", "wording", "strategy", "rules :: contact", "rules", "database", "journal", "identity", "parties", "ledger", "cases", "agreements", "hardship", "approvals", "calls", "plans", "invitations", "payments",
      "correspondence", "correspondence :: template", "correspondence :: sending", "correspondence :: letter", "rounds"
    })
package io.duly.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
