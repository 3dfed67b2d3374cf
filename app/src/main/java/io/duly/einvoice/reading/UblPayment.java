package io.duly.einvoice.reading;

import io.duly.einvoice.model.Payment;
import io.duly.einvoice.model.Payment.Account;
import io.duly.einvoice.model.Payment.Discount;
import io.duly.einvoice.xml.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a UBL document wants to be paid. */
final class UblPayment {
  private UblPayment() {}

  static Payment of(Element root, Reading reading) {
    var notes = root.all("PaymentTerms", "Note").map(Element::words).filter(note -> !note.isEmpty()).collect(Collectors.joining("\n"));
    var terms = TermsText.of(notes);
    return new Payment(
        root.text("PaymentMeans", "PaymentID"), accounts(root), terms.words(), terms.days(),
        Stream.concat(terms.discounts().stream(), discounts(root, reading)).toList(), PaymentMeans.taken(codes(root)));
  }

  private static List<String> codes(Element root) {
    return root.all("PaymentMeans", "PaymentMeansCode").map(Element::words).toList();
  }

  private static List<Account> accounts(Element root) {
    return root.all("PaymentMeans", "PayeeFinancialAccount")
        .flatMap(one -> one.text("ID").map(id -> new Account(Parts.account(id), bic(one), one.text("Name"))).stream())
        .distinct().toList();
  }

  private static Optional<String> bic(Element account) {
    return account.text("FinancialInstitutionBranch", "ID").or(() -> account.text("FinancialInstitutionBranch", "FinancialInstitution", "ID")).map(Parts::account);
  }

  private static Stream<Discount> discounts(Element root, Reading reading) {
    return root.all("PaymentTerms").filter(one -> one.at("SettlementDiscountPercent").isPresent())
        .map(one -> new Discount(Optional.empty(), reading.isoDay(one.at("SettlementPeriod", "EndDate")),
            reading.amount(one.at("SettlementDiscountPercent")), Optional.empty(), reading.amount(one.at("SettlementDiscountAmount"))));
  }
}
