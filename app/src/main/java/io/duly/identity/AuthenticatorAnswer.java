package io.duly.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationRequest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a browser writes of an authenticator's answer (WebAuthn level 3, section 5.1: {@code toJSON}), as far as it is looked at. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AuthenticatorAnswer(@Nullable String rawId, @Nullable Response response) {
  private static final JsonMapper JSON = JsonMapper.shared();

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Response(
      @Nullable String clientDataJSON, @Nullable String attestationObject, @Nullable Set<String> transports, @Nullable String authenticatorData, @Nullable String signature,
      @Nullable String userHandle) {}

  /** Of one that was asked to make a passkey; empty where it is none. */
  static Optional<RegistrationRequest> made(String text) {
    return read(text).flatMap(answer -> {
      var it = answer.response();
      if (it == null || it.attestationObject() == null || it.clientDataJSON() == null) {
        return Optional.empty();
      }
      var transports = Optional.ofNullable(it.transports()).orElse(Set.of());
      return all(it.attestationObject(), it.clientDataJSON()).map(parts -> new RegistrationRequest(parts[0], parts[1], transports));
    });
  }

  /** Of one that was asked to sign; empty where it is none. */
  static Optional<AuthenticationRequest> signed(String text) {
    return read(text).flatMap(answer -> {
      var it = answer.response();
      if (answer.rawId() == null || it == null || it.userHandle() == null || it.authenticatorData() == null || it.clientDataJSON() == null || it.signature() == null) {
        return Optional.empty();
      }
      return all(answer.rawId(), it.userHandle(), it.authenticatorData(), it.clientDataJSON(), it.signature())
          .map(parts -> new AuthenticationRequest(parts[0], parts[1], parts[2], parts[3], parts[4]));
    });
  }

  private static Optional<AuthenticatorAnswer> read(String text) {
    try {
      return Optional.ofNullable(JSON.readValue(text, AuthenticatorAnswer.class));
    } catch (JacksonException noAnswer) {
      return Optional.empty();
    }
  }

  private static Optional<byte[][]> all(String... texts) {
    var parts = new byte[texts.length][];
    for (int at = 0; at < texts.length; at++) {
      var part = bytes(texts[at]);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts[at] = part.get();
    }
    return Optional.of(parts);
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text)).filter(found -> found.length > 0);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
