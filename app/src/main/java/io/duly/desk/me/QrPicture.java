package io.duly.desk.me;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the outline of an SVG picture in the page itself, so that the secret is in no address.
 *
 * @param side how many modules wide, with the quiet zone of four around it
 * @param outline the dark modules, each a square of one
 */
public record QrPicture(int side, String outline) {
  private static final int QUIET = 4;

  static QrPicture of(String words) {
    try {
      var modules = Encoder.encode(words, ErrorCorrectionLevel.M).getMatrix();
      return new QrPicture(modules.getWidth() + 2 * QUIET, outline(modules));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("The words do not fit a code", tooLong);
    }
  }

  private static String outline(ByteMatrix modules) {
    var path = new StringBuilder();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int at = 0; at < modules.getWidth(); at++) {
        if (modules.get(at, row) == 1) {
          path.append('M').append(at + QUIET).append(' ').append(row + QUIET).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
