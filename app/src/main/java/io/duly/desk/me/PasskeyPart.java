package io.duly.desk.me;

import io.duly.desk.page.PasskeySite;
import io.duly.desk.page.Reader;
import io.duly.identity.Passkey;
import io.duly.identity.Passkeys;
import io.duly.identity.People;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The passkeys on one's own pages, and whether another can be made where the page is open. */
@Component
public final class PasskeyPart {
  private final Passkeys passkeys;
  private final People people;
  private final PasskeySite site;

  PasskeyPart(Passkeys passkeys, People people, PasskeySite site) {
    this.passkeys = passkeys;
    this.people = people;
    this.site = site;
  }

  /**
   * @param why none can be made here; empty where one can
   * @param password whether the present password is asked for
   */
  public record Shown(List<Passkey> passkeys, String why, boolean password) {}

  Shown of(Reader reader) {
    var person = reader.person().orElseThrow().id();
    var here = URI.create(ServletUriComponentsBuilder.fromCurrentRequest().toUriString());
    return new Shown(passkeys.of(person), site.at(here).isPresent() ? "" : site.whyNot(reader, here), people.hasPassword(person));
  }
}
