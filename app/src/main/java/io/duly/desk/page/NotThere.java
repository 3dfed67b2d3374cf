package io.duly.desk.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an address names does not exist, or not for this person; which of the two is not told. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotThere extends RuntimeException {
  public NotThere() {
    super("not there");
  }
}
