/**
 * What goes out to debtors and what was said either way: message drafts, the check they pass before they are stored, and
 * the contact ledger with its slots. Never decides whether somebody is written to, only whether they may be.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {
      "kernel", "strategy", "plans", "rules", "rules :: contact", "wording", "phones", "database", "journal", "parties", "ledger", "cases", "account", "agreements", "invitations", "rounds", "hardship"
    })
package io.duly.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
