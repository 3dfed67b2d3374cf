package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The brief on one sheet of paper: the facts of the page, however long the case is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P07")
class BriefPdfTest {
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private record Paper(int pages, String words) {}

  private Paper paper(Visitor visitor, String debtor, String... headers) throws IOException {
    var path = "/cases/" + desk.portfolio.caseOf(debtor) + "/brief.pdf";
    var answer = visitor.bytes(path, headers);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (var pdf = Loader.loadPDF(answer.body())) {
      var shots = Path.of("target", "screenshots");
      Files.createDirectories(shots);
      javax.imageio.ImageIO.write(new PDFRenderer(pdf).renderImage(0, 1.3f), "png", shots.resolve("brief-" + debtor.replaceAll("\\W+", "-") + headers.length + ".png").toFile());
      return new Paper(pdf.getNumberOfPages(), new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "));
    }
  }

  @Test
  void itSaysWhatThePageSays() throws IOException {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post("/cases/1/brief", "/cases/" + desk.portfolio.caseOf("Brennan & Co Ltd") + "/plan", Map.of("line", "Ask for the new bookkeeper."));
      var page = visitor.get("/cases/" + desk.portfolio.caseOf("Brennan & Co Ltd") + "/brief").body();
      assertThat(page).contains("/brief.pdf", "data-page-key=\"v\"");
      var paper = paper(visitor, "Brennan & Co Ltd");
      assertThat(paper.pages()).isOne();
      assertThat(paper.words())
          .contains("Brennan & Co Ltd", "Has it been paid?", "1,200.00 GBP", "Siobhan Brennan", "finance director", "+441614960315", "How the talk may go", "Ask for the new bookkeeper.")
          .contains("INV-2236", "3,800.00", "INV-2251", "4,180.00", "INV-2291", "4,500.00", "To ask for", "12,480.00", "5,000.00", "broken", "kept", "5,000 will go out on the 14th");
      var german = paper(visitor, "Brennan & Co Ltd", "Accept-Language", "de");
      assertThat(german.pages()).isOne();
      assertThat(german.words()).contains("Ist schon bezahlt?", "Wen anrufen", "12.480,00").doesNotContain("To ask for", "How the talk may go");
    }
  }

  @Test
  void aCaseOfAThousandInvoicesAndEndlessWordsIsOnePageToo() throws IOException {
    var endless = "word ".repeat(900);
    desk.database.execute(
        "insert into ledger.invoice (id, creditor_id, debtor_id, number, currency, gross, issued_on, due_on) select gen_random_uuid(), creditor_id, id, 'LONG-NUMBER-OF-AN-INVOICE-WITHOUT-END-' || n, 'EUR', 100000 + n, '2026-09-01', '2026-10-01'"
            + " from parties.debtor, generate_series(1, 1000) n where name = 'Kowalski Transport sp. z o.o.'",
        "update parties.debtor set phone = '+48583000000' where name = 'Kowalski Transport sp. z o.o.'",
        "insert into parties.contact_person (id, creditor_id, debtor_id, name, role, phone) select gen_random_uuid(), creditor_id, id, 'Person ' || n || ' ' || repeat('name ', 40), repeat('role ', 40), '+4858300' || 1000 + n"
            + " from parties.debtor, generate_series(1, 40) n where name = 'Kowalski Transport sp. z o.o.'",
        "insert into cases.reason (id, creditor_id, case_id, category, own_words, stated_on, recorded_by, recorded_at) select gen_random_uuid(), c.creditor_id, c.id, 'other', '" + endless + "', '2026-11-01', 'person:anna', now()"
            + " from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id, generate_series(1, 30) n where d.name = 'Kowalski Transport sp. z o.o.'");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var head = "/cases/" + desk.portfolio.caseOf("Kowalski Transport sp. z o.o.");
      for (int line = 0; line < 25; line++) {
        visitor.post(head + "/brief", head + "/plan", Map.of("line", "Line " + line + " " + "w".repeat(400)));
        visitor.post(head, head + "/notes", Map.of("text", "Note " + line + " " + endless));
      }
      var paper = paper(visitor, "Kowalski Transport sp. z o.o.");
      assertThat(paper.pages()).isOne();
      assertThat(paper.words()).contains("Kowalski Transport", "To ask for").containsPattern("and \\d+ more").containsPattern("1[.,]00[0-9.,]+");
    }
  }

  @Test
  void anotherCreditorsAndUnknownOnesAreNotThere() {
    var rita = desk.person("rita", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.NORDWIND));
    try (var visitor = new Visitor(desk).signedInAs(rita)) {
      assertThat(visitor.get("/cases/" + desk.portfolio.caseOf("Brennan & Co Ltd") + "/brief.pdf").statusCode()).isEqualTo(404);
    }
  }
}
