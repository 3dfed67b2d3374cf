package io.duly.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.duly.kernel.ChargeId;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation.FromCreditNote;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.ledger.Allocation.WriteOff;
import io.duly.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Charges have a balance of their own, and the database keeps it honest. */
@Tag("P02")
class ChargeBookTest {
  private static final Charge.Basis BASIS =
      new Charge.Basis("DE-BGB-288-2", "BGB", "§ 288 (2)", "https://example.org", Optional.empty(), false);
  private static TestDatabase database;

  private Connection connection;
  private Books books;
  private final ChargeBook charges = new ChargeBook();

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
    books = new Books(connection);
  }

  @AfterEach
  void end() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void outlivesThePrincipalUntilItIsPaid() {
    var invoice = books.invoice(euros(100_00), 0);
    var interest = charge(invoice, Charge.Kind.INTEREST, 5_00, 31, 60);
    var money = books.receipt(euros(102_00), 61);
    books.allocate(money, invoice, euros(100_00), 61);
    allocate(interest, new FromReceipt(money), 2_00, 61);

    assertThat(books.ledger.openBalance(books.tx, invoice, Books.day(61))).contains(euros(0));
    assertThat(books.ledger.left(books.tx, money, Books.day(61))).contains(euros(0));
    var line = charges.charge(books.tx, interest, Books.day(61)).orElseThrow();
    assertThat(line.open()).isEqualTo(euros(3_00));
    assertThat(charges.charge(books.tx, interest, Books.day(60)).orElseThrow().open()).isEqualTo(euros(5_00));
    assertThat(charges.charge(books.tx, interest, Books.day(59))).as("not posted yet").isEmpty();
  }

  @Test
  void takesNoMoreMoneyThanThereIsForInvoiceAndChargeTogether() {
    var invoice = books.invoice(euros(100_00), 0);
    var fee = charge(invoice, Charge.Kind.COMPENSATION, 40_00, 31, 31);
    var money = books.receipt(euros(60_00), 40);
    books.allocate(money, invoice, euros(50_00), 40);
    refused(() -> allocate(fee, new FromReceipt(money), 10_01, 40), "has less left");
    allocate(fee, new FromReceipt(money), 10_00, 40);
    refused(() -> books.allocate(money, invoice, euros(1), 41), "has less left");
    assertThat(usedUp(money)).isTrue();
  }

  @Test
  void isLoweredByACreditNoteAndByAWaiverAndByNoMoreThanItself() {
    var invoice = books.invoice(euros(100_00), 0);
    var fee = charge(invoice, Charge.Kind.COMPENSATION, 40_00, 31, 31);
    CreditNoteId note = books.creditNote(euros(15_00), 35);
    allocate(fee, new FromCreditNote(note), 15_00, 35);
    allocate(fee, new WriteOff(), 5_00, 36);
    refused(() -> allocate(fee, new WriteOff(), 20_01, 37), "has less open");
    var line = charges.charge(books.tx, fee, Books.day(37)).orElseThrow();
    assertThat(List.of(line.paid(), line.waived(), line.open())).containsExactly(euros(15_00), euros(5_00), euros(20_00));
  }

  @Test
  void anAllocationIsUndoneWholeAndTheMoneyIsThereAgain() {
    var invoice = books.invoice(euros(100_00), 0);
    var fee = charge(invoice, Charge.Kind.COMPENSATION, 40_00, 31, 31);
    var money = books.receipt(euros(40_00), 32);
    var posting = allocate(fee, new FromReceipt(money), 40_00, 32);
    assertThat(usedUp(money)).isTrue();
    charges.reverse(books.tx, List.of(new Reversal(id(), posting, Books.day(33), "duly", "a mistake")));

    assertThat(usedUp(money)).isFalse();
    assertThat(charges.charge(books.tx, fee, Books.day(32)).orElseThrow().settledOn()).contains(Books.day(32));
    assertThat(charges.charge(books.tx, fee, Books.day(33)).orElseThrow().open()).isEqualTo(euros(40_00));
    assertThat(charges.postings(books.tx, books.debtor, Books.day(33))).extracting(ChargePostingLine::reversed).containsExactly(true, false);
    refused(
        () -> charges.reverse(books.tx, List.of(new Reversal(id(), posting, Books.day(34), "duly", "again"))), "reversed already");
  }

  @Test
  void noDayBearsInterestTwice() {
    var invoice = books.invoice(euros(100_00), 0);
    charge(invoice, Charge.Kind.INTEREST, 5_00, 31, 60);
    charge(invoice, Charge.Kind.INTEREST, 5_00, 61, 62);
    refused(() -> charge(invoice, Charge.Kind.INTEREST, 1_00, 60, 60), "charged already");
    charge(books.invoice(euros(100_00), 0), Charge.Kind.INTEREST, 5_00, 31, 60);
  }

  @Test
  void aFixedSumIsOwedOnceForAnInvoice() {
    var invoice = books.invoice(euros(100_00), 0);
    charge(invoice, Charge.Kind.COMPENSATION, 40_00, 31, 31);
    refused(() -> charge(invoice, Charge.Kind.COMPENSATION, 40_00, 32, 32), "charged already");
  }

  @Test
  void aWrongChargeIsCancelledWholeAndPostedAnew() {
    var invoice = books.invoice(euros(100_00), 0);
    var wrong = charge(invoice, Charge.Kind.INTEREST, 5_00, 31, 60);
    cancel(wrong, 61);
    var right = charge(invoice, Charge.Kind.INTEREST, 4_00, 31, 60);

    assertThat(charges.charge(books.tx, wrong, Books.day(61)).orElseThrow().open()).isEqualTo(euros(0));
    assertThat(charges.charge(books.tx, wrong, Books.day(61)).orElseThrow().stands()).isFalse();
    refused(() -> allocate(wrong, new WriteOff(), 1_00, 62), "is cancelled");
    allocate(right, new WriteOff(), 1_00, 62);
    refused(() -> cancel(right, 63), "has less open");
  }

  @Test
  void isOfItsInvoicesCurrencyAndOfDaysAfterItWasDue() {
    var invoice = books.invoice(euros(100_00), 0);
    refused(() -> charge(invoice, Charge.Kind.INTEREST, 5_00, 30, 60), "after it was due");
    var dollars = new Charge(new ChargeId(UUID.randomUUID()), invoice, Charge.Kind.INTEREST, Money.ofMinor(1, "USD"), Books.day(31),
        Books.day(31), BASIS, "1 USD", "[]", Books.day(31), "duly");
    refused(() -> charges.post(books.tx, List.of(dollars)), "invoice's currency");
  }

  private ChargeId charge(InvoiceId invoice, Charge.Kind kind, long minor, int from, int to) {
    var id = new ChargeId(UUID.randomUUID());
    var charge =
        new Charge(id, invoice, kind, euros(minor), Books.day(from), Books.day(to), BASIS, "so much", "[]", Books.day(to), "duly");
    charges.post(books.tx, List.of(charge));
    return id;
  }

  private PostingId allocate(ChargeId charge, Allocation.Source source, long minor, int day) {
    var id = id();
    charges.allocate(
        books.tx, List.of(new ChargeAllocation(id, charge, source, euros(minor), Books.day(day), "duly", Optional.of("test"))));
    return id;
  }

  private void cancel(ChargeId charge, int day) {
    charges.cancel(books.tx, List.of(new Cancellation(id(), charge, Books.day(day), "duly", "wrong rate")));
  }

  private void refused(Runnable change, String sentence) {
    books.tx.execute("savepoint before_change");
    assertThatExceptionOfType(AllocationRefused.class).isThrownBy(change::run).withMessageContaining(sentence);
    books.tx.execute("rollback to savepoint before_change");
  }

  private boolean usedUp(ReceiptId receipt) {
    return books.tx.fetchValue("select used_up from ledger.receipt where id = ?", receipt.value()).equals(true);
  }

  private static PostingId id() {
    return new PostingId(UUID.randomUUID());
  }

  private static Money euros(long minor) {
    return Money.ofMinor(minor, "EUR");
  }
}
