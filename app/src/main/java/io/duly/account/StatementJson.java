package io.duly.account;

import io.duly.charging.Chargeable;
import io.duly.charging.InterestLines;
import io.duly.ledger.ChargeLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A statement as JSON carries it: amounts in major units of the currency beside, dates as ISO writes them. */
public record StatementJson(
    long caseNumber, String creditor, String debtor, String debtorNumber, LocalDate asOf, List<Invoice> invoices,
    List<Money> money, int settledBefore, List<Totals> totals) {

  /** An invoice with all that is on it. */
  public record Invoice(
      String id, String number, LocalDate issuedOn, LocalDate dueOn, long daysLate, String gross, String credited, String paid,
      String writtenOff, String open, String disputed, Optional<String> contested, List<Change> changes, List<Charge> charges,
      List<Accrued> notPosted, List<None> notCharged) {}

  /** A change of a balance. */
  public record Change(
      LocalDate on, String kind, Optional<String> onCharge, String amount, Optional<String> source, Optional<String> why,
      String actor, boolean reversed) {}

  /** A charge that is posted. */
  public record Charge(
      String id, String kind, LocalDate from, LocalDate to, String amount, String paid, String waived, String open, Basis basis,
      String computed, List<InterestLines.Line> lines, LocalDate postedOn, Optional<LocalDate> cancelledOn) {}

  /** A charge that may be posted. */
  public record Accrued(
      String kind, LocalDate from, LocalDate to, String amount, Basis basis, String computed, List<InterestLines.Line> lines) {}

  /** Why nothing is charged. */
  public record None(String kind, String why) {}

  /** What a charge stands on. */
  public record Basis(String rule, String statute, String section, String source) {}

  /** Money that came, or a credit note. */
  public record Money(
      String id, String kind, LocalDate on, String amount, Optional<String> reference, Optional<String> payer, List<Went> went,
      String returned,
      String left) {}

  /** A part of it. */
  public record Went(String invoice, Optional<String> charge, String amount, LocalDate on) {}

  /** What is owed in all. */
  public record Totals(
      String currency, String principal, String disputed, String charges, String notPosted, String owed, String unallocated) {}

  public static StatementJson of(Statement one) {
    var totals =
        new Totals(
            one.currency().getCurrencyCode(), one.principal().plain(), one.disputed().plain(), one.charges().plain(),
            one.notPosted().plain(), one.owed().plain(), one.unallocated().plain());
    return new StatementJson(
        one.caseNumber(), one.creditor(), one.debtor(), one.debtorNumber(), one.asOf(),
        one.invoices().stream().map(invoice -> invoice(invoice, one.asOf())).toList(),
        one.money().stream().map(StatementJson::money).toList(), one.settledBefore(), List.of(totals));
  }

  private static Invoice invoice(InvoiceOwed one, LocalDate day) {
    return new Invoice(
        one.id().toString(), one.number(), one.issuedOn(), one.dueOn(), one.daysLate(day), one.gross().plain(),
        one.credited().plain(), one.paid().plain(), one.writtenOff().plain(), one.open().plain(), one.disputed().plain(),
        one.contested(), one.movements().stream().map(StatementJson::change).toList(),
        one.charges().stream().map(StatementJson::charge).toList(), one.accrued().stream().map(StatementJson::accrued).toList(),
        one.due().map(Chargeable::nothing).orElse(List.of()).stream().map(none -> new None(none.kind().word(), none.why())).toList());
  }

  private static Change change(Movement one) {
    return new Change(
        one.effectiveOn(), one.kind(), one.onCharge(), one.amount().plain(), one.source(), one.why(), one.actor(), one.reversed());
  }

  private static Charge charge(ChargeLine line) {
    var one = line.charge();
    return new Charge(
        one.id().toString(), one.kind().word(), one.from(), one.to(), one.amount().plain(), line.paid().plain(), line.waived().plain(),
        line.open().plain(), new Basis(one.basis().rule(), one.basis().statute(), one.basis().section(), one.basis().source()),
        one.computed(), InterestLines.of(one), one.postedOn(), line.cancelledOn());
  }

  private static Accrued accrued(Chargeable.Item one) {
    var basis = one.basis();
    return new Accrued(
        one.kind().word(), one.period().from(), one.period().to(), one.rest().plain(),
        new Basis(basis.id(), basis.statute(), basis.section(), basis.source()), one.computed(), InterestLines.of(one.lines()));
  }

  private static Money money(MoneyIn one) {
    return new Money(
        one.id().toString(), one.credit() ? "credit_note" : "receipt", one.on(), one.amount().plain(), one.reference(), one.payer(),
        one.went().stream()
            .map(part -> new Went(part.invoiceNumber(), part.onCharge(), part.amount().plain(), part.effectiveOn()))
            .toList(),
        one.returned().plain(),
        one.left().plain());
  }
}
