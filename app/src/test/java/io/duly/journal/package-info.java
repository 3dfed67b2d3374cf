/** Tests of the journal: whole chains, found tampering, files that verify without Duly. */
@NullMarked
package io.duly.journal;

import org.jspecify.annotations.NullMarked;
