/**
 * A made-up year of a business's bank account, in which it is known what every payment was for: to measure how much of it
 * is matched, and how much wrongly. Made from a seed, so that the same year comes out each time. What payers do to texts,
 * amounts and names is drawn from what statements show, and knows nothing of how matching works.
 */
@NullMarked
package io.duly.bankyear;

import org.jspecify.annotations.NullMarked;
