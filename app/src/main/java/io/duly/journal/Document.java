package io.duly.journal;

/**
 * A document as it came or as it was sent, byte for byte (P22, P23).
 *
 * @param name as a person would call the file; not empty
 * @param mediaType as RFC 6838 has it: {@code application/pdf}
 * @param words what can be read in it, for search; text of more than 200,000 characters is cut off for the search only
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by Sha256 of the bytes
public record Document(String name, String mediaType, byte[] bytes, String words) {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_WORDS = 200_000;

  /** @throws IllegalArgumentException where it has no name or no kind, or is larger than 64 MiB */
  public Document {
    if (name.isBlank() || !mediaType.matches("[\\w.+-]+/[\\w.+-]+(;.*)?")) {
      throw new IllegalArgumentException("A document has a name and a media type such as application/pdf.");
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("The document " + name + " is larger than 64 MiB; archive it in parts.");
    }
    name = name.replace('\0', ' ');
    words = words.substring(0, Math.min(words.length(), MOST_WORDS)).replace('\0', ' ');
  }
}
