/**
 * Direct debits of the SEPA schemes: on which day an instalment can be collected, and the file by which the bank is asked to (pain.008).
 * Knows no database and no clock.
 */
@NullMarked
package io.duly.debits;

import org.jspecify.annotations.NullMarked;
