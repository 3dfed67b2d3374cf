package io.duly.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be read in a PDF, and what cannot keep us reading. */
@Tag("P24")
class PdfWordsTest {
  private static byte[] pdf(String content, int pages, boolean locked) throws IOException {
    try (var pdf = new PDDocument()) {
      var stream = new PDStream(pdf, new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)), COSName.FLATE_DECODE);
      for (int at = 0; at < pages; at++) {
        var page = new PDPage();
        var resources = new PDResources();
        resources.put(COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        page.setResources(resources);
        page.setContents(stream);
        pdf.addPage(page);
      }
      if (locked) {
        pdf.protect(new StandardProtectionPolicy("owner", "a password", new AccessPermission()));
      }
      var out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void wordsOfItsPagesAreRead() throws IOException {
    assertThat(PdfWords.of(pdf("BT /F1 12 Tf 50 700 Td (two pallets arrived) Tj ET", 2, false))).contains("two pallets arrived");
  }

  @Test
  void whatIsNoPdfOrIsBrokenOrLockedHasNone() throws IOException {
    assertThat(PdfWords.of(new byte[0])).isEmpty();
    assertThat(PdfWords.of("no pdf at all".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(PdfWords.of("%PDF-1.7 and then nothing".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(PdfWords.of(pdf("BT /F1 12 Tf (secret) Tj ET", 1, true))).isEmpty();
  }

  @Test
  void endlessPagesAreReadForALittleWhileOnly() throws IOException {
    var endless = pdf("BT /F1 1 Tf " + "(words words words) Tj 0 1 Td ".repeat(60_000) + "ET", 90, false);
    long began = System.nanoTime();
    var words = PdfWords.of(endless);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    assertThat(words.length()).isLessThan(300_000);
  }

  @Test
  void oneThatSwellsIsNotOpened() throws IOException {
    assertThat(PdfBounds.swells(pdf(" ".repeat(140 << 20), 1, false))).isTrue();
    assertThat(PdfWords.of(pdf(" ".repeat(140 << 20), 1, false))).isEmpty();
  }
}
