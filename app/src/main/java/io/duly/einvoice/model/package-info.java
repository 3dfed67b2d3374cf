/** What an electronic invoice says, whatever its syntax: facts as the seller wrote them, unknown where it wrote none. */
@NullMarked
package io.duly.einvoice.model;

import org.jspecify.annotations.NullMarked;
