package io.duly.portal;

import io.duly.invitations.Invitations;
import io.duly.wording.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. Nothing on these pages tells of a debt, nor whose it would be. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/d")
class DoorPages {
  private final GuestPages pages;
  private final FrontDoor door;
  private final Visits visits;
  private final GuestCookie cookie;

  DoorPages(GuestPages pages, FrontDoor door, Visits visits, GuestCookie cookie) {
    this.pages = pages;
    this.door = door;
    this.visits = visits;
    this.cookie = cookie;
  }

  /** Looking at it, as a program does that checks the links of mails, uses nothing up. */
  @GetMapping("/{token:" + Invitations.TOKEN + "}")
  ResponseEntity<byte[]> look(HttpServletRequest request, @PathVariable String token, @RequestParam(defaultValue = "") String in) {
    return look(request, token, in, false);
  }

  private ResponseEntity<byte[]> look(HttpServletRequest request, String token, String in, boolean wrong) {
    var language = GuestPages.spoken(request, in);
    var look = door.look(token);
    return look == FrontDoor.Look.NOT_GOOD
        ? pages.show(request, language, "closed", Map.of("token", token))
        : pages.show(request, language, "enter", Map.of("token", token, "asksTheLetters", look == FrontDoor.Look.ASKS_THE_LETTERS, "wrong", wrong));
  }

  @PostMapping("/{token:" + Invitations.TOKEN + "}/opening")
  ResponseEntity<byte[]> open(
      HttpServletRequest request, HttpServletResponse response, @PathVariable String token, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String in) {
    var came = door.open(token, code, GuestPages.spoken(request, in), request.getRemoteAddr());
    return came instanceof FrontDoor.NotGood ? pages.show(request, GuestPages.spoken(request, in), "closed", Map.of("token", token))
        : answered(request, response, came, () -> look(request, token, in, true), in);
  }

  @PostMapping("/{token:" + Invitations.TOKEN + "}/another")
  ResponseEntity<byte[]> another(HttpServletRequest request, @PathVariable String token, @RequestParam(defaultValue = "") String in) {
    return door.ask(token, GuestPages.spoken(request, in), request.getRemoteAddr()) ? to("/d/asked" + said(in)) : tooMany(request, in);
  }

  @GetMapping("/asked")
  ResponseEntity<byte[]> asked(HttpServletRequest request, @RequestParam(defaultValue = "") String in) {
    return pages.show(request, GuestPages.spoken(request, in), "asked", Map.of());
  }

  @GetMapping("/code")
  ResponseEntity<byte[]> code(HttpServletRequest request, @RequestParam(defaultValue = "") String in, @RequestParam Optional<String> again) {
    return code(request, in, again.isPresent() ? "again" : "");
  }

  private ResponseEntity<byte[]> code(HttpServletRequest request, String in, String said) {
    var waits = GuestCookie.of(request).filter(door::waits).isPresent();
    return waits ? pages.show(request, GuestPages.spoken(request, in), "code", Map.of("said", said)) : to("/d/over" + said(in));
  }

  @PostMapping("/code")
  ResponseEntity<byte[]> show(
      HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String in) {
    var came = door.show(GuestCookie.of(request).orElse(""), code, request.getRemoteAddr());
    return came instanceof FrontDoor.NotGood ? code(request, in, "used-up") : answered(request, response, came, () -> code(request, in, "wrong"), in);
  }

  @PostMapping("/code/again")
  ResponseEntity<byte[]> again(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String in) {
    var came = door.again(GuestCookie.of(request).orElse(""), request.getRemoteAddr());
    return came instanceof FrontDoor.NotGood ? to("/d/over" + said(in)) : answered(request, response, came, () -> code(request, in, ""), in);
  }

  @GetMapping("/over")
  ResponseEntity<byte[]> over(HttpServletRequest request, @RequestParam(defaultValue = "") String in, @RequestParam Optional<String> left) {
    return pages.show(request, GuestPages.spoken(request, in), "over", Map.of("left", left.isPresent()));
  }

  @PostMapping("/leaving")
  ResponseEntity<byte[]> leave(HttpServletRequest request, HttpServletResponse response) {
    GuestCookie.of(request).ifPresent(visits::end);
    cookie.remove(request, response);
    return to("/d/over?left");
  }

  /** What the browser holds changes with every step that was taken. */
  private ResponseEntity<byte[]> answered(
      HttpServletRequest request, HttpServletResponse response, FrontDoor.Came came, Supplier<ResponseEntity<byte[]>> wrong, String in) {
    return switch (came) {
      case FrontDoor.CodeSent(var browser) -> {
        cookie.set(request, response, browser);
        yield to("/d/code" + said(in));
      }
      case FrontDoor.LetIn(var secret) -> {
        cookie.set(request, response, secret);
        yield to("/d");
      }
      case FrontDoor.Wrong _, FrontDoor.NotGood _ -> wrong.get();
      case FrontDoor.TooMany _ -> tooMany(request, in);
    };
  }

  private ResponseEntity<byte[]> tooMany(HttpServletRequest request, String in) {
    var page = pages.show(HttpStatus.TOO_MANY_REQUESTS, pages.guest(request, GuestPages.spoken(request, in), Optional.empty(), false), "many", Map.of());
    return ResponseEntity.status(page.getStatusCode()).headers(page.getHeaders()).header(HttpHeaders.RETRY_AFTER, String.valueOf(Knocks.SPAN.toSeconds())).body(page.getBody());
  }

  /** The language that was chosen goes along; it is one of five words. */
  private static String said(String in) {
    return Language.of(in).filter(_ -> !in.isBlank()).map(language -> "?in=" + language.code()).orElse("");
  }

  static ResponseEntity<byte[]> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
