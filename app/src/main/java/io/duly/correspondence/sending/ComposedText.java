package io.duly.correspondence.sending;

import io.duly.journal.Sha256;
import java.util.Optional;

/**
 * The words of a message.
 *
 * @param subject one line
 * @param html of the same words, where the medium has one
 */
public record ComposedText(String subject, String plain, Optional<String> html) {

  /** By which a text that somebody approved is known. */
  public Sha256 hash() {
    return Sha256.of(subject + "\0" + plain + "\0" + html.orElse(""));
  }

  /** What is read for its tone. */
  String words() {
    return subject + "\n\n" + plain;
  }
}
