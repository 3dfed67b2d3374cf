/**
 * What goes out to debtors and what was said either way: message drafts, the check they pass before they are stored, and
 * the contact ledger. This release drafts and checks; it sends nothing. Never decides whether somebody is written to.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "strategy", "database", "journal"})
package io.duly.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
