package io.duly.identity;

import java.util.List;

/** What browsers are told to ask an authenticator for, in the JSON of WebAuthn level 3, sections 5.1.8 and 5.1.9. */
public final class PasskeyWish {
  private static final String REQUIRED = "required";

  private PasskeyWish() {}

  /** @param id in base64url */
  public record Credential(String type, String id, List<String> transports) {
    Credential(String id, List<String> transports) {
      this("public-key", id, transports);
    }
  }

  public record Site(String id, String name) {}

  /** @param id in base64url: what the authenticator keeps of whom the passkey belongs to */
  public record Owner(String id, String name, String displayName) {}

  public record Algorithm(String type, long alg) {}

  public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

  /** To make a passkey that is found without a login, by an authenticator that looks who it is. */
  public record ToMake(
      Site rp, Owner user, String challenge, List<Algorithm> pubKeyCredParams, long timeout, List<Credential> excludeCredentials, Selection authenticatorSelection,
      String attestation) {
    static ToMake of(Person person, String handle, PasskeyChallenge challenge, RelyingParty.Site site, List<Credential> there) {
      return new ToMake(
          new Site(site.id(), "Duly"), new Owner(handle, person.login(), person.name()), challenge.text(),
          Authenticators.ALGORITHMS.stream().map(one -> new Algorithm("public-key", one)).toList(), PasskeyChallenge.GOOD_FOR.toMillis(), there,
          new Selection(REQUIRED, true, REQUIRED), "none");
    }
  }

  /** To sign in with whichever passkey of the site its person chooses. */
  public record ToSignIn(String challenge, long timeout, String rpId, List<Credential> allowCredentials, String userVerification) {
    public static ToSignIn of(PasskeyChallenge challenge, RelyingParty.Site site) {
      return new ToSignIn(challenge.text(), PasskeyChallenge.GOOD_FOR.toMillis(), site.id(), List.of(), REQUIRED);
    }
  }
}
