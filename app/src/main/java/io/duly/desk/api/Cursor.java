package io.duly.desk.api;

import io.duly.desk.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Where the next page of a list begins: after this line. It says nothing but a place in one list, which is read with the reader's
 * own eyes; so a made-up one shows nothing that the list would not. It is good for the list that gave it only.
 */
final class Cursor {
  private Cursor() {}

  /** @param list what the list is of: its name and filters */
  static String of(String list, String place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((check(list) + "|" + place).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place that the cursor names.
   *
   * @throws Refusal where the cursor is of another list, or none
   */
  static <T> Optional<T> read(Optional<String> cursor, String list, Function<String, Optional<T>> place) {
    return cursor.map(text -> plain(text)
        .filter(plain -> plain.startsWith(check(list) + "|"))
        .flatMap(plain -> place.apply(plain.substring(plain.indexOf('|') + 1)))
        .orElseThrow(() -> new Refusal(Misunderstood.parameter("cursor", "This is no cursor of this list. Follow the address in “next”, or begin without one."))));
  }

  /** For lists whose places are numbers. */
  static Optional<Long> number(String place) {
    return place.matches("\\d{1,18}") ? Optional.of(Long.parseLong(place)) : Optional.empty();
  }

  /** For lists whose places are ids. */
  static Optional<UUID> id(String place) {
    try {
      return Optional.of(UUID.fromString(place));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<String> plain(String text) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static String check(String list) {
    var crc = new CRC32();
    crc.update(list.getBytes(StandardCharsets.UTF_8));
    return Long.toString(crc.getValue(), 36);
  }
}
