package io.duly.correspondence.template;

import io.duly.kernel.Money;
import io.duly.strategy.Channel;
import io.duly.strategy.DebtorKind;
import io.duly.strategy.Tone;
import io.duly.wording.Claim;
import io.duly.wording.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody in each of five countries who owes on any number of invoices, and the message they get. */
public final class Correspondent {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private Correspondent() {}

  public static Composed composed(Kind kind, Language language, int invoices) {
    return composed(kind, language, occasion(kind, language, invoices));
  }

  public static Composed composed(Kind kind, Language language, Occasion occasion) {
    return Composer.compose(ShippedTemplates.of(kind, language), occasion, language, Tone.FIRM, Channel.LETTER);
  }

  public static Occasion occasion(Kind kind, Language language, int invoices) {
    var currency = Currency.getInstance(language == Language.EN ? "GBP" : "EUR");
    return new Occasion(
        kind, DAY, false, sender(language, currency), recipient(language), 1042, List.of(owed(currency, invoices, kind)),
        Set.of(Claim.FURTHER_STEPS, Claim.FINAL_DEMAND, Claim.AGENCY, Claim.INTEREST, Claim.FEES),
        Optional.of(new Occasion.Due(new Money(60000, currency), DAY.plusDays(7))), Optional.of(new Occasion.Due(new Money(50000, currency), DAY.minusDays(3))),
        List.of(new Occasion.Due(new Money(60000, currency), DAY.plusDays(7)), new Occasion.Due(new Money(60000, currency), DAY.plusDays(38))),
        new Documents(List.of("Rechnung 4711.pdf"), List.of()), Optional.of(DAY.plusDays(2)));
  }

  /** The same, to somebody else. */
  public static Occasion to(Occasion one, String name, String person) {
    var to = one.recipient();
    var recipient = new Recipient(name, to.number(), to.kind(), Optional.of(person), to.address(), to.country(), false);
    return new Occasion(
        one.kind(), one.day(), one.forAnother(), one.sender(), recipient, one.caseNumber(), one.owed(), one.claims(), one.instalment(),
        one.received(), one.agreed(), one.documents(), one.callOn());
  }

  /** The same, from who cannot deduct VAT on costs of recovery. */
  static Occasion withVat(Occasion one, String percent) {
    return new Occasion(
        one.kind(), one.day(), one.forAnother(), one.sender().chargingVat(java.util.Optional.of(new java.math.BigDecimal(percent))), one.recipient(), one.caseNumber(),
        one.owed(), one.claims(), one.instalment(), one.received(), one.agreed(), one.documents(), one.callOn());
  }

  /** The same, to a consumer of a country, from who collects for another or does not. */
  public static Occasion statutory(Kind kind, Language language, String country, boolean forAnother, String... footer) {
    var one = occasion(kind, language, 2);
    var to = one.recipient();
    var recipient = new Recipient("Anna Alder", to.number(), DebtorKind.CONSUMER, Optional.empty(), to.address(), Optional.of(country), false);
    var own = one.sender();
    var sender =
        new Sender(own.name(), own.country(), own.address(), own.email(), own.phone(), own.website(), own.person(), own.accounts(), footer.length == 0 ? own.footer() : List.of(footer));
    var owed = one.owed().stream().map(each -> new Owed(each.currency(), each.invoices(), List.of(), each.payments())).toList();
    return new Occasion(
        kind, one.day(), forAnother, sender, recipient, one.caseNumber(), owed, one.claims(), one.instalment(), one.received(), one.agreed(),
        one.documents(), one.callOn());
  }

  /** The same with other claims and documents. */
  public static Occasion with(Occasion one, Set<Claim> claims, List<String> documents) {
    return new Occasion(
        one.kind(), one.day(), one.forAnother(), one.sender(), one.recipient(), one.caseNumber(), one.owed(), claims, one.instalment(), one.received(),
        one.agreed(), new Documents(documents, List.of()), one.callOn());
  }

