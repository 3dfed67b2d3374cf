package io.duly.journal;

import static io.duly.journal.Entries.BRIGHTWELL;
import static io.duly.journal.Entries.NOW;
import static io.duly.journal.Entries.aCase;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.CreditorId;
import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P24")
class JournalSearchTest {
  private static final CreditorId HARBOUR = new CreditorId(new UUID(2, 2));
  private static TestDatabase database;
  private final JournalSearch search = new JournalSearch();

  @BeforeAll
  static void begin() throws SQLException {
    database = TestDatabase.fresh();
    try (var app = database.connect()) {
      var dsl = DSL.using(app, SQLDialect.POSTGRES);
      var letter = new Document("complaint_4711.pdf", "application/pdf", new byte[] {1}, "the pallets were broken");
      var hash = new Archive().keep(dsl, BRIGHTWELL, letter, NOW);
      var journal = new Journal();
      journal.append(dsl, NOW, List.of(
          said(1, BRIGHTWELL, "person:ada", "Bank details changed", "{\"ownWords\":\"first\\nsecond pallets\"}", Optional.empty()),
          said(1, BRIGHTWELL, "file:mail", "E-mail received", "{}", Optional.of(hash)),
          said(2, HARBOUR, "person:bob", "Bank was asked", "{}", Optional.empty()),
          said(2, HARBOUR, "duly", "Bank data is fresh", "{}", Optional.empty())));
      journal.append(dsl, NOW.plus(Duration.ofHours(25)), List.of(
          said(3, BRIGHTWELL, "person:ada", "Bank, written a day later", "{}", Optional.empty())));
    }
  }

  @AfterAll
  static void end() {
    database.close();
  }

  private static JournalEntry said(
      int one, CreditorId creditor, String actor, String summary, String body, Optional<Sha256> document) {
    return new JournalEntry(aCase(one), creditor, "note", NOW, actor, summary, body, document);
  }

  @Test
  void findsWordsOfEntriesAndOfDocumentsTheLatestFirst() {
    assertThat(all("bank")).extracting(Found::summary)
        .containsExactly("Bank, written a day later", "Bank details changed", "Bank was asked");
    assertThat(all("pallets")).extracting(Found::summary).containsExactly("Bank details changed", "E-mail received");
    assertThat(all("second")).hasSize(1);
    assertThat(all("4711")).extracting(found -> found.document().orElse("")).containsExactly("complaint_4711.pdf");
    assertThat(all("4711").getFirst().excerpt()).contains("pallets were broken");
  }

  @Test
  void aLineWhoseFormCannotBeReadIsNoHindrance() {
    var told = database.ask(dsl -> dsl.fetchSingle("select journal.told_in(?), journal.told_in(?), journal.told_in(?)", "{\"a\":\"x\\u0000 goods\"}", "no form", "{\"a\":[\"goods\",7]}"));
    assertThat(told.get(0, String.class)).contains("goods");
    assertThat(told.get(1)).isEqualTo("no form");
    assertThat(told.get(2)).isEqualTo("goods");
  }

  @Test
  void readsPhrasesAndExclusions() {
    assertThat(all("\"details changed\"")).hasSize(1);
    assertThat(all("\"changed details\"")).isEmpty();
    assertThat(all("bank -changed")).hasSize(2);
    assertThat(all("")).isEmpty();
    assertThat(all("' & ! ) \0")).isEmpty();
  }

  @Test
  @Tag("P21")
  void marksWhatWasWrittenMoreThanADayLater() {
    assertThat(all("bank")).extracting(Found::late).containsExactly(true, false, false);
  }

  @Test
  void aCommandCanSearchAmongOneCreditorsCases() {
    var found = database.ask(dsl -> search.among(dsl, List.of(HARBOUR), "bank", 10));
    assertThat(found).extracting(Found::summary).containsExactly("Bank was asked");
  }

  @Test
  void aPersonFindsOnlyWhatTheirScopeHolds() {
    assertThat(inScope("{" + HARBOUR + "}", "bank")).extracting(Found::summary).containsExactly("Bank was asked");
    assertThat(inScope("{" + HARBOUR + "}", "pallets")).isEmpty();
    assertThat(inScope("{" + BRIGHTWELL + "," + HARBOUR + "}", "bank")).hasSize(3);
    assertThat(inScope("", "bank")).isEmpty();
  }

  private List<Found> all(String words) {
    return database.ask(dsl -> search.among(dsl, List.of(), words, 10));
  }

  private List<Found> inScope(String scope, String words) {
    return database.ask(
        dsl ->
            dsl.transactionResult(
                tx -> {
                  tx.dsl().execute("set local role duly_desk");
                  tx.dsl().fetch("select set_config('duly.scope', ?, true)", scope);
                  return search.inScope(tx.dsl(), words, 10);
                }));
  }
}
