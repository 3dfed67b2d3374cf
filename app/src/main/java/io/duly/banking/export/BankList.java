package io.duly.banking.export;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.csv.Look;
import io.duly.intake.csv.Shape;
import io.duly.intake.csv.Source;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The beginning of a file that may be a bank's list: enough to tell which map fits, or that it is one at all. */
final class BankList {
  private static final int HEAD = 1 << 16;
  private static final int HEADER_WITHIN = 40;

  private final String head;
  private final boolean whole;

  private BankList(String head, boolean whole) {
    this.head = head;
    this.whole = whole;
  }

  /** Empty where the file is no text. */
  static Optional<BankList> at(Path file) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(HEAD);
    }
    var charset = charset(bytes);
    return charset.map(known -> new BankList(new String(bytes, known).replace("\uFEFF", ""), bytes.length < HEAD));
  }

  private static Optional<Charset> charset(byte[] head) {
    if (head.length > 1 && (head[0] == -1 && head[1] == -2 || head[0] == -2 && head[1] == -1)) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    for (byte one : head) {
      if (one == 0) {
        return Optional.empty();
      }
    }
    return Optional.of(isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
  }

  private static boolean isUtf8(byte[] head) {
    // The last character may be cut in two.
    int whole = head.length < HEAD ? head.length : head.length - 4;
    try {
      StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(head, 0, Math.max(0, whole)));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /** How the map reads this file; empty where the names of the columns are not exactly the map's. */
  Optional<Fitted> fit(BankMap map) {
    var shape = shape(map.separator());
    var rows = rows(shape, HEADER_WITHIN);
    if (!map.header()) {
      return headless(map, shape, rows);
    }
    var names = new HashSet<>(map.columns().keySet().stream().filter(name -> BankMap.place(name).isEmpty()).map(BankMap::plain).toList());
    for (int at = 0; at < rows.size(); at++) {
      if (names.equals(new HashSet<>(rows.get(at).said().stream().map(BankMap::plain).toList()))) {
        return Optional.of(new Fitted(map, shape, places(map, rows.get(at).cells().stream().map(BankMap::plain).toList()), at + 1));
      }
    }
    return Optional.empty();
  }

  private static List<Place> places(BankMap map, List<String> names) {
    return map.columns().entrySet().stream()
        .map(one -> new Place(BankMap.place(one.getKey()).orElseGet(() -> names.indexOf(BankMap.plain(one.getKey()))), one.getValue(), map.decimal()))
        .filter(place -> place.at() >= 0)
        .toList();
  }

  /** Without names the first rows must have as many cells, and days where the map has days. */
  private Optional<Fitted> headless(BankMap map, Shape shape, List<Line> rows) {
    var places = map.columns().entrySet().stream().map(one -> new Place(Integer.parseInt(one.getKey()) - 1, one.getValue(), map.decimal())).toList();
    var fitted = new Fitted(map, shape, places, 0);
    int cells = places.stream().mapToInt(Place::at).max().orElse(-1) + 1;
    int looked = Math.clamp(rows.size() - map.footer(), 1, 3);
    boolean fits = !rows.isEmpty() && rows.stream().limit(looked).allMatch(row -> row.cells().size() == cells && fitted.days(row) && fitted.amounts(row));
    return fits ? Optional.of(fitted) : Optional.empty();
  }

  /** How its rows are parted. */
  Shape shape(Optional<Character> given) {
    return Shape.of(head, given.or(() -> head.startsWith("sep=") && head.length() > 4 ? Optional.of(head.charAt(4)) : Optional.empty()));
  }

  /** Its first rows without the last, which may be cut off. */
  List<Line> rows(Shape shape, int most) {
    try {
      var lines = Lines.of(new StringReader(head), shape, 0);
      return lines.subList(0, Math.min(most, whole ? lines.size() : Math.max(0, lines.size() - 1)));
    } catch (FileRefused unreadable) {
      return firstRows(shape, most);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** As far as they can be taken apart. */
  private List<Line> firstRows(Shape shape, int most) {
    var rows = new ArrayList<Line>();
    for (var cells : shape.rows(head, most)) {
      rows.add(new Line(rows.size() + 1L, cells.stream().map(String::strip).toList()));
    }
    return rows;
  }

  /** The first row, shortened, for a sentence. */
  String firstRow() {
    var line = head.lines().map(String::strip).filter(one -> !one.isEmpty()).findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  /** All rows of the file below those that the map leaves out. */
  static List<Line> read(Path file, Fitted fitted) throws IOException {
    return read(file, fitted.shape(), fitted.map().encoding(), fitted.above());
  }

  /** All rows of the file but for the first ones. */
  static List<Line> read(Path file, Shape shape, Optional<String> encoding, int above) throws IOException {
    return read(file, shape, encoding, above, Integer.MAX_VALUE);
  }

  /** The first rows of the file, at most so many, but for those above them. */
  static List<Line> read(Path file, Shape shape, Optional<String> encoding, int above, int most) throws IOException {
    var looked = Look.at(file);
    var source = encoding.map(Charset::forName).map(said -> new Source(file, looked.sha256(), looked.size(), said, looked.mark(), false)).orElse(looked);
    return Lines.of(source.open(_ -> {}), shape, above, most);
  }
}
