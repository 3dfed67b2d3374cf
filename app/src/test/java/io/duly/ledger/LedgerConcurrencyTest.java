package io.duly.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P08")
class LedgerConcurrencyTest {
  private static final int HANDS = 6;

  @Test
  void manyHandsAllocatingOneReceiptCannotExceedIt() throws Exception {
    try (var database = TestDatabase.fresh();
        var connection = database.connect();
        var hands = Executors.newFixedThreadPool(HANDS)) {
      var books = new Books(connection);
      var receipt = books.receipt(euros(1_000), 0);
      var invoices = IntStream.range(0, HANDS).mapToObj(n -> books.invoice(euros(1_000), 0)).toList();
      var barrier = new CyclicBarrier(HANDS);

      var done = hands.invokeAll(invoices.stream().map(invoice -> allocating(database, barrier, receipt, invoice)).toList());

      assertThat(done.stream().filter(LedgerConcurrencyTest::succeeded).count()).isEqualTo(2);
      assertThat(books.ledger.left(books.tx, receipt, Books.day(0))).contains(euros(200));
    }
  }

  private static Callable<Boolean> allocating(
      TestDatabase database, CyclicBarrier barrier, ReceiptId receipt, InvoiceId invoice) {
    return () -> {
      try (var connection = database.connect()) {
        barrier.await();
        return allocated(connection, receipt, invoice);
      }
    };
  }

  private static boolean allocated(java.sql.Connection connection, ReceiptId receipt, InvoiceId invoice) throws SQLException {
    connection.setAutoCommit(false);
    try {
      new Ledger().allocate(
          DSL.using(connection, SQLDialect.POSTGRES),
          List.of(new Allocation(new PostingId(UUID.randomUUID()), invoice, new FromReceipt(receipt), euros(400), Books.day(0), "duly", Optional.empty())));
      connection.commit();
      return true;
    } catch (AllocationRefused refused) {
      connection.rollback();
      return false;
    }
  }

  private static boolean succeeded(Future<Boolean> hand) {
    try {
      return hand.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Money euros(long cents) {
    return Money.ofMinor(cents, "EUR");
  }
}
