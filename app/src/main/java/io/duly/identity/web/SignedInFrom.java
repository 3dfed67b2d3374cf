package io.duly.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;

/**
 * Where a person signed in from, kept in the session until it is stored with it.
 *
 * @param browser as it calls itself
 */
record SignedInFrom(String address, String browser) implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  static final String NAME = "duly.signed-in-from";
  static final SignedInFrom NOWHERE = new SignedInFrom("", "");
  private static final int BROWSER_LIMIT = 300;

  static void mark(HttpServletRequest request) {
    var browser = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    request.getSession().setAttribute(NAME, new SignedInFrom(request.getRemoteAddr(), browser.substring(0, Math.min(browser.length(), BROWSER_LIMIT))));
  }
}
