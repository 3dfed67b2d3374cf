/**
 * Statement files in. The format is told by the content, never by the name; readers stream, are bounded in every
 * direction a file could grow, and refuse with the place and what to do. {@link
 * io.duly.banking.reading.StatementReader} is the only way in.
 */
@NamedInterface("reading")
@NullMarked
package io.duly.banking.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
