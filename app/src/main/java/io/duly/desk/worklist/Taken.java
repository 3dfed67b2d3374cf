package io.duly.desk.worklist;

import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * Somebody is in the case.
 *
 * @param by as in {@code person:anna}
 * @param since in the desk's zone
 */
public record Taken(UUID person, String by, ZonedDateTime since) {}
