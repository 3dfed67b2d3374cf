package io.duly.correspondence.letter;

import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes letters. Safe for many threads; the fonts are read once for each that is at work at the same time. */
public final class Letters {
  private static final Queue<Fonts> FONTS = new ConcurrentLinkedQueue<>();

  private Letters() {}

  private record Fonts(Typeface regular, Typeface bold) {
    static Fonts read() {
      return new Fonts(Typeface.regular(), Typeface.bold());
    }
  }

  /** The letter as PDF/A-2a; the same message makes the same bytes. */
  public static byte[] pdf(Composed composed, LetterLook look) {
    var waiting = FONTS.poll();
    var fonts = waiting == null ? Fonts.read() : waiting;
    try {
      return pdf(composed, look, fonts);
    } catch (IOException e) {
      throw new UncheckedIOException("A letter could not be written as PDF", e);
    } finally {
      FONTS.add(fonts);
    }
  }

  /**
   * The upper part of the first page as a PNG, down to where the words begin.
   *
   * @param dpi points an inch
   */
  public static byte[] head(Composed composed, LetterLook look, int dpi) {
    try (var pdf = Loader.loadPDF(pdf(composed, look))) {
      var page = new PDFRenderer(pdf).renderImageWithDPI(0, dpi);
      var out = new ByteArrayOutputStream();
      ImageIO.write(page.getSubimage(0, 0, page.getWidth(), Math.min(page.getHeight(), 120 * dpi * 10 / 254)), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A letter could not be drawn as a picture", e);
    }
  }

  /** Set more closely where that saves a page that would be almost empty. */
  private static Sheets laidOut(Composed composed, LetterLook look, Fonts fonts) throws IOException {
    var easy = laidOut(composed, look, fonts, Pace.EASY);
    if (!easy.runsOver()) {
      return easy;
    }
    var close = laidOut(composed, look, fonts, Pace.CLOSE);
    boolean saves = close.count() < easy.count();
    (saves ? easy : close).discard();
    return saves ? close : easy;
  }

  private static Sheets laidOut(Composed composed, LetterLook look, Fonts fonts, Pace pace) throws IOException {
    var sheets = new Sheets(fonts.regular, fonts.bold);
    new Head(sheets, composed, look).draw();
    var body = new Body(sheets, pace, Tint.of(look.colour()), composed);
    body.subject(composed.subject());
    body.draw(composed.pieces());
    return sheets;
  }

  private static byte[] pdf(Composed composed, LetterLook look, Fonts fonts) throws IOException {
    var sheets = laidOut(composed, look, fonts);
    var occasion = composed.occasion();
    var slips = composed.pieces().stream()
        .flatMap(piece -> piece instanceof Piece.Payment payment ? payment.transfer().stream() : Stream.empty())
        .flatMap(transfer -> SwissCode.of(transfer, occasion.sender(), occasion.recipient()).stream())
        .toList();
    slips.forEach(slip -> SwissPart.draw(sheets, slip, composed.forms().language()));
    Foot.draw(sheets, composed, sheets.count() - slips.size());
    return sheets.finished(
        new PdfA(composed.subject(), occasion.sender().name(), composed.forms().locale().toLanguageTag(), occasion.day()));
  }
}
