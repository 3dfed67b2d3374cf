package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.CreditorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters for whoever prints them. */
@Tag("P35")
class PrintingTest {
  private final Post post = new Post();
  @TempDir private Path folder;

  @BeforeEach
  void draft() {
    for (var number : List.of("K-1", "K-2", "K-3")) {
      post.invoice(post.debtor(number), "50.00", 1);
    }
    post.database.execute(
        "update parties.debtor set email = null, street = 'Road 1', postal_code = '10115', city = 'Berlin'",
        "update parties.debtor set name = '=HYPERLINK(\"http://evil.example\")' where external_id = 'K-2'");
    post.run(Post.TODAY);
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void oneFileWithASeparatorBeforeEachAndAManifestThatNamesThem() throws Exception {
    var printed = post.the(Printing.class).print(folder, false, 500);
    assertThat(printed.report()).returns(3, SendReport::sent);
    assertThat(printed.files()).hasSize(2);
    try (var pdf = Loader.loadPDF(folder.resolve(printed.files().getFirst()).toFile())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThanOrEqualTo(6);
    }
    var rows = Files.readAllLines(folder.resolve(printed.files().getLast()));
    assertThat(rows).hasSize(4).first().isEqualTo("number,file,page,pages,message,case,recipient,sha256");
    assertThat(rows).noneMatch(row -> row.contains(",=") || row.contains(",\"="));
    assertThat(post.rows("select distinct state, channel from correspondence.message")).containsExactly("sent letter");
    assertThat(post.one("select count(*) from correspondence.contact where channel = 'letter' and direction = 'out'")).isEqualTo("3");
    assertThat(post.one("select count(*) from correspondence.attempt_end where answer like 'printed: letters-%'")).isEqualTo("3");
    assertThat(post.complaints()).isEmpty();
    assertThat(post.the(Printing.class).print(folder, false, 500).files()).isEmpty();
  }

  @Test
  void aBatchOfOneCreditorHoldsNothingOfAnother() throws Exception {
    var printing = post.the(Printing.class);
    assertThat(printing.print(folder, false, 500, Optional.of(new CreditorId(UUID.randomUUID()))).files()).isEmpty();
    assertThat(printing.print(folder, false, 500, Optional.of(post.creditor)).report()).returns(3, SendReport::sent);
  }

  @Test
  @Tag("P22")
  void aFileEachIsByteForByteTheArchivedCopy() throws Exception {
    var printed = post.the(Printing.class).print(folder, true, 2);
    assertThat(printed.report()).returns(2, SendReport::sent);
    assertThat(post.rows("select state from correspondence.message order by 1")).containsExactly("checked", "sent", "sent");
    for (var file : printed.files().subList(0, 2)) {
      var hash = io.duly.journal.Sha256.of(Files.readAllBytes(folder.resolve(file))).hex();
      assertThat(post.rows("select encode(document, 'hex') from correspondence.attempt")).contains(hash);
    }
  }

  @Test
  void whereTheFolderCannotBeWrittenToNothingHasLeft() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "in the way");
    assertThatThrownBy(() -> post.the(Printing.class).print(file, false, 500)).isInstanceOf(IOException.class);
    assertThat(post.rows("select distinct state from correspondence.message")).containsExactly("checked");
    post.clock.pass(java.time.Duration.ofHours(1));
    assertThat(post.the(Printing.class).print(folder, false, 500).report()).returns(3, SendReport::sent);
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aProcessThatEndedBetweenLeavesThemUncertain() throws Exception {
    post.in(tx -> post.the(Claiming.class).take(tx, candidate(tx), new Way.Print(), 1_000_000, post.now()));
    var printed = post.the(Printing.class).print(folder, false, 500);
    assertThat(printed.report()).returns(1, SendReport::uncertain).returns(2, SendReport::sent);
    assertThat(post.complaints()).isEmpty();
  }

  private static Candidate candidate(org.jooq.DSLContext tx) {
    var row = tx.fetchSingle("select id, debtor_id, planned_on from correspondence.message order by id limit 1");
    return new Candidate(row.get(0, java.util.UUID.class), row.get(1, java.util.UUID.class), row.get(2, java.time.LocalDate.class));
  }
}
