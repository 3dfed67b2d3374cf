/** Files to measure an import with, and what the database alone needs for the rows that they become. */
@NullMarked
package io.duly.intake.bench;

import org.jspecify.annotations.NullMarked;
