package io.duly.desk.call;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.duly.account.PdfPress;
import io.duly.desk.page.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.springframework.stereotype.Component;

/** The brief on one sheet of paper (P07), in the reader's language: of long lists and texts as much as one page holds, and how much more there is. */
@Component
public final class BriefPdf {
  /** From the most to the least; the last is so little that it fits whatever is in it. */
  private static final List<Most> SIZES = List.of(new Most(14, 6, 260), new Most(10, 4, 160), new Most(7, 3, 110), new Most(4, 2, 70), new Most(2, 1, 40));

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.duly.templates");
  private final PdfPress press;

  BriefPdf(PdfPress press) {
    this.press = press;
  }

  /**
   * How much goes onto the page.
   *
   * @param lines of invoices
   * @param entries of every other list
   * @param signs of a text
   */
  public record Most(int lines, int entries, int signs) {

    public <T> List<T> of(List<T> all) {
      return all.subList(0, Math.min(entries, all.size()));
    }

    public <T> List<T> invoices(List<T> all) {
      return all.subList(0, Math.min(lines, all.size()));
    }

    /** How many are left out. */
    public int more(List<?> all) {
      return Math.max(0, all.size() - entries);
    }

    public String cut(String text) {
      var line = text.strip().replaceAll("\\s+", " ");
      return line.codePointCount(0, line.length()) <= signs ? line : line.substring(0, line.offsetByCodePoints(0, signs - 1)) + "…";
    }
  }

  byte[] of(Reader reader, Brief brief) {
    var fonts = press.families();
    for (var most : SIZES.subList(0, SIZES.size() - 1)) {
      var pdf = printed(reader, brief, most, fonts);
      if (pages(pdf) == 1) {
        return pdf;
      }
    }
    return printed(reader, brief, SIZES.getLast(), fonts);
  }

  private byte[] printed(Reader reader, Brief brief, Most most, String fonts) {
    var html = new StringOutput();
    engine.render("call/paper.jte", Map.of("r", reader, "brief", brief, "most", most, "fonts", fonts), html);
    return press.print(html.toString());
  }

  private static int pages(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException("The brief that was just printed cannot be read", e);
    }
  }
}
