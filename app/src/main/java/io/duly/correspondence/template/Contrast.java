package io.duly.correspondence.template;

/** How well a colour is read on white paper (WCAG 2.2, 1.4.3): from 1, not at all, to 21. */
public final class Contrast {
  /** Of large letters and lines; names in letters are 15 points and bold. */
  public static final double LEAST = 3;

  private Contrast() {}

  /** @param colour as {@code #1f4e5f} */
  public static double onWhite(String colour) {
    int all = Integer.parseInt(colour.substring(1), 16);
    double light = 0.2126 * part(all >> 16) + 0.7152 * part(all >> 8 & 255) + 0.0722 * part(all & 255);
    return 1.05 / (light + 0.05);
  }

  private static double part(int value) {
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
