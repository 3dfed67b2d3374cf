package io.duly.journal;

import static io.duly.journal.Entries.NOW;
import static io.duly.journal.Entries.aCase;
import static io.duly.journal.Entries.note;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P20")
class AppendOnlyTest {
  private static TestDatabase database;

  @BeforeAll
  static void begin() throws SQLException {
    database = TestDatabase.fresh();
    try (var app = database.connect()) {
      new Journal().appendBulk(app, NOW, List.of(note(aCase(1), "said")));
    }
  }

  @AfterAll
  static void end() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal.entry set summary = 'unsaid'",
        "delete from journal.entry",
        "truncate journal.entry cascade",
        "update journal.document set name = 'other'",
        "delete from journal.document",
        "truncate journal.document cascade",
        "delete from journal.document_scope",
        "delete from journal.chain",
        "update journal.chain set case_id = gen_random_uuid()",
      })
  void theApplicationHasNoRightToChangeIt(String sql) throws SQLException {
    try (var app = database.connect();
        var statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal.entry set summary = 'unsaid'",
        "update journal.entry set summary = 'unsaid' where false",
        "delete from journal.entry",
        "truncate journal.entry cascade",
        "update journal.document set name = 'other'",
        "delete from journal.document",
        "truncate journal.document_scope",
      })
  void evenTheOwnerIsStopped(String sql) throws SQLException {
    try (var owner = database.connectAsOwner();
        var statement = owner.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
    }
  }
}
