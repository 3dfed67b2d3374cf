/** From the bytes of a file to the invoices in it; the syntax is told by content, never by the name of the file. */
@NullMarked
package io.duly.einvoice.reading;

import org.jspecify.annotations.NullMarked;
