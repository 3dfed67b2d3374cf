package io.duly.identity;

/** RFC 4648, section 6, without padding: what people can type into an authenticator. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String of(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = (held << Byte.SIZE | one & 0xff) & 0xfff;
      bits += Byte.SIZE;
      for (; bits >= BITS; bits -= BITS) {
        text.append(ALPHABET.charAt(held >> bits - BITS & 31));
      }
    }
    return (bits > 0 ? text.append(ALPHABET.charAt(held << BITS - bits & 31)) : text).toString();
  }
}
