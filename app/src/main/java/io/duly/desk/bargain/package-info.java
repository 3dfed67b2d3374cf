/** What may be offered to a debtor and what it is worth, for the pages on which something is agreed; and the limits of who may agree to what. */
@NullMarked
package io.duly.desk.bargain;

import org.jspecify.annotations.NullMarked;
