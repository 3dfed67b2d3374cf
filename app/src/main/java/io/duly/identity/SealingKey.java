package io.duly.identity;

import io.duly.database.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must be read again (AES-256-GCM), with a key that is not in the database: from {@code DULY_SEAL}, or made at
 * random once in {@code secrets/seal} of the home. Several nodes on one database need the same.
 */
@Component
public final class SealingKey {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final String configured;
  private final Path home;
  private final SecureRandom random = new SecureRandom();

  SealingKey(@Value("${duly.seal:}") String configured, @Value("${duly.home}") Path home) {
    this.configured = configured;
    this.home = home;
  }

  /** @param about whom it belongs to: sealed for one it cannot be opened for another */
  public byte[] seal(byte[] open, byte[] about) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(open);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty where it was sealed with another key or for somebody else. */
  public Optional<byte[]> open(byte[] sealed, byte[] about) {
    try {
      var nonce = ByteBuffer.wrap(sealed).slice(0, NONCE);
      var bytes = new byte[NONCE];
      nonce.get(bytes);
      return Optional.of(cipher(Cipher.DECRYPT_MODE, bytes, about).doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (GeneralSecurityException otherKey) {
      return Optional.empty();
    }
  }

  /**
   * A mark that only who has the key can make (HMAC-SHA-256, 32 bytes). Marks for one purpose are none for another.
   *
   * @param purpose what it is for, the program's own word
   */
  public byte[] mark(String purpose, byte[] what) {
    return hmac(hmac(Secret.hash(key()), purpose.getBytes(StandardCharsets.UTF_8)), what);
  }

  private static byte[] hmac(byte[] key, byte[] what) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(what);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] about) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(Secret.hash(key()), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about);
    return cipher;
  }

  private String key() {
    return configured.isBlank() ? new Secrets(home.resolve("secrets")).of("seal") : configured.strip();
  }
}
