package io.duly.correspondence.template;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Takes in a creditor's logo: a PNG or JPEG of bounded size, drawn anew, so that nothing of the file but its picture is kept. */
public final class Logo {
  private static final int MOST_BYTES = 4 << 20;
  private static final int LONGEST_SIDE = 6_000;
  private static final int WIDEST = 1_200;
  private static final int HIGHEST = 500;

  private Logo() {}

  /**
   * The picture as a PNG of at most 1,200 by 500 points.
   *
   * @throws IllegalArgumentException where it is no PNG or JPEG, or too large, in a sentence
   */
  public static byte[] redrawn(byte[] file) {
    return within(file, WIDEST, HIGHEST);
  }

  /** The same, within other bounds, in points. */
  static byte[] within(byte[] file, int widest, int highest) {
    if (file.length > MOST_BYTES) {
      throw new IllegalArgumentException("A logo has at most 4 MiB.");
    }
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw notAPicture();
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return png(scaled(read(reader), widest, highest));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException broken) {
      throw new IllegalArgumentException("The logo cannot be read; save it anew as PNG.", broken);
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException {
    if (!Set.of("png", "jpeg").contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
      throw notAPicture();
    }
    if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
      throw new IllegalArgumentException("A logo has at most " + LONGEST_SIDE + " points a side.");
    }
    return reader.read(0);
  }

  private static IllegalArgumentException notAPicture() {
    return new IllegalArgumentException("A logo is a PNG or a JPEG; an SVG can hold programs and is not taken.");
  }

  private static BufferedImage scaled(BufferedImage picture, int widest, int highest) {
    double scale = Math.min(1, Math.min((double) widest / picture.getWidth(), (double) highest / picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = drawn.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
