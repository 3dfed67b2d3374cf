/**
 * Payments that a provider takes for a creditor: links by which debtors pay, and what the provider tells of them. What it tells is
 * believed only with its signature, is taken in once, and ends in the ledger by the way of all other money. Never holds the number of a
 * card or an account, and keeps no secret: those are in the environment.
 */
@ApplicationModule(allowedDependencies = {
      "kernel", "strategy", "database", "journal", "parties", "ledger", "cases", "banking", "banking :: cash", "correspondence", "correspondence :: hook"
    })
@NullMarked
package io.duly.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
