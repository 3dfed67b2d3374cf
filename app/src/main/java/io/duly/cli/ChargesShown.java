package io.duly.cli;

import io.duly.cases.CaseView;
import io.duly.cases.Cases;
import io.duly.charging.Chargeable;
import io.duly.charging.Charging;
import io.duly.charging.InterestLines;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** What {@code charges show} knows of one case on a day: what is posted, and what may be charged beside it. */
record ChargesShown(CaseView view, LocalDate day, List<ChargeLine> posted, List<Chargeable> due) {

  static ChargesShown of(Facades application, DSLContext tx, CaseId id, LocalDate day) {
    var view = application.the(Cases.class).show(tx, id, day).orElseThrow();
    var posted =
        application.the(ChargeBook.class).of(tx, List.of(view.debtorId()), day).stream()
            .filter(line -> line.charge().amount().currency().equals(view.openBalance().currency()))
            .toList();
    return new ChargesShown(view, day, posted, application.the(Charging.class).due(tx, id, day));
  }

  Money open() {
    return posted.stream().map(ChargeLine::open).reduce(Money.zero(view.openBalance().currency()), Money::plus);
  }

  Money rest() {
    return due.stream().map(Chargeable::rest).reduce(Money.zero(view.openBalance().currency()), Money::plus);
  }

  /** As JSON: amounts in major units of the currency. */
  record Json(
      String caseId, long caseNumber, LocalDate asOf, String currency, String open, String notPosted, List<Posted> posted, List<Invoice> invoices) {}

  record Basis(String rule, String statute, String section, String source) {}

  record Posted(
      String id, String invoice, String kind, String amount, String paid, String waived, String open, LocalDate from,
      LocalDate to, Basis basis, String computed, List<InterestLines.Line> lines, LocalDate postedOn,
      Optional<LocalDate> cancelledOn) {}

  record Invoice(String number, LocalDate dueOn, String law, List<Item> charges, List<Nothing> nothing, List<String> remarks) {}

  record Item(
      String kind, Basis basis, LocalDate from, LocalDate to, String whole, String posted, String notPosted, String computed,
      List<InterestLines.Line> lines, List<String> noLongerRight, Optional<String> needsAPerson) {}

  record Nothing(String kind, String why) {}

  Json json() {
    return new Json(
        view.id().toString(), view.number(), day, view.openBalance().currency().getCurrencyCode(), open().plain(), rest().plain(),
        posted.stream().map(ChargesShown::posted).toList(), due.stream().map(ChargesShown::invoice).toList());
  }

  private static Posted posted(ChargeLine line) {
    var charge = line.charge();
    var basis = charge.basis();
    return new Posted(
        charge.id().toString(), line.invoiceNumber(), charge.kind().word(), charge.amount().plain(), line.paid().plain(),
        line.waived().plain(), line.open().plain(), charge.from(), charge.to(),
        new Basis(basis.rule(), basis.statute(), basis.section(), basis.source()), charge.computed(), InterestLines.of(charge),
        charge.postedOn(), line.cancelledOn());
  }

  private static Invoice invoice(Chargeable one) {
    return new Invoice(
        one.number(), one.dueOn(), one.law(), one.items().stream().map(ChargesShown::item).toList(),
        one.nothing().stream().map(none -> new Nothing(none.kind().word(), none.why())).toList(),
        one.remarks());
  }

  private static Item item(Chargeable.Item item) {
    var basis = item.basis();
    return new Item(
        item.kind().word(), new Basis(basis.id(), basis.statute(), basis.section(), basis.source()), item.period().from(),
        item.period().to(), item.whole().plain(), item.posted().plain(), item.rest().plain(), item.computed(),
        InterestLines.of(item.lines()), item.wrong().stream().map(line -> line.charge().id().toString()).toList(), item.stuck());
  }
}
