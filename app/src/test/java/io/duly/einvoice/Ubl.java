package io.duly.einvoice;

import java.util.LinkedHashMap;
import java.util.Map;

/** An invoice of Brightwell Tools Ltd to Harbour Stores GmbH as UBL, of which a test changes what it is about. */
public final class Ubl {
  private final Map<String, String> facts = new LinkedHashMap<>(Map.ofEntries(
      Map.entry("number", "B-1001"), Map.entry("type", "380"), Map.entry("issued", "2026-05-04"), Map.entry("due", "<cbc:DueDate>2026-06-03</cbc:DueDate>"),
      Map.entry("currency", "EUR"), Map.entry("preceding", ""), Map.entry("order", "PO-77"), Map.entry("sellerName", "Brightwell Tools Ltd"), Map.entry("sellerVat", "GB123456782"),
      Map.entry("buyerName", "Harbour Stores GmbH"), Map.entry("buyerVat", "DE136695976"), Map.entry("buyerId", ""), Map.entry("payee", ""),
      Map.entry("reference", "RF18B1001"), Map.entry("terms", "30 days net"), Map.entry("delivered", "2026-05-02"), Map.entry("attachment", ""),
      Map.entry("net", "100.00"), Map.entry("tax", "19.00"), Map.entry("gross", "119.00"), Map.entry("extra", ""), Map.entry("payable", "119.00"), Map.entry("city", "Hamburg"),
      Map.entry("text", "Torque wrench 40-200 Nm")));

  public static Ubl invoice() {
    return new Ubl();
  }

  public Ubl with(String fact, String value) {
    facts.put(fact, value);
    return this;
  }

  public Ubl amounting(String net, String tax, String gross) {
    return with("net", net).with("tax", tax).with("gross", gross).with("payable", gross);
  }

  Ubl naming(String preceding) {
    return with("preceding", "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>" + preceding + "</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>");
  }

  public String text() {
    return fill(INVOICE);
  }

  /** The same as a credit note. */
  String creditNote() {
    with("type", facts.get("type").equals("380") ? "381" : facts.get("type"));
    return fill(INVOICE).replace("Invoice-2", "CreditNote-2").replace("<Invoice ", "<CreditNote ").replace("</Invoice>", "</CreditNote>")
        .replace("InvoiceTypeCode", "CreditNoteTypeCode").replace("InvoiceLine", "CreditNoteLine").replace("InvoicedQuantity", "CreditedQuantity")
        .replaceAll("<cbc:DueDate>.*?</cbc:DueDate>", "");
  }

  private String fill(String template) {
    var text = template;
    for (var fact : facts.entrySet()) {
      text = text.replace("$" + fact.getKey() + "$", fact.getValue());
    }
    return text;
  }

  private static final String INVOICE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
          xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
          xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
        <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
        <cbc:ID>$number$</cbc:ID>
        <cbc:IssueDate>$issued$</cbc:IssueDate>
        $due$
        <cbc:InvoiceTypeCode>$type$</cbc:InvoiceTypeCode>
        <cbc:DocumentCurrencyCode>$currency$</cbc:DocumentCurrencyCode>
        <cac:OrderReference><cbc:ID>$order$</cbc:ID></cac:OrderReference>
        $preceding$
        $attachment$
        <cac:AccountingSupplierParty><cac:Party>
          <cac:PostalAddress><cbc:StreetName>1 Forge Lane</cbc:StreetName><cbc:CityName>Leeds</cbc:CityName><cbc:PostalZone>LS1 4AP</cbc:PostalZone>
            <cac:Country><cbc:IdentificationCode>GB</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
          <cac:PartyTaxScheme><cbc:CompanyID>$sellerVat$</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
          <cac:PartyLegalEntity><cbc:RegistrationName>$sellerName$</cbc:RegistrationName></cac:PartyLegalEntity>
        </cac:Party></cac:AccountingSupplierParty>
        <cac:AccountingCustomerParty><cac:Party>
          $buyerId$
          <cac:PostalAddress><cbc:StreetName>Kai 7</cbc:StreetName><cbc:CityName>$city$</cbc:CityName><cbc:PostalZone>20457</cbc:PostalZone>
            <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
          <cac:PartyTaxScheme><cbc:CompanyID>$buyerVat$</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
          <cac:PartyLegalEntity><cbc:RegistrationName>$buyerName$</cbc:RegistrationName></cac:PartyLegalEntity>
          <cac:Contact><cbc:Name>Ida Krüger</cbc:Name><cbc:Telephone>+49 (0)40 123456</cbc:Telephone><cbc:ElectronicMail>ida@harbour.example</cbc:ElectronicMail></cac:Contact>
        </cac:Party></cac:AccountingCustomerParty>
        $payee$
        <cac:Delivery><cbc:ActualDeliveryDate>$delivered$</cbc:ActualDeliveryDate></cac:Delivery>
        <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>$reference$</cbc:PaymentID>
          <cac:PayeeFinancialAccount><cbc:ID>GB33BUKB20201555555555</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
        <cac:PaymentTerms><cbc:Note>$terms$</cbc:Note></cac:PaymentTerms>
        <cac:TaxTotal><cbc:TaxAmount currencyID="$currency$">$tax$</cbc:TaxAmount>
          <cac:TaxSubtotal><cbc:TaxableAmount currencyID="$currency$">$net$</cbc:TaxableAmount><cbc:TaxAmount currencyID="$currency$">$tax$</cbc:TaxAmount>
            <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
        <cac:LegalMonetaryTotal>
          <cbc:LineExtensionAmount currencyID="$currency$">$net$</cbc:LineExtensionAmount>
          <cbc:TaxExclusiveAmount currencyID="$currency$">$net$</cbc:TaxExclusiveAmount>
          <cbc:TaxInclusiveAmount currencyID="$currency$">$gross$</cbc:TaxInclusiveAmount>
          $extra$
          <cbc:PayableAmount currencyID="$currency$">$payable$</cbc:PayableAmount>
        </cac:LegalMonetaryTotal>
        <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>
          <cbc:LineExtensionAmount currencyID="$currency$">$net$</cbc:LineExtensionAmount>
          <cac:Item><cbc:Name>$text$</cbc:Name>
            <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
          <cac:Price><cbc:PriceAmount currencyID="$currency$">$net$</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
      </Invoice>
      """;
}
