/** The daily cycle against a real database. */
@NullMarked
package io.duly.cycle;

import org.jspecify.annotations.NullMarked;
