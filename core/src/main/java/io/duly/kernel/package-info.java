/**
 * The words everything else is built from: money, typed ids, currencies. JDK only; nothing here
 * reads a clock, a file or a database.
 */
@NullMarked
package io.duly.kernel;

import org.jspecify.annotations.NullMarked;
