package io.duly.desk.page;

import io.duly.identity.RelyingParty;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether passkeys can be used where a page is open, and where else they can. */
@Component
public final class PasskeySite {
  private final RelyingParty party;

  PasskeySite(RelyingParty party) {
    this.party = party;
  }

  /** @param page its address */
  public Optional<RelyingParty.Site> at(URI page) {
    return party.at(page);
  }

  /** Why not there, in a sentence. */
  public String whyNot(Reader reader, URI page) {
    return party.place(page).map(place -> reader.say("passkey.elsewhere", place)).orElse(reader.say("passkey.nowhere"));
  }
}
