package io.duly.correspondence.sending;

import java.util.Map;

/**
 * A message as it leaves.
 *
 * @param way {@code smtp}, {@code print}, {@code sms} or {@code fax}
 * @param knownAs by which the other side and answers know it; the same at every attempt
 * @param words what can be read in it, for search
 * @param values that a provider is told beside it, by the words of its service
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Packed(String way, String knownAs, String recipient, String mediaType, String name, byte[] bytes, String words, Map<String, String> values) {
  Packed {
    values = Map.copyOf(values);
  }

  Packed(String way, String knownAs, String recipient, String mediaType, String name, byte[] bytes, String words) {
    this(way, knownAs, recipient, mediaType, name, bytes, words, Map.of());
  }

  /** An e-mail that is faxed: what is read of it is the letter. */
  Packed asFax(String letter) {
    return new Packed("fax", knownAs, recipient, mediaType, name, bytes, letter, values);
  }
}
