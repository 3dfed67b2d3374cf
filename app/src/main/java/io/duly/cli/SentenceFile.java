package io.duly.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Labelled sentences of a CSV file; columns in any order, others left aside. */
final class SentenceFile {
  private static final List<String> TEXT = List.of("text", "sentence", "message", "content", "body");
  private static final List<String> LANGUAGE = List.of("lang", "language", "locale");
  private static final List<String> LABEL = List.of("label", "class", "category", "expected", "verdict");
  private static final int BIGGEST = 64 * 1024 * 1024;

  private final List<ToneTrial.Sentence> sentences = new ArrayList<>();
  private final Map<String, Integer> unknownLabels = new TreeMap<>();

  private SentenceFile() {}

  static SentenceFile read(Path path) {
    String csv = text(path);
    var read = new SentenceFile();
    var reader =
        CsvReader.builder()
            .fieldSeparator(separator(csv))
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    try (var rows = reader.ofNamedCsvRecord(csv)) {
      rows.forEach(read::add);
    } catch (CsvParseException broken) {
      throw new CannotDo(path + " is no CSV file that can be read: " + broken.getMessage());
    } catch (IOException unreadable) {
      throw new CannotDo(path + " cannot be read; name a CSV file with the columns text, lang and label.");
    }
    return read;
  }

  List<ToneTrial.Sentence> sentences() {
    return List.copyOf(sentences);
  }

  /** Labels that say neither harmful nor lawful, with how many sentences bear them; these are not measured. */
  Map<String, Integer> unknownLabels() {
    return Map.copyOf(unknownLabels);
  }

  private void add(NamedCsvRecord row) {
    String text = field(row, TEXT).orElseThrow(() -> missing("text"));
    String label = field(row, LABEL).orElseThrow(() -> missing("label"));
    SentenceLabel.of(label).ifPresentOrElse(
        known -> sentences.add(new ToneTrial.Sentence(field(row, LANGUAGE).orElse(""), text, known == SentenceLabel.HARMFUL)),
        () -> unknownLabels.merge(label, 1, Integer::sum));
  }

  private static Optional<String> field(NamedCsvRecord row, List<String> names) {
    for (String name : names) {
      for (String column : row.getHeader()) {
        if (column.strip().toLowerCase(Locale.ROOT).equals(name)) {
          return row.findField(column);
        }
      }
    }
    return Optional.empty();
  }

  private static CannotDo missing(String column) {
    return new CannotDo("There is no column \"" + column + "\"; the first line names the columns text, lang and label.");
  }

  private static char separator(String csv) {
    String header = csv.lines().findFirst().orElse("");
    return header.contains(",") ? ',' : header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
  }

  private static String text(Path path) {
    try {
      if (Files.size(path) > BIGGEST) {
        throw new CannotDo(path + " has more than 64 MiB; no list of sentences is that long.");
      }
      String text = Files.readString(path);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException unreadable) {
      throw new CannotDo(path + " cannot be read; name a CSV file in UTF-8 with the columns text, lang and label.");
    }
  }
}
