/**
 * The outbox as pages: what waits and why, what needs a person's yes, what nobody knows the fate of, and what has left with
 * the bytes that left. A person approves, refuses, clears up, pauses, and makes batches of letters.
 */
@NullMarked
package io.duly.desk.outbox;

import org.jspecify.annotations.NullMarked;
