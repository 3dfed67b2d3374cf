package io.duly.correspondence.reply;

import java.util.Optional;

/**
 * A file that came with a message; never opened.
 *
 * @param name without folders, one line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MailFile(String name, String mediaType, byte[] bytes) {
  private static final int MOST_NAME = 200;

  static MailFile of(Optional<String> named, String mediaType, byte[] bytes, int nth) {
    var name = named.map(text -> Plain.line(text.replaceAll("[/\\\\:]+", "_"), MOST_NAME)).filter(text -> !text.isBlank()).orElse("file-" + nth);
    var type = mediaType.matches("[\\w.+-]{1,60}/[\\w.+-]{1,100}") ? mediaType.toLowerCase(java.util.Locale.ROOT) : "application/octet-stream";
    return new MailFile(name, type, bytes);
  }
}
