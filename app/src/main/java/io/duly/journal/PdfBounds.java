package io.duly.journal;

import java.util.regex.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at every packed stream of a PDF before a library unpacks it in memory: a few kilobytes can swell to gigabytes.
 * Nothing of what is unpacked here is kept.
 */
public final class PdfBounds {
  private static final long MOST_OF_ONE = 128L << 20;
  private static final long MOST_OF_ALL = 1L << 30;
  /** A stream packed twice swells a thousand times a thousand; no writer of invoices does it. */
  private static final Pattern TWICE =
      Pattern.compile("/Filter\\s*\\[[^\\]]*(Fl|LZW|RunLength|#)[^\\]/]*/[^\\]]*(Fl|LZW|RunLength|#)|/FileSpecCrypt");
  private static final String STREAM = "stream";

  private PdfBounds() {}

  /** Whether it would swell beyond bounds. */
  public static boolean swells(byte[] pdf) {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    if (TWICE.matcher(text).find()) {
      return true;
    }
    var inflater = new Inflater();
    long all = 0;
    try {
      for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + STREAM.length())) {
        int from = start(pdf, at + STREAM.length());
        all += from < pdf.length && pdf[from] == 0x78 ? swollen(inflater, pdf, from) : 0;
        if (all > MOST_OF_ALL) {
          return true;
        }
      }
      return false;
    } finally {
      inflater.end();
    }
  }

  private static int start(byte[] pdf, int after) {
    int at = after;
    while (at < pdf.length && (pdf[at] == '\r' || pdf[at] == '\n')) {
      at++;
    }
    return at;
  }

  private static long swollen(Inflater inflater, byte[] pdf, int from) {
    inflater.reset();
    inflater.setInput(pdf, from, pdf.length - from);
    var sink = new byte[1 << 16];
    long size = 0;
    try {
      for (int got = inflater.inflate(sink); got > 0; got = inflater.inflate(sink)) {
        size += got;
        if (size > MOST_OF_ONE) {
          return MOST_OF_ALL + 1;
        }
      }
    } catch (DataFormatException noPackedStream) {
      return size;
    }
    return size;
  }
}
