/**
 * Intake as pages: files handed in and what became of them, what was found on their rows, rows that were set aside and are
 * mended here, and the map that says which column of a list is what. Whoever sees a creditor sees its files; taking in and
 * mending is a manager's and an administrator's.
 */
@NullMarked
package io.duly.desk.intake;

import org.jspecify.annotations.NullMarked;
