/**
 * What to do with a case on a day. {@code decide} is a pure function of a snapshot, a policy and a
 * date: the nightly run, the case page and the simulator call the same one. Never reads a clock, a
 * file or a database.
 */
@NullMarked
package io.duly.strategy;

import org.jspecify.annotations.NullMarked;
