package io.duly.desk.api;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import io.duly.desk.template.Letterhead;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How a creditor's messages look, who signs them and where is paid to: as it is read, and as it is said anew. What is left out is taken away, but a logo. */
@Schema(name = "Branding", description = "How a creditor's messages look, who signs them and where is paid to. What is left out when it is said anew is taken away; the logo has an address of its own.")
record Branded(
    @NotBlank @Size(max = 100) @Schema(example = "Brightwell Supplies Ltd") String name, @Schema(example = "[\"12 Canal Street\", \"Leeds LS1 4AP\"]") Optional<List<@Size(max = 100) String>> address,
    @Schema(example = "accounts@brightwell.example") Optional<@Size(max = 200) String> email, @Schema(example = "+44 113 496 0100") Optional<@Size(max = 40) String> phone,
    @Schema(example = "https://brightwell.example") Optional<@Size(max = 200) String> website, Optional<@Valid Signer> person, Optional<@Size(max = 20) List<@Valid Account>> accounts,
    @Schema(example = "[\"Registered in England 01234567\"]") Optional<List<@Size(max = 100) String>> footer, @Schema(description = "of names and rules; absent: as it is", example = "#1f4e5f") Optional<String> colour,
    @Schema(description = "where the address stands; absent: as it is", example = "uk", allowableValues = {"din5008b", "uk"}) Optional<String> form) {

  @Schema(name = "BrandingSigner", description = "Who signs")
  record Signer(
      @NotBlank @Size(max = 100) @Schema(example = "Mia Fischer") String name, @Schema(example = "Accounts receivable") Optional<@Size(max = 100) String> role,
      @NotBlank @Size(max = 40) @Schema(example = "+44 113 496 0101") String phone, @Schema(example = "mia@brightwell.example") Optional<@Size(max = 200) String> email) {}

  @Schema(name = "BrandingAccount", description = "Where is paid to, in one currency")
  record Account(
      @NotBlank @Size(max = 3) @Schema(example = "GBP") String currency, @NotBlank @Size(max = 50) @Schema(description = "an IBAN, or what stands for it", example = "GB33 BUKB 2020 1555 5555 55") String account,
      @Schema(example = "BUKBGB22") Optional<@Size(max = 11) String> bic, @Schema(example = "Barclays") Optional<@Size(max = 100) String> bank,
      @Schema(description = "sort code, routing number", example = "20-20-15") Optional<@Size(max = 50) String> routing) {
    static Account of(PayTo one) {
      return new Account(one.currency().getCurrencyCode(), one.readable(), one.bic(), one.bank(), one.routing());
    }
  }

  static Branded of(Branding now) {
    var sender = now.sender();
    return new Branded(
        sender.name(), Optional.of(sender.address()), sender.email(), sender.phone(), sender.website(), sender.person().map(Branded::signer),
        Optional.of(sender.accounts().stream().map(Account::of).toList()), Optional.of(sender.footer()), Optional.of(now.colour()), Optional.of(now.form().name().toLowerCase(Locale.ROOT)));
  }

  private static Signer signer(Sender.Person one) {
    return new Signer(one.name(), one.role(), one.phone(), one.email());
  }

  /** As the form of the page has it. */
  Letterhead typed() {
    return new Letterhead(
        Optional.of(name), address.map(Branded::lines), email, phone, website, person.map(Signer::name), person.flatMap(Signer::role), person.map(Signer::phone), person.flatMap(Signer::email),
        footer.map(Branded::lines), colour, form.map(word -> Word.of(Branding.LetterForm.class, word, "/form").name()), all(one -> Optional.of(one.currency())), all(one -> Optional.of(one.account())), all(Account::bic),
        all(Account::bank), all(Account::routing));
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private Optional<List<String>> all(Function<Account, Optional<String>> part) {
    return accounts.map(all -> all.stream().map(one -> part.apply(one).orElse("")).toList());
  }
}
