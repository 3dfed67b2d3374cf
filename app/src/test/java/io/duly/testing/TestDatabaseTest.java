package io.duly.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.database.CopiedRows;
import io.duly.database.CopyRows;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void whatIsCopiedInComesOutTheSame() throws SQLException {
    var id = UUID.randomUUID();
    var at = Instant.parse("1999-02-03T04:05:06.789012Z");
    try (var database = TestDatabase.fresh();
        var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "create temp table t (a uuid, b text, c char(3), d date, e timestamptz, f bigint, g int, h boolean, i uuid[], j bigint[], k text[], l text, m smallint)");
      try (var rows =
          CopyRows.into(connection, "t", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m")) {
        for (int n = 0; n < 5000; n++) {
          rows.row().uuid(id).text("Grüße ✓".repeat(n % 50)).text("EUR").date(LocalDate.of(1970, 1, 2)).instant(at);
          rows.int8(-5L).int4(n).bool(true).uuids(List.of(id, id)).int8s(new long[] {1, -2}).texts(List.of("ä", ""));
          rows.none().int2(7);
        }
        assertThat(rows.end()).isEqualTo(5000);
      }
      int seen = 0;
      try (var rows = CopiedRows.of(connection, "select * from t order by g")) {
        while (rows.next()) {
          assertThat(rows.uuid()).isEqualTo(id);
          assertThat(rows.text()).isEqualTo("Grüße ✓".repeat(seen % 50));
          assertThat(rows.text()).isEqualTo("EUR");
          assertThat(rows.date()).isEqualTo("1970-01-02");
          assertThat(rows.instant()).isEqualTo(at);
          assertThat(rows.int8()).isEqualTo(-5);
          assertThat(rows.int4()).isEqualTo(seen++);
          assertThat(rows.bool()).isTrue();
          assertThat(rows.uuids()).containsExactly(id, id);
          assertThat(rows.int8s()).containsExactly(1, -2);
          assertThat(rows.texts()).containsExactly("ä", "");
          assertThat(rows.textOrNull()).isNull();
          assertThat(rows.int2()).isEqualTo(7);
        }
      }
      assertThat(seen).isEqualTo(5000);
    }
  }

  @Test
  void theApplicationCannotChangeWhatIsAppendOnlyAndNeitherCanTheOwner() throws SQLException {
    try (var database = TestDatabase.fresh();
        var app = database.connect();
        var statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from journal.entry")).hasMessageContaining("permission denied");
      assertThatThrownBy(() -> database.execute("delete from journal.entry")).rootCause().hasMessageContaining("append-only");
    }
  }

  @Test
  void theApplicationStartsOverIt() {
    try (var database = TestDatabase.fresh();
        var application = database.application()) {
      assertThat(application.isActive()).isTrue();
    }
  }
}
