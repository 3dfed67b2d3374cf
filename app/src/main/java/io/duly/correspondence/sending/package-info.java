/**
 * How messages leave: the queue with its approvals, the pause switch, the gates that are asked again at the moment of
 * sending, and the talk with mail servers. Before a word is said the exact bytes are archived and the message is marked;
 * what a crash leaves marked is uncertain and a person's, never sent again by itself. Decides nothing about a case and writes
 * no words of its own.
 */
@NamedInterface("sending")
@NullMarked
package io.duly.correspondence.sending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
