package io.duly.demo;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who signs the messages of the portfolio's creditors, and where is paid to. Numbers and accounts belong to nobody. */
final class Letterheads {
  private static final String ACCOUNT = "DE02120300000000202051";
  private static final List<String> COLOURS = List.of("#1f4e5f", "#7a2e3a", "#2f5d3a", "#4b3f72");

  private Letterheads() {}

  static Branding of(DemoCreditor creditor, List<Currency> currencies) {
    var british = creditor.land().country().equals("GB");
    var phone = british ? "+44 20 7946 0123" : "+49 30 23125 123";
    var host = creditor.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "") + ".example";
    var towns = creditor.land().all("towns");
    var streets = creditor.land().all("streets");
    var sender =
        new Sender(
            creditor.name(), Optional.of(creditor.land().country()), List.of(streets.getFirst() + " 7", towns.getFirst()),
            Optional.of("accounts@" + host), Optional.of(phone), Optional.of(host),
            Optional.of(new Sender.Person("Anna Keller", Optional.empty(), phone, Optional.of("anna.keller@" + host))),
            currencies.stream().map(currency -> account(creditor, currency)).toList(),
            List.of(creditor.name() + " · a creditor of the demonstration, which exists nowhere"));
    return new Branding(
        sender, COLOURS.get(creditor.name().length() % COLOURS.size()), british ? Branding.LetterForm.UK : Branding.LetterForm.DIN5008B,
        Optional.empty());
  }

  private static PayTo account(DemoCreditor creditor, Currency currency) {
    return new PayTo(currency, creditor.name(), ACCOUNT, Optional.of("BYLADEM1001"), Optional.of("Demobank"), Optional.empty());
  }
}
