package io.duly.identity.web;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** They are right, but sign in by their company alone. */
final class OnlyByCompany extends AuthenticationException {
  @Serial private static final long serialVersionUID = 1;

  OnlyByCompany() {
    super("only by the company");
  }
}
