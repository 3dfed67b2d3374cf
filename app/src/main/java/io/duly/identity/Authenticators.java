package io.duly.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import io.duly.database.jooq.identity.tables.records.PasskeyRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Looks at what authenticators answer (WebAuthn level 3, sections 7.1 and 7.2). The person must have been verified by the
 * authenticator, for then a passkey is both steps; where it comes from is not asked, for no maker is preferred.
 */
@Component
class Authenticators {
  /** In the order of preference: ES256, EdDSA, RS256. */
  static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
  private final AttestedCredentialDataConverter converter = new AttestedCredentialDataConverter(new ObjectConverter());

  /** What is kept of a new one: bytes as the database takes them, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record Made(byte[] credentialId, byte[] credential, Set<String> transports, boolean backupEligible, boolean backedUp, long counter) {}

  /** What came of an answer. */
  sealed interface Seen {
    /** It is whose it says. */
    record Right(long counter, boolean backedUp) implements Seen {}

    /** Signed by the right key, but by one that has signed less often than ours has: there are two of it. */
    record Copied() implements Seen {}

    record Wrong() implements Seen {}
  }

  /** Empty where it was not made for this site, this challenge, or without looking who it was. */
  Optional<Made> made(String answer, PasskeyChallenge challenge, RelyingParty.Site site) {
    return AuthenticatorAnswer.made(answer).flatMap(request -> made(request, challenge, site));
  }

  private Optional<Made> made(RegistrationRequest request, PasskeyChallenge challenge, RelyingParty.Site site) {
    try {
      var algorithms = ALGORITHMS.stream().map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(one))).toList();
      var data = manager.verify(request, new RegistrationParameters(server(challenge, site), algorithms, true, true));
      var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
      var transports = Optional.ofNullable(data.getTransports()).orElse(Set.of()).stream().map(AuthenticatorTransport::getValue).collect(Collectors.toSet());
      return Optional.of(
          new Made(credential.getCredentialId(), converter.convert(credential), transports, authenticator.isFlagBE(), authenticator.isFlagBS(), authenticator.getSignCount()));
    } catch (DataConversionException | VerificationException | JacksonException refused) {
      return Optional.empty();
    }
  }

  /** Empty where it is nothing that a browser sends. */
  Optional<AuthenticationData> read(String answer) {
    try {
      return AuthenticatorAnswer.signed(answer).map(manager::parse);
    } catch (DataConversionException | JacksonException refused) {
      return Optional.empty();
    }
  }

  /** Looks at it as the one of whom we hold that passkey. */
  Seen seen(AuthenticationData answer, PasskeyRecord ours, PasskeyChallenge challenge, RelyingParty.Site site) {
    try {
      var data = manager.verify(answer, new AuthenticationParameters(server(challenge, site), known(ours), List.of(ours.getCredentialId()), true, true));
      var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
      return new Seen.Right(authenticator.getSignCount(), authenticator.isFlagBS());
    } catch (MaliciousCounterValueException back) {
      return new Seen.Copied();
    } catch (DataConversionException | VerificationException | JacksonException refused) {
      return new Seen.Wrong();
    }
  }

  private CredentialRecordImpl known(PasskeyRecord ours) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(), true, ours.getBackupEligible(), ours.getBackedUp(), ours.getCounter(), converter.convert(ours.getCredential()), null, null, null, null);
  }

  private static ServerProperty server(PasskeyChallenge challenge, RelyingParty.Site site) {
    return ServerProperty.builder().origin(new Origin(site.origin())).rpId(site.id()).challenge(new DefaultChallenge(challenge.text())).build();
  }
}
