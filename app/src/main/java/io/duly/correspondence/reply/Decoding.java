package io.duly.correspondence.reply;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Bytes as text, whatever their sender calls them. */
final class Decoding {
  private static final Charset OF_OLD_PROGRAMS = Charset.forName("windows-1252");

  private Decoding() {}

  /**
   * By the named character set where the bytes are of it, else by UTF-8 where they are, else by the one that old programs use.
   *
   * @param named as the message has it; may be nonsense
   */
  static String text(byte[] bytes, Optional<String> named) {
    return named
        .flatMap(Decoding::charset)
        .flatMap(charset -> strictly(bytes, charset))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, OF_OLD_PROGRAMS));
  }

  private static Optional<Charset> charset(String named) {
    try {
      return Optional.of(Charset.forName(named.strip().replace("\"", "")));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notOfIt) {
      return Optional.empty();
    }
  }
}
