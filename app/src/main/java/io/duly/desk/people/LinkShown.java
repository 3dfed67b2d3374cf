package io.duly.desk.people;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows a link to choose a password, in the answer itself, for it is kept nowhere that it could be read again. */
@Component
final class LinkShown {
  private final Pages pages;
  private final String address;

  LinkShown(Pages pages, @Value("${duly.url:}") String address) {
    this.pages = pages;
    this.address = address;
  }

  ResponseEntity<byte[]> once(Reader reader, Links.Link link, HttpServletRequest request) {
    return once(reader, link, false, request);
  }

  /** @param waits whether the role that they are to have waits for a second person */
  ResponseEntity<byte[]> once(Reader reader, Links.Link link, boolean waits, HttpServletRequest request) {
    var base = address.isBlank() ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : address;
    var whole = (base.endsWith("/") ? base : base + "/") + link.path();
    return pages.show("people/link", reader, Map.of("person", link.person(), "link", whole, "until", link.expiresAt(), "waits", waits));
  }
}
