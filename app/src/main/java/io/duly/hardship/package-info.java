/**
 * Hardship and breathing space (P17): until when somebody is left in peace, by ourselves or by a law, when a person looks how to go on,
 * and what was told of it, which is kept with consent only and read by those who need it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "moratorium", "strategy", "database", "journal", "cases"})
@NullMarked
package io.duly.hardship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
