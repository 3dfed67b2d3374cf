package io.duly.correspondence.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Pages of other documents behind those of a letter. Only the letter's own are PDF/A; what others made is printed as it is. */
final class AddedPages {
  private static final int MOST_PAGES = 100;

  private AddedPages() {}

  /** It opens without a password and has pages, but not too many. */
  static boolean canBeRead(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return !document.isEncrypted() && document.getNumberOfPages() > 0 && document.getNumberOfPages() <= MOST_PAGES;
    } catch (IOException unreadable) {
      return false;
    }
  }

  static byte[] behind(byte[] letter, List<Attached> others) {
    if (others.isEmpty()) {
      return letter;
    }
    var out = new ByteArrayOutputStream();
    var merger = new PDFMergerUtility();
    merger.setDestinationStream(out);
    merger.addSource(new RandomAccessReadBuffer(letter));
    others.forEach(one -> merger.addSource(new RandomAccessReadBuffer(one.bytes())));
    try {
      merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
    } catch (IOException impossible) {
      throw new UncheckedIOException("Pages that were read could not be put behind a letter", impossible);
    }
    return out.toByteArray();
  }
}
