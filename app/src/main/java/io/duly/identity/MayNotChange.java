package io.duly.identity;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The person's role does not allow this change. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class MayNotChange extends RuntimeException {
  public MayNotChange(Person person) {
    super("The role " + person.role().code() + " may not change this.");
  }
}
