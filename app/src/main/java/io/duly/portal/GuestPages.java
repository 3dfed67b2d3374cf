package io.duly.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.duly.wording.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Renders the portal's templates, each in the language of whoever looks. */
@Component
@ConditionalOnWebApplication
public final class GuestPages {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final String STYLE = "/d/assets/portal.css";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.duly.templates");
  private final ObjectProvider<ResourceUrlProvider> urls;

  GuestPages(ObjectProvider<ResourceUrlProvider> urls) {
    this.urls = urls;
  }

  ResponseEntity<byte[]> show(HttpServletRequest request, Language language, String template, Map<String, Object> values) {
    return show(HttpStatus.OK, guest(request, language, Optional.empty(), false), template, values);
  }

  ResponseEntity<byte[]> show(HttpStatus status, Guest guest, String template, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("g", guest);
    var out = new Utf8ByteOutput();
    engine.render("portal/" + template + ".jte", all, out);
    return ResponseEntity.status(status).contentType(HTML).body(out.toByteArray());
  }

  Guest guest(HttpServletRequest request, Language language, Optional<String> country, boolean isIn) {
    return Guest.of(language, country, request.getRequestURI(), isIn, () -> token(request), style());
  }

  /** Something went wrong at an address of the portal. */
  public ResponseEntity<byte[]> mishap(HttpServletRequest request, HttpStatus status) {
    var kind = status == HttpStatus.NOT_FOUND ? "not-there" : status == HttpStatus.FORBIDDEN ? "stale" : status.is4xxClientError() ? "not-understood" : "our-fault";
    var guest = Guest.of(spoken(request, ""), Optional.empty(), "/d/over", false, () -> "", style());
    return show(status, guest, "mishap", Map.of("kind", kind));
  }

  /** The language that was chosen on the page, else the first of the browser's that letters are written in. */
  static Language spoken(HttpServletRequest request, String chosen) {
    return Optional.of(chosen).filter(one -> !one.isBlank() && one.length() < 10).flatMap(Language::of)
        .or(() -> Collections.list(request.getLocales()).stream().flatMap(locale -> Language.of(locale.toLanguageTag()).stream()).findFirst())
        .orElse(Language.EN);
  }

  private static String token(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
  }

  private String style() {
    var hashed = urls.getObject().getForLookupPath(STYLE);
    return hashed == null ? STYLE : hashed;
  }
}
