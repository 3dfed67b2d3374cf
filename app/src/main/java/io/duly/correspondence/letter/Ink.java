package io.duly.correspondence.letter;

import java.nio.charset.StandardCharsets;

/** What is drawn on a page, in points from its top left corner. */
final class Ink {
  static final float WIDTH = mm(210);
  static final float HEIGHT = mm(297);

  private final StringBuilder content = new StringBuilder(8_000);

  static float mm(double millimetres) {
    return (float) (millimetres * 72 / 25.4);
  }

  /** A line of text whose letters stand on {@code y}. */
  void text(Face face, float size, float x, float y, String text) {
    content.append("BT /").append(face.name()).append(' ');
    number(size).append(" Tf 1 0 0 1 ");
    number(x);
    number(HEIGHT - y).append("Tm <");
    face.encode(text, content);
    content.append("> Tj ET\n");
  }

  void colour(Tint tint) {
    number(tint.red());
    number(tint.green());
    number(tint.blue()).append("rg\n");
  }

  void box(float x, float y, float width, float height) {
    number(x);
    number(HEIGHT - y - height);
    number(width);
    number(height).append("re f\n");
  }

  /** A picture of the page's resources. */
  void picture(String name, float x, float y, float width, float height) {
    content.append("q ");
    number(width).append("0 0 ");
    number(height);
    number(x);
    number(HEIGHT - y - height).append("cm /").append(name).append(" Do Q\n");
  }

  /** What follows belongs to that piece of the document's structure. */
  void begin(String role, int number) {
    content.append('/').append(role).append(" <</MCID ").append(number).append(">> BDC\n");
  }

  /** What follows is decoration, and is not read aloud. */
  void beginDecoration() {
    content.append("/Artifact BMC\n");
  }

  void end() {
    content.append("EMC\n");
  }

  byte[] bytes() {
    return content.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private StringBuilder number(float value) {
    int thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      content.append('-');
      thousandths = -thousandths;
    }
    content.append(thousandths / 1000);
    if (thousandths % 1000 != 0) {
      content.append('.');
      content.append((char) ('0' + thousandths / 100 % 10)).append((char) ('0' + thousandths / 10 % 10)).append((char) ('0' + thousandths % 10));
    }
    return content.append(' ');
  }
}
