/** From bytes to rows of text: encoding, separator, quotes; every length bounded, every row with its physical line. */
@NamedInterface("csv")
@NullMarked
package io.duly.intake.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
