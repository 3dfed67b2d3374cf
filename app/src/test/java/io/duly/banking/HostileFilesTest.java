package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that are meant to harm, or came damaged: a sentence, and nothing of them in the books. Workbooks that are well. */
@Tag("P08")
class HostileFilesTest {
  private static final String MAP = "kind: bankStatements\nname: Sheet\ncolumns: {Day: bookedOn, Text: text, Amount: amount}\ndates: ymd\ndecimal: '.'\n";
  private static final String SHEET =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Day</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Text</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Amount</t></is></c></row>"
          + "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>46174</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>Invoice 1</t></is></c><c r=\"C3\"><f>1+1</f><v>12.5</v></c></row>";
  private static Till till;

  @BeforeAll
  static void open() {
    till = new Till();
  }

  @AfterAll
  static void close() {
    till.close();
  }

  @AfterEach
  void nothingIsLeftOfARefusedFile() {
    assertThat(till.number("select count(*) from banking.statement s where not exists (select from intake.file f where f.id = s.file_id)")).isZero();
    till.clear();
  }

  private static byte[] workbook(String sheet, int padding) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
      part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
      part(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
      part(zip, "xl/worksheets/sheet1.xml", "<?xml version=\"1.0\"?>" + sheet);
      zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
      var zeros = new byte[1 << 20];
      for (int megabyte = 0; megabyte < padding; megabyte++) {
        zip.write(zeros);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows + "</sheetData></worksheet>";
  }

  private static FileReport take(byte[] bytes) {
    return till.take(ImportRequest.on(Till.TODAY).ofAccount("ACC", "EUR").mapped(MAP), till.file(bytes));
  }

  private static void refused(FileReport report, String why) {
    assertThat(report.refused()).isTrue();
    assertThat(report.findings().getFirst().message()).contains(why);
    assertThat(till.number("select count(*) from intake.file")).isZero();
    assertThat(till.number("select count(*) from banking.account")).isZero();
  }

  @Test
  void aWorkbookIsReadLikeTheListItShows() {
    var report = take(workbook(sheet(SHEET), 0));
    assertThat(report.refused()).as(report.findings().toString()).isFalse();
    assertThat(report.format()).isEqualTo("xlsx");
    assertThat(till.receipts()).containsExactly(1250L);
    assertThat(till.rows("select day::text as day from banking.entry").getFirst()).containsEntry("day", "2026-06-01");
  }

  @Test
  void cellsThatASheetLeavesOutAtTheEndOfARowAreEmpty() {
    var header = SHEET.replace("</c></row><row r=\"3\"", "</c><c r=\"D1\" t=\"inlineStr\"><is><t>Remark</t></is></c></row><row r=\"3\"");
    var map = MAP.replace("Amount: amount", "Amount: amount, Remark: ignore");
    var report = till.take(ImportRequest.on(Till.TODAY).ofAccount("ACC", "EUR").mapped(map), till.file(workbook(sheet(header), 0)));
    assertThat(report.refused()).as(report.findings().toString()).isFalse();
    assertThat(till.receipts()).containsExactly(1250L);
  }

  @Test
  void aZipBombIsRefusedBeforeARowIsRead() {
    refused(take(workbook(sheet(SHEET), 300)), "unfolds to more than");
  }

  @Test
  void entitiesInAWorkbookAreRefused() {
    refused(take(workbook("<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + sheet(SHEET.replace("Invoice 1", "&a;")), 0)), "document type");
  }

  @Test
  void aWorkbookThatWasCutOffIsRefused() {
    var whole = workbook(sheet(SHEET), 0);
    assertThat(take(Arrays.copyOf(whole, whole.length / 2)).refused()).isTrue();
    refused(take(workbook("<worksheet><sheetData><row r=\"1\"><c", 0)), "damaged");
  }

  @Test
  void aFileOfTwoGigabytesIsRefusedBySizeAlone() throws IOException {
    Path file = till.file(new byte[0]);
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(2L << 30);
    }
    refused(till.take(ImportRequest.on(Till.TODAY), file), "2,048 MB");
    Files.delete(file);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    var bytes = new byte[5000];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at % 3 == 0 ? 0 : at * 31);
    }
    refused(till.take(ImportRequest.on(Till.TODAY), till.file(bytes)), "CSV");
  }

  @Test
  void aStatementThatIsBrokenAtItsEndLeavesNothingOfItsBeginning() {
    var good = CamtFile.booked("2026-06-01", "0.00", "5.00").entry("5.00", "B1", "", "Acme", "").xml();
    var second = good.substring(good.indexOf("<Stmt>"), good.indexOf("</BkToCstmrStmt>")).replace("5.00", "five");
    refused(till.take(good.replace("</BkToCstmrStmt>", second + "</BkToCstmrStmt>")), "Nothing of the file was taken.");
  }
}
