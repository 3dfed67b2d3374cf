package io.duly.einvoice.reading;

import io.duly.einvoice.model.Contact;
import io.duly.einvoice.model.Identifier;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.xml.Element;
import io.duly.parties.Address;
import java.util.Optional;
import java.util.stream.Stream;

/** A party as CII writes it. */
final class CiiParty {
  private CiiParty() {}

  static Party of(Optional<Element> party) {
    return party.map(CiiParty::of).orElse(Party.UNKNOWN);
  }

  static Party of(Element party) {
    var ids = Stream.concat(party.all("GlobalID"), party.all("ID")).flatMap(one -> identifier(Optional.of(one)).stream()).toList();
    return new Party(
        party.text("Name"), party.text("SpecifiedLegalOrganization", "TradingBusinessName"), tax(party, "VA"), tax(party, "FC"),
        identifier(party.at("SpecifiedLegalOrganization", "ID")), ids,
        party.at("PostalTradeAddress").map(CiiParty::address).orElse(Address.UNKNOWN), contact(party),
        identifier(party.at("URIUniversalCommunication", "URIID")));
  }

  private static Optional<String> tax(Element party, String scheme) {
    return party.all("SpecifiedTaxRegistration", "ID").filter(one -> one.attribute("schemeID").filter(scheme::equals).isPresent()).map(Element::words)
        .filter(number -> !number.isEmpty()).findFirst();
  }

  private static Optional<Identifier> identifier(Optional<Element> element) {
    return element.filter(one -> !one.words().isEmpty()).map(one -> new Identifier(one.words(), one.attribute("schemeID")));
  }

  private static Contact contact(Element party) {
    return new Contact(
        party.text("DefinedTradeContact", "PersonName").or(() -> party.text("DefinedTradeContact", "DepartmentName")),
        party.text("DefinedTradeContact", "TelephoneUniversalCommunication", "CompleteNumber"),
        party.text("DefinedTradeContact", "EmailURIUniversalCommunication", "URIID"));
  }

  private static Address address(Element address) {
    return new Address(
        Parts.joined(", ", Stream.of(address.text("LineOne"), address.text("LineTwo"), address.text("LineThree"))),
        address.text("PostcodeCode"), address.text("CityName"), address.text("CountrySubDivisionName"), Parts.country(address.text("CountryID")));
  }
}
