package io.duly.einvoice.reading;

import io.duly.einvoice.model.DocumentType;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Line;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.Payment;
import io.duly.einvoice.model.Payment.Account;
import io.duly.einvoice.model.Payment.Discount;
import io.duly.einvoice.model.References;
import io.duly.einvoice.model.References.Preceding;
import io.duly.einvoice.model.Syntax;
import io.duly.einvoice.model.TaxLine;
import io.duly.einvoice.model.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** EDIFACT INVOIC from D93A to D96A and later: the head up to the first LIN, the lines, and the sums after UNS. */
final class EdifactReader {
  private final List<Segment> head;
  private final List<List<Segment>> items;
  private final List<Segment> sums;
  private final Reading reading = new Reading();

  private EdifactReader(List<Segment> message) {
    int lines = first(message, "LIN", 0);
    int end = first(message, "UNS", 0);
    head = message.subList(0, Math.min(lines, end));
    sums = message.subList(end, message.size());
    items = EdifactGroups.of(message.subList(Math.min(lines, end), end), "LIN");
  }

  private static int first(List<Segment> message, String tag, int from) {
    int at = from;
    while (at < message.size() && !message.get(at).is(tag)) {
      at++;
    }
    return at;
  }

  static List<EInvoice> read(byte[] bytes) {
    return EdifactMessages.of(bytes).stream().map(message -> new EdifactReader(message).invoice()).toList();
  }

  private EInvoice invoice() {
    var begin = head.stream().filter(one -> one.is("BGM")).findFirst();
    var code = begin.flatMap(one -> one.at(1, 1)).orElse("");
    var parties = EdifactGroups.of(head, "NAD");
    return new EInvoice(
        Syntax.EDIFACT, Optional.empty(), begin.flatMap(one -> one.at(2, 1)), code, DocumentType.of(code),
        day("137").or(() -> day("3")), due(), day("35").or(() -> day("1")), currency(),
        party(parties, "SE", "SU", "II"), parties.stream().filter(one -> one.getFirst().is("NAD", "PE")).findFirst().map(EdifactParty::of),
        party(parties, "IV", "BY", "PR"), references(), payment(parties), totals(), taxes(), items.stream().map(this::line).toList(), List.of(), reading.problems());
  }

  private Optional<String> currency() {
    var all = head.stream().filter(one -> one.is("CUX")).toList();
    return all.stream().filter(one -> one.at(1, 3).map(use -> use.equals("4")).orElse(true)).flatMap(one -> one.at(1, 2).stream()).findFirst()
        .or(() -> all.stream().flatMap(one -> one.at(1, 2).stream()).findFirst());
  }

  /** The buyer's name may stand with the buyer and its invoicing address with another role; a role without name is passed over. */
  private static Party party(List<List<Segment>> parties, String... roles) {
    var found = Arrays.stream(roles).flatMap(role -> parties.stream().filter(one -> one.getFirst().is("NAD", role))).map(EdifactParty::of).toList();
    return found.stream().filter(one -> one.called().isPresent()).findFirst().or(() -> found.stream().findFirst()).orElse(Party.UNKNOWN);
  }

  private Optional<LocalDate> day(String qualifier) {
    return day(head, qualifier);
  }

  private Optional<LocalDate> day(List<Segment> segments, String qualifier) {
    return segments.stream().filter(one -> one.is("DTM", qualifier)).flatMap(one -> one.at(1, 2).stream()).findFirst()
        .flatMap(words -> reading.uncefactDay("DTM+" + qualifier, 0, words));
  }

  private Optional<LocalDate> due() {
    return terms("3", "1").stream().flatMap(group -> day(group, "13").stream()).max(LocalDate::compareTo).or(() -> day("13"));
  }

  /** Groups of terms of payment: 1 and 3 say when it is due, 22 a discount. */
  private List<List<Segment>> terms(String... kinds) {
    return Stream.of("PAT", "PYT").flatMap(tag -> EdifactGroups.of(head, tag).stream())
        .filter(group -> group.getFirst().at(1, 1).filter(Arrays.asList(kinds)::contains).isPresent()).toList();
  }

  private References references() {
    var preceding = refs("OI", "IV").map(number -> new Preceding(number, Optional.empty())).toList();
    return new References(Optional.empty(), refs("ON").findFirst(), refs("CT").findFirst(), refs("AEP").findFirst(), preceding);
  }

  private Stream<String> refs(String... qualifiers) {
    return head.stream().filter(one -> one.is("RFF") && one.at(1, 1).filter(Arrays.asList(qualifiers)::contains).isPresent()).flatMap(one -> one.at(1, 2).stream());
  }

