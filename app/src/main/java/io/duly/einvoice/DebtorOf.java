package io.duly.einvoice;

import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Party;
import io.duly.identifiers.EmailAddress;
import io.duly.identifiers.Placeholder;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.parties.Address;
import io.duly.parties.ContactPersons;
import io.duly.parties.Debtor;
import io.duly.parties.DebtorDetails;
import io.duly.parties.NewPerson;
import io.duly.parties.Parties;
import io.duly.parties.PersonDetails;
import io.duly.parties.RightParty;
import io.duly.parties.Wishes;
import io.duly.phones.PhoneNumber;
import io.duly.strategy.DebtorKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Who owes by a document: the buyer, found by the creditor's own number for it, by its numbers for VAT and in registers, by
 * name and place; else made.
 */
@Component
final class DebtorOf {
  private final Parties parties;
  private final ContactPersons people;
  private final KnownAs known;

  DebtorOf(Parties parties, ContactPersons people, KnownAs known) {
    this.parties = parties;
    this.people = people;
    this.known = known;
  }

  DebtorId of(DSLContext tx, CreditorId creditor, EInvoice invoice) {
    var buyer = invoice.buyer();
    var found = byOwnNumber(tx, creditor, buyer).or(() -> byNumbers(tx, creditor, buyer)).or(() -> byName(tx, creditor, buyer));
    var details = details(found.map(one -> one.details().externalId()).orElseGet(() -> number(tx, creditor, buyer)), buyer);
    var id = parties.mention(tx, creditor, List.of(details)).id(details.externalId());
    remember(tx, creditor, id, buyer);
    return id;
  }

  /** What an invoice says of the buyer is remembered of a debtor that a list brought, too. */
  void remember(DSLContext tx, CreditorId creditor, DebtorId debtor, Party buyer) {
    known.keep(tx, creditor, Optional.of(debtor), buyer);
    buyer.contact().name().filter(name -> !Placeholder.is(name)).filter(name -> people.of(tx, debtor).stream().noneMatch(one -> PartyName.same(one.details().name(), name)))
        .ifPresent(name -> people.add(tx, List.of(person(creditor, debtor, name, buyer))));
  }

  private static NewPerson person(CreditorId creditor, DebtorId debtor, String name, Party buyer) {
    var contact = buyer.contact();
    return new NewPerson(
        creditor, debtor, new PersonDetails(name, Optional.empty(), contact.email().flatMap(DebtorOf::email), phone(buyer), Optional.empty()), Wishes.NONE, RightParty.UNVERIFIED);
  }

  private Optional<Debtor> byOwnNumber(DSLContext tx, CreditorId creditor, Party buyer) {
    return PartyNumbers.own(buyer)
        .flatMap(number -> Optional.ofNullable(parties.byNumber(tx, creditor, List.of(number)).get(number)))
        .flatMap(id -> parties.debtor(tx, id))
        .filter(one -> PartyName.akin(one.details().name(), name(buyer)) || one.details().name().equals(one.details().externalId()));
  }

  private Optional<Debtor> byNumbers(DSLContext tx, CreditorId creditor, Party buyer) {
    return known.debtors(tx, creditor, buyer).stream().flatMap(id -> parties.debtor(tx, id).stream())
        .filter(one -> one.alsoKnownAs().stream().anyMatch(other -> PartyName.akin(other, name(buyer))) || PartyName.akin(one.details().name(), name(buyer)))
        .findFirst();
  }

  /** One of the same name in the same place; two of them are not told apart, and neither is taken. */
  private Optional<Debtor> byName(DSLContext tx, CreditorId creditor, Party buyer) {
    var alike =
        tx.fetch(
                "select id from parties.debtor where creditor_id = ? and name operator(ext.%) ? order by id limit 200", creditor.value(), name(buyer))
            .map(row -> new DebtorId(row.get("id", UUID.class))).stream()
            .flatMap(id -> parties.debtor(tx, id).stream())
            .filter(one -> PartyName.same(one.details().name(), name(buyer)) && samePlace(one.details().address(), buyer.address()))
            .toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private static boolean samePlace(Address one, Address other) {
    return differs(one.postalCode(), other.postalCode()) ? false : !differs(one.city(), other.city()) || one.postalCode().isPresent() && other.postalCode().isPresent();
  }

  private static boolean differs(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent() && !PartyName.plain(one.get()).equals(PartyName.plain(other.get()));
  }

  private static String name(Party buyer) {
    return buyer.called().orElseThrow();
  }

  /** A number for a debtor that has none yet: the seller's own for it, else one that others know it by, else its name and place. */
  private String number(DSLContext tx, CreditorId creditor, Party buyer) {
    var number = PartyNumbers.own(buyer)
        .or(() -> PartyNumbers.of(buyer).stream().map(PartyNumbers.Known::value).findFirst())
        .orElseGet(() -> (PartyName.plain(name(buyer)) + " " + buyer.address().postalCode().orElse("")).strip());
    return parties.byNumber(tx, creditor, List.of(number)).isEmpty() ? number : number + " " + PartyName.plain(name(buyer));
  }

  static DebtorDetails details(String number, Party buyer) {
    return DebtorDetails.named(number, name(buyer)).being(kind(buyer)).at(buyer.address()).reachedBy(buyer.email().flatMap(DebtorOf::email), phone(buyer));
  }

  private static DebtorKind kind(Party buyer) {
    return PartyNumbers.of(buyer).isEmpty() && !PartyName.hasLegalForm(name(buyer)) ? DebtorKind.UNKNOWN : DebtorKind.COMPANY;
  }

  private static Optional<String> email(String said) {
    return EmailAddress.check(said).held();
  }

  /** As E.164; without + it is one of the country of its address, and without that none. */
  private static Optional<String> phone(Party buyer) {
    return buyer.contact().phone().flatMap(said -> PhoneNumber.read(said, buyer.address().country()).number()).filter(number -> number.startsWith("+"));
  }
}
