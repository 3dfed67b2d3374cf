package io.duly.charging;

import io.duly.kernel.ChargeId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PostingId;
import io.duly.ledger.Cancellation;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeBook;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts into the ledger what is due: takes back first what is no longer right. Two statements, however many invoices. */
@Component
final class Posting {
  private static final String WRONG = "The rules give less than was posted, from facts that came later";

  private final ChargeBook book;
  private final IdSource ids;

  Posting(ChargeBook book, IdSource ids) {
    this.book = book;
    this.ids = ids;
  }

  Posted post(DSLContext tx, List<Chargeable> invoices, LocalDate day, String actor) {
    var wrong = invoices.stream().flatMap(one -> one.items().stream()).flatMap(item -> item.wrong().stream()).toList();
    var charges =
        invoices.stream()
            .flatMap(one -> one.items().stream().filter(item -> item.rest().isPositive()).map(item -> charge(one, item, day, actor)))
            .toList();
    if (!wrong.isEmpty()) {
      book.cancel(
          tx,
          wrong.stream()
              .map(line -> new Cancellation(new PostingId(ids.next()), line.charge().id(), day, actor, WRONG))
              .toList());
    }
    if (!charges.isEmpty()) {
      book.post(tx, charges);
    }
    return new Posted(charges, wrong);
  }

  private Charge charge(Chargeable invoice, Chargeable.Item item, LocalDate day, String actor) {
    return new Charge(
        new ChargeId(ids.next()),
        invoice.invoice(),
        item.kind(),
        item.rest(),
        item.period().from(),
        item.period().to(),
        Bases.of(item),
        item.computed(),
        InterestLines.text(item.lines()),
        day,
        actor);
  }
}
