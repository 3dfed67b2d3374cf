package io.duly.einvoice.reading;

import io.duly.einvoice.model.Contact;
import io.duly.einvoice.model.Identifier;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.xml.Element;
import io.duly.parties.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A party as FatturaPA writes it. */
final class FatturaParty {
  private FatturaParty() {}

  static Party of(Optional<Element> party) {
    return party.map(one -> of(one, Optional.empty(), Optional.empty())).orElse(Party.UNKNOWN);
  }

  /** @param code the recipient's seven characters, {@code pec} its certified e-mail address */
  static Party of(Optional<Element> party, Optional<String> code, Optional<String> pec) {
    return party.map(one -> of(one, code, pec)).orElse(Party.UNKNOWN);
  }

  private static Party of(Element party, Optional<String> code, Optional<String> pec) {
    var simple = party.at("IdentificativiFiscali");
    var facts = party.at("DatiAnagrafici").or(() -> simple).orElse(party);
    var country = facts.text("IdFiscaleIVA", "IdPaese").orElse("");
    var vat = facts.text("IdFiscaleIVA", "IdCodice").map(number -> number.startsWith(country) ? number : country + number);
    var person = party.at("DatiAnagrafici", "Anagrafica").or(() -> party.at("AltriDatiIdentificativi")).orElse(party);
    // The simplified invoice may name the buyer by its tax number alone.
    var name = person.text("Denominazione").or(() -> Parts.joined(" ", Stream.of(person.text("Nome"), person.text("Cognome"))))
        .or(() -> simple.flatMap(_ -> vat.or(() -> facts.text("CodiceFiscale"))));
    var register = Parts.joined(" ", Stream.of(party.text("IscrizioneREA", "Ufficio"), party.text("IscrizioneREA", "NumeroREA"))).map(number -> new Identifier(number, Optional.of("REA")));
    Predicate<String> known = said -> !said.matches("0{6,7}|X{7}");
    return new Party(
        name, Optional.empty(), vat, facts.text("CodiceFiscale"), register, List.of(), party.at("Sede").or(() -> party.at("AltriDatiIdentificativi", "Sede")).map(FatturaParty::address).orElse(Address.UNKNOWN),
        new Contact(Optional.empty(), party.text("Contatti", "Telefono"), party.text("Contatti", "Email").or(() -> pec)),
        code.filter(known).map(said -> new Identifier(said, Optional.of("0201"))));
  }

  private static Address address(Element address) {
    return new Address(
        Parts.joined(" ", Stream.of(address.text("Indirizzo"), address.text("NumeroCivico"))), address.text("CAP"), address.text("Comune"), address.text("Provincia"),
        Parts.country(address.text("Nazione")));
  }
}
