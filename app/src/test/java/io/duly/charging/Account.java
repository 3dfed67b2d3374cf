package io.duly.charging;

import io.duly.cases.Casework;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import io.duly.parties.Acceptance;
import io.duly.parties.TermsOfTrade;
import io.duly.parties.TermsVersion;
import io.duly.testing.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A German business that owes 1,200.00 EUR since 2 May 2026, and short words for what happens then. */
public final class Account {
  public final Casework work;
  public final Charging charging;

  public Account(Office office) {
    work = new Casework(office);
    charging = work.the(Charging.class);
    is("company", "DE");
  }

  public static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  public static Money eur(String amount) {
    return Casework.eur(amount);
  }

  public void is(String kind, String country) {
    work.sql.execute("update parties.debtor set kind = ?, country = ? where id = ?", kind, country, work.debtor.value());
  }

  public List<Chargeable> due(String day) {
    return charging.due(work.sql, work.caseId, day(day));
  }

  public Chargeable invoice(String day) {
    return due(day).getFirst();
  }

  public Chargeable.Item item(String day, Charge.Kind kind) {
    return invoice(day).items().stream().filter(item -> item.kind() == kind).findFirst().orElseThrow();
  }

  public Posted post(String day) {
    return work.sql.transactionResult(tx -> charging.post(tx.dsl(), work.caseId, by(day)));
  }

  public static Recorded by(String day) {
    return Casework.by(day(day));
  }

  public List<ChargeLine> charges(String day) {
    return work.the(ChargeBook.class).of(work.sql, List.of(work.debtor), day(day)).stream().filter(ChargeLine::stands).toList();
  }

  public Money sum(String day) {
    return charges(day).stream().map(line -> line.charge().amount()).reduce(eur("0.00"), Money::plus);
  }

  public ReceiptId receive(String amount, String day) {
    var id = new ReceiptId(work.the(IdSource.class).next());
    work.the(Ledger.class)
        .receive(work.sql, List.of(Receipt.of(id, work.creditor, work.debtor, eur(amount), day(day), Receipt.Kind.BANK)));
    return id;
  }

  public void pay(InvoiceId invoice, ReceiptId receipt, String amount, String day) {
    var source = new Allocation.FromReceipt(receipt);
    var posting = new PostingId(work.the(IdSource.class).next());
    work.the(Ledger.class)
        .allocate(work.sql, List.of(new Allocation(posting, invoice, source, eur(amount), day(day), "duly", Optional.empty())));
  }

  /** Terms with a clause on interest in words, accepted on a day. */
  public UUID accept(String interest, String day) {
    var terms = new TermsVersion(
        work.the(IdSource.class).next(), work.creditor, "2026-1", day("2026-01-01"), Optional.of(30), Optional.of(interest),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    var register = work.the(TermsOfTrade.class);
    register.publish(work.sql, terms);
    var accepted =
        new Acceptance(work.debtor, terms.id(), day(day), "Ms Huber", Acceptance.Act.SIGNATURE, Optional.empty());
    register.accept(work.sql, work.creditor, List.of(accepted));
    return terms.id();
  }
}
