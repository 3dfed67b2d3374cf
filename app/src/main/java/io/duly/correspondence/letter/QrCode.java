package io.duly.correspondence.letter;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code (ISO/IEC 18004) of some words, with medium correction as payment codes want it. */
final class QrCode {
  private final String words;
  private final ByteMatrix modules;

  private QrCode(String words, ByteMatrix modules) {
    this.words = words;
    this.modules = modules;
  }

  static QrCode of(String words) {
    try {
      return new QrCode(words, Encoder.encode(words, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("The words do not fit a code", tooLong);
    }
  }

  String words() {
    return words;
  }

  /** Modules side by side are one box each row, so that no light shines through between them. */
  void draw(Ink ink, float x, float y, float side) {
    float module = side / modules.getWidth();
    ink.colour(Tint.BLACK);
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int at = 0; at < modules.getWidth(); ) {
        int end = at;
        while (end < modules.getWidth() && modules.get(end, row) == 1) {
          end++;
        }
        if (end > at) {
          ink.box(x + at * module, y + row * module, (end - at) * module, module);
        }
        at = Math.max(end, at + 1);
      }
    }
  }

  int size() {
    return modules.getWidth();
  }

  /** As the path of a picture in which a module is one wide, from a corner on: each row's neighbours are one box. */
  String path(int from) {
    var path = new StringBuilder();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int at = 0; at < modules.getWidth(); ) {
        int end = at;
        while (end < modules.getWidth() && modules.get(end, row) == 1) {
          end++;
        }
        if (end > at) {
          path.append('M').append(from + at).append(' ').append(from + row).append('h').append(end - at).append("v1h-").append(end - at).append('z');
        }
        at = Math.max(end, at + 1);
      }
    }
    return path.toString();
  }
}
