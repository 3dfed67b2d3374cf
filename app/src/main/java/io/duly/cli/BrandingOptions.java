package io.duly.cli;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.BrandingChange;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import io.duly.journal.Sha256;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a branding is said anew; the rest stays as it is. */
final class BrandingOptions {
  private static final BigDecimal MOST_VAT = new BigDecimal("30");

  @Option(names = "--name", paramLabel = "NAME", description = "The name on messages, where it differs from the creditor's.")
  private @Nullable String name;

  @Option(names = "--address", paramLabel = "LINE", description = "A line of the sender's address; again for each line.")
  private List<String> address = List.of();

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Where answers go.")
  private @Nullable String email;

  @Option(names = "--phone", paramLabel = "NUMBER", description = "The sender's telephone.")
  private @Nullable String phone;

  @Option(names = "--website", paramLabel = "ADDRESS", description = "As example.org.")
  private @Nullable String website;

  @Option(names = "--person", paramLabel = "NAME", description = "Who signs and can be called.")
  private @Nullable String person;

  @Option(names = "--person-role", paramLabel = "ROLE", description = "As \"Accounts receivable\".")
  private @Nullable String role;

  @Option(names = "--person-phone", paramLabel = "NUMBER", description = "Where that person is reached.")
  private @Nullable String personPhone;

  @Option(names = "--person-email", paramLabel = "ADDRESS", description = "That person's address.")
  private @Nullable String personEmail;

  @Option(names = "--pay-to", paramLabel = "CUR,ACCOUNT[,BIC[,BANK[,SORT CODE]]]", split = "\\|",
      description = "Where payments of a currency go, as EUR,DE02 1203 0000 0000 2020 51,BYLADEM1001; again for each currency.")
  private List<String> accounts = List.of();

  @Option(names = "--footer", paramLabel = "LINE", description = "Register, tax number, directors; again for each line.")
  private List<String> footer = List.of();

  @Option(names = "--colour", paramLabel = "#RRGGBB", description = "Of rules and names in letters.")
  private @Nullable String colour;

  @Option(names = "--letter-form", description = "din5008b or uk: where the address stands.")
  private Branding.@Nullable LetterForm form;

  @Option(names = "--costs-vat", paramLabel = "PERCENT",
      description = "VAT on costs of recovery that the creditor cannot deduct (Netherlands); 0 where it can.")
  private @Nullable BigDecimal costsVat;

  /** @throws IllegalArgumentException where something cannot be understood, in a sentence */
  Branding over(Branding now, Optional<Sha256> logo) {
    var changed = without(now, logo);
    return costsVat == null ? changed : new Branding(changed.sender().chargingVat(vat(costsVat)), changed.colour(), changed.form(), changed.logo());
  }

  private static Optional<BigDecimal> vat(BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(MOST_VAT) > 0 || percent.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException("VAT on costs is a percentage from 0 to " + MOST_VAT + ", such as 21.");
    }
    return Optional.of(percent).filter(one -> one.signum() > 0);
  }

  private Branding without(Branding now, Optional<Sha256> logo) {
    return new BrandingChange(
            Optional.ofNullable(name), said(address), Optional.ofNullable(email), Optional.ofNullable(phone), Optional.ofNullable(website),
            Optional.ofNullable(person), Optional.ofNullable(role), Optional.ofNullable(personPhone), Optional.ofNullable(personEmail),
            accounts.isEmpty() ? Optional.empty() : Optional.of(accounts(now.sender())), said(footer), Optional.ofNullable(colour), Optional.ofNullable(form))
        .over(now, logo);
  }

  private static Optional<List<String>> said(List<String> lines) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  /** An account that is said takes the place of the one of its currency. */
  private List<PayTo> accounts(Sender before) {
    var holder = Optional.ofNullable(name).orElse(before.name());
    var said = accounts.stream().map(text -> account(text, holder)).toList();
    var stay = before.accounts().stream().filter(one -> said.stream().noneMatch(other -> other.currency().equals(one.currency())));
    return Stream.concat(said.stream(), stay).toList();
  }

  private static PayTo account(String text, String holder) {
    var parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (parts.size() < 2 || parts.size() > 5 || parts.get(1).isEmpty() || !parts.getFirst().matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("An account is written as EUR,DE02 1203 0000 0000 2020 51,BYLADEM1001, not as \"" + text + "\".");
    }
    return PayTo.typed(parts.getFirst(), holder, parts.get(1), part(parts, 2), part(parts, 3), part(parts, 4));
  }

  private static Optional<String> part(List<String> parts, int at) {
    return at < parts.size() ? Optional.of(parts.get(at)) : Optional.empty();
  }
}
