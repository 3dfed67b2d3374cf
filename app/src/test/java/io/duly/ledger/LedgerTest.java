package io.duly.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.Money;
import io.duly.ledger.Allocation.WriteOff;
import io.duly.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P02")
class LedgerTest {
  private static TestDatabase database;
  private Connection connection;
  private Books books;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connect();
    books = new Books(connection);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void aPartPaymentLeavesTheRestOpenFromItsDayOn() {
    var invoice = books.invoice(euros(10_000), 0);
    books.allocate(books.receipt(euros(4_000), 5), invoice, euros(4_000), 5);

    assertThat(books.ledger.openBalance(books.tx, invoice, Books.day(4))).contains(euros(10_000));
    assertThat(books.ledger.openBalance(books.tx, invoice, Books.day(5))).contains(euros(6_000));
    assertThat(books.ledger.openBalance(books.tx, invoice, Books.day(-1))).isEmpty();
  }

  @Test
  void aReversalBringsTheBalanceBackAndKeepsBothLines() {
    var invoice = books.invoice(euros(10_000), 0);
    var receipt = books.receipt(euros(10_000), 5);
    books.reverse(books.allocate(receipt, invoice, euros(10_000), 5), 9);

    assertThat(books.ledger.left(books.tx, receipt, Books.day(8))).contains(euros(0));
    assertThat(books.ledger.left(books.tx, receipt, Books.day(9))).contains(euros(10_000));
    assertThat(books.ledger.postings(books.tx, books.debtor, euros(0).currency(), Books.day(9)))
        .extracting(PostingLine::amount, PostingLine::reversed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(euros(10_000), true),
            org.assertj.core.groups.Tuple.tuple(euros(-10_000), false));
  }

  @Test
  void creditNotesPaymentsAndWriteOffsSettleAnInvoiceTogether() {
    var invoice = books.invoice(euros(10_000), 0);
    books.allocate(books.creditNote(euros(1_000), 3), invoice, euros(1_000), 3);
    books.allocate(books.receipt(euros(8_500), 5), invoice, euros(8_500), 5);
    books.allocate(new WriteOff(), invoice, euros(500), 40);

    var line = books.ledger.lines(books.tx, books.debtor, euros(0).currency(), Books.day(40)).getFirst();
    assertThat(line)
        .extracting(InvoiceLine::paid, InvoiceLine::credited, InvoiceLine::writtenOff, InvoiceLine::open)
        .containsExactly(euros(8_500), euros(1_000), euros(500), euros(0));
    assertThat(line.settledOn()).contains(Books.day(40));
    assertThat(books.ledger.lines(books.tx, books.debtor, euros(0).currency(), Books.day(39)).getFirst().settledOn())
        .isEmpty();
  }

  @Test
  void refusesMoreThanIsOpenInASentence() {
    var invoice = books.invoice(euros(10_000), 0);
    var receipt = books.receipt(euros(20_000), 5);

    assertThatThrownBy(() -> books.allocate(receipt, invoice, euros(10_001), 5))
        .isInstanceOf(AllocationRefused.class)
        .hasMessageContaining("Invoice INV-1 has less open than that")
        .hasMessageContaining("Allocate less");
  }

  @Test
  void refusesMoreThanIsLeftOfAReceipt() {
    var receipt = books.receipt(euros(100), 5);
    books.allocate(receipt, books.invoice(euros(10_000), 0), euros(60), 5);
    var other = books.invoice(euros(10_000), 0);

    assertThatThrownBy(() -> books.allocate(receipt, other, euros(41), 5))
        .isInstanceOf(AllocationRefused.class)
        .hasMessageContaining("has less left than that");
  }

  @Test
  void refusesAnAllocationThatOverdrawsADayInThePast() {
    var invoice = books.invoice(euros(10_000), 0);
    books.reverse(books.allocate(books.receipt(euros(10_000), 5), invoice, euros(10_000), 5), 20);
    var backdated = books.receipt(euros(10_000), 12);

    assertThatThrownBy(() -> books.allocate(backdated, invoice, euros(10_000), 12)).isInstanceOf(AllocationRefused.class);
    assertThat(books.ledger.openBalance(books.tx, invoice, Books.day(15))).contains(euros(0));
    books.allocate(backdated, invoice, euros(10_000), 20);
  }

  @Test
  void refusesMoneyOfAnotherCurrency() {
    var invoice = books.invoice(euros(10_000), 0);
    var receipt = books.receipt(Money.ofMinor(10_000, "JPY"), 5);

    assertThatThrownBy(() -> books.allocate(receipt, invoice, Money.ofMinor(10_000, "JPY"), 5))
        .isInstanceOf(AllocationRefused.class)
        .hasMessageContaining("own currency");
  }

  @Test
  void refusesToUndoTwice() {
    var posting = books.allocate(books.receipt(euros(100), 5), books.invoice(euros(100), 0), euros(100), 5);
    books.reverse(posting, 6);

    assertThatThrownBy(() -> books.reverse(posting, 7)).isInstanceOf(AllocationRefused.class).hasMessageContaining("reversed already");
  }

  @Test
  void refusesAnAllocationBeforeTheMoneyWasThere() {
    var invoice = books.invoice(euros(100), 0);
    var receipt = books.receipt(euros(100), 5);

    assertThatThrownBy(() -> books.allocate(receipt, invoice, euros(100), 4)).isInstanceOf(AllocationRefused.class).hasMessageContaining("later of the two days");
  }

  @Test
  void theSameNumberOrSourceIsNotTakenInTwice() {
    var invoice = Invoice.of(
        new io.duly.kernel.InvoiceId(java.util.UUID.randomUUID()), books.creditor, books.debtor, "A-1", euros(1), Books.day(0), Books.day(1));
    books.ledger.record(books.tx, List.of(invoice));

    assertThatThrownBy(() -> books.ledger.record(books.tx, List.of(Invoice.of(
            new io.duly.kernel.InvoiceId(java.util.UUID.randomUUID()), books.creditor, books.debtor, "A-1", euros(2), Books.day(0), Books.day(1)))))
        .isInstanceOf(AlreadyRecorded.class).hasMessageContaining("A-1");
    assertThat(books.ledger.find(books.tx, books.creditor, "A-1")).contains(invoice.id());
  }

  @Test
  void aWriteOffMustSayWhy() {
    var invoice = books.invoice(euros(100), 0);
    assertThatThrownBy(() -> new Allocation(
            new io.duly.kernel.PostingId(java.util.UUID.randomUUID()), invoice, new WriteOff(), euros(1), Books.day(1), "duly", Optional.empty()))
        .hasMessageContaining("why");
  }

  @Test
  void whatIsLeftOfAReceiptIsShownAsOfADay() {
    var receipt = books.receipt(euros(500), 5);
    books.allocate(receipt, books.invoice(euros(300), 0), euros(300), 7);

    assertThat(books.ledger.unallocated(books.tx, books.debtor, Books.day(4))).isEmpty();
    assertThat(books.ledger.unallocated(books.tx, books.debtor, Books.day(6))).extracting(Rest::left).containsExactly(euros(500));
    assertThat(books.ledger.unallocated(books.tx, books.debtor, Books.day(7))).extracting(Rest::left).containsExactly(euros(200));
    assertThat(books.ledger.openBalance(books.tx, books.debtor, Currency.getInstance("EUR"), Books.day(7))).isEqualTo(euros(0));
  }

  private static Money euros(long cents) {
    return Money.ofMinor(cents, "EUR");
  }
}
