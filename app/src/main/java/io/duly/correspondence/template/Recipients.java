package io.duly.correspondence.template;

import io.duly.kernel.DebtorId;
import io.duly.parties.Address;
import io.duly.parties.ContactPerson;
import io.duly.parties.ContactPersons;
import io.duly.parties.Debtor;
import io.duly.parties.Parties;
import io.duly.parties.RightParty;
import io.duly.strategy.DebtorKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whom a debtor's messages go to. */
@Component
final class Recipients {
  private final Parties parties;
  private final ContactPersons people;

  Recipients(Parties parties, ContactPersons people) {
    this.parties = parties;
    this.people = people;
  }

  Recipient of(DSLContext tx, DebtorId id) {
    var debtor = parties.debtor(tx, id).orElseThrow();
    var person = people.of(tx, id).stream().filter(one -> one.rightParty() != RightParty.WRONG).findFirst();
    boolean own = person.filter(one -> one.rightParty() == RightParty.VERIFIED && one.details().phone().isPresent()).isPresent();
    var details = debtor.details();
    return new Recipient(
        details.name(), details.externalId(), details.kind(), named(debtor, person), lines(details.address()),
        details.address().country(), own);
  }

  /** A consumer is greeted by name; what a trader is called may be the name of a shop. */
  private static Optional<String> named(Debtor debtor, Optional<ContactPerson> person) {
    return debtor.details().kind() == DebtorKind.CONSUMER
        ? Optional.of(debtor.details().name())
        : person.map(one -> one.details().name());
  }

  private static List<String> lines(Address address) {
    boolean townFirst = address.country().filter(List.of("GB", "IE", "US", "CA", "AU", "NZ")::contains).isPresent();
    var parts = townFirst
        ? Stream.of(address.city(), address.region(), address.postalCode())
        : Stream.of(address.postalCode(), address.city());
    var town = parts.flatMap(Optional::stream).collect(Collectors.joining(" "));
    return Stream.of(address.street(), Optional.of(town)).flatMap(Optional::stream).filter(line -> !line.isBlank()).toList();
  }
}
