package io.duly.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.Money;
import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promise between invoices and debtors is kept for whole statements, and held against everybody. */
@Tag("P02")
class DebtorOfInvoiceTest {
  private static final String COPY =
      """
      insert into ledger.invoice (id, creditor_id, debtor_id, number, currency, gross, issued_on, due_on)
      select gen_random_uuid(), %s, %s, 'copy of ' || number, currency, gross, issued_on, due_on from ledger.invoice
      """;
  private TestDatabase database;

  @BeforeEach
  void oneInvoice() throws SQLException {
    database = TestDatabase.fresh();
    try (var connection = database.connect()) {
      new Books(connection).invoice(Money.ofMinor(10_000, "EUR"), 0);
    }
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void refusesAnInvoiceOfNobodyAndOfAnotherCreditorsDebtor() {
    assertThatThrownBy(() -> database.execute(COPY.formatted("creditor_id", "gen_random_uuid()")))
        .hasMessageContaining("debtor that its creditor has not");
    assertThatThrownBy(() -> database.execute(COPY.formatted("gen_random_uuid()", "debtor_id")))
        .hasMessageContaining("debtor that its creditor has not");
    database.execute(COPY.formatted("creditor_id", "debtor_id"));
  }

  @Test
  void refusesToTakeTheDebtorAwayOrToMoveEither() {
    for (var sql : new String[] {
      "delete from parties.debtor", "update parties.debtor set id = gen_random_uuid()", "update parties.debtor set creditor_id = gen_random_uuid()",
      "truncate parties.debtor cascade", "update ledger.invoice set debtor_id = gen_random_uuid()"
    }) {
      assertThatThrownBy(() -> database.execute(sql)).as(sql).hasStackTraceContaining("ERROR: ").hasStackTraceContaining(sql.startsWith("delete") ? "debtor that would go" : "does not change");
    }
    assertThat(database.<Integer>ask(tx -> tx.fetchCount(tx.selectFrom("parties.debtor")))).isEqualTo(1);
  }

  @Test
  void whoRemovesADebtorWaitsForInvoicesThatAreJustComing() throws Exception {
    database.execute("insert into parties.debtor (id, creditor_id, external_id, name) select gen_random_uuid(), creditor_id, 'new', 'New' from parties.debtor");
    try (var writer = database.connect(); var statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute(COPY.formatted("creditor_id", "(select id from parties.debtor where external_id = 'new')"));
      var removal = CompletableFuture.runAsync(() -> database.execute("delete from parties.debtor where external_id = 'new'"));
      assertThatThrownBy(() -> removal.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      writer.commit();
      assertThatThrownBy(removal::join).hasStackTraceContaining("invoices are left of a debtor");
    }
  }
}
