package io.duly.cases;

import io.duly.kernel.PersonId;
import java.time.Instant;

/**
 * Somebody is in a case.
 *
 * @param by as in {@code person:anna}
 * @param until when it ends by itself, unless it is renewed or released before
 */
public record Claim(PersonId person, String by, Instant since, Instant until) {}