  /** The same, from a Swiss creditor to a Swiss debtor, with the reference that its account asks for. */
  public static Occasion swiss(Kind kind, Language language, String account, String reference) {
    var one = occasion(kind, language, 1);
    var francs = Currency.getInstance("CHF");
    var old = one.owed().getFirst().invoices().getFirst();
    var invoice = new Owed.Invoice(
        "R-2026-4711", old.issuedOn(), old.dueOn(), new Money(394975, francs), new Money(0, francs), new Money(394975, francs),
        new Money(0, francs), Optional.of(reference));
    var sender = new Sender(
        "Alpenblick Werkzeuge AG", Optional.of("CH"), List.of("Bahnhofstrasse 12", "8001 Zürich"), Optional.empty(), Optional.of("+41 44 555 01 01"),
        Optional.empty(), one.sender().person(),
        List.of(new PayTo(francs, "Alpenblick Werkzeuge AG", account, Optional.empty(), Optional.empty(), Optional.empty())), one.sender().footer());
    var recipient = new Recipient(
        "Chäserei Rütli GmbH", "K-2041", DebtorKind.COMPANY, Optional.of("Ueli Käser"), List.of("Dorfplatz 1", "6441 Rütli"), Optional.of("CH"), false);
    return new Occasion(
        one.kind(), one.day(), false, sender, recipient, one.caseNumber(), List.of(new Owed(francs, List.of(invoice), List.of(), List.of())), one.claims(),
        one.instalment(), one.received(), one.agreed(), one.documents(), one.callOn());
  }

  private static Owed owed(Currency currency, int invoices, Kind kind) {
    var named = new ArrayList<Owed.Invoice>();
    for (int at = 0; at < invoices; at++) {
      var due = DAY.minusDays(40L - at % 30);
      long gross = 123456 + at * 7919L % 90000;
      long settled = at == 0 ? 50000 : 0;
      named.add(new Owed.Invoice(
          "R-2026-" + (4711 + at), due.minusDays(30), due, new Money(gross, currency), new Money(settled, currency), new Money(gross - settled, currency),
          new Money(0, currency), Optional.of("RF45G72UUR")));
    }
    var charges = kind.isDemand() && invoices > 1
        ? List.of(new Owed.Charge("interest", "R-2026-4711", "BGB § 288 (2)", new Money(1273, currency)), new Owed.Charge("compensation", "R-2026-4711", "BGB § 288 (5)", new Money(4000, currency)))
        : List.<Owed.Charge>of();
    return new Owed(currency, named, charges, List.of(new Owed.Payment(DAY.minusDays(11), false, new Money(50000, currency))));
  }

  private static Sender sender(Language language, Currency currency) {
    var iban = language == Language.EN ? "GB29NWBK60161331926819" : "DE02120300000000202051";
    var person = new Sender.Person("Ada Lindqvist", Optional.of(language == Language.DE ? "Debitorenbuchhaltung" : "Accounts"),
        "+49 30 5550 1234", Optional.of("ada.lindqvist@seeblick-technik.example"));
    return new Sender(
        "Seeblick Technik GmbH", Optional.of("DE"), List.of("Uferstraße 12", "78462 Konstanz"), Optional.of("rechnung@seeblick-technik.example"),
        Optional.of("+49 7531 555 010"), Optional.of("seeblick-technik.example"), Optional.of(person),
        List.of(new PayTo(currency, "Seeblick Technik GmbH", iban, Optional.of("BYLADEM1001"), Optional.of("Deutsche Kreditbank"), Optional.empty())),
        List.of("Seeblick Technik GmbH · Amtsgericht Freiburg HRB 700000 · Geschäftsführung: Dr. Jana Vogel", "USt-IdNr. DE123456789"));
  }

  private static Recipient recipient(Language language) {
    return switch (language) {
      case DE -> to("Müller & Söhne Großhandel GmbH", "Jörg Weiß", "Hauptstraße 7", "70173 Stuttgart", "DE");
      case EN -> to("Brennan & Co Ltd", "Maeve O’Brien", "14 Harbour Row", "Bristol BS1 6XN", "GB");
      case FR -> to("Boulangerie Brûlé SARL", "Zoé Lefèvre", "3, rue de l’Église", "67000 Strasbourg", "FR");
      case NL -> to("Café ’t Hoekje B.V.", "Daniël IJsbrandts", "Prinsengracht 263", "1016 GV Amsterdam", "NL");
      case ES -> to("Hostelería Núñez e Hijos, S.L.", "Begoña Muñoz", "Calle Alcalá 45, 2.º", "28014 Madrid", "ES");
    };
  }

  private static Recipient to(String name, String person, String street, String town, String country) {
    return new Recipient(name, "K-2041", DebtorKind.COMPANY, Optional.of(person), List.of(street, town), Optional.of(country), false);
  }
}
