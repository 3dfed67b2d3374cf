/**
 * Letters as PDF: tagged, with their fonts in them, to be kept for decades (PDF/A-2a) and read aloud (PDF/UA-1). Lays the
 * pieces of a message out on pages with an address window, an information block, fold marks and numbered pages, and draws
 * the codes that telephones pay with. Knows nothing of cases and databases, and prints nothing.
 */
@NamedInterface("letter")
@NullMarked
package io.duly.correspondence.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
