package io.duly.correspondence.template;

import io.duly.journal.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a branding is said anew. What is empty stays as it is; a blank text takes away what was there.
 *
 * @param accounts all of them, where they are said
 * @param colour as {@code #1f4e5f}
 */
public record BrandingChange(
    Optional<String> name,
    Optional<List<String>> address,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> website,
    Optional<String> person,
    Optional<String> role,
    Optional<String> personPhone,
    Optional<String> personEmail,
    Optional<List<PayTo>> accounts,
    Optional<List<String>> footer,
    Optional<String> colour,
    Optional<Branding.LetterForm> form) {

  /**
   * The branding with what is said.
   *
   * @param logo a new one
   * @throws IllegalArgumentException where something cannot be understood, in a sentence
   */
  public Branding over(Branding now, Optional<Sha256> logo) {
    var before = now.sender();
    var sender =
        new Sender(
            name.map(String::strip).orElse(before.name()), before.country(), address.orElse(before.address()), or(email, before.email()),
            or(phone, before.phone()), or(website, before.website()), person(before.person()), accounts.orElse(before.accounts()),
            footer.orElse(before.footer())).chargingVat(before.costsVat());
    return new Branding(
        sender, colour.map(one -> one.strip().toLowerCase(Locale.ROOT)).orElse(now.colour()), form.orElse(now.form()), logo.or(now::logo));
  }

  private Optional<Sender.Person> person(Optional<Sender.Person> before) {
    var who = or(person, before.map(Sender.Person::name));
    var where = or(personPhone, before.map(Sender.Person::phone));
    var as = or(role, before.flatMap(Sender.Person::role));
    var mail = or(personEmail, before.flatMap(Sender.Person::email));
    if (who.isEmpty() && where.isEmpty() && as.isEmpty() && mail.isEmpty()) {
      return Optional.empty();
    }
    if (who.isEmpty() || where.isEmpty()) {
      throw new IllegalArgumentException("Whoever signs has a name and a telephone number.");
    }
    return Optional.of(new Sender.Person(who.get(), as, where.get(), mail));
  }

  private static Optional<String> or(Optional<String> said, Optional<String> before) {
    return said.isPresent() ? said.map(String::strip).filter(text -> !text.isEmpty()) : before;
  }
}
