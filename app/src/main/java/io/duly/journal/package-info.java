/**
 * What happened, in one immutable line each: entries form a hash chain per case, documents are kept by the hash of their
 * bytes, both are found by their words. Anybody can verify that nothing was altered or removed. Never changes or deletes
 * a line, and knows nothing of what the lines are about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package io.duly.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
