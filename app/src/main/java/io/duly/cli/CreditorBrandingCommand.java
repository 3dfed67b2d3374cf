package io.duly.cli;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import io.duly.journal.Sha256;
import io.duly.parties.Creditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly creditor branding}. */
@Command(
    name = "branding",
    description = {"Shows how a creditor's messages look, who signs them and where is paid to; with options, changes it.",
        "What is not said stays as it is; every change is a version of its own."})
final class CreditorBrandingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;
  @Mixin private Today today;
  @ArgGroup(exclusive = false) private @Nullable BrandingOptions options;

  @Option(names = "--logo", paramLabel = "FILE", description = "A PNG or JPEG.")
  private @Nullable Path logo;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Account(String currency, String holder, String account, @Nullable String bic, @Nullable String bank, @Nullable String routing) {}

  record Shown(
      String name, List<String> address, @Nullable String email, @Nullable String phone, @Nullable String website, @Nullable String person,
      @Nullable String personRole, @Nullable String personPhone, @Nullable String personEmail, List<Account> accounts, List<String> footer,
      String colour, String letterForm, @Nullable String logo, @Nullable String costsVatPercent) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      show(application.the(DSLContext.class).transactionResult(tx -> changed(application, tx.dsl())));
      return ExitCode.DONE;
    } catch (IllegalArgumentException wrong) {
      throw new CannotDo(wrong);
    }
  }

  private Branding changed(Opened application, DSLContext tx) {
    var creditor = named.in(application, tx);
    var brandings = application.the(Brandings.class);
    var now = brandings.of(tx, creditor);
    if (options == null && logo == null) {
      return now;
    }
    var by = today.by(application);
    var kept = logo == null ? Optional.<Sha256>empty() : Optional.of(keep(application, tx, creditor, logo));
    var next = (options == null ? new BrandingOptions() : options).over(now, kept);
    brandings.save(tx, creditor, next, by.actor(), by.recordedAt());
    return next;
  }

  private Sha256 keep(Opened application, DSLContext tx, Creditor creditor, Path file) {
    try {
      return application.the(Brandings.class).keep(tx, creditor, Files.readAllBytes(file), today.by(application).recordedAt());
    } catch (IOException unreadable) {
      throw new CannotDo(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private void show(Branding branding) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(shown(branding)));
      return;
    }
    var sender = branding.sender();
    var table = new TextTable("", "");
    table.row("Name", sender.name());
    sender.address().forEach(line -> table.row("Address", line));
    sender.email().ifPresent(value -> table.row("E-mail", value));
    sender.phone().ifPresent(value -> table.row("Phone", value));
    sender.website().ifPresent(value -> table.row("Website", value));
    table.row("Signs", sender.person().map(one -> one.name() + one.role().map(role -> ", " + role).orElse("") + ", " + one.phone())
        .orElse("nobody yet; letters need a person: --person and --person-phone"));
    sender.accounts().forEach(one -> table.row("Pay " + one.currency() + " to", one.readable() + one.bic().map(bic -> ", " + bic).orElse("")));
    sender.footer().forEach(line -> table.row("Footer", line));
    sender.costsVat().ifPresent(percent -> table.row("VAT on costs", percent.stripTrailingZeros().toPlainString() + " %"));
    table.row("Colour", branding.colour());
    table.row("Letter form", branding.form().name().toLowerCase(Locale.ROOT));
    branding.logo().ifPresent(hash -> table.row("Logo", hash.hex()));
    table.lines().stream().filter(line -> !line.isBlank()).forEach(out::println);
  }

  private static Shown shown(Branding branding) {
    var sender = branding.sender();
    var person = sender.person();
    return new Shown(
        sender.name(), sender.address(), sender.email().orElse(null), sender.phone().orElse(null), sender.website().orElse(null),
        person.map(Sender.Person::name).orElse(null), person.flatMap(Sender.Person::role).orElse(null),
        person.map(Sender.Person::phone).orElse(null), person.flatMap(Sender.Person::email).orElse(null),
        sender.accounts().stream().map(CreditorBrandingCommand::account).toList(), sender.footer(), branding.colour(),
        branding.form().name().toLowerCase(Locale.ROOT), branding.logo().map(Sha256::hex).orElse(null), sender.costsVat().map(percent -> percent.stripTrailingZeros().toPlainString()).orElse(null));
  }

  private static Account account(PayTo one) {
    return new Account(
        one.currency().getCurrencyCode(), one.holder(), one.account(), one.bic().orElse(null), one.bank().orElse(null),
        one.routing().orElse(null));
  }
}
