package io.duly.correspondence.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A font that was read once and is put into many letters. Not for several threads at once. */
final class Typeface {
  private static final int TABLE = 0x3000;

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final int[] known = new int[TABLE];
  private final float[] widths = new float[TABLE];

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    float perUnit = 1f / font.getUnitsPerEm();
    for (int sign = 0; sign < TABLE; sign++) {
      known[sign] = glyphs.getGlyphId(sign);
      widths[sign] = font.getAdvanceWidth(known[sign]) * perUnit;
    }
  }

  /** Liberation Sans as it comes with PDFBox. */
  static Typeface regular() {
    return read(PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
  }

  static Typeface bold() {
    return read(Typeface.class, "LiberationSans-Bold.ttf");
  }

  private static Typeface read(Class<?> beside, String file) {
    try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
      return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The font " + file + " cannot be read", unreadable);
    }
  }

  TrueTypeFont font() {
    return font;
  }

  /** 0 where the font has no glyph for it. */
  int glyph(int sign) {
    return sign < TABLE ? known[sign] : glyphs.getGlyphId(sign);
  }

  /** In ems. */
  private float width(int sign) {
    if (sign < TABLE) {
      return widths[sign];
    }
    try {
      return (float) font.getAdvanceWidth(glyphs.getGlyphId(sign)) / font.getUnitsPerEm();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Of a text, in points. */
  float width(String text, float size) {
    float width = 0;
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      width += width(sign);
      at += Character.charCount(sign);
    }
    return width * size;
  }
}
