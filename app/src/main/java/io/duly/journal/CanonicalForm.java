package io.duly.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The bytes over which an entry's hash is taken, as docs/journal.md describes them. Holds a buffer and a digest, so one
 * thread uses it at a time; 400,000 entries a night go through it.
 */
final class CanonicalForm {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FIRST_LINE = "duly-journal-1\n".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest sha = Sha256.algorithm();
  private byte[] buffer = new byte[1024];
  private int length;

  /** The hash of an entry that follows the one whose hash is {@code prev}, 32 bytes. */
  byte[] hash(Content entry, byte[] prev) {
    length = 0;
    put(FIRST_LINE);
    line(entry.caseId().toString());
    line(Integer.toString(entry.seq()));
    line(entry.kind());
    line(entry.occurredAt());
    line(entry.recordedAt());
    line(entry.actor());
    line(digest(entry.summary()));
    line(digest(entry.body()));
    if (entry.document().isPresent()) {
      line(entry.document().get().bytes());
    } else {
      line("-");
    }
    line(prev);
    sha.update(buffer, 0, length);
    return sha.digest();
  }

  /** The bytes themselves of the entry hashed last. */
  byte[] bytes() {
    return Arrays.copyOf(buffer, length);
  }

  private byte[] digest(String text) {
    return sha.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private void line(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
    end();
  }

  private void line(byte[] digest) {
    ensure(digest.length * 2);
    for (byte one : digest) {
      buffer[length++] = HEX[(one >> 4) & 15];
      buffer[length++] = HEX[one & 15];
    }
    end();
  }

  private void line(Instant instant) {
    ensure(27);
    var time = instant.atOffset(ZoneOffset.UTC);
    digits(time.getYear(), 4, '-');
    digits(time.getMonthValue(), 2, '-');
    digits(time.getDayOfMonth(), 2, 'T');
    digits(time.getHour(), 2, ':');
    digits(time.getMinute(), 2, ':');
    digits(time.getSecond(), 2, '.');
    digits(time.getNano() / 1000, 6, 'Z');
    end();
  }

  private void digits(int number, int width, char after) {
    int rest = number;
    for (int at = length + width - 1; at >= length; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
    buffer[length++] = (byte) after;
  }

  private void put(byte[] bytes) {
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void end() {
    ensure(1);
    buffer[length++] = '\n';
  }

  private void ensure(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
