package io.duly.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest: 32 bytes. Says which bytes a document has, and what comes before an entry. */
public final class Sha256 {
  static final int LENGTH = 32;

  /** What the first entry of a chain follows: nothing, written as 32 zero bytes. */
  public static final Sha256 NONE = new Sha256(new byte[LENGTH]);

  private final byte[] digest;

  private Sha256(byte[] digest) {
    this.digest = digest;
  }

  /** The digest of {@code content}. */
  public static Sha256 of(byte[] content) {
    return new Sha256(algorithm().digest(content));
  }

  /** The digest of the UTF-8 bytes of {@code text}. */
  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** @throws IllegalArgumentException where {@code digest} has not 32 bytes */
  public static Sha256 ofDigest(byte[] digest) {
    if (digest.length != LENGTH) {
      throw new IllegalArgumentException("A SHA-256 digest has 32 bytes, not " + digest.length);
    }
    return new Sha256(digest.clone());
  }

  /** @throws IllegalArgumentException where {@code hex} is not 64 hexadecimal digits */
  public static Sha256 ofHex(String hex) {
    return ofDigest(HexFormat.of().parseHex(hex));
  }

  static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return digest.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sha256 that && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return hex();
  }
}
