package io.duly.journal;

import static io.duly.journal.Entries.BRIGHTWELL;
import static io.duly.journal.Entries.NOW;
import static io.duly.journal.Entries.aCase;
import static io.duly.journal.Entries.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five cases of six entries; what is tampered with is case 3. */
@Tag("P25")
class VerificationTest {
  private static final Document LETTER =
      new Document("letter.txt", "text/plain", "Dear Sirs".getBytes(StandardCharsets.UTF_8), "Dear Sirs");
  private static final String C3 = "case_id = '00000000-0000-0007-0000-000000000003'";

  private TestDatabase database;

  @BeforeEach
  void begin() throws SQLException {
    database = TestDatabase.fresh();
    try (var app = database.connect()) {
      var letter = new Archive().keep(DSL.using(app, SQLDialect.POSTGRES), BRIGHTWELL, LETTER, NOW);
      var entries = new ArrayList<JournalEntry>();
      for (int n = 1; n <= 6; n++) {
        for (int one = 1; one <= 5; one++) {
          entries.add(note(aCase(one), "note " + n));
        }
      }
      entries.set(
          17, // entry 4 of case 3
          new JournalEntry(
              aCase(3), BRIGHTWELL, "letter-sent", NOW, "duly", "letter", "{}", Optional.of(letter)));
      new Journal().appendBulk(app, NOW.plusSeconds(90_000), entries);
    }
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void aJournalThatNobodyTouchedIsWhole() throws SQLException {
    assertThat(verify()).isEqualTo(new Verified(5, 30, 0, Optional.empty()));
  }

  @Test
  void anEmptyJournalIsWhole() throws SQLException {
    tamper("delete from journal.entry", "delete from journal.chain");
    assertThat(verify()).isEqualTo(new Verified(0, 0, 0, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "update journal.entry set summary = 'x' where %s and seq = 2 ; 2 ; altered",
        "update journal.entry set body = body || ' ' where %s and seq = 6 ; 6 ; altered",
        "update journal.entry set kind = 'x' where %s and seq = 1 ; 1 ; altered",
        "update journal.entry set actor = 'person:eve' where %s and seq = 5 ; 5 ; altered",
        "update journal.entry set occurred_at = occurred_at + interval '1 microsecond' where %s and seq = 5 ; 5 ; altered",
        "update journal.entry set recorded_at = occurred_at where %s and seq = 5 ; 5 ; altered",
        "update journal.entry set occurred_at = 'infinity' where %s and seq = 5 ; 5 ; altered",
        "update journal.entry set hash = sha256('x') where %s and seq = 5 ; 5 ; altered",
        "update journal.entry set prev_hash = sha256('x') where %s and seq = 5 ; 5 ; altered",
        "update journal.entry set document = null where %s and seq = 4 ; 4 ; altered",
        "update journal.entry set creditor_id = gen_random_uuid() where %s and seq = 4 ; 4 ; altered",
        "delete from journal.entry where %s and seq = 1 ; 1 ; removed",
        "delete from journal.entry where %s and seq = 3 ; 3 ; removed",
        "delete from journal.entry where %s and seq = 6 ; 6 ; removed",
        "delete from journal.entry where %s and seq > 4 ; 5 ; removed",
        "delete from journal.entry where %s ; 1 ; removed",
        "update journal.chain set head = sha256('x') where %s ; 6 ; head differs",
        "update journal.chain set entries = 5 where %s ; 6 ; inserted",
        "delete from journal.chain where %s ; 6 ; head differs: the chain's head is missing",
      })
  void whatWasTamperedWithIsNamed(String sql, int seq, String what) throws SQLException {
    tamper(sql.formatted(C3));
    assertThat(verify().firstWrong()).contains(new WrongEntry(Optional.of(aCase(3)), seq, what));
  }

  @Test
  void twoEntriesThatChangedPlacesAreFound() throws SQLException {
    tamper(
        "update journal.entry set seq = 99 where seq = 2 and " + C3,
        "update journal.entry set seq = 2 where seq = 3 and " + C3,
        "update journal.entry set seq = 3 where seq = 99 and " + C3);
    assertThat(verify().firstWrong()).contains(new WrongEntry(Optional.of(aCase(3)), 2, "altered"));
  }

  @Test
  void anEntryPutInTheMiddleIsFoundAlsoWhereItsOwnHashIsRight() throws SQLException {
    tamper(
        "update journal.entry set seq = -seq where seq > 2 and " + C3,
        "update journal.entry set seq = 1 - seq where seq < 0 and " + C3,
        "update journal.chain set entries = 7 where " + C3);
    insertForged(3);
    assertThat(verify().firstWrong()).contains(new WrongEntry(Optional.of(aCase(3)), 4, "altered"));
  }

  @Test
  void anEntryReplacedByOneWithARightHashIsFoundByItsFollower() throws SQLException {
    tamper("delete from journal.entry where seq = 3 and " + C3);
    insertForged(3);
    assertThat(verify().firstWrong())
        .contains(new WrongEntry(Optional.of(aCase(3)), 4, "inserted: it does not follow the entry before it"));
  }

  @Test
  void aDocumentThatIsMissingOrAlteredIsFound() throws SQLException {
    tamper("alter table journal.document drop constraint document_check", "update journal.document set bytes = 'x'");
    assertThat(verify().firstWrong()).contains(new WrongEntry(Optional.of(aCase(3)), 4, "document altered"));
    tamper("delete from journal.document");
    assertThat(verify().firstWrong()).contains(new WrongEntry(Optional.of(aCase(3)), 4, "document missing"));
  }

  @Test
  void theFirstOfSeveralIsNamedAndAllAreCounted() throws SQLException {
    tamper("update journal.entry set summary = 'x' where case_id > '00000000-0000-0007-0000-000000000001' and seq in (2, 3)");
    assertThat(verify()).isEqualTo(new Verified(5, 30, 4, Optional.of(new WrongEntry(Optional.of(aCase(2)), 2, "altered"))));
  }

  @Test
  void aChainWrittenAnewAsAWholeIsFoundByHeadsKeptElsewhere() throws SQLException, IOException {
    var kept = new StringWriter();
    var heads = new Heads(new AppDataSource(database));
    assertThat(heads.write(kept)).isEqualTo(5);
    append(note(aCase(1), "later"));
    assertThat(heads.verify(reader(kept)).ok()).isTrue();

    tamper("delete from journal.entry where " + C3, "delete from journal.chain where " + C3);
    for (int n = 1; n <= 6; n++) {
      append(note(aCase(3), "forged " + n));
    }
    assertThat(verify().ok()).isTrue();
    assertThat(heads.verify(reader(kept)).firstWrong())
        .contains(new WrongEntry(Optional.of(aCase(3)), 6, "head differs from the one kept earlier"));
  }

  @Test
  void aFileThatHoldsNoHeadsIsRefusedWithItsLine() {
    var heads = new Heads(new AppDataSource(database));
    var other = new BufferedReader(new StringReader("duly-journal-heads-1\nx"));
    assertThatThrownBy(() -> heads.verify(other)).hasMessageContaining("Line 2");
  }

  private Verified verify() throws SQLException {
    return new Verification(new AppDataSource(database)).verify();
  }

  private void append(JournalEntry entry) throws SQLException {
    try (var app = database.connect()) {
      new Journal().appendBulk(app, NOW, List.of(entry));
    }
  }

  /** As somebody with every right would. */
  private void tamper(String... sql) {
    var statements = new ArrayList<>(List.of("set session_replication_role = replica"));
    statements.add("alter table journal.entry drop constraint if exists entry_seq_check");
    statements.addAll(List.of(sql));
    database.execute(statements.toArray(String[]::new));
  }

  /** An entry whose hash is right in itself, after the entry that stands before it. */
  private void insertForged(int seq) {
    var forged = note(aCase(3), "forged");
    database.ask(
        dsl -> {
          var prev =
              dsl.fetchSingle("select hash from journal.entry where seq = ? and " + C3, seq - 1).get(0, byte[].class);
          var hash = new CanonicalForm().hash(Content.of(forged, seq, NOW), prev);
          return dsl.execute(
              "insert into journal.entry values (?, ?, ?, ?, '2026-11-22T09:30:00.123456Z', '2026-11-22T09:30:00.123456Z', ?, ?, ?, null, ?, ?)",
              aCase(3).value(), seq, BRIGHTWELL.value(), forged.kind(), forged.actor(), forged.summary(), forged.body(),
              prev, hash);
        });
  }

  private static BufferedReader reader(StringWriter text) {
    return new BufferedReader(new StringReader(text.toString()));
  }
}
