package io.duly.intake.csv;

import io.duly.journal.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Reads all bytes of a file once: its hash, whether it is text at all, and in which encoding. */
public final class Look {
  private static final int CHUNK = 1 << 16;

  private final MessageDigest digest = sha256();
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer scratch = CharBuffer.allocate(CHUNK);
  private byte[] head = new byte[0];
  private long size;
  private long nuls;
  private long high;
  private long malformed;
  private boolean undefinedIn1252;

  private Look() {}

  /** @throws FileRefused where it is empty or no text */
  public static Source at(Path path) throws IOException {
    var look = new Look();
    look.readAll(path);
    return look.source(path);
  }

  private void readAll(Path path) throws IOException {
    var bytes = ByteBuffer.allocate(CHUNK);
    try (var channel = FileChannel.open(path)) {
      // What remains in the buffer is a character cut in two; it was counted when it was read.
      for (int remains = 0; channel.read(bytes) >= 0; remains = bytes.position()) {
        count(bytes.array(), remains, bytes.position());
        decode(bytes.flip(), false);
        bytes.compact();
      }
      decode(bytes.flip(), true);
    }
  }

  private void decode(ByteBuffer bytes, boolean last) {
    CoderResult result;
    do {
      result = utf8.decode(bytes, scratch.clear(), last);
      if (result.isMalformed()) {
        malformed++;
        bytes.position(bytes.position() + result.length());
      }
    } while (!result.isUnderflow());
  }

  private void count(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
    size += to - from;
    if (head.length == 0) {
      head = Arrays.copyOfRange(bytes, from, Math.min(to, from + 4096));
    }
    for (int at = from; at < to; at++) {
      byte one = bytes[at];
      if (one <= 0) {
        note(one);
      }
    }
  }

  private void note(byte one) {
    if (one == 0) {
      nuls++;
    } else {
      high++;
      int code = one & 0xFF;
      undefinedIn1252 |= code == 0x81 || code == 0x8D || code == 0x8F || code == 0x90 || code == 0x9D;
    }
  }

  private Source source(Path path) {
    if (size == 0) {
      throw new FileRefused("empty", "The file is empty. Was it written to the end? Export it again.");
    }
    Magic.explained(head).ifPresent(sentence -> {
      throw new FileRefused("not-text", sentence);
    });
    if (begins(0xEF, 0xBB, 0xBF)) {
      return new Source(path, hash(), size, StandardCharsets.UTF_8, 3, malformed > 0);
    }
    if (begins(0xFF, 0xFE) || begins(0xFE, 0xFF)) {
      return new Source(path, hash(), size, begins(0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 2, false);
    }
    if (nuls * 50 > size) {
      throw new FileRefused("not-text", "The file holds bytes that no text has (" + nuls
          + " zero bytes). Save it as CSV in UTF-8 and import that.");
    }
    var charset = charset();
    return new Source(path, hash(), size, charset, 0, charset.equals(StandardCharsets.UTF_8) && malformed > 0);
  }

  /** UTF-8 says nothing by accident: a file that is mostly UTF-8 is UTF-8 with damaged places. */
  private Charset charset() {
    if (malformed == 0 || malformed * 20 < high) {
      return StandardCharsets.UTF_8;
    }
    return undefinedIn1252 ? StandardCharsets.ISO_8859_1 : Charset.forName("windows-1252");
  }

  private boolean begins(int... bytes) {
    for (int at = 0; at < bytes.length; at++) {
      if (head.length <= at || (head[at] & 0xFF) != bytes[at]) {
        return false;
      }
    }
    return true;
  }

  private Sha256 hash() {
    return Sha256.ofDigest(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
