package io.duly.journal;

import static io.duly.journal.Entries.NOW;
import static io.duly.journal.Entries.aCase;
import static io.duly.journal.Entries.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.CaseId;
import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P20")
class JournalTest {
  private static TestDatabase database;
  private final Journal journal = new Journal();

  @BeforeAll
  static void begin() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void end() {
    database.close();
  }

  @Test
  void entriesOfACaseFollowEachOther() throws SQLException {
    try (var app = database.connect()) {
      journal.appendBulk(app, NOW, List.of(note(aCase(1), "one"), note(aCase(2), "other"), note(aCase(1), "two")));
      journal.append(DSL.using(app, SQLDialect.POSTGRES), NOW, List.of(note(aCase(1), "three"), note(aCase(3), "new")));
    }
    assertThat(database.ask(JournalTest::chainsThatAreNotWhole)).isEmpty();
    assertThat(entriesOf(aCase(1))).isEqualTo(3);
  }

  @Test
  void manyWritersOfOneCaseLeaveOneWholeChain() throws Exception {
    try (var writers = Executors.newFixedThreadPool(8)) {
      var work = IntStream.range(0, 8).mapToObj(this::writer).toList();
      for (var done : writers.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(database.ask(JournalTest::chainsThatAreNotWhole)).isEmpty();
    assertThat(entriesOf(aCase(9))).isEqualTo(160);
  }

  private Callable<Void> writer(int number) {
    return () -> {
      try (var app = database.connect()) {
        for (int n = 0; n < 20; n++) {
          var line = note(aCase(9), number + " writes " + n);
          DSL.using(app, SQLDialect.POSTGRES).transaction(tx -> journal.append(tx.dsl(), NOW, List.of(line)));
        }
      }
      return null;
    };
  }

  @Test
  void anEntryOfAnotherCreditorIsRefused() throws SQLException {
    var mine = note(aCase(11), "mine");
    var foreign =
        new JournalEntry(
            aCase(11), new io.duly.kernel.CreditorId(new java.util.UUID(2, 2)), "note", NOW, "duly", "", "{}",
            java.util.Optional.empty());
    try (var app = database.connect()) {
      assertThatThrownBy(() -> journal.appendBulk(app, NOW, List.of(mine, foreign)))
          .hasMessageContaining("another creditor");
    }
  }

  private static Integer entriesOf(CaseId one) {
    return database.ask(
        dsl -> dsl.fetchSingle("select entries from journal.chain where case_id = ?", one.value()).into(Integer.class));
  }

  /** The links as SQL sees them, without the code that wrote them. */
  private static List<?> chainsThatAreNotWhole(DSLContext dsl) {
    return dsl.fetch(
        """
        select e.case_id from (
          select *, row_number() over w as nth, lag(hash, 1, sha256('')) over w as before from journal.entry
            window w as (partition by case_id order by seq)) e join journal.chain c using (case_id)
         where e.seq <> e.nth or (e.nth > 1 and e.prev_hash <> e.before)
            or (e.nth = 1 and e.prev_hash <> decode(repeat('00', 32), 'hex'))
            or (e.seq = c.entries and e.hash <> c.head) or e.seq > c.entries
        """);
  }
}
