package io.duly.banking.reading;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, with their numbers; UTF-8, UTF-16 or, where it is neither, Windows-1252. */
final class Lines implements Closeable {
  private static final int LONGEST = 100_000;
  private final BufferedReader reader;
  private final Reading reading;
  private long number;
  private boolean within;

  private Lines(BufferedReader reader, Reading reading) {
    this.reader = reader;
    this.reading = reading;
  }

  static Lines of(StatementFile file, String format) throws IOException {
    var reading = new Reading(file.name(), format);
    Charset charset = charset(file);
    var reader = new BufferedReader(new InputStreamReader(afterMark(file.open()), charset), 1 << 16);
    return new Lines(reader, reading);
  }

  Reading reading() {
    return reading;
  }

  long number() {
    return number;
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    return upTo('\n');
  }

  /** The next line or, where many tags stand in one line, as much of it as the first of them ends; null after the last. */
  @Nullable String nextTag() throws IOException {
    return upTo('>');
  }

  /** Whether more of the same line follows. */
  boolean isWithin() {
    return within;
  }

  private @Nullable String upTo(char end) throws IOException {
    var line = new StringBuilder();
    int one = reader.read();
    if (one < 0) {
      return null;
    }
    reading.at("line " + (within ? number : ++number));
    within = false;
    while (one >= 0 && one != '\n' && one != '\r') {
      append(line, one);
      if (one == end) {
        within = true;
        return line.toString();
      }
      one = reader.read();
    }
    if (one == '\r') {
      skipLineFeed();
    }
    return line.toString();
  }

  private void append(StringBuilder line, int one) {
    if (one == 0 || line.length() >= LONGEST) {
      throw reading.refusal("This is not text" + (one == 0 ? " (a zero byte)." : " (a line without end)."), "Fetch the file again from the bank.");
    }
    line.append((char) one);
  }

  private void skipLineFeed() throws IOException {
    reader.mark(1);
    if (reader.read() != '\n') {
      reader.reset();
    }
  }

  private static Charset charset(StatementFile file) throws IOException {
    try (InputStream in = file.open()) {
      Optional<Charset> wide = Wide.of(in.readNBytes(2));
      if (wide.isPresent()) {
        return wide.get();
      }
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  private static boolean isUtf8(StatementFile file) throws IOException {
    var strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var in = new InputStreamReader(file.open(), strict)) {
      in.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static InputStream afterMark(InputStream in) throws IOException {
    var back = new PushbackInputStream(in, 3);
    byte[] head = back.readNBytes(3);
    boolean mark = head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    if (!mark) {
      back.unread(head);
    }
    return back;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
