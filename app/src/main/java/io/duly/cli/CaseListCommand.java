package io.duly.cli;

import io.duly.cases.CaseFilter;
import io.duly.cases.CaseView;
import io.duly.cases.Cases;
import io.duly.cycle.LastDecision;
import io.duly.cycle.LastDecisions;
import io.duly.kernel.CaseId;
import io.duly.parties.Parties;
import io.duly.strategy.NextAction;
import io.duly.strategy.Stage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case list}. */
@Command(name = "list", description = "Lists cases, the most urgent first.")
final class CaseListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--creditor", description = "Only this creditor's.")
  private @Nullable String creditor;

  @Option(names = "--debtor", description = "Words of the debtor's name, or the creditor's number for it.")
  private @Nullable String debtor;

  @Option(names = "--stage", description = "Only this stage: ${COMPLETION-CANDIDATES}. Default: all that are not closed.")
  private @Nullable Stage stage;

  @Option(names = "--next", description = "Only with this next action: ${COMPLETION-CANDIDATES}.")
  private NextAction.@Nullable Kind next;

  @Option(names = "--limit", defaultValue = "50", description = "At most that many, up to 10000. Default: 50.")
  private int limit;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Balances and holds of this day. Default: today.")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (limit < 1 || limit > 10_000) {
      throw new picocli.CommandLine.ParameterException(spec.commandLine(), "--limit lies between 1 and 10000.");
    }
    try (var application = Opened.application()) {
      var day = asOf == null ? Today.of(application.the(Clock.class)) : asOf;
      var tx = application.the(DSLContext.class);
      requireCreditor(application, tx);
      var views = application.the(Cases.class).list(tx, filter(), day);
      var out = spec.commandLine().getOut();
      if (json) {
        var decisions = application.the(LastDecisions.class).of(tx, views.stream().map(CaseView::id).toList(), day);
        out.println(Json.of(views.stream().map(view -> json(view, decisions)).toList()));
      } else {
        text(views).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private void requireCreditor(Facades application, DSLContext tx) {
    if (creditor != null && application.the(Parties.class).creditors(tx).stream().noneMatch(one -> one.name().equalsIgnoreCase(creditor))) {
      throw new CannotDo("There is no creditor named " + creditor + "; names are written in full, as case list shows them.");
    }
  }

  private static CaseJson json(CaseView view, Map<CaseId, LastDecision> decisions) {
    return CaseJson.of(view, Optional.ofNullable(decisions.get(view.id())).map(LastDecision::reasons).orElse(List.of()));
  }

  private CaseFilter filter() {
    return new CaseFilter(
        Optional.ofNullable(creditor), Optional.ofNullable(debtor), Optional.ofNullable(stage), Optional.ofNullable(next), limit);
  }

  private static List<String> text(List<CaseView> views) {
    var table = new TextTable(">Case", "Debtor", "Creditor", "Stage", ">Open balance", "Next", "On", "Because");
    for (var view : views) {
      table.row(
          view.number(),
          view.debtor(),
          view.creditor(),
          CaseJson.word(view.stage()).replace('_', ' '),
          view.openBalance(),
          view.next().map(one -> CaseJson.word(one.kind()).replace('_', ' ')).orElse(""),
          view.next().map(one -> one.on().toString()).orElse(""),
          view.closed().map(CaseView.Closure::why).or(view::because).orElse(""));
    }
    return views.isEmpty() ? List.of("No case is like that.") : table.lines();
  }
}
