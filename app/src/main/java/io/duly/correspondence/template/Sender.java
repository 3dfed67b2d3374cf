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
