/** From facts to the books: rows go by COPY into temporary tables, and from there in a few statements over all of them. */
@NullMarked
package io.duly.intake.stage;

import org.jspecify.annotations.NullMarked;
