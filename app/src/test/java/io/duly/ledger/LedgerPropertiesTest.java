package io.duly.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random histories against a model that adds everything up by hand, day by day. */
@Tag("P02")
class LedgerPropertiesTest {
  private static final int DAYS = 60;
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"EUR,1", "EUR,2", "EUR,3", "JPY,4", "JPY,5", "KWD,6", "KWD,7", "KWD,8"})
  void balancesOfEveryDayAreWhatAddingUpByHandGives(String currency, long seed) throws SQLException {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      var history = new History(new Books(connection), currency, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      for (int step = 0; step < 120; step++) {
        history.step();
      }
      history.check();
      connection.commit();
    }
  }

  private record Line(Object source, InvoiceId invoice, long amount, int day) {}

  private static final class History {
    private final Books books;
    private final String currency;
    private final RandomGenerator random;
    private final Map<InvoiceId, Long> gross = new HashMap<>();
    private final Map<Object, Long> sources = new HashMap<>();
    private final Map<Object, Integer> since = new HashMap<>();
    private final List<InvoiceId> invoices = new ArrayList<>();
    private final List<Object> money = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<PostingId, Line> live = new HashMap<>();

    History(Books books, String currency, RandomGenerator random) {
      this.books = books;
      this.currency = currency;
      this.random = random;
    }

    void step() {
      int what = random.nextInt(10);
      if (invoices.isEmpty() || what == 0) {
        addInvoice();
      } else if (money.isEmpty() || what <= 2) {
        addMoney(what == 1);
      } else if (what == 3 && !live.isEmpty()) {
        reverse();
      } else {
        allocate();
      }
    }

    private void addInvoice() {
      int day = random.nextInt(DAYS / 2);
      long amount = 1 + random.nextLong(1_000_000);
      var invoice = books.invoice(money(amount), day);
      invoices.add(invoice);
      gross.put(invoice, amount);
      since.put(invoice, day);
    }

    private void addMoney(boolean note) {
      int day = random.nextInt(DAYS / 2);
      long amount = 1 + random.nextLong(1_000_000);
      Object source = note ? books.creditNote(money(amount), day) : books.receipt(money(amount), day);
      money.add(source);
      sources.put(source, amount);
      since.put(source, day);
    }

    private void allocate() {
      var invoice = invoices.get(random.nextInt(invoices.size()));
      var source = money.get(random.nextInt(money.size()));
      int first = Math.max(known(since, invoice), known(since, source));
      int day = first + random.nextInt(DAYS - first);
      long amount = 1 + random.nextLong(500_000);
      var line = new Line(source, invoice, amount, day);
      attempt(line, () -> {
        var id = source instanceof ReceiptId receipt
            ? books.allocate(receipt, invoice, money(amount), day)
            : books.allocate((CreditNoteId) source, invoice, money(amount), day);
        live.put(id, line);
      });
    }

    private void reverse() {
      var id = live.keySet().stream().sorted(java.util.Comparator.comparing(PostingId::value)).findFirst().orElseThrow();
      var line = known(live, id);
      int day = line.day + random.nextInt(DAYS - line.day);
      attempt(new Line(line.source, line.invoice, -line.amount, day), () -> {
        books.reverse(id, day);
        live.remove(id);
      });
    }

    /** The ledger must refuse exactly what would break a day of the model. */
    private void attempt(Line line, Runnable change) {
      lines.add(line);
      boolean expected = fits(line);
      boolean done;
      books.tx.execute("savepoint before_posting");
      try {
        change.run();
        done = true;
      } catch (AllocationRefused refused) {
        books.tx.execute("rollback to savepoint before_posting");
        lines.removeLast();
        done = false;
      }
      assertThat(done).as("%s", line).isEqualTo(expected);
    }

    private boolean fits(Line line) {
      for (int day = 0; day < DAYS; day++) {
        long left = known(sources, line.source) - sum(line.source, null, day);
        long open = known(gross, line.invoice) - sum(null, line.invoice, day);
        if (left < 0 || left > known(sources, line.source) || open < 0 || open > known(gross, line.invoice)) {
          return false;
        }
      }
      return true;
    }

    void check() {
      for (int day = 0; day < DAYS; day++) {
        long account = 0;
        for (var invoice : invoices) {
          long open = known(gross, invoice) - sum(null, invoice, day);
          boolean there = known(since, invoice) <= day;
          account += there ? open : 0;
          var told = books.ledger.openBalance(books.tx, invoice, Books.day(day));
          assertThat(told).isEqualTo(there ? java.util.Optional.of(money(open)) : java.util.Optional.empty());
        }
        var told = books.ledger.openBalance(books.tx, books.debtor, money(0).currency(), Books.day(day));
        assertThat(told).isEqualTo(money(account));
        var lines = books.ledger.lines(books.tx, books.debtor, money(0).currency(), Books.day(day));
        assertThat(lines.stream().mapToLong(line -> line.open().minor()).sum()).isEqualTo(account);
      }
    }

    private long sum(@org.jspecify.annotations.Nullable Object source, @org.jspecify.annotations.Nullable InvoiceId invoice, int day) {
      return lines.stream()
          .filter(line -> line.day <= day)
          .filter(line -> source == null || line.source.equals(source))
          .filter(line -> invoice == null || line.invoice.equals(invoice))
          .mapToLong(Line::amount)
          .sum();
    }

    private static <K, V> V known(Map<K, V> map, K key) {
      return Objects.requireNonNull(map.get(key));
    }

    private Money money(long minor) {
      return Money.ofMinor(minor, currency);
    }
  }
}