  private Payment payment(List<List<Segment>> parties) {
    var accounts =
        Stream.concat(parties.stream().flatMap(List::stream), head.stream()).filter(one -> one.is("FII") && one.at(1, 1).filter(List.of("RB", "RH", "BF")::contains).isPresent())
            .flatMap(one -> one.at(2, 1).map(number -> new Account(Parts.account(number), one.at(3, 1), one.at(2, 2))).stream()).distinct().toList();
    var codes = head.stream().filter(one -> one.is("PAI")).flatMap(one -> one.at(1, 3).stream()).toList();
    var words = TermsText.of(String.join("\n", head.stream().filter(one -> one.is("FTX") && one.at(1, 1).filter(List.of("AAB", "PMT")::contains).isPresent()).flatMap(one -> one.words(4).stream()).toList()));
    return new Payment(refs("PQ").findFirst(), byNumber(accounts), words.words(), words.days().or(this::days), Stream.concat(words.discounts().stream(), discounts()).toList(), PaymentMeans.taken(codes));
  }

  /** The same account with and without its bank's code is one. */
  private static List<Account> byNumber(List<Account> accounts) {
    var kept = new ArrayList<Account>();
    for (var one : accounts) {
      if (kept.stream().noneMatch(other -> other.number().equals(one.number()))) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** {@code PAT+3++5:3:D:30}: thirty days after the invoice. */
  private Optional<Integer> days() {
    return terms("3", "1").stream().map(List::getFirst).filter(one -> one.at(3, 3).filter("D"::equals).isPresent())
        .flatMap(one -> one.at(3, 4).filter(days -> days.matches("\\d{1,3}")).stream()).map(Integer::valueOf).findFirst();
  }

  private Stream<Discount> discounts() {
    return terms("22").stream().map(group -> new Discount(
        Optional.empty(), day(group, "12").or(() -> day(group, "13")),
        group.stream().filter(one -> one.is("PCD", "12")).flatMap(one -> one.at(1, 2).stream()).findFirst().flatMap(words -> number("PCD", words)), Optional.empty(), money(group, "52")));
  }

  private Totals totals() {
    var first = EdifactGroups.before(sums, "TAX", "ALC");
    var gross = first(first, "388", "39", "77", "86", "128");
    var prepaid = first(first, "113");
    var rounding = first(first, "366");
    var expected = gross.map(total -> total.subtract(prepaid.orElse(BigDecimal.ZERO)).add(rounding.orElse(BigDecimal.ZERO)));
    return new Totals(
        first(first, "79"), first(first, "260"), first(first, "259"), first(first, "389", "125"), first(first, "176", "150", "124"), gross, prepaid, rounding,
        first(first, "9").or(() -> expected));
  }

  private Optional<BigDecimal> first(List<Segment> segments, String... qualifiers) {
    return Arrays.stream(qualifiers).flatMap(one -> money(segments, one).stream()).findFirst();
  }

  private Optional<BigDecimal> money(List<Segment> segments, String qualifier) {
    return segments.stream().filter(one -> one.is("MOA", qualifier)).flatMap(one -> one.at(1, 2).stream()).findFirst().flatMap(words -> number("MOA+" + qualifier, words));
  }

  /** Both a point and a comma are decimal marks of ISO 9735; neither ever separates thousands. */
  private Optional<BigDecimal> number(String name, String words) {
    return reading.amount(name, 0, words.contains(".") ? words : words.replace(',', '.'));
  }

  private List<TaxLine> taxes() {
    return EdifactGroups.of(sums, "TAX").stream()
        .map(group -> new TaxLine(group.getFirst().at(6, 1), group.getFirst().at(5, 4).flatMap(rate -> number("TAX", rate)), money(group, "125"), first(group, "124", "150"), Optional.empty()))
        .toList();
  }

  private Line line(List<Segment> item) {
    var text = item.stream().filter(one -> one.is("IMD")).flatMap(one -> one.at(3, 4).or(() -> one.at(3, 5)).stream()).findFirst();
    var quantity = item.stream().filter(one -> one.is("QTY", "47")).flatMap(one -> one.at(1, 2).stream()).findFirst();
    var price = item.stream().filter(one -> one.is("PRI") && one.at(1, 1).filter(List.of("AAA", "AAB")::contains).isPresent()).findFirst();
    var many = quantity.flatMap(one -> number("QTY", one));
    var each = Sums.each(price.flatMap(one -> one.at(1, 2)).flatMap(one -> number("PRI", one)), price.flatMap(one -> one.at(1, 5)).flatMap(one -> number("PRI", one)));
    var net = first(item, "203", "66");
    var adjusted = item.stream().anyMatch(one -> one.is("ALC")) ? Sums.between(many, each, net) : BigDecimal.ZERO;
    return new Line(item.getFirst().at(1, 1), text.orElse(""), many, each, adjusted, net);
  }
}
