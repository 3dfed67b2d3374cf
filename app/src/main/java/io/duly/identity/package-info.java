/**
 * Who may work with Duly: people with a role and a scope of creditors, their sign-in, and the reading of data within that
 * scope. Never knows what the data means; it only sees to it that nobody reads or changes more than they may.
 */
@ApplicationModule(displayName = "Identity", allowedDependencies = {"kernel", "journal", "database"})
@NullMarked
package io.duly.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
