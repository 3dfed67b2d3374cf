package io.duly.banking.export;

import io.duly.intake.csv.Rows;
import io.duly.intake.csv.Shape;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The beginning of a file that may be a bank's list: enough to tell which map fits. */
final class BankList {
  private static final int HEAD = 1 << 16;
  private static final int HEADER_WITHIN = 30;

  private final String head;
  private final Charset charset;

  private BankList(String head, Charset charset) {
    this.head = head;
    this.charset = charset;
  }

  /** Empty where the file is no text. */
  static Optional<BankList> at(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(HEAD);
    }
    for (byte one : bytes) {
      if (one == 0) {
        return Optional.empty();
      }
    }
    var charset = charset(bytes);
    return Optional.of(new BankList(new String(bytes, charset).replace("\uFEFF", ""), charset));
  }

  private static Charset charset(byte[] head) {
    // The last character may be cut in two.
    int whole = head.length < HEAD ? head.length : head.length - 4;
    try {
      StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(head, 0, Math.max(0, whole)));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException other) {
      return Charset.forName("windows-1252");
    }
  }

  /** How the map reads this file; empty where the names of the columns are not exactly the map's. */
  Optional<Fitted> fit(BankMap map) {
    var shape = Shape.of(head, map.separator());
    var rows = shape.rows(head, HEADER_WITHIN);
    if (!map.header()) {
      return headless(map, shape, rows);
    }
    var names = new HashSet<>(map.columns().keySet().stream().map(BankMap::plain).toList());
    for (int at = 0; at < rows.size(); at++) {
      var said = rows.get(at).stream().map(BankMap::plain).filter(name -> !name.isEmpty()).toList();
      if (said.size() == names.size() && names.containsAll(said)) {
        return Optional.of(new Fitted(map, shape, encoding(map), rows.get(at).stream().map(BankMap::plain).toList(), at + 1));
      }
    }
    return Optional.empty();
  }

  /** Without names the first rows must have as many cells, and days where the map has days. */
  private Optional<Fitted> headless(BankMap map, Shape shape, List<List<String>> rows) {
    var fitted = new Fitted(map, shape, encoding(map), List.of(), 0);
    int cells = map.columns().keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
    int looked = Math.clamp(rows.size() - map.footer(), 1, 3);
    boolean fits = !rows.isEmpty() && rows.stream().limit(looked).allMatch(row -> row.size() == cells && fitted.days(row) && fitted.amounts(row));
    return fits ? Optional.of(fitted) : Optional.empty();
  }

  private Charset encoding(BankMap map) {
    return map.encoding().map(Charset::forName).orElse(charset);
  }

  /** The first row, shortened, for a sentence. */
  String firstRow() {
    var line = head.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  static Rows open(Path file, Fitted fitted) throws IOException {
    var bytes = Files.newInputStream(file);
    var decoder = fitted.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    return new Rows(new InputStreamReader(bytes, decoder), fitted.shape().separator(), fitted.shape().quote());
  }
}
