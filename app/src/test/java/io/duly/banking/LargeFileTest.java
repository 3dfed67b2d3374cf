package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.banking.reading.CannotRead;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files far larger than a day's statement. */
@Tag("P08")
class LargeFileTest {
  private static final String WHOLE = Camt.statement("08", Camt.entry("100.00", "CRDT", Camt.payment("100.00", "INV-1 " + "x".repeat(600), "Payer")).repeat(1000));
  private static final String BEFORE = WHOLE.substring(0, WHOLE.indexOf("<Stmt>"));
  private static final String STATEMENT = WHOLE.substring(WHOLE.indexOf("<Stmt>"), WHOLE.indexOf("</Stmt>") + 7);
  private static final String AFTER = WHOLE.substring(WHOLE.indexOf("</Stmt>") + 7);

  @Test
  void aHundredMegabytesStreamThroughOneStatementAtATime() {
    byte[] statement = STATEMENT.getBytes(StandardCharsets.UTF_8);
    int times = 100_000_000 / statement.length + 1;
    var entries = new AtomicInteger();
    new StatementReader().read(
        new StatementFile("large.xml", () -> stream(Stream.concat(Stream.concat(Stream.of(bytes(BEFORE)), IntStream.range(0, times).mapToObj(at -> statement)), Stream.of(bytes(AFTER))))),
        StatementReader.Said.NOTHING,
        each -> entries.addAndGet(each.entries().size()));
    assertThat(entries).hasValue(1000 * times);
  }

  @Test
  void anEndlessTextIsRefusedLongBeforeItsEnd() {
    String start = WHOLE.substring(0, WHOLE.indexOf("<Ustrd>") + 7);
    var endless = new StatementFile("endless.xml", () -> stream(Stream.concat(Stream.of(bytes(start)), Stream.generate(() -> bytes("x".repeat(1000))))));
    assertThatThrownBy(() -> new StatementReader().read(endless)).isInstanceOf(CannotRead.class).hasMessageContaining("larger than any payment");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream stream(Stream<byte[]> pieces) {
    return new Pieces(pieces.iterator());
  }

  /** One piece after the other, made when it is read. */
  private static final class Pieces extends InputStream {
    private final Iterator<byte[]> pieces;
    private InputStream piece = InputStream.nullInputStream();

    Pieces(Iterator<byte[]> pieces) {
      this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = piece.read(into, from, length);
      while (read < 0 && pieces.hasNext()) {
        piece = new ByteArrayInputStream(pieces.next());
        read = piece.read(into, from, length);
      }
      return read;
    }
  }
}
