package io.duly.correspondence.letter;

import java.util.BitSet;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font within one letter: only the glyphs that it used are put in. */
final class Face {
  private final Typeface typeface;
  private final PDType0Font embedded;
  private final String name;
  private final BitSet used = new BitSet();

  Face(Typeface typeface, PDType0Font embedded, String name) {
    this.typeface = typeface;
    this.embedded = embedded;
    this.name = name;
  }

  /** As the content of pages names it. */
  String name() {
    return name;
  }

  PDType0Font embedded() {
    return embedded;
  }

  String legible(String text) {
    return Legible.in(typeface, text);
  }

  float width(String text, float size) {
    return typeface.width(text, size);
  }

  /** The glyphs of a text, as hexadecimal digits. */
  void encode(String text, StringBuilder into) {
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      if (!used.get(sign)) {
        used.set(sign);
        embedded.addToSubset(sign);
      }
      int glyph = typeface.glyph(sign);
      for (int shift = 12; shift >= 0; shift -= 4) {
        into.append("0123456789ABCDEF".charAt((glyph >> shift) & 15));
      }
      at += Character.charCount(sign);
    }
  }
}
