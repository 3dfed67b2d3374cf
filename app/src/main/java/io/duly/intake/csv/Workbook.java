package io.duly.intake.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * A workbook of Excel (XLSX) written out as a list: the rows of its first sheet, days as {@code 2026-03-31}, numbers with a
 * point, formulas as the value that was saved with them. Nothing is computed, nothing outside the file is looked at, and how
 * much it may unfold to is bounded before a row is read.
 */
public final class Workbook {
  private static final int MOST_PARTS = 2000;
  private static final long MOST_UNFOLDED = 256L << 20;
  private static final long MOST_TEXTS = 64L << 20;
  private static final int MOST_COLUMNS = 1000;
  private static final int MOST_ROWS = 1_048_576;
  private static final String FIX = " Save the sheet as CSV and import that.";

  private Workbook() {}

  /** Whether a file is one, by its first bytes and the names of its parts. */
  public static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (in.read() != 'P' || in.read() != 'K') {
        return false;
      }
    }
    try (var parts = new ZipFile(file.toFile())) {
      return parts.getEntry("xl/workbook.xml") != null;
    } catch (ZipException noZip) {
      return false;
    }
  }

  /**
   * Writes the rows into a file of their own, which the caller deletes.
   *
   * @throws FileRefused where the workbook unfolds to more than any list needs, or is damaged
   */
  public static Path asText(Path file) throws IOException {
    bound(file);
    var text = Files.createTempFile("duly-sheet", ".csv");
    try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        var rows = workbook.getFirstSheet().openStream();
        var out = Files.newBufferedWriter(text, StandardCharsets.UTF_8)) {
      write(rows.iterator(), out);
      return text;
    } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      Files.deleteIfExists(text);
      throw new FileRefused("damaged-workbook", "The workbook cannot be read: it is damaged, or written in a way of its own." + FIX);
    } catch (FileRefused refused) {
      Files.deleteIfExists(text);
      throw refused;
    }
  }

  private static void bound(Path file) throws IOException {
    try (var parts = new ZipFile(file.toFile())) {
      if (parts.size() > MOST_PARTS) {
        throw new FileRefused("zip-bomb", "The workbook has " + parts.size() + " parts, more than any list needs." + FIX);
      }
      long unfolded = 0;
      for (var part : parts.stream().toList()) {
        unfolded += unfold(parts, part, MOST_UNFOLDED - unfolded);
      }
    } catch (ZipException damaged) {
      throw new FileRefused("damaged-workbook", "The workbook is damaged or was cut off on its way. Save it again, or as CSV.");
    }
  }

  /** Counts what a part unfolds to instead of believing what the file says of it. */
  private static long unfold(ZipFile parts, ZipEntry part, long left) throws IOException {
    long most = part.getName().equals("xl/sharedStrings.xml") ? Math.min(left, MOST_TEXTS) : left;
    long count = 0;
    var buffer = new byte[1 << 16];
    try (var in = parts.getInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (count == 0 && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
          throw new FileRefused("xml-entities", "The workbook names a document type, which none needs: it may be an attack." + FIX);
        }
        count += read;
        if (count > most) {
          throw new FileRefused("zip-bomb", "The workbook unfolds to more than " + (most >> 20) + " MB, more than any list needs." + FIX);
        }
      }
    }
    return count;
  }

  private static void write(Iterator<Row> rows, BufferedWriter out) throws IOException {
    int line = 0;
    int widest = 0;
    while (rows.hasNext()) {
      var row = rows.next();
      var texts = texts(row);
      if (row.getRowNum() > MOST_ROWS || texts.size() > MOST_COLUMNS) {
        throw new FileRefused("too-many-cells", "Row " + row.getRowNum() + " has more cells than any list needs." + FIX);
      }
      for (; line + 1 < row.getRowNum(); line++) {
        out.write('\n');
      }
      widest = Math.max(widest, texts.size());
      write(filled(texts, widest), out);
      line++;
    }
  }

  /** The cells up to the last that holds something; cells that are only painted hold nothing. */
  private static List<String> texts(Row row) {
    var texts = new ArrayList<String>();
    for (int at = 0; at < row.getCellCount(); at++) {
      texts.add(row.getOptionalCell(at).map(Workbook::text).orElse(""));
    }
    while (!texts.isEmpty() && texts.getLast().isEmpty()) {
      texts.removeLast();
    }
    return texts;
  }

  /** A sheet leaves out the empty cells at the end of a row, a list does not. A row without any stays empty. */
  private static List<String> filled(List<String> texts, int width) {
    while (!texts.isEmpty() && texts.size() < width) {
      texts.add("");
    }
    return texts;
  }

  private static void write(List<String> texts, BufferedWriter out) throws IOException {
    for (int at = 0; at < texts.size(); at++) {
      out.write(at == 0 ? "" : ",");
      out.write('"' + texts.get(at).replace("\"", "\"\"") + '"');
    }
    out.write('\n');
  }

  private static String text(Cell cell) {
    var raw = cell.getRawValue();
    if (raw == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      return isDay(cell) ? day(cell.asDate()) : number(cell.asNumber());
    }
    return cell.getType() == CellType.FORMULA && raw.matches("-?\\d{1,15}(\\.\\d{1,20})?") ? number(new BigDecimal(raw)) : raw;
  }

  /** Excel says a day only by how the number is shown. */
  private static boolean isDay(Cell cell) {
    var format = cell.getDataFormatString();
    Integer id = cell.getDataFormatId();
    boolean builtIn = id != null && (id >= 14 && id <= 17 || id == 22);
    return builtIn || format != null && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").matches("(?i)[^#0?]*(y|d)[^#0?]*");
  }

  private static String day(LocalDateTime moment) {
    return moment.toLocalDate().toString();
  }

  /** As many digits as Excel keeps; never three decimals, which could be thousands. */
  private static String number(BigDecimal value) {
    var plain = value.round(new MathContext(15)).stripTrailingZeros();
    var shown = plain.scale() < 0 ? plain.setScale(0) : plain;
    return (shown.scale() == 3 ? shown.setScale(4) : shown).toPlainString();
  }
}
