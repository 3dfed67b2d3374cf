package io.duly.einvoice.reading;

import io.duly.einvoice.model.DocumentType;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Line;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.References;
import io.duly.einvoice.model.References.Preceding;
import io.duly.einvoice.model.Syntax;
import io.duly.einvoice.model.TaxLine;
import io.duly.einvoice.model.Totals;
import io.duly.einvoice.xml.Element;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** UN/CEFACT Cross Industry Invoice, and its forerunner in ZUGFeRD 1, which differs in names. */
final class CiiReader {
  private static final Element NONE = new Element("", "", Map.of(), List.of(), "", Optional.empty(), 0);

  private final Element root;
  private final Syntax syntax;
  private final Element document;
  private final Element trade;
  private final Element agreement;
  private final Element delivery;
  private final Element settlement;
  private final Reading reading = new Reading();

  private CiiReader(Element root) {
    this.root = root;
    syntax = root.name().equals("CrossIndustryDocument") ? Syntax.ZUGFERD_1 : Syntax.CII;
    document = either(root, "ExchangedDocument", "HeaderExchangedDocument");
    trade = either(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction");
    agreement = either(trade, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement");
    delivery = either(trade, "ApplicableHeaderTradeDelivery", "ApplicableSupplyChainTradeDelivery");
    settlement = either(trade, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement");
  }

  static EInvoice read(Element root) {
    return new CiiReader(root).invoice();
  }

  private static Element either(Element parent, String name, String earlier) {
    return parent.at(name).or(() -> parent.at(earlier)).orElse(NONE);
  }

  private EInvoice invoice() {
    var code = document.text("TypeCode").orElse("");
    var currency = settlement.text("InvoiceCurrencyCode")
        .or(() -> either(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation").at("GrandTotalAmount").flatMap(total -> total.attribute("currencyID")));
    return new EInvoice(
        syntax, profile(), document.text("ID"), code, DocumentType.of(code),
        day(document.at("IssueDateTime")), due(), delivered(), currency,
        CiiParty.of(agreement.at("SellerTradeParty")),
        settlement.at("PayeeTradeParty").map(CiiParty::of),
        agreement.at("BuyerTradeParty").map(CiiParty::of).orElse(Party.UNKNOWN),
        references(), CiiPayment.of(settlement, reading), totals(currency), taxes(), lines(), CiiAttachments.of(agreement, reading), reading.problems());
  }

  private Optional<String> profile() {
    return Stream.of("ExchangedDocumentContext", "SpecifiedExchangedDocumentContext")
        .flatMap(context -> root.text(context, "GuidelineSpecifiedDocumentContextParameter", "ID").stream()).findFirst();
  }

  private Optional<LocalDate> day(Optional<Element> holder) {
    return CiiPayment.day(holder, reading);
  }

  private Optional<LocalDate> due() {
    return reading.lastDue(settlement.all("SpecifiedTradePaymentTerms", "DueDateDateTime").flatMap(one -> day(Optional.of(one)).stream()));
  }

  private Optional<LocalDate> delivered() {
    return day(delivery.at("ActualDeliverySupplyChainEvent", "OccurrenceDateTime")).or(() -> day(settlement.at("BillingSpecifiedPeriod", "EndDateTime")));
  }

  private References references() {
    var preceding =
        settlement.all("InvoiceReferencedDocument")
            .flatMap(one -> number(Optional.of(one)).map(said -> new Preceding(said, day(one.at("FormattedIssueDateTime").or(() -> one.at("IssueDateTime"))))).stream());
    return new References(
        agreement.text("BuyerReference"), number(agreement.at("BuyerOrderReferencedDocument")), number(agreement.at("ContractReferencedDocument")),
        agreement.text("SpecifiedProcuringProject", "ID"), preceding.toList());
  }

  private static Optional<String> number(Optional<Element> document) {
    return document.flatMap(one -> one.text("IssuerAssignedID").or(() -> one.text("ID")));
  }

  private Totals totals(Optional<String> currency) {
    var sums = either(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation");
    return new Totals(
        sum(sums, "LineTotalAmount"), sum(sums, "AllowanceTotalAmount"), sum(sums, "ChargeTotalAmount"), sum(sums, "TaxBasisTotalAmount"),
        reading.amount(sums.all("TaxTotalAmount").filter(one -> isOf(currency, one)).findFirst()),
        sum(sums, "GrandTotalAmount"), sum(sums, "TotalPrepaidAmount"), sum(sums, "RoundingAmount"), sum(sums, "DuePayableAmount"));
  }

  private Optional<BigDecimal> sum(Element sums, String name) {
    return reading.amount(sums.at(name));
  }

  private static boolean isOf(Optional<String> currency, Element amount) {
    return amount.attribute("currencyID").map(code -> currency.filter(code::equals).isPresent()).orElse(true);
  }

  private List<TaxLine> taxes() {
    return settlement.all("ApplicableTradeTax")
        .map(one -> new TaxLine(
            one.text("CategoryCode"), reading.amount(one.at("RateApplicablePercent").or(() -> one.at("ApplicablePercent"))),
            reading.amount(one.at("BasisAmount")), reading.amount(one.at("CalculatedAmount")), one.text("ExemptionReason")))
        .toList();
  }

  private List<Line> lines() {
    return trade.all("IncludedSupplyChainTradeLineItem").map(this::line).toList();
  }

  private BigDecimal adjusted(Element settled) {
    return Sums.of(settled.all("SpecifiedTradeAllowanceCharge")
        .flatMap(one -> reading.amount(one.at("ActualAmount")).map(amount -> one.text("ChargeIndicator", "Indicator").filter("true"::equals).isPresent() ? amount : amount.negate()).stream()));
  }

  private Line line(Element item) {
    var delivered = either(item, "SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery");
    var agreed = either(item, "SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement");
    var settled = either(item, "SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement");
    var text = item.text("SpecifiedTradeProduct", "Name").or(() -> item.text("SpecifiedTradeProduct", "Description"));
    return new Line(
        item.text("AssociatedDocumentLineDocument", "LineID"),
        text.or(() -> item.text("AssociatedDocumentLineDocument", "IncludedNote", "Content")).orElse(""),
        reading.amount(delivered.at("BilledQuantity")),
        Sums.each(reading.amount(agreed.at("NetPriceProductTradePrice", "ChargeAmount")), reading.amount(agreed.at("NetPriceProductTradePrice", "BasisQuantity"))), adjusted(settled),
        sum(either(settled, "SpecifiedTradeSettlementLineMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"), "LineTotalAmount"));
  }
}
