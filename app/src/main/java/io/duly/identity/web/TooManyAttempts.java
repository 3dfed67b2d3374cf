package io.duly.identity.web;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nothing was looked at, for too much had failed before. */
final class TooManyAttempts extends AuthenticationException {
  @Serial private static final long serialVersionUID = 1;

  final Duration wait;

  TooManyAttempts(Duration wait) {
    super("too many attempts");
    this.wait = wait;
  }
}
