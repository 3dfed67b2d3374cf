/** A bank's statement in one form, whatever file it came from, and what can be proven of it. Pure: no file, no clock. */
@NamedInterface("statement")
@NullMarked
package io.duly.banking.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
