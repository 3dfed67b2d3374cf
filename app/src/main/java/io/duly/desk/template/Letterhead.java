package io.duly.desk.template;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.BrandingChange;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A letterhead as the form has it: all of it is said, what is blank is not there.
 *
 * @param address a line each
 * @param footer a line each
 * @param form {@code DIN5008B} or {@code UK}
 * @param currency of each account; the lists beside it have its lines
 */
public record Letterhead(
    Optional<String> name, Optional<String> address, Optional<String> email, Optional<String> phone, Optional<String> website,
    Optional<String> person, Optional<String> role, Optional<String> personPhone, Optional<String> personEmail, Optional<String> footer,
    Optional<String> colour, Optional<String> form, Optional<List<String>> currency, Optional<List<String>> account, Optional<List<String>> bic,
    Optional<List<String>> bank, Optional<List<String>> routing) {
  private static final int MOST_ACCOUNTS = 20;
  /** Two at least: a single value with a comma in it would be read as several. */
  private static final int ROWS_TO_FILL = 2;

  /** One line of the accounts, as typed. */
  public record Row(String currency, String account, String bic, String bank, String routing) {
    boolean isBlank() {
      return (currency + account + bic + bank + routing).isBlank();
    }
  }

  static Letterhead of(Branding branding) {
    var sender = branding.sender();
    var person = sender.person();
    return new Letterhead(
        Optional.of(sender.name()), Optional.of(String.join("\n", sender.address())), sender.email(), sender.phone(), sender.website(),
        person.map(Sender.Person::name), person.flatMap(Sender.Person::role), person.map(Sender.Person::phone), person.flatMap(Sender.Person::email),
        Optional.of(String.join("\n", sender.footer())), Optional.of(branding.colour()), Optional.of(branding.form().name()),
        all(sender, one -> one.currency().getCurrencyCode()), all(sender, PayTo::readable), all(sender, one -> one.bic().orElse("")),
        all(sender, one -> one.bank().orElse("")), all(sender, one -> one.routing().orElse("")));
  }

  private static Optional<List<String>> all(Sender sender, Function<PayTo, String> part) {
    return Optional.of(sender.accounts().stream().map(part).toList());
  }

  /** The accounts as they stand there, and empty lines for more. */
  public List<Row> rows() {
    var rows = new ArrayList<>(typedRows());
    for (int empty = 0; empty < ROWS_TO_FILL; empty++) {
      rows.add(new Row("", "", "", "", ""));
    }
    return rows;
  }

  private List<Row> typedRows() {
    var rows = new ArrayList<Row>();
    for (int at = 0; at < Math.min(MOST_ACCOUNTS, currency.map(List::size).orElse(0)); at++) {
      rows.add(new Row(at(currency, at), at(account, at), at(bic, at), at(bank, at), at(routing, at)));
    }
    return rows.stream().filter(row -> !row.isBlank()).toList();
  }

  private static String at(Optional<List<String>> all, int at) {
    return all.filter(list -> at < list.size()).map(list -> String.valueOf(list.get(at))).orElse("");
  }

  /** @throws IllegalArgumentException where something cannot be understood, in a sentence */
  public Branding over(Branding now) {
    var accounts =
        typedRows().stream()
            .map(row -> PayTo.typed(row.currency(), holder(row, now), row.account(), Optional.of(row.bic()), Optional.of(row.bank()), Optional.of(row.routing())))
            .toList();
    if (accounts.stream().map(PayTo::currency).distinct().count() < accounts.size()) {
      throw new IllegalArgumentException("There is one account for each currency.");
    }
    return new BrandingChange(
            said(name), lines(address), said(email), said(phone), said(website), said(person), said(role), said(personPhone), said(personEmail),
            Optional.of(accounts), lines(footer), colour, form.flatMap(Letterhead::form))
        .over(now, Optional.empty());
  }

  /** Who holds it is the creditor, unless the account is one that is there already with another holder. */
  private String holder(Row row, Branding now) {
    var typed = name.map(String::strip).orElse("");
    return now.sender().accounts().stream()
        .filter(one -> typed.equals(now.sender().name()) && one.currency().getCurrencyCode().equalsIgnoreCase(row.currency().strip()) && one.readable().replace(" ", "").equals(row.account().replace(" ", "")))
        .map(PayTo::holder)
        .findFirst()
        .orElse(typed);
  }

  private static Optional<Branding.LetterForm> form(String word) {
    return Arrays.stream(Branding.LetterForm.values()).filter(one -> one.name().equals(word)).findFirst();
  }

  private static Optional<String> said(Optional<String> text) {
    return Optional.of(text.orElse(""));
  }

  private static Optional<List<String>> lines(Optional<String> text) {
    return Optional.of(text.orElse("").lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }
}
