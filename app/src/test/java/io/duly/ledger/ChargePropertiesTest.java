package io.duly.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.ChargeId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money over invoices and charges, allocated and undone at random: the ledger refuses exactly what adding up by hand refuses. */
@Tag("P02")
class ChargePropertiesTest {
  private static final int DAYS = 40;
  private static final int FIRST = 31;
  @AutoClose private static final TestDatabase DATABASE = TestDatabase.fresh();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void allocationAndReversalInAnyOrderKeepTheBoundsOfEveryDay(long seed) throws SQLException {
    try (var connection = DATABASE.connect()) {
      connection.setAutoCommit(false);
      var history = new History(new Books(connection), RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      for (int step = 0; step < 100; step++) {
        history.step();
      }
      history.check();
      connection.rollback();
    }
  }

  /** Amounts are in cents; a target is an invoice or a charge. */
  private record Line(ReceiptId receipt, Object target, long amount, int day, PostingId id, boolean undone) {}

  private static final class History {
    private final Books books;
    private final ChargeBook charges = new ChargeBook();
    private final RandomGenerator random;
    private final List<Object> targets = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private final List<ReceiptId> receipts = new ArrayList<>();
    private final List<Long> sums = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    History(Books books, RandomGenerator random) {
      this.books = books;
      this.random = random;
      for (int i = 0; i < 3; i++) {
        var invoice = books.invoice(euros(addSize(10_000)), 0);
        targets.add(invoice);
        targets.add(charge(invoice, addSize(900)));
      }
      for (int i = 0; i < 4; i++) {
        long sum = 1 + random.nextLong(9_000);
        receipts.add(books.receipt(euros(sum), FIRST));
        sums.add(sum);
      }
    }

    private long addSize(int most) {
      sizes.add(1 + random.nextLong(most));
      return sizes.getLast();
    }

    private ChargeId charge(InvoiceId invoice, long amount) {
      var id = new ChargeId(UUID.randomUUID());
      var basis = new Charge.Basis("X", "Act", "s. 1", "a book", Optional.empty(), false);
      charges.post(books.tx, List.of(new Charge(id, invoice, Charge.Kind.COMPENSATION, euros(amount), Books.day(FIRST),
          Books.day(FIRST), basis, "so much", "[]", Books.day(FIRST), "duly")));
      return id;
    }

    void step() {
      var live = lines.stream().filter(line -> line.amount() > 0 && !line.undone()).toList();
      if (!live.isEmpty() && random.nextInt(4) == 0) {
        reverse(live.get(random.nextInt(live.size())));
      } else {
        allocate();
      }
    }

    private void allocate() {
      var line = new Line(receipts.get(random.nextInt(receipts.size())), targets.get(random.nextInt(targets.size())),
          1 + random.nextLong(3_000), FIRST + random.nextInt(DAYS), new PostingId(UUID.randomUUID()), false);
      attempt(line, () -> {
        var source = new FromReceipt(line.receipt());
        var day = Books.day(line.day());
        if (line.target() instanceof InvoiceId invoice) {
          books.ledger.allocate(books.tx, List.of(new Allocation(line.id(), invoice, source, euros(line.amount()), day, "duly", Optional.empty())));
        } else {
          charges.allocate(books.tx, List.of(new ChargeAllocation(line.id(), (ChargeId) line.target(), source, euros(line.amount()), day, "duly", Optional.empty())));
        }
      });
    }

    private void reverse(Line line) {
      var day = line.day() + random.nextInt(FIRST + DAYS - line.day());
      var undoing = new Line(line.receipt(), line.target(), -line.amount(), day, new PostingId(UUID.randomUUID()), false);
      var reversal = List.of(new Reversal(undoing.id(), line.id(), Books.day(day), "duly", "a mistake"));
      boolean done = attempt(undoing, () -> {
        if (line.target() instanceof InvoiceId) {
          books.ledger.reverse(books.tx, reversal);
        } else {
          charges.reverse(books.tx, reversal);
        }
      });
      if (done) {
        lines.set(lines.indexOf(line), new Line(line.receipt(), line.target(), line.amount(), line.day(), line.id(), true));
      }
    }

    private boolean attempt(Line line, Runnable change) {
      lines.add(line);
      boolean fits = fits();
      books.tx.execute("savepoint before_posting");
      boolean done;
      try {
        change.run();
        done = true;
      } catch (AllocationRefused refused) {
        books.tx.execute("rollback to savepoint before_posting");
        lines.removeLast();
        done = false;
      }
      assertThat(done).as("%s", line).isEqualTo(fits);
      return done;
    }

    private boolean fits() {
      for (int day = FIRST; day < FIRST + DAYS; day++) {
        for (int at = 0; at < targets.size(); at++) {
          var target = targets.get(at);
          if (!within(sum(day, line -> line.target().equals(target)), sizes.get(at))) {
            return false;
          }
        }
        for (int at = 0; at < receipts.size(); at++) {
          var receipt = receipts.get(at);
          if (!within(sum(day, line -> line.receipt().equals(receipt)), sums.get(at))) {
            return false;
          }
        }
      }
      return true;
    }

    private static boolean within(long used, long size) {
      return used >= 0 && used <= size;
    }

    private long sum(int day, Predicate<Line> which) {
      return lines.stream().filter(line -> line.day() <= day).filter(which).mapToLong(Line::amount).sum();
    }

    void check() {
      for (int day = FIRST; day < FIRST + DAYS; day += 7) {
        int on = day;
        for (int at = 0; at < targets.size(); at++) {
          var target = targets.get(at);
          var open = euros(sizes.get(at) - sum(on, line -> line.target().equals(target)));
          assertThat(target instanceof InvoiceId invoice
                  ? books.ledger.openBalance(books.tx, invoice, Books.day(on)).orElseThrow()
                  : charges.charge(books.tx, (ChargeId) target, Books.day(on)).orElseThrow().open())
              .isEqualTo(open);
        }
        for (int at = 0; at < receipts.size(); at++) {
          var receipt = receipts.get(at);
          assertThat(books.ledger.left(books.tx, receipt, Books.day(on)))
              .contains(euros(sums.get(at) - sum(on, line -> line.receipt().equals(receipt))));
        }
      }
    }

    private static Money euros(long minor) {
      return Money.ofMinor(minor, "EUR");
    }
  }
}
