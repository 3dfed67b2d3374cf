package io.duly.intake.csv;

import io.duly.journal.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * A file that was looked through once.
 *
 * @param sha256 of all its bytes
 * @param size in bytes
 * @param mark bytes of the byte order mark at its start
 * @param damaged some of its bytes make no sense in the charset; they read as U+FFFD
 */
public record Source(Path path, Sha256 sha256, long size, Charset charset, int mark, boolean damaged) {

  /** The text after the byte order mark; {@code progress} is told how many bytes were read so far. */
  public Reader open(LongConsumer progress) throws IOException {
    var bytes = new CountedInput(new BufferedInputStream(Files.newInputStream(path), 1 << 16), progress);
    bytes.skipNBytes(mark);
    var decoder =
        charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    return new InputStreamReader(bytes, decoder);
  }

  /** The first characters, at most {@code length}. */
  public String head(int length) throws IOException {
    try (var reader = open(_ -> {})) {
      var text = new char[length];
      int got = 0;
      for (int n = 0; n >= 0 && got < length; n = reader.read(text, got, length - got)) {
        got += n;
      }
      return new String(text, 0, got);
    }
  }
}
