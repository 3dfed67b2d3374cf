package io.duly.cli;

import io.duly.cases.CannotRecord;
import io.duly.payments.Contract;
import io.duly.payments.Contracts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly creditor payments}: who takes payments online for a creditor. */
@Command(
    name = "payments",
    description = {
      "Says or shows who takes payments online for a creditor. The provider's secret is not said here: it is in the environment,",
      "as DULY_PAYMENTS_NAME_SECRET."
    })
final class CreditorPaymentsCommand implements Callable<Integer> {
  private static final int USUAL_HOURS = 72;

  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;
  @Mixin private Today today;

  @Option(names = "--name", paramLabel = "NAME", description = "Of the provider: small letters and digits. It tells us what happens at /hooks/payments/NAME.")
  private @Nullable String name;

  @Option(names = "--url", paramLabel = "URL", description = "Where the provider is asked, beginning with https://.")
  private @Nullable String url;

  @Option(names = "--fake", description = "The fake provider, which takes no money; for trying out.")
  private boolean fake;

  @Option(names = "--hours", paramLabel = "HOURS", description = "For how long a link is good. Default: 72.")
  private @Nullable Integer hours;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Who takes them, as JSON. */
  record Taking(String creditor, Optional<String> provider, Optional<String> kind, Optional<String> url, Optional<Long> linkHours) {
    static Taking of(String creditor, Optional<Contract> one) {
      return new Taking(
          creditor, one.map(Contract::name), one.map(contract -> contract.kind().name().toLowerCase(java.util.Locale.ROOT)), one.flatMap(Contract::address),
          one.map(contract -> contract.goodFor().toHours()));
    }

    String text() {
      return provider
          .map(name -> creditor + ": " + name + " takes payments online" + url.map(at -> ", asked at " + at).orElse(", which is the fake and takes no money") + "; a link is good for "
              + linkHours.orElse(0L) + " hours.")
          .orElse(creditor + ": nobody takes payments online.");
    }
  }

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var taking = application.the(DSLContext.class).transactionResult(tx -> taking(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(taking) : taking.text());
      return ExitCode.DONE;
    } catch (CannotRecord refused) {
      throw new CannotDo(refused);
    }
  }

  private Taking taking(Opened application, DSLContext tx) {
    var creditor = named.in(application, tx);
    var contracts = application.the(Contracts.class);
    if (name != null) {
      var kind = fake ? Contract.Kind.FAKE : Contract.Kind.SIGNED;
      var goodFor = Duration.ofHours(hours == null ? USUAL_HOURS : hours);
      contracts.set(tx, new Contract(creditor.id(), name, kind, fake ? Optional.empty() : Optional.ofNullable(url), goodFor), today.by(application));
    } else if (url != null || fake || hours != null) {
      throw new CannotDo("Name the provider with --name.");
    }
    return Taking.of(creditor.name(), contracts.of(tx, creditor.id()));
  }
}
