package io.duly.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;

/** What can be read in a PDF, for search (P24). Bounded in size, pages, signs and time: what goes beyond is not found, and nothing fails. */
public final class PdfWords {
  private static final int MOST_PAGES = 100;
  private static final int MOST_SIGNS = 200_000;
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private PdfWords() {}

  /** Nothing where it is no PDF, cannot be read, is locked, or swells. */
  public static String of(byte[] bytes) {
    if (bytes.length < 5 || bytes[0] != '%' || bytes[1] != 'P' || bytes[2] != 'D' || bytes[3] != 'F' || PdfBounds.swells(bytes)) {
      return "";
    }
    var words = new Enough();
    try (var pdf = Loader.loadPDF(bytes)) {
      var reading = new Bounded(System.nanoTime() + LONGEST.toNanos());
      reading.setEndPage(MOST_PAGES);
      reading.writeText(pdf, words);
    } catch (IOException | RuntimeException beyondOrBroken) {
      return words.toString(); // as far as it could be read
    }
    return words.toString();
  }

  /** Stops when its time is over, wherever it is on a page. */
  private static final class Bounded extends PDFTextStripper {
    private final long until;

    Bounded(long until) {
      this.until = until;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (System.nanoTime() > until) {
        throw new UncheckedIOException(new IOException("It takes too long to read"));
      }
      super.processOperator(operator, operands);
    }
  }

  /** Stops when it holds enough. */
  private static final class Enough extends Writer {
    private final StringBuilder held = new StringBuilder();

    @Override
    public void write(char[] signs, int from, int count) throws IOException {
      held.append(signs, from, count);
      if (held.length() > MOST_SIGNS) {
        throw new IOException("Enough was read");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return held.toString();
    }
  }
}
