package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.correspondence.Copies;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debtor asks for the documents and gets the archived ones, and nothing that only looks like one. */
@Tag("P18")
class CopiesTest {
  private static final String XML = "<?xml version=\"1.0\"?><!-- a --><ubl:Invoice xmlns:ubl=\"urn:x\"/>";

  private final Post post = new Post();

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void theArchivedOriginalsAreAttachedAndWhatIsMissingIsNamed() throws Exception {
    var debtor = overdue();
    original("R-1", "Rechnung ../../1.exe", pdf(2));
    original("R-2", "2.xml", XML.getBytes(StandardCharsets.UTF_8));
    original("R-3", "3.pdf", "<svg onload=\"x()\"><Invoice/></svg>".getBytes(StandardCharsets.UTF_8));
    planned(List.of("R-1", "R-2", "R-3"));
    assertThat(post.send()).returns(1, SendReport::sent);
    var parts = (MimeMultipart) post.mail.getReceivedMessages()[0].getContent();
    var names = new ArrayList<String>();
    for (int at = 1; at < parts.getCount(); at++) {
      names.add(parts.getBodyPart(at).getFileName() + " " + parts.getBodyPart(at).getContentType().replaceAll(";.*", "").strip());
    }
    assertThat(names).containsExactly("01-r-1.pdf application/pdf", "02-r-2.xml application/xml");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdfOf("R-1"));
    assertThat(post.one("select d.words from correspondence.attempt a join journal.document d on d.sha256 = a.document"))
        .contains("01-r-1.pdf").contains("Invoice R-3: there is no copy in our files").doesNotContain("1,200");
    assertThat(post.one("select purpose, state from correspondence.message where debtor_id = '" + debtor + "' and purpose = 'copies'")).isEqualTo("copies sent");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void onPaperTheirPagesStandBehindTheLetter(@TempDir Path folder) throws Exception {
    var debtor = overdue();
    original("R-1", "1.pdf", pdf(2));
    original("R-2", "2.xml", XML.getBytes(StandardCharsets.UTF_8));
    post.database.execute("update parties.debtor set email = null, street = 'Road 1', city = 'Berlin' where id = '" + debtor + "'");
    assertThat(planned(List.of("R-1")).channel()).isEqualTo("letter");
    var printed = post.the(Printing.class).print(folder, true, 10);
    try (var letter = Loader.loadPDF(folder.resolve(printed.files().getFirst()).toFile())) {
      assertThat(letter.getNumberOfPages()).isEqualTo(3);
    }
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whereNoneCanGoItWaitsAndSaysWhy() {
    overdue();
    planned(List.of("R-2"));
    assertThat(post.send()).returns(1, SendReport::kept);
    assertThat(post.one("select waits_why from correspondence.message where purpose = 'copies'")).contains("none can go with it");
  }

  @Test
  void anInvoiceOfAnotherCaseIsNotSent() {
    overdue();
    post.invoice(post.debtor("K-9"), "10.00", 1);
    assertThatThrownBy(() -> planned(List.of("R-4"))).isInstanceOf(Copies.CannotCopy.class).hasMessage("Invoice R-4 is not of this case; it has R-3, R-2, R-1.");
  }

  /** With nothing else waiting. */
  private DebtorId overdue() {
    var debtor = post.debtor("K-1");
    for (int overdue = 1; overdue <= 3; overdue++) {
      post.invoice(debtor, "1200.00", overdue);
    }
    post.run(Post.TODAY);
    post.database.execute("update correspondence.message set state = 'withdrawn', withdrawn_why = 'test'");
    return debtor;
  }

  private Copies.Planned planned(List<String> numbers) {
    var recovery = new CaseId(UUID.fromString(post.one("select id from cases.recovery_case")));
    return post.asked(tx -> post.the(Copies.class).plan(tx, recovery, numbers, Post.TODAY));
  }

  private void original(String number, String name, byte[] bytes) {
    var hash = post.asked(tx -> post.the(Archive.class).keep(tx, post.creditor, new Document(name, "application/pdf", bytes, ""), post.clock.instant())).hex();
    var file = UUID.randomUUID();
    post.database.execute(
        """
        insert into intake.file (id, creditor_id, sha256, name, kind, format, imported_at, imported_by, rows, imported, duplicates, quarantined)
        values ('%s', '%s', decode('%s', 'hex'), 'x', 'einvoice', 'ubl', now(), 'duly', 1, 1, 0, 0)
        """
            .formatted(file, post.creditor, hash),
        """
        insert into einvoice.e_invoice (id, creditor_id, file_id, debtor_id, invoice_id, number, type_code, kind, syntax, issued_on, due_on, currency, total,
            prepaid, payable, seller, buyer, original, content, claim, taken_at)
        select gen_random_uuid(), creditor_id, '%1$s', debtor_id, id, number, '380', 'invoice', 'ubl', issued_on, due_on, 'EUR', gross, 0, gross, 'B', 'K',
            decode('%2$s', 'hex'), sha256(convert_to(number, 'UTF8')), sha256(convert_to(number, 'UTF8')), now()
          from ledger.invoice where number = '%3$s'
        """
            .formatted(file, hash, number));
  }

  private byte[] pdfOf(String number) {
    return post.database.ask(sql -> sql.fetchSingle(
        "select d.bytes from einvoice.e_invoice e join journal.document d on d.sha256 = e.original where e.number = ?", number)).get(0, byte[].class);
  }

  private static byte[] pdf(int pages) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage());
      }
      document.save(out);
    }
    return out.toByteArray();
  }
}
