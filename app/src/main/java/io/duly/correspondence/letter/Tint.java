package io.duly.correspondence.letter;

/** A colour, each part from 0 to 1. */
record Tint(float red, float green, float blue) {
  static final Tint BLACK = new Tint(0, 0, 0);
  static final Tint TEXT = grey(0.11f);
  static final Tint QUIET = grey(0.36f);
  static final Tint LINE = grey(0.72f);
  static final Tint WHITE = grey(1);

  private static Tint grey(float light) {
    return new Tint(light, light, light);
  }

  /** Of {@code #1f4e5f}. */
  static Tint of(String hex) {
    int all = Integer.parseInt(hex.substring(1), 16);
    return new Tint((all >> 16) / 255f, (all >> 8 & 255) / 255f, (all & 255) / 255f);
  }
}
