package io.duly.einvoice.reading;

import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.model.DocumentType;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Line;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.References;
import io.duly.einvoice.model.References.Preceding;
import io.duly.einvoice.model.Syntax;
import io.duly.einvoice.model.TaxLine;
import io.duly.einvoice.xml.Element;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** FatturaPA 1.0 to 1.2, and the simplified one: one header, and a body for each invoice of the file. */
final class FatturaReader {
  private static final Set<String> CREDITS = Set.of("TD04", "TD08");
  private static final Set<String> PREPAYMENTS = Set.of("TD02", "TD03");
  /** The buyer tells the tax office about tax it owes itself: nobody owes the seller anything by it. */
  private static final Set<String> FOR_TAX = Set.of("TD16", "TD17", "TD18", "TD19", "TD20", "TD21", "TD22", "TD23", "TD27", "TD28", "TD29");

  private final Element header;
  private final Element body;
  private final Element document;
  private final Reading reading = new Reading();

  private FatturaReader(Element header, Element body, Element document) {
    this.header = header;
    this.body = body;
    this.document = document;
  }

  static List<EInvoice> read(Element root) {
    var header = root.at("FatturaElettronicaHeader");
    return root.all("FatturaElettronicaBody")
        .flatMap(body -> body.at("DatiGenerali", "DatiGeneraliDocumento").flatMap(document -> header.map(one -> new FatturaReader(one, body, document))).stream())
        .map(FatturaReader::invoice)
        .toList();
  }

  private EInvoice invoice() {
    var code = document.text("TipoDocumento").orElse("");
    var type = type(code);
    var payment = new FatturaPayment(body, document, reading);
    return new EInvoice(
        Syntax.FATTURA_PA, header.text("DatiTrasmissione", "FormatoTrasmissione"), document.text("Numero"), code, type,
        reading.isoDay(document.at("Data")), payment.due(), delivered(), document.text("Divisa"),
        FatturaParty.of(header.at("CedentePrestatore")), Optional.<Party>empty(), buyer(), references(),
        payment.payment(), payment.totals(), taxes(), lines(), attachments(), reading.problems());
  }

  private Party buyer() {
    return FatturaParty.of(header.at("CessionarioCommittente"), header.text("DatiTrasmissione", "CodiceDestinatario"), header.text("DatiTrasmissione", "PECDestinatario"));
  }

  private static DocumentType type(String code) {
    return CREDITS.contains(code) ? DocumentType.CREDIT_NOTE
        : PREPAYMENTS.contains(code) ? DocumentType.PREPAYMENT
        : FOR_TAX.contains(code) ? DocumentType.NO_CLAIM
        : DocumentType.INVOICE;
  }

  private Optional<LocalDate> delivered() {
    return body.all("DatiGenerali", "DatiDDT", "DataDDT").flatMap(one -> reading.isoDay(Optional.of(one)).stream()).max(Comparator.naturalOrder())
        .or(() -> reading.isoDay(body.at("DatiGenerali", "DatiTrasporto", "DataOraConsegna")))
        .or(() -> body.all("DatiBeniServizi", "DettaglioLinee", "DataFinePeriodo").flatMap(one -> reading.isoDay(Optional.of(one)).stream()).max(Comparator.naturalOrder()));
  }

  private References references() {
    var preceding =
        Stream.of("DatiFattureCollegate", "FatturaPrincipale", "DatiFatturaRettificata").flatMap(name -> body.all("DatiGenerali", name))
            .flatMap(one -> one.text("IdDocumento").or(() -> one.text("NumeroFatturaPrincipale")).or(() -> one.text("NumeroFR")).map(number -> new Preceding(number, reading.isoDay(one.at("Data").or(() -> one.at("DataFR"))))).stream());
    var order = body.at("DatiGenerali", "DatiOrdineAcquisto");
    return new References(
        Optional.empty(), order.flatMap(one -> one.text("IdDocumento")), body.text("DatiGenerali", "DatiContratto", "IdDocumento"),
        order.flatMap(one -> one.text("CodiceCUP")), preceding.toList());
  }

  private List<TaxLine> taxes() {
    return body.all("DatiBeniServizi", "DatiRiepilogo")
        .map(one -> new TaxLine(one.text("Natura"), reading.amount(one.at("AliquotaIVA")), reading.amount(one.at("ImponibileImporto")), reading.amount(one.at("Imposta")), one.text("RiferimentoNormativo")))
        .toList();
  }

  private List<Line> lines() {
    return Stream.concat(body.all("DatiBeniServizi", "DettaglioLinee").map(this::line), body.all("DatiBeniServizi").filter(FatturaReader::isSimple).map(this::simple)).toList();
  }

  static boolean isSimple(Element goods) {
    return goods.at("Importo").isPresent();
  }

  /** Of the simplified invoice a line says only what it comes to, tax included. */
  private Line simple(Element goods) {
    return new Line(Optional.empty(), goods.text("Descrizione").orElse(""), Optional.empty(), Optional.empty(), BigDecimal.ZERO, reading.amount(goods.at("Importo")));
  }

  /** Discounts of a line may be per cent of per cent; what they come to is what the net amount says. */
  private Line line(Element one) {
    var quantity = reading.amount(one.at("Quantita"));
    var price = reading.amount(one.at("PrezzoUnitario"));
    var net = reading.amount(one.at("PrezzoTotale"));
    var adjusted = one.at("ScontoMaggiorazione").isPresent() ? Sums.between(quantity, price, net) : BigDecimal.ZERO;
    return new Line(one.text("NumeroLinea"), one.text("Descrizione").orElse(""), quantity, price, adjusted, net);
  }

  private List<Attachment> attachments() {
    return body.all("Allegati")
        .flatMap(one -> UblAttachments.of(one.text("NomeAttachment").orElse("allegato"), one.at("Attachment"), Optional.empty(), reading)
            .map(found -> new Attachment(found.name(), mime(one), found.bytes(), found.link())).stream())
        .toList();
  }

  private static String mime(Element attachment) {
    return switch (attachment.text("FormatoAttachment").orElse("").toLowerCase(java.util.Locale.ROOT)) {
      case "pdf" -> "application/pdf";
      case "xml" -> "application/xml";
      case "txt" -> "text/plain";
      case "zip" -> "application/zip";
      default -> "application/octet-stream";
    };
  }
}
