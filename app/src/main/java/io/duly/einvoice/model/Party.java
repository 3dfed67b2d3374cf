package io.duly.einvoice.model;

import io.duly.parties.Address;
import java.util.List;
import java.util.Optional;

/**
 * Seller, buyer or payee.
 *
 * @param name as registered
 * @param tradingName as it is commonly known, where another is given
 * @param vat number for value added tax, with its country
 * @param legalId number in a register of companies
 * @param ids other numbers, such as the seller's own number for the buyer
 * @param endpoint electronic address
 */
public record Party(
    Optional<String> name,
    Optional<String> tradingName,
    Optional<String> vat,
    Optional<String> taxNumber,
    Optional<Identifier> legalId,
    List<Identifier> ids,
    Address address,
    Contact contact,
    Optional<Identifier> endpoint) {

  public static final Party UNKNOWN =
      new Party(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Address.UNKNOWN, Contact.NONE, Optional.empty());

  public Party {
    ids = List.copyOf(ids);
  }

  /** Registered name, else the common one. */
  public Optional<String> called() {
    return name.or(this::tradingName);
  }

  /** The e-mail address of its contact, else the electronic address where that is one for e-mail. */
  public Optional<String> email() {
    return contact.email().or(() -> endpoint.filter(one -> one.scheme().filter("EM"::equals).isPresent()).map(Identifier::value));
  }
}
