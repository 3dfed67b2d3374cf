package io.duly.desk.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the reader's choice of light or dark in a cookie. */
@Controller
class ThemeSwitch {
  private static final Duration KEPT = Duration.ofDays(400);

  @PostMapping("/theme")
  String choose(@RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(Theme.COOKIE, Theme.of(theme).code())
            .path("/")
            .maxAge(KEPT)
            .sameSite("Lax")
            .httpOnly(true)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + (isOurs(back) ? back : "/");
  }

  /** A path on this server, and nothing that a browser could take for another host. */
  private static boolean isOurs(String address) {
    return address.startsWith("/") && !address.startsWith("//") && address.indexOf('\\') < 0;
  }
}
