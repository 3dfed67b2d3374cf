package io.duly.desk.signin;

import io.duly.desk.page.PasskeySite;
import io.duly.desk.page.Reader;
import io.duly.identity.PasskeyChallenge;
import io.duly.identity.PasskeyWish;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What the browser is to ask an authenticator for, when somebody signs in by a passkey. */
@Controller
class PasskeyAsked {
  private final PasskeySite sites;
  private final InstantSource clock;

  PasskeyAsked(PasskeySite sites, InstantSource clock) {
    this.sites = sites;
    this.clock = clock;
  }

  /** Asked for anew with each attempt; the last is the one that counts. */
  @PostMapping("/sign-in/passkey/challenge")
  ResponseEntity<Object> challenge(Reader reader, HttpServletRequest request) {
    var here = URI.create(request.getRequestURL().toString());
    var site = sites.at(here);
    if (site.isEmpty()) {
      return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.valueOf("text/plain;charset=UTF-8")).body(sites.whyNot(reader, here));
    }
    var challenge = PasskeyChallenge.random(clock.instant());
    request.getSession().setAttribute(PasskeyChallenge.TO_SIGN_IN, challenge);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(PasskeyWish.ToSignIn.of(challenge, site.get()));
  }
}
