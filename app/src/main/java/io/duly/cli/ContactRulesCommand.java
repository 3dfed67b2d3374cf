package io.duly.cli;

import io.duly.parties.Parties;
import io.duly.rules.Basis;
import io.duly.rules.contact.Collecting;
import io.duly.rules.contact.ContactPack;
import io.duly.rules.contact.ContactPacks;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly contact-rules}: which there are, and as what a creditor collects. */
@Command(name = "contact-rules", description = "Lists the rules about contacts, or says as what a creditor collects.")
final class ContactRulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "PLACE", description = "As DE or US-MA. Default: all places.")
  private @Nullable String place;

  @Option(names = "--creditor", paramLabel = "NAME", description = "The creditor whose way of collecting is set.")
  private @Nullable String creditor;

  @Option(names = "--collects", description = "own_debts or for_another: stricter rules bind who collects for another.")
  private @Nullable Collecting collects;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if ((creditor == null) != (collects == null) || collects == Collecting.UNKNOWN) {
      throw new ParameterException(spec.commandLine(), "Give --creditor and --collects own_debts or for_another together.");
    }
    return creditor == null || collects == null ? list() : set(creditor, collects);
  }

  private int set(String name, Collecting way) {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var parties = application.the(Parties.class);
      var found = parties.findCreditor(tx, name).orElseThrow(() -> new CannotDo("There is no creditor of this name."));
      parties.collects(tx, found.id(), way == Collecting.FOR_ANOTHER);
      return ExitCode.DONE;
    }
  }

  private int list() {
    var packs = ContactPacks.shipped();
    var shown = place == null ? packs.all() : packs.of(Set.of(place));
    var out = spec.commandLine().getOut();
    List<Basis> rules = shown.stream().map(ContactPack::bases).flatMap(List::stream).toList();
    if (json) {
      out.println(Json.of(rules.stream().map(ContactAnswer.Rule::of).toList()));
      return ExitCode.DONE;
    }
    var table = new TextTable("Rule", "Place", "Stands in", "Source");
    rules.forEach(rule -> table.row(rule.id(), rule.jurisdiction(), rule.named(), rule.source()));
    table.lines().forEach(out::println);
    return ExitCode.DONE;
  }
}
