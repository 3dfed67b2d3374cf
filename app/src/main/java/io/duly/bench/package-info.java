/**
 * What every benchmark needs: a database of its own beside the real one, on the same server with the same settings, and
 * how much memory the process took. Measures nothing itself; what is measured belongs to the module that is measured.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package io.duly.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
