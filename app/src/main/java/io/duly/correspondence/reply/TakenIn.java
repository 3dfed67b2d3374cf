package io.duly.correspondence.reply;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of a message that was taken in.
 *
 * @param again it had been taken before; nothing changed
 * @param why why it is where it is
 */
public record TakenIn(UUID id, Reply.Kind kind, Reply.State state, Optional<Long> caseNumber, boolean again, Optional<String> why) {}
