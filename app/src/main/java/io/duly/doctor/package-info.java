/**
 * Looks at the data and says which invariants of the domain are broken. Each check is SQL of its own over the tables, never
 * the code that it checks; the statements lie beside this package, one file per invariant. Only reads.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "database")
package io.duly.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
