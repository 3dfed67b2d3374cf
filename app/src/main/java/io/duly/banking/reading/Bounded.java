package io.duly.banking.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets no more than a gigabyte through: no bank's statement is that large. */
final class Bounded extends FilterInputStream {
  static final long MOST = 1L << 30;
  private final String name;
  private long seen;

  Bounded(String name, InputStream in) {
    super(in);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int more) {
    seen += more;
    if (seen > MOST) {
      throw new CannotRead(name + ": larger than 1 GB, which no statement is. Ask the bank for a file per month or per day.");
    }
  }
}
