package io.duly.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.ReferenceScheme;
import io.duly.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P03")
class PaymentReferencesTest {
  @Test
  void everyOpenInvoiceGetsOneReferenceOfItsOwn() throws SQLException {
    try (var database = TestDatabase.fresh();
        var connection = database.connect()) {
      var books = new Books(connection);
      for (var number : List.of("A-1", "A1", "RE-2026-00007")) {
        var id = new InvoiceId(UUID.randomUUID());
        books.ledger.record(books.tx, List.of(Invoice.of(id, books.creditor, books.debtor, number, Money.ofMinor(100, "EUR"), Books.day(0), Books.day(30))));
      }
      var references = new PaymentReferences();
      assertThat(references.issue(books.tx, books.creditor, ReferenceScheme.RF, Instant.EPOCH)).isEqualTo(3);
      assertThat(references.issue(books.tx, books.creditor, ReferenceScheme.RF, Instant.EPOCH)).isZero();
      var issued = books.tx.fetch("select reference from ledger.payment_reference order by reference").map(row -> row.get("reference", String.class));
      assertThat(issued).doesNotHaveDuplicates().allMatch(ReferenceScheme.RF::valid).anyMatch(one -> one.endsWith("RE202600007"));
    }
  }

  @Test
  void whereTheCreditorChoseSoAnInvoiceThatComesWithoutOneGetsItByItself() throws SQLException {
    try (var database = TestDatabase.fresh();
        var connection = database.connect()) {
      var books = new Books(connection);
      var references = new PaymentReferences();
      var before = invoiceOf(books, "B-0");
      references.choose(books.tx, books.creditor, Optional.of(ReferenceScheme.FI_VIITE), "person:ada", Instant.EPOCH);
      assertThat(references.chosen(books.tx, books.creditor)).contains(ReferenceScheme.FI_VIITE);
      var first = invoiceOf(books, "B-4711");
      var second = invoiceOf(books, "C-4711");
      var issued = references.of(books.tx, List.of(before, first, second));
      assertThat(issued).doesNotContainKey(before).containsKeys(first, second);
      assertThat(issued.values()).doesNotHaveDuplicates().allMatch(ReferenceScheme.FI_VIITE::valid);
      references.choose(books.tx, books.creditor, Optional.empty(), "person:ada", Instant.EPOCH);
      assertThat(references.of(books.tx, List.of(invoiceOf(books, "B-4712")))).isEmpty();
    }
  }

  private static InvoiceId invoiceOf(Books books, String number) {
    var id = new InvoiceId(UUID.randomUUID());
    books.ledger.record(books.tx, List.of(Invoice.of(id, books.creditor, books.debtor, number, Money.ofMinor(100, "EUR"), Books.day(0), Books.day(30))));
    return id;
  }
}
