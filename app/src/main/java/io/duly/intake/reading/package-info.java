/**
 * What a column is and how its values are written: names to fields, and the number and date formats that the whole
 * column agrees on. Pure; nothing here knows a database.
 */
@NamedInterface("reading")
@NullMarked
package io.duly.intake.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
