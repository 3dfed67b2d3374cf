/**
 * The editor for messages that people write by hand: what is found in the words while they are typed, and what is saved of
 * them as they are typed. It queues; sending asks everything again.
 */
@NullMarked
package io.duly.desk.writing;

import org.jspecify.annotations.NullMarked;
