package io.duly.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person may sign in with instead of a password and a code.
 *
 * @param name that the person gave it
 * @param lastUsed empty where it never was
 * @param stopped since when it opens nothing, for there may be a copy of it
 */
public record Passkey(UUID id, String name, Instant madeAt, Optional<Instant> lastUsed, Optional<Instant> stopped) {}
