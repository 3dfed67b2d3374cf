package io.duly.correspondence.template;

import io.duly.journal.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Who writes.
 *
 * @param name of the creditor, as the debtor knows it
 * @param country ISO 3166 two-letter code
 * @param address a line each: street, town
 * @param person who signs
 * @param accounts to pay to
 * @param footer what the law wants a letter to say of its sender, a line each: register, tax number, directors
 * @param colour of the line below the name, as {@code #1f4e5f}
 * @param logo a picture in the archive that stands for the name
 * @param costsVat percent of VAT on costs of recovery that the creditor cannot deduct; empty: it can, and charges none
 */
public record Sender(
    String name,
    Optional<String> country,
    List<String> address,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> website,
    Optional<Person> person,
    List<PayTo> accounts,
    List<String> footer,
    String colour,
    Optional<Sha256> logo,
    Optional<BigDecimal> costsVat) {

  public Sender {
    address = List.copyOf(address);
    accounts = List.copyOf(accounts);
    footer = List.copyOf(footer);
  }

  /** In the quiet colour of those who have chosen none, without a logo. */
  public Sender(
      String name, Optional<String> country, List<String> address, Optional<String> email, Optional<String> phone, Optional<String> website,
      Optional<Person> person, List<PayTo> accounts, List<String> footer) {
    this(name, country, address, email, phone, website, person, accounts, footer, Branding.QUIET, Optional.empty(), Optional.empty());
  }

  /**
   * The same, with nothing in it by which a stranger could tell that its business is collecting: of a name that says so there stays who signs,
   * and lines, addresses and the logo that say so are left out.
   */
  Sender discreet() {
    boolean told = Discretion.tells(name);
    var shown = told ? person.map(Person::name).orElse("") : name;
    var signs = person.map(one -> new Person(one.name(), Discretion.kept(one.role()), one.phone(), Discretion.kept(one.email())));
    return new Sender(
        shown, country, Discretion.kept(address), Discretion.kept(email), phone, Discretion.kept(website), signs, List.of(), Discretion.kept(footer), colour,
        told ? Optional.empty() : logo, costsVat);
  }

  /** The same, paid to others. */
  Sender payingTo(List<PayTo> others) {
    return new Sender(name, country, address, email, phone, website, person, others, footer, colour, logo, costsVat);
  }

  Sender with(String otherColour, Optional<Sha256> otherLogo) {
    return new Sender(name, country, address, email, phone, website, person, accounts, footer, otherColour, otherLogo, costsVat);
  }

  /** The same, who charges so much VAT on costs. */
  public Sender chargingVat(Optional<BigDecimal> percent) {
    return new Sender(name, country, address, email, phone, website, person, accounts, footer, colour, logo, percent);
  }

  /** A human whom the debtor can talk to. */
  public record Person(String name, Optional<String> role, String phone, Optional<String> email) {}
}
