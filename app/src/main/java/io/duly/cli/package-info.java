/**
 * The commands behind {@code ./duly}. Each parses its words, opens the application, calls one facade and prints; none
 * holds a rule of its own. Exit codes: 0 done, 1 findings, 2 wrong usage, 3 could not.
 */
@NullMarked
package io.duly.cli;

import org.jspecify.annotations.NullMarked;
