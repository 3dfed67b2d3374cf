package io.duly.intake.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how far a file was read, in bytes from its start, after every read. */
public final class CountedInput extends FilterInputStream {
  private final LongConsumer progress;
  private long read;

  public CountedInput(InputStream in, LongConsumer progress) {
    super(in);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    tell(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    tell(Math.max(count, 0));
    return count;
  }

  private void tell(int count) {
    read += count;
    progress.accept(read);
  }
}
