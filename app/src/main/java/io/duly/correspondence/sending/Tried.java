package io.duly.correspondence.sending;

import io.duly.journal.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to send a message.
 *
 * @param document the archived copy of what left
 * @param outcome empty while it lasts, or where its process ended and nobody has looked since
 * @param answer the server's words, or a person's
 */
public record Tried(
    int nth, Instant startedAt, String way, String knownAs, String recipient, Sha256 document, Optional<String> outcome, Optional<String> answer) {}
