package io.duly.identity;

import java.util.List;
import java.util.UUID;

/**
 * A program that asks in a person's name.
 *
 * @param person with the creditors that both the person and the token see
 * @param token which of their tokens it has
 * @param scopes what the token may be used for and the person's role allows
 */
public record Caller(Person person, UUID token, List<TokenScope> scopes) {
  public boolean may(TokenScope scope) {
    return scopes.contains(scope);
  }
}
