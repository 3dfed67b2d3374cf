/** The page of one invoice. */
@NullMarked
package io.duly.desk.invoice;

import org.jspecify.annotations.NullMarked;
