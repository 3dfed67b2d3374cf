/**
 * The daily cycle: reads the accounts that are due or touched, asks the policy what to do with each, and writes what it
 * said, in chunks of one transaction each. A crash loses at most the running chunks, which are done again to the same
 * result; any number of processes may work on the same day. Holds no rule of its own and sends nothing.
 *
 * <p>It is the one module that writes rows of {@code cases} and {@code agreements} beside their own facades, in bulk and
 * together with their journal entries: see docs/daily-cycle.md.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "strategy", "plans", "database", "bench", "journal", "cases", "intake", "intake :: job", "correspondence", "correspondence :: sending", "correspondence :: template", "rules", "rules :: contact", "wording", "charging", "settlements", "directdebit", "banking", "banking :: cash", "identity"})
package io.duly.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
