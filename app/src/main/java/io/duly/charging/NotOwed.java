package io.duly.charging;

import io.duly.kernel.IdSource;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.cases.Recorded;
import io.duly.ledger.Cancellation;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.ChargePostingLine;
import io.duly.ledger.Reversal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes back every charge on an invoice that was never owed, whatever was paid or waived on it. */
@Component
final class NotOwed {
  private final ChargeBook book;
  private final IdSource ids;

  NotOwed(ChargeBook book, IdSource ids) {
    this.book = book;
    this.ids = ids;
  }

  TakenBack takeBack(DSLContext tx, DebtorId debtor, InvoiceId invoice, Currency currency, String why, Recorded by) {
    var lines =
        book.of(tx, List.of(debtor), by.on()).stream()
            .filter(line -> line.charge().invoice().equals(invoice) && line.stands())
            .toList();
    var paid = paid(tx, debtor, lines, by);
    if (!paid.isEmpty()) {
      book.reverse(tx, paid.stream().map(one -> new Reversal(new PostingId(ids.next()), one.id(), by.on(), by.actor(), why)).toList());
    }
    if (!lines.isEmpty()) {
      book.cancel(
          tx, lines.stream().map(line -> new Cancellation(new PostingId(ids.next()), line.charge().id(), by.on(), by.actor(), why)).toList());
    }
    return new TakenBack(
        lines.stream().map(line -> line.charge().amount()).reduce(Money.zero(currency), Money::plus),
        paid.stream().filter(one -> one.kind().equals("receipt")).map(one -> freed(one, by)).toList());
  }

  private List<ChargePostingLine> paid(DSLContext tx, DebtorId debtor, List<ChargeLine> lines, Recorded by) {
    var charges = lines.stream().map(line -> line.charge().id()).collect(Collectors.toSet());
    return charges.isEmpty()
        ? List.of()
        : book.postings(tx, debtor, by.on()).stream()
            .filter(one -> charges.contains(one.charge()) && !one.reversed() && one.amount().isPositive() && !one.kind().equals("cancellation"))
            .toList();
  }

  private static TakenBack.Money freed(ChargePostingLine one, Recorded by) {
    return new TakenBack.Money(new ReceiptId(one.from().orElseThrow()), one.amount(), by.on());
  }
}
