/**
 * What debtors write back (P23): taken in once, archived, attributed to its case, and held until a person has read it. A text
 * is data: nothing that it says does anything by itself but keep us silent.
 */
@NamedInterface("reply")
@NullMarked
package io.duly.correspondence.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
