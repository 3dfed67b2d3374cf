/**
 * A second year of payments, made without looking at how {@code io.duly.bankyear} makes its own: other numbers, other
 * languages, other habits of banks and payers, and nobody who settles in the evening what was not matched. What is sure here
 * as there is not sure by habit.
 */
@NullMarked
package io.duly.noise;

import org.jspecify.annotations.NullMarked;
