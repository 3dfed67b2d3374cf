package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One search over debtors, invoices, papers and the journal: slips of the pen forgiven, the nearest first, nobody else's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P24")
class SearchPagesTest {
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.hand("/cases/1", "/cases/1/papers", "delivery-note-8812.pdf", pdf("Received in good order, harbourmaster Quigley"), Map.of());
      visitor.hand("/cases/1", "/cases/1/papers", "letter of the driver.txt", "Two crates fell from the tailgate.".getBytes(StandardCharsets.UTF_8), Map.of());
      visitor.hand("/cases/1", "/cases/1/papers", "broken.pdf", "%PDF-1.7 nothing that could be read".getBytes(StandardCharsets.UTF_8), Map.of());
      visitor.post("/cases/1", "/cases/1/notes", Map.of("text", "They think the warehousekeeper signed."));
    }
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private static byte[] pdf(String words) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage();
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(words);
        content.endText();
      }
      var bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static String found(Visitor visitor, String words) {
    var body = visitor.get("/search?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8)).body();
    return body.substring(body.indexOf("id=\"results\""));
  }

  private String near(String words) {
    return desk.database.ask(tx -> tx.fetch("select name, ext.word_similarity(?, name), left(words, 20), (select count(*) from journal.document_scope s where s.sha256 = d.sha256) from journal.document d", words).toString());
  }

  @Test
  void aPaperIsFoundByTheWordsInsideAPdfByItsNameAndByANameWithASlip() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(found(visitor, "quigley")).contains("Papers", "delivery-", "harbourmaster <mark>Quigley</mark>").containsPattern("href=\"/cases/1/documents/\\d+\"");
      assertThat(found(visitor, "tailgate")).contains("letter of the driver.txt");
      assertThat(found(visitor, "8812")).contains("delivery-note-<mark>8812</mark>.pdf");
      assertThat(found(visitor, "delivrey note")).as("a slip: " + near("delivrey note")).contains("delivery-");
      assertThat(found(visitor, "broken")).contains("<mark>broken</mark>.pdf");
    }
  }

  @Test
  void numbersAreFoundWithOneSlipWhateverTheCaseOfTheirLetters() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      for (var typed : new String[] {"INV-2251", "inv-2251", "INV 2251", "INV2251", "INV-2215", "INV-225", "INV-2252", "INV-22251", "IVN-2251", "2251"}) {
        assertThat(found(visitor, typed)).as(typed).contains("4,180.00");
      }
      assertThat(found(visitor, "INV-9999")).contains("Nothing was found");
    }
  }

  @Test
  void theNearestComesFirstAndWhatWasAskedIsMarked() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var page = found(visitor, "kowalski");
      assertThat(page).contains("<mark>Kowalski</mark> Transport");
      assertThat(found(visitor, "warehousekeep")).as("a beginning is enough").contains("<mark>warehousekeep</mark>er signed");
      assertThat(found(visitor, "<b>kowalski</b>")).doesNotContain("<b>");
    }
  }

  @Test
  @Tag("P40")
  void papersOfOthersAreNotFoundAndNoneByClients() {
    var rita = desk.person("rita", Role.MANAGER, desk.portfolio.creditor(Portfolio.NORDWIND));
    var clara = desk.person("clara", Role.CLIENT, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    for (var person : new People.Admitted[] {rita, clara}) {
      try (var visitor = new Visitor(desk).signedInAs(person)) {
        for (var words : new String[] {"quigley", "tailgate", "delivery-note-8812", "warehousekeeper"}) {
          assertThat(found(visitor, words)).as(words).contains("Nothing was found").doesNotContain("Quigley", "driver");
        }
      }
    }
    assertThat(desk.database.<String>ask(tx -> tx.fetchSingle("select words from journal.document where name like 'delivery%'").get(0, String.class))).contains("Quigley");
  }
}
