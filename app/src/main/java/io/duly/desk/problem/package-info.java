/** What programs are told where something cannot be done: a problem of a known type, as RFC 9457 has it. */
@NullMarked
package io.duly.desk.problem;

import org.jspecify.annotations.NullMarked;
