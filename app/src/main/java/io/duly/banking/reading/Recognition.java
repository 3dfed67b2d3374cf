package io.duly.banking.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the format of a file by its first bytes. */
final class Recognition {
  private static final int LOOK = 64 << 10;
  private static final Pattern CAMT = Pattern.compile("BkToCstmr|camt\\.05[234]");
  private static final Pattern OFX = Pattern.compile("(?i)OFXHEADER|<OFX>");
  private static final Pattern MT = Pattern.compile("(?m)^\\s{0,8}(:(20|25|28C?|60[FM]|61|62[FM]|86|NS):|\\{1:F\\d\\d)");
  private static final Pattern BAI2 = Pattern.compile("^\\s*01,[^,\\n]*,[^,\\n]*,");
  private static final Pattern CODA = Pattern.compile("^0000[0-9 ][^\\r\\n]{110,122}[12]\\s*?(\\r?\\n|$)");
  private static final Pattern QIF = Pattern.compile("(?im)^!(Type:|Account|Option:|Clear:)");

  private Recognition() {}

  /** The format, or nothing where it is none of those that are read here. */
  static Optional<StatementFormat> of(StatementFile file) throws IOException {
    byte[] head;
    try (InputStream in = file.open()) {
      head = in.readNBytes(LOOK);
    }
    String start = new String(head, charset(head)).replace("\uFEFF", "").stripLeading();
    if (OFX.matcher(start).find()) {
      return Optional.of(StatementFormat.OFX);
    }
    if (start.startsWith("<")) {
      return CAMT.matcher(start).find() ? Optional.of(StatementFormat.CAMT) : Optional.empty();
    }
    return ofText(start);
  }

  private static Optional<StatementFormat> ofText(String start) {
    if (BAI2.matcher(start).find()) {
      return Optional.of(StatementFormat.BAI2);
    }
    if (CODA.matcher(start).find()) {
      return Optional.of(StatementFormat.CODA);
    }
    if (QIF.matcher(start).find()) {
      return Optional.of(StatementFormat.QIF);
    }
    return MT.matcher(start).find() ? Optional.of(StatementFormat.MT940) : Optional.empty();
  }

  private static Charset charset(byte[] head) {
    return Wide.of(head).orElse(StandardCharsets.UTF_8);
  }
}
