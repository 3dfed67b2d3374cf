package io.duly.einvoice.reading;

import io.duly.einvoice.model.Payment;
import io.duly.einvoice.model.Payment.Account;
import io.duly.einvoice.model.Payment.Discount;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.model.Totals;
import io.duly.einvoice.xml.Element;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is to be paid of a FatturaPA invoice, how, and until when. */
final class FatturaPayment {
  /** Direct debit in its kinds, and card. */
  private static final Set<String> DEBIT = Set.of("MP09", "MP10", "MP11", "MP16", "MP17", "MP19", "MP20", "MP21");

  private final Element body;
  private final Element document;
  private final Reading reading;

  FatturaPayment(Element body, Element document, Reading reading) {
    this.body = body;
    this.document = document;
    this.reading = reading;
  }

  private Stream<Element> details() {
    return body.all("DatiPagamento", "DettaglioPagamento");
  }

  Optional<LocalDate> due() {
    return reading.lastDue(details().flatMap(one -> due(one).stream()));
  }

  private Optional<LocalDate> due(Element detail) {
    return reading.isoDay(detail.at("DataScadenzaPagamento"))
        .or(() -> reading.isoDay(detail.at("DataRiferimentoTerminiPagamento"))
            .flatMap(from -> reading.amount(detail.at("GiorniTerminiPagamento")).map(days -> from.plusDays(Math.clamp(days.longValue(), 0, 999)))));
  }

  Payment payment() {
    var accounts =
        details().flatMap(one -> one.text("IBAN").map(iban -> new Account(Parts.account(iban), one.text("BIC"), one.text("Beneficiario"))).stream()).distinct().toList();
    var discounts =
        details().filter(one -> one.at("ScontoPagamentoAnticipato").isPresent())
            .map(one -> new Discount(Optional.empty(), reading.isoDay(one.at("DataLimitePagamentoAnticipato")), Optional.empty(), Optional.empty(), reading.amount(one.at("ScontoPagamentoAnticipato"))))
            .toList();
    var codes = details().flatMap(one -> one.text("ModalitaPagamento").stream()).toList();
    return new Payment(
        details().flatMap(one -> one.text("CodicePagamento").stream()).findFirst(), accounts, Optional.empty(), days(), discounts, taken(codes));
  }

  private Optional<Integer> days() {
    return details().filter(one -> one.at("DataRiferimentoTerminiPagamento").isEmpty())
        .flatMap(one -> reading.amount(one.at("GiorniTerminiPagamento")).stream()).map(days -> Math.clamp(days.longValue(), 0, 999)).max(Comparator.naturalOrder());
  }

  private static Optional<String> taken(List<String> codes) {
    return codes.isEmpty() ? Optional.empty()
        : DEBIT.containsAll(codes) ? Optional.of("by direct debit")
        : codes.stream().allMatch("MP08"::equals) ? Optional.of("by card")
        : Optional.empty();
  }

  Totals totals() {
    return body.all("DatiBeniServizi").anyMatch(FatturaReader::isSimple) ? simple() : full();
  }

  /** What the lines of the simplified invoice come to is what is owed; the tax is in it. */
  private Totals simple() {
    var gross = sum(body.all("DatiBeniServizi", "Importo"));
    return new Totals(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), sum(body.all("DatiBeniServizi", "DatiIVA", "Imposta")), gross, Optional.empty(), Optional.empty(), gross);
  }

  private Totals full() {
    var net = sum(body.all("DatiBeniServizi", "DatiRiepilogo", "ImponibileImporto"));
    var tax = sum(body.all("DatiBeniServizi", "DatiRiepilogo", "Imposta"));
    var gross = reading.amount(document.at("ImportoTotaleDocumento")).or(() -> Sums.plus(Sums.plus(net, tax), reading.amount(document.at("Arrotondamento"))));
    var payable = gross.map(total -> payable(total, withheld()));
    var kept = gross.flatMap(total -> payable.map(total::subtract)).filter(less -> less.signum() != 0);
    // What the buyer pays to the tax office for the seller is not owed to the seller: it comes off as a rounding does.
    return new Totals(
        sum(body.all("DatiBeniServizi", "DettaglioLinee", "PrezzoTotale")), Optional.empty(), Optional.empty(), net, tax, gross, Optional.empty(),
        kept.map(BigDecimal::negate), payable);
  }

  /** Income tax withheld, and the tax of public buyers who pay it to the state themselves ("split payment"). */
  private BigDecimal withheld() {
    var income = Sums.of(document.all("DatiRitenuta", "ImportoRitenuta").flatMap(one -> reading.amount(Optional.of(one)).stream()));
    var split =
        Sums.of(body.all("DatiBeniServizi", "DatiRiepilogo").filter(one -> one.text("EsigibilitaIVA").filter("S"::equals).isPresent())
            .flatMap(one -> reading.amount(one.at("Imposta")).stream()));
    return income.add(split);
  }

  /** The instalments together, where they are said and are no more than the total; a second way to pay is not a second debt. */
  private BigDecimal payable(BigDecimal gross, BigDecimal withheld) {
    var said = sum(details().flatMap(one -> one.all("ImportoPagamento")));
    var computed = gross.subtract(withheld);
    if (said.isPresent() && said.get().abs().compareTo(gross.abs()) > 0) {
      reading.tell(Problem.told("payments-exceed-total", "The payments add up to " + said.get() + ", more than the total of " + gross + "; " + computed + " is taken as owed."));
      return computed;
    }
    if (withheld.signum() != 0) {
      reading.tell(Problem.told("tax-withheld", "Of the total of " + gross + " the buyer pays " + withheld + " to the tax office; the rest is owed."));
    }
    return said.orElse(computed);
  }

  private Optional<BigDecimal> sum(Stream<Element> amounts) {
    return Sums.known(amounts.flatMap(one -> reading.amount(Optional.of(one)).stream()));
  }
}
