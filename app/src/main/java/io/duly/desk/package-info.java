/**
 * The desk: the pages that a collector works with. It reads across the modules, always within the signed-in person's
 * scope, and changes nothing by itself: every action goes through the facade of the module whose it is.
 */
@ApplicationModule(displayName = "Desk")
@NullMarked
package io.duly.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
