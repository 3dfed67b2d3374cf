/** Who is in a case, and whose it is: said on its page, claimed by opening it, handed over, taken over. */
@NullMarked
package io.duly.desk.claim;

import org.jspecify.annotations.NullMarked;
