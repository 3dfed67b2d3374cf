/** The rules of EN 16931 and of those who narrow it, run by their published validators, told in words a biller understands. */
@NullMarked
package io.duly.einvoice.rules;

import org.jspecify.annotations.NullMarked;
