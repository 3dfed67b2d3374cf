package io.duly.einvoice.reading;

import io.duly.einvoice.model.Payment;
import io.duly.einvoice.model.Payment.Account;
import io.duly.einvoice.model.Payment.Discount;
import io.duly.einvoice.xml.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a CII document wants to be paid. */
final class CiiPayment {
  private CiiPayment() {}

  static Payment of(Element settlement, Reading reading) {
    var notes = settlement.all("SpecifiedTradePaymentTerms", "Description").map(Element::words).filter(note -> !note.isEmpty()).collect(Collectors.joining("\n"));
    var terms = TermsText.of(notes);
    var codes = settlement.all("SpecifiedTradeSettlementPaymentMeans", "TypeCode").map(Element::words).toList();
    return new Payment(
        settlement.text("PaymentReference"), accounts(settlement), terms.words(), terms.days(),
        Stream.concat(terms.discounts().stream(), discounts(settlement, reading)).toList(), PaymentMeans.taken(codes));
  }

  /** The day in an element that holds one: in a string with a format, or as a plain date. */
  static Optional<LocalDate> day(Optional<Element> holder, Reading reading) {
    return holder.flatMap(one -> reading.uncefactDay(one.at("DateTimeString").or(() -> one.at("DateTime")).or(() -> one.at("DateString")).or(() -> one.at("Date")).or(() -> plain(one))));
  }

  private static Optional<Element> plain(Element one) {
    return one.children().isEmpty() ? Optional.of(one) : Optional.empty();
  }

  private static List<Account> accounts(Element settlement) {
    return settlement.all("SpecifiedTradeSettlementPaymentMeans").flatMap(CiiPayment::account).distinct().toList();
  }

  private static Stream<Account> account(Element means) {
    var bic = means.text("PayeeSpecifiedCreditorFinancialInstitution", "BICID").map(Parts::account);
    return means.all("PayeePartyCreditorFinancialAccount")
        .flatMap(one -> one.text("IBANID").or(() -> one.text("ProprietaryID")).map(id -> new Account(Parts.account(id), bic, one.text("AccountName"))).stream());
  }

  private static Stream<Discount> discounts(Element settlement, Reading reading) {
    return settlement.all("SpecifiedTradePaymentTerms", "ApplicableTradePaymentDiscountTerms").map(one -> discount(one, reading));
  }

  private static Discount discount(Element terms, Reading reading) {
    var period = terms.at("BasisPeriodMeasure").filter(one -> one.attribute("unitCode").map(unit -> unit.equals("DAY")).orElse(true));
    return new Discount(
        reading.amount(period).map(days -> Math.clamp(days.longValue(), 0, 9_999)), Optional.<LocalDate>empty(),
        reading.amount(terms.at("CalculationPercent")), reading.amount(terms.at("BasisAmount")), reading.amount(terms.at("ActualDiscountAmount")));
  }
}
