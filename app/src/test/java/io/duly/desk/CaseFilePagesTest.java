package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The file of a case on its page: papers put in and looked at, what is missing, what was promised and said, and finding it again. */
@Tag("P06")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseFilePagesTest {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private Desk desk;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  @Tag("P20")
  void aPaperIsPutIntoTheFileCountsForItsItemAndIsLookedAtInTheStream() throws IOException {
    var kowalski = "/cases/" + desk.portfolio.caseOf("Kowalski Transport sp. z o.o.");
    try (var chromium = Chromium.started()) {
      var page = chromium.signedIn(desk, anna);
      page.navigate(kowalski);
      page.getByText("Put a paper into the file").click();
      page.locator("input[type=file][name=file]").setInputFiles(new FilePayload("waybill 4711.png", "image/png", picture()));
      page.locator("select[name=item]").first().selectOption("delivery");
      page.getByText("File it").click();
      assertThat(page.locator("p[role=status]").textContent()).contains("The paper is in the file");
      var line = page.locator("#happenings > li.paper-filed").first();
      assertThat(line.textContent()).contains("waybill 4711.png", "proof of delivery");
      line.getByText("Look at it").click();
      assertThat(line.locator("img.paper").evaluate("async picture => { await picture.decode(); return picture.naturalWidth; }")).isEqualTo(40);
      for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {1440, 360}) {
          look(chromium, kowalski, theme, width);
        }
      }
      assertThat(chromium.complaints).isEmpty();
    }
    assertThat(one("select state || ' ' || marked_by from cases.checklist_mark where item = 'delivery'")).isEqualTo("there person:anna");
    assertThat(one("select sha256(d.bytes) = e.document and d.media_type = 'image/png' from journal.entry e join journal.document d on d.sha256 = e.document where e.kind = 'paper-filed' and e.summary like '%waybill%'")).isEqualTo("true");
  }

  @Test
  void aFileIsTakenForWhatItsBytesAreAndWhatCouldRunIsRefused() throws IOException {
    var page = "/cases/" + desk.portfolio.caseOf("Atelier Brun SARL");
    var hostile = Map.of(
        "page.pdf", bytes("<!DOCTYPE html><html><script>alert(1)</script></html>"),
        "drawing.png", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        "program.jpg", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0},
        "script.txt", bytes("#!/bin/sh\nrm -rf /"),
        "list.zip", new byte[] {'P', 'K', 3, 4, 0, 0},
        "latin.txt", "Straße".getBytes(StandardCharsets.ISO_8859_1),
        "empty.pdf", new byte[0]);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      hostile.forEach((name, file) -> {
        visitor.hand(page, page + "/papers", name, file);
        assertThat(visitor.get(page).body()).as(name).contains("role=\"alert\">The file " + name + " is ");
      });
      assertThat(one("select count(*) from journal.entry where kind = 'paper-filed' and case_id = (select c.id from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = 'Atelier Brun SARL')")).isEqualTo("0");
      visitor.hand(page, page + "/papers", "..\\..\\etc/pass<b>wd\u202Efdp.exe", pdf());
      assertThat(visitor.get(page).body()).contains("Filed pass&lt;b&gt;wdfdp.exe");
    }
  }

  @Test
  void whatIsLookedAtCanDoNothingAndNobodyElseSeesIt() throws IOException {
    var page = "/cases/" + desk.portfolio.caseOf("Hotel Seeblick GmbH");
    var theirs = "/cases/" + desk.portfolio.caseOf("Okafor Foods Ltd");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.hand(page, page + "/papers", "note.txt", bytes("Delivered: <script>alert(1)</script> to the porter."));
      assertThat(visitor.get(page).body()).as("what begins like that is refused").contains("is no PDF, PNG, JPEG or plain text");
      visitor.hand(page, page + "/papers", "note.txt", bytes("Delivered to the porter at noon."));
      visitor.hand(page, page + "/papers", "signed.pdf", pdf());
      var text = visitor.get(page + "/documents/" + seq("note.txt"));
      assertThat(text.body()).contains("to the porter");
      assertThat(text.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(text.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'", "sandbox", "frame-ancestors 'self'");
      assertThat(text.headers().allValues("X-Content-Type-Options")).contains("nosniff");
      var paper = visitor.get(page + "/documents/" + seq("signed.pdf"));
      assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(visitor.get(theirs + "/documents/" + seq("note.txt")).statusCode()).as("of another case").isEqualTo(404);
      assertThat(visitor.get(page + "/documents/1").statusCode()).as("a line that names none").isEqualTo(404);
    }
    var stranger = desk.person("stranger", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    var auditor = desk.person("auditor", Role.AUDITOR);
    try (var visitor = new Visitor(desk).signedInAs(stranger)) {
      assertThat(visitor.get(page + "/documents/" + seq("note.txt")).statusCode()).isEqualTo(404);
      assertThat(visitor.hand(theirs, page + "/papers", "mine.txt", bytes("mine")).statusCode()).isEqualTo(404);
      assertThat(visitor.post(theirs, page + "/promises", Map.of("amount", "1.00", "by", "2026-12-01")).statusCode()).isEqualTo(404);
      assertThat(visitor.post(theirs, page + "/reasons", Map.of("category", "OTHER", "said", "x")).statusCode()).isEqualTo(404);
      assertThat(visitor.post(theirs, page + "/checklist", Map.of("item", "order", "state", "THERE")).statusCode()).isEqualTo(404);
    }
    try (var visitor = new Visitor(desk).signedInAs(auditor)) {
      assertThat(visitor.get(page).body()).doesNotContain("Put a paper into the file");
      assertThat(visitor.get(page + "/documents/" + seq("note.txt")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @Tag("P34")
  void aPromiseIsRecordedAndWhatCannotBeOneIsGivenBackAsTyped() {
    var page = "/cases/" + desk.portfolio.caseOf("Okafor Foods Ltd");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(page, page + "/promises", Map.of("amount", "9,999.00", "by", "2026-12-04", "words", "all of it"));
      assertThat(visitor.get(page, "Accept-Language", "en").body()).contains("a promise lies between zero and that", "value=\"9,999.00\"");
      visitor.post(page, page + "/promises", Map.of("amount", "soon", "by", "2026-12-04", "words", "all of it"));
      assertThat(visitor.get(page, "Accept-Language", "en").body()).contains("“soon” is no amount", "value=\"soon\"", "value=\"all of it\"");
      visitor.post(page, page + "/promises", Map.of("amount", "2,000.00", "by", "2026-12-04", "words", "when Harrods has paid <i>us</i>"));
      assertThat(visitor.get(page).body()).contains("The promise is recorded", "2,000.00", "when Harrods has paid &lt;i&gt;us&lt;/i&gt;");
    }
    assertThat(one("select amount || ' ' || due_on || ' ' || recorded_by from agreements.promise where outcome is null and own_words like 'when Harrods%'"))
        .isEqualTo("200000 2026-12-04 person:anna");
  }

  @Test
  @Tag("P26")
  @Tag("P24")
  void whyItWasNotPaidIsWrittenDownToBeCheckedAndFoundAgain() {
    var page = "/cases/" + desk.portfolio.caseOf("Hotel Seeblick GmbH");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(page, page + "/reasons", Map.of("category", "THIRD_PARTY", "said", "The carrier left the linen in the rain.", "whom", "Alpen-Spedition, Herr Moser"));
      assertThat(visitor.get(page).body()).contains("a task asks to check it", "The carrier left the linen in the rain.", "ask Alpen-Spedition, Herr Moser");
      assertThat(visitor.get(page + "?q=linen").body()).contains("The debtor says: The carrier left the linen");
      assertThat(visitor.get(page + "?q=lin").body()).as("a part of a word").contains("The debtor says: The carrier left the linen");
      assertThat(visitor.get(page + "?q=%3Cscript%3E").body()).contains("Nothing here speaks of “&lt;script&gt;”");
      assertThat(visitor.get(page + "?q=Moser&show=people").body()).as("in the facts").contains("The carrier left the linen");
      visitor.post(page, page + "/checklist", Map.of("item", "order", "state", "MISSING", "supplier", "Frau Huber, sales"));
      assertThat(visitor.get(page).body()).contains("ask Frau Huber, sales");
    }
  }

  @Test
  void theOtherCasesOfTheDebtorAreNamedAndHowTheyPaidIsDrawn() {
    var brennan = desk.portfolio.caseOf("Brennan & Co Ltd");
    desk.database.execute(
        "insert into cases.recovery_case (id, number, creditor_id, debtor_id, currency, stage, opened_on, closed_on, closed_why, next_action, next_action_on, review_on, because, priority)"
            + " select gen_random_uuid(), 90001, creditor_id, debtor_id, 'CHF', 'closed', '2026-01-10', '2026-02-01', 'paid', null, null, null, null, 0 from cases.recovery_case where number = "
            + brennan);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get("/cases/" + brennan).body())
          .contains("Other cases of this debtor", "CHF", "closed 1 Feb", "class=\"delays\"", "class=\"ageing\"");
    }
  }

  private void look(Chromium chromium, String address, ColorScheme theme, int width) {
    var page = chromium.signedIn(desk, anna, width, 900, theme);
    page.navigate(address);
    page.locator("details > summary").all().forEach(summary -> summary.evaluate("one => one.parentElement.open = true"));
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve("case-file-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png")).setFullPage(true));
    assertThat(Accessibility.breaches(page)).isEmpty();
    page.context().close();
  }

  private int seq(String name) {
    return Integer.parseInt(one("select max(seq) from journal.entry where kind = 'paper-filed' and summary = 'Filed " + name + "'"));
  }

  private String one(String sql) {
    return desk.database.ask(dsl -> dsl.fetchSingle(sql).get(0, String.class));
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static byte[] pdf() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(out);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
