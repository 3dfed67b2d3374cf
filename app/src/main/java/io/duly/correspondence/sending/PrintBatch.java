package io.duly.correspondence.sending;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch of letters in a folder. A file is there under its name only when it is whole and on the disk.
 *
 * @param files names, the manifest last
 * @param places where each letter is, in their order
 */
record PrintBatch(List<String> files, List<String> places) {
  private static final String FORMULA = "=+-@\t\r";

  static PrintBatch write(Path folder, String name, List<Outgoing> letters, boolean separately) throws IOException {
    Files.createDirectories(folder);
    var files = new ArrayList<String>();
    var places = new ArrayList<String>();
    var rows = new ArrayList<List<String>>();
    if (separately) {
      for (var letter : letters) {
        var file = letter.packed().name();
        put(folder, file, letter.packed().bytes());
        files.add(file);
        places.add(file);
        rows.add(row(rows.size() + 1, file, 1, PrintedPages.count(letter.packed().bytes()), letter));
      }
    } else {
      var file = "letters-" + name + ".pdf";
      var pages = PrintedPages.together(letters);
      put(folder, file, pages.bytes());
      files.add(file);
      for (int at = 0; at < letters.size(); at++) {
        places.add(file + " from page " + pages.starts().get(at));
        rows.add(row(at + 1, file, pages.starts().get(at), pages.counts().get(at), letters.get(at)));
      }
    }
    var manifest = "letters-" + name + ".csv";
    put(folder, manifest, csv(rows).getBytes(StandardCharsets.UTF_8));
    files.add(manifest);
    return new PrintBatch(List.copyOf(files), List.copyOf(places));
  }

  private static List<String> row(int number, String file, int page, int pages, Outgoing letter) {
    return List.of(
        Integer.toString(number), file, Integer.toString(page), Integer.toString(pages), letter.message().id().toString(),
        letter.message().recovery().toString(), harmless(letter.packed().recipient()), letter.document().hex());
  }

  private static String csv(List<List<String>> rows) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("number", "file", "page", "pages", "message", "case", "recipient", "sha256");
      rows.forEach(csv::writeRecord);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** What a spreadsheet would take for a formula is words to it. */
  static String harmless(String words) {
    var line = words.replaceAll("\\p{Cntrl}+", " ");
    return !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
  }

  private static void put(Path folder, String name, byte[] bytes) throws IOException {
    var part = folder.resolve(name + ".part");
    Files.write(part, bytes);
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
