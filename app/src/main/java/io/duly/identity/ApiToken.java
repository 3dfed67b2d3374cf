package io.duly.identity;

import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a program is known by.
 *
 * @param hint its last four characters
 * @param creditors whose data it is limited to; empty for all that its person sees
 * @param lastUsed to the minute; empty where it never was
 * @param ended empty while it was not ended; one that has expired was not
 */
public record ApiToken(
    UUID id, String name, String hint, List<TokenScope> scopes, Optional<List<CreditorId>> creditors, Instant madeAt, Instant expiresAt,
    Optional<Instant> lastUsed, Optional<Instant> ended) {

  public boolean isGoodAt(Instant now) {
    return ended.isEmpty() && now.isBefore(expiresAt);
  }

  /** For the scopes of the record of changes and of pages: {@code read, notes}. */
  public String scopeCodes() {
    return String.join(", ", scopes.stream().map(TokenScope::code).toList());
  }
}
