package io.duly.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duly.cases.CaseView;
import io.duly.cycle.RunReport;
import io.duly.strategy.NextAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What {@code duly demo --json} prints. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DemoJson(
    LocalDate date,
    long calls,
    long drafts,
    int promisesDue,
    long otherTasks,
    long waiting,
    List<Owed> owed,
    List<Example> examples,
    RunReport run,
    SignIn signIn,
    Optional<String> url) {

  record Owed(String currency, String amount) {}

  record Example(long number, String debtor, String currency, String openBalance, String nextAction, String because) {}

  record SignIn(String login, String password) {}

  static DemoJson of(DemoShown shown) {
    var held = shown.held();
    return new DemoJson(
        shown.run().date(),
        held.count(NextAction.Kind.CALL),
        held.count(NextAction.Kind.SEND),
        held.promisesDue(),
        shown.others(),
        held.waiting(),
        held.open().stream().map(one -> new Owed(one.currency().getCurrencyCode(), one.plain())).toList(),
        held.examples().stream().map(DemoJson::example).toList(),
        shown.run(),
        new SignIn(shown.signIn().person().login(), shown.signIn().password()),
        shown.url());
  }

  private static Example example(CaseView view) {
    return new Example(
        view.number(),
        view.debtor(),
        view.openBalance().currency().getCurrencyCode(),
        view.openBalance().plain(),
        view.next().map(next -> CaseJson.word(next.kind())).orElse(""),
        view.because().orElse(""));
  }
}
