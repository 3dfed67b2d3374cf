/** Work that is done again and again as long as the server runs, and how it stops. */
@NullMarked
@ApplicationModule(displayName = "Rounds", allowedDependencies = {})
package io.duly.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
