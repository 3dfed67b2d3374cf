/**
 * Says whose money a receipt is and which invoices it pays, with a score and the reasons, from what
 * the payer wrote, the amount, and who paid. Pure: it allocates nothing and asks neither clock nor
 * database. An answer is sure only where two independent pieces of evidence agree and no other
 * explanation stands against it; everything else waits for a person and stops contact meanwhile
 * (P08).
 */
@NullMarked
package io.duly.matching;

import org.jspecify.annotations.NullMarked;
