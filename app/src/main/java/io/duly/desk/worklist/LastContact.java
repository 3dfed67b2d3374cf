package io.duly.desk.worklist;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The latest contact in either direction.
 *
 * @param day the debtor's
 * @param ours false where the debtor came to us
 * @param channel as in {@code call}
 * @param cameOfIt as in {@code message_left}; empty where it is not known
 */
public record LastContact(LocalDate day, boolean ours, String channel, Optional<String> cameOfIt) {}
