package io.duly.einvoice;

import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Identifier;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.Problem;
import io.duly.identifiers.Checked;
import io.duly.identifiers.EmailAddress;
import io.duly.identifiers.Placeholder;
import io.duly.identifiers.RegisterNumber;
import io.duly.identifiers.VatId;
import io.duly.phones.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with how seller and buyer are named (P03): mistyped numbers, addresses that reach nobody, placeholders. Pure. */
final class PartyLint {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int LONGEST_SHOWN = 60;
  private static final String KOSOVO = "XK";

  private final String whose;
  private final Party party;

  private PartyLint(String whose, Party party) {
    this.whose = whose;
    this.party = party;
  }

  static Stream<Problem> of(EInvoice invoice) {
    return Stream.concat(of("seller", invoice.seller()), of("buyer", invoice.buyer()));
  }

  /** @param whose {@code seller} or {@code buyer} */
  static Stream<Problem> of(String whose, Party party) {
    var lint = new PartyLint(whose, party);
    return Stream.of(lint.vat(), lint.registers(), lint.reach(), lint.place(), lint.placeholders()).flatMap(one -> one);
  }

  private Stream<Problem> vat() {
    return party.vat().stream().flatMap(number ->
        wrong("vat-id-invalid", "VAT id", number, VatId.check(number, party.address().country()), whose.equals("buyer")
            ? "compare it with the customer's own invoices and papers" : "a debtor may refuse an invoice with a wrong one"));
  }

  private Stream<Problem> registers() {
    return Stream.of(party.legalId().stream(), party.ids().stream(), party.endpoint().stream()).flatMap(one -> one).distinct()
        .flatMap(id -> id.scheme().stream().flatMap(scheme ->
            wrong("register-number-invalid", "number", id.value(), RegisterNumber.check(scheme, id.value()), "compare it with the register")));
  }

  private Stream<Problem> reach() {
    return Stream.concat(
        Stream.concat(party.contact().email().stream(), party.endpoint().filter(one -> one.scheme().filter("EM"::equals).isPresent()).map(Identifier::value).stream())
            .distinct().flatMap(email -> wrong("email-invalid", "e-mail address", email, EmailAddress.check(email), "mail cannot reach it")),
        party.contact().phone().stream().flatMap(phone ->
            PhoneNumber.read(phone, party.address().country()).wrong().stream().map(wrong -> told("phone-invalid", "telephone number", phone, wrong, "ask for it"))));
  }

  private Stream<Problem> place() {
    return party.address().country().filter(code -> !COUNTRIES.contains(code) && !code.equals(KOSOVO)).stream()
        .map(code -> told("country-unknown", "country", code, "is no code of ISO 3166", "write one such as DE"));
  }

  private Stream<Problem> placeholders() {
    var address = party.address();
    return Stream.of(party.name(), party.tradingName(), party.contact().name(), address.street(), address.city(), address.region())
        .flatMap(Optional::stream).distinct().filter(Placeholder::is)
        .map(text -> told("placeholder", "name or address", text, "is a placeholder that nobody filled in", "say who and where it is"));
  }

  private Stream<Problem> wrong(String code, String what, String given, Checked checked, String then) {
    return checked.wrong().stream().map(wrong -> told(code, what, given, wrong, then));
  }

  private Problem told(String code, String what, String given, String wrong, String then) {
    var shown = given.length() > LONGEST_SHOWN ? given.substring(0, LONGEST_SHOWN) + "…" : given;
    return Problem.told(code, "The " + whose + "'s " + what + " " + shown + " " + wrong + "; " + then + ".");
  }
}
