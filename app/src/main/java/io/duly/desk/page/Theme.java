package io.duly.desk.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Light, dark, or as the system has it; kept in a cookie. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  static final String COOKIE = "duly-theme";

  /** The name as the style and the cookie have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The next one when the reader presses the switch. */
  public Theme next() {
    return switch (this) {
      case SYSTEM -> LIGHT;
      case LIGHT -> DARK;
      case DARK -> SYSTEM;
    };
  }

  static Theme of(HttpServletRequest request) {
    var cookies = request.getCookies();
    return Stream.ofNullable(cookies)
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .map(Theme::of)
        .findFirst()
        .orElse(SYSTEM);
  }

  /** The one of a code; as the system has it for any other text. */
  static Theme of(String code) {
    return Arrays.stream(values()).filter(theme -> theme.code().equals(code)).findFirst().orElse(SYSTEM);
  }
}
