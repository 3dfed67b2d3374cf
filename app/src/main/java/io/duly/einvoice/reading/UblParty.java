package io.duly.einvoice.reading;

import io.duly.einvoice.model.Contact;
import io.duly.einvoice.model.Identifier;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.xml.Element;
import io.duly.parties.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A party as UBL writes it. */
final class UblParty {
  private UblParty() {}

  static Party of(Optional<Element> party) {
    return party.map(UblParty::of).orElse(Party.UNKNOWN);
  }

  static Party of(Element party) {
    var registered = party.text("PartyLegalEntity", "RegistrationName");
    var known = party.text("PartyName", "Name");
    return new Party(
        registered.or(() -> known).or(() -> person(party)),
        known.filter(name -> registered.filter(name::equals).isEmpty()),
        taxId(party, true), taxId(party, false),
        identifier(party.at("PartyLegalEntity", "CompanyID")),
        party.all("PartyIdentification", "ID").flatMap(one -> identifier(Optional.of(one)).stream()).toList(),
        party.at("PostalAddress").or(() -> party.at("PartyLegalEntity", "RegistrationAddress")).map(UblParty::address).orElse(Address.UNKNOWN),
        contact(party), identifier(party.at("EndpointID")));
  }

  private static Optional<String> taxId(Element party, boolean vat) {
    return party.all("PartyTaxScheme")
        .filter(one -> one.text("TaxScheme", "ID").map(scheme -> scheme.toUpperCase(Locale.ROOT).equals("VAT")).orElse(true) == vat)
        .flatMap(one -> one.text("CompanyID").stream())
        .findFirst();
  }

  private static Optional<String> person(Element party) {
    var words = Stream.of(party.text("Person", "FirstName"), party.text("Person", "FamilyName")).flatMap(Optional::stream).toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private static Optional<Identifier> identifier(Optional<Element> element) {
    return element.filter(one -> !one.words().isEmpty()).map(one -> new Identifier(one.words(), one.attribute("schemeID")));
  }

  private static Contact contact(Element party) {
    return new Contact(party.text("Contact", "Name"), party.text("Contact", "Telephone"), party.text("Contact", "ElectronicMail"));
  }

  private static Address address(Element address) {
    var street =
        Parts.joined(", ", Stream.of(address.text("StreetName"), address.text("AdditionalStreetName"), address.text("AddressLine", "Line"), address.text("Postbox")));
    return new Address(
        street, address.text("PostalZone"), address.text("CityName"), address.text("CountrySubentity"),
        Parts.country(address.text("Country", "IdentificationCode")));
  }
}
