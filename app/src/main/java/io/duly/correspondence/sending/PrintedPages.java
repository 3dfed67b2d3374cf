package io.duly.correspondence.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Letters in one file, each behind a page that says which it is.
 *
 * @param starts the page on which each begins, from 1
 * @param counts how many pages each has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PrintedPages(byte[] bytes, List<Integer> starts, List<Integer> counts) {
  private static final int LEFT = 72;
  private static final int TOP = 700;
  private static final int SIZE = 18;

  static PrintedPages together(List<Outgoing> letters) throws IOException {
    var opened = new ArrayList<PDDocument>();
    try (var all = new PDDocument()) {
      var starts = new ArrayList<Integer>();
      var counts = new ArrayList<Integer>();
      for (var letter : letters) {
        var one = Loader.loadPDF(letter.packed().bytes());
        opened.add(one);
        separator(all, "Letter " + opened.size() + " of " + letters.size(), one.getNumberOfPages(), letter);
        starts.add(all.getNumberOfPages() + 1);
        counts.add(one.getNumberOfPages());
        for (var page : one.getPages()) {
          all.importPage(page);
        }
      }
      var out = new ByteArrayOutputStream();
      all.save(out);
      return new PrintedPages(out.toByteArray(), List.copyOf(starts), List.copyOf(counts));
    } finally {
      for (var one : opened) {
        one.close();
      }
    }
  }

  static int count(byte[] pdf) throws IOException {
    try (var one = Loader.loadPDF(pdf)) {
      return one.getNumberOfPages();
    }
  }

  private static void separator(PDDocument all, String title, int pages, Outgoing letter) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    all.addPage(page);
    try (var content = new PDPageContentStream(all, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
      content.newLineAtOffset(LEFT, TOP);
      content.setLeading(2f * SIZE);
      for (var line : List.of(title, pages + (pages == 1 ? " page" : " pages"), letter.message().id().toString())) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }
}
