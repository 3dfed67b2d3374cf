/**
 * Telephone numbers as people write them, brought to E.164. Which numbers a country has comes with the library, which follows
 * the numbering plans; nobody is called to find out.
 */
@ApplicationModule(allowedDependencies = "identifiers")
@NullMarked
package io.duly.phones;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
