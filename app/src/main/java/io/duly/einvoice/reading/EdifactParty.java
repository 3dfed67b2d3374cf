package io.duly.einvoice.reading;

import io.duly.einvoice.model.Contact;
import io.duly.einvoice.model.Identifier;
import io.duly.einvoice.model.Party;
import io.duly.parties.Address;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A party of an EDIFACT message: its NAD segment, and the references and contacts behind it. */
final class EdifactParty {
  private EdifactParty() {}

  /** @param group begins with NAD */
  static Party of(List<Segment> group) {
    var nad = group.getFirst();
    var ids = nad.at(2, 1).map(id -> new Identifier(id, nad.at(2, 3).filter("9"::equals).map(_ -> "0088"))).stream().toList();
    return new Party(
        nad.words(4).or(() -> nad.at(3, 1)), Optional.empty(), reference(group, "VA"), reference(group, "FC"),
        reference(group, "XA").or(() -> reference(group, "GN")).map(number -> new Identifier(number, Optional.empty())), ids,
        address(nad), contact(group), Optional.empty());
  }

  private static Address address(Segment nad) {
    return new Address(nad.words(5), nad.at(8, 1), nad.at(6, 1), nad.words(7), Parts.country(nad.at(9, 1)));
  }

  private static Optional<String> reference(List<Segment> group, String qualifier) {
    return group.stream().filter(one -> one.is("RFF", qualifier)).flatMap(one -> one.at(1, 2).stream()).findFirst();
  }

  private static Contact contact(List<Segment> group) {
    var name = group.stream().filter(one -> one.is("CTA")).flatMap(one -> one.at(2, 2).or(() -> one.at(2, 1)).stream()).findFirst();
    return new Contact(name, reached(group, "TE").findFirst(), reached(group, "EM").findFirst());
  }

  private static Stream<String> reached(List<Segment> group, String by) {
    return group.stream().filter(one -> one.is("COM") && one.at(1, 2).filter(by::equals).isPresent()).flatMap(one -> one.at(1, 1).stream());
  }
}
