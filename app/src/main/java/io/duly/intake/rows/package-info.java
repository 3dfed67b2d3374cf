/** From rows of text to facts: what a row says in types, why a row cannot be taken in, and what the lint finds (P03). */
@NullMarked
package io.duly.intake.rows;

import org.jspecify.annotations.NullMarked;
