package io.duly.einvoice.reading;

import io.duly.einvoice.model.DocumentType;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Line;
import io.duly.einvoice.model.References;
import io.duly.einvoice.model.References.Preceding;
import io.duly.einvoice.model.Syntax;
import io.duly.einvoice.model.TaxLine;
import io.duly.einvoice.model.Totals;
import io.duly.einvoice.xml.Element;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** UBL 2.0 and 2.1: Invoice, CreditNote and their self-billed kin, as Peppol BIS 3, XRechnung and the bare EN 16931 use them. */
final class UblReader {
  private final Element root;
  private final boolean credit;
  private final Reading reading = new Reading();

  private UblReader(Element root) {
    this.root = root;
    this.credit = root.name().endsWith("CreditNote");
  }

  static EInvoice read(Element root) {
    return new UblReader(root).invoice();
  }

  private EInvoice invoice() {
    var code = root.text(credit ? "CreditNoteTypeCode" : "InvoiceTypeCode");
    var type = credit ? DocumentType.CREDIT_NOTE : code.map(DocumentType::of).orElse(root.name().startsWith("SelfBilled") ? DocumentType.SELF_BILLED : DocumentType.INVOICE);
    // Before EN 16931 the currency of the document could be left out: each amount has its own.
    var currency = root.text("DocumentCurrencyCode").or(() -> root.at("LegalMonetaryTotal", "PayableAmount").flatMap(due -> due.attribute("currencyID")));
    return new EInvoice(
        Syntax.UBL, root.text("CustomizationID"), root.text("ID"), code.orElse(""), type,
        reading.isoDay(root.at("IssueDate")), due(), delivered(), currency,
        UblParty.of(root.at("AccountingSupplierParty", "Party")),
        root.at("PayeeParty").map(UblParty::of),
        UblParty.of(root.at("AccountingCustomerParty", "Party")),
        references(), UblPayment.of(root, reading), totals(currency), taxes(currency), lines(), UblAttachments.of(root, reading),
        reading.problems());
  }

  private Optional<LocalDate> due() {
    return Stream.of(root.all("DueDate"), root.all("PaymentTerms", "PaymentDueDate"), root.all("PaymentMeans", "PaymentDueDate"))
        .map(found -> reading.lastDue(found.flatMap(one -> reading.isoDay(Optional.of(one)).stream())))
        .flatMap(Optional::stream).findFirst();
  }

  private Optional<LocalDate> delivered() {
    return root.all("Delivery", "ActualDeliveryDate").flatMap(one -> reading.isoDay(Optional.of(one)).stream()).max(Comparator.naturalOrder())
        .or(() -> reading.isoDay(root.at("InvoicePeriod", "EndDate")));
  }

  private References references() {
    var preceding =
        root.all("BillingReference").flatMap(one -> one.children().stream())
            .filter(one -> one.name().endsWith("DocumentReference"))
            .flatMap(one -> one.text("ID").map(number -> new Preceding(number, reading.isoDay(one.at("IssueDate")))).stream());
    return new References(
        root.text("BuyerReference"),
        root.text("OrderReference", "ID"),
        root.text("ContractDocumentReference", "ID"),
        root.text("ProjectReference", "ID").or(() -> projectDocument()),
        preceding.toList());
  }

  private Optional<String> projectDocument() {
    return root.all("AdditionalDocumentReference").filter(one -> one.text("DocumentTypeCode").filter("50"::equals).isPresent())
        .flatMap(one -> one.text("ID").stream()).findFirst();
  }

  private Totals totals(Optional<String> currency) {
    var sums = root.at("LegalMonetaryTotal");
    return new Totals(
        sum(sums, "LineExtensionAmount"), sum(sums, "AllowanceTotalAmount"), sum(sums, "ChargeTotalAmount"), sum(sums, "TaxExclusiveAmount"),
        reading.amount(taxTotals(currency).flatMap(one -> one.all("TaxAmount")).findFirst()),
        sum(sums, "TaxInclusiveAmount"), sum(sums, "PrepaidAmount"), sum(sums, "PayableRoundingAmount"), sum(sums, "PayableAmount"));
  }

  private Optional<BigDecimal> sum(Optional<Element> sums, String name) {
    return reading.amount(sums.flatMap(one -> one.at(name)));
  }

  /** A second tax total may tell the tax in the seller's own currency; it is not this one. */
  private Stream<Element> taxTotals(Optional<String> currency) {
    return root.all("TaxTotal")
        .filter(one -> one.at("TaxAmount").flatMap(amount -> amount.attribute("currencyID")).map(code -> currency.filter(code::equals).isPresent()).orElse(true));
  }

  private List<TaxLine> taxes(Optional<String> currency) {
    return taxTotals(currency).flatMap(one -> one.all("TaxSubtotal"))
        .map(one -> new TaxLine(
            one.text("TaxCategory", "ID"), reading.amount(one.at("TaxCategory", "Percent")), reading.amount(one.at("TaxableAmount")),
            reading.amount(one.at("TaxAmount")), one.text("TaxCategory", "TaxExemptionReason")))
        .toList();
  }

  private BigDecimal adjusted(Element line) {
    return Sums.of(line.all("AllowanceCharge")
        .flatMap(one -> reading.amount(one.at("Amount")).map(amount -> one.text("ChargeIndicator").filter("true"::equals).isPresent() ? amount : amount.negate()).stream()));
  }

  private List<Line> lines() {
    return root.all(credit ? "CreditNoteLine" : "InvoiceLine")
        .map(one -> new Line(
            one.text("ID"), one.text("Item", "Name").or(() -> one.text("Item", "Description")).orElse(""),
            reading.amount(one.at(credit ? "CreditedQuantity" : "InvoicedQuantity")),
            Sums.each(reading.amount(one.at("Price", "PriceAmount")), reading.amount(one.at("Price", "BaseQuantity"))), adjusted(one),
            reading.amount(one.at("LineExtensionAmount"))))
        .toList();
  }
}
