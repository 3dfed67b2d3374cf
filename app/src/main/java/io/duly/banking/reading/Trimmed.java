package io.duly.banking.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * XML without what programs on its way put around it: blank lines before it, and the sign for the end of a file (Ctrl-Z)
 * after it. Neither is allowed anywhere in XML, so nothing that is meant is lost.
 */
final class Trimmed extends InputStream {
  private static final int CTRL_Z = 0x1A;
  private final PushbackInputStream in;
  private final boolean bytes;

  Trimmed(InputStream from) throws IOException {
    in = new PushbackInputStream(from, 2);
    int one = in.read();
    while (one == ' ' || one == '\n' || one == '\r' || one == '\t') {
      one = in.read();
    }
    if (one >= 0) {
      in.unread(one);
    }
    byte[] head = in.readNBytes(2);
    in.unread(head);
    bytes = Wide.of(head).isEmpty();
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    return one == CTRL_Z && bytes ? ' ' : one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = in.read(into, from, length);
    for (int at = from; bytes && at < from + read; at++) {
      into[at] = into[at] == CTRL_Z ? (byte) ' ' : into[at];
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
