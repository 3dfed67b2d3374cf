package io.duly.cli;

import io.duly.cases.CaseView;
import io.duly.cycle.RunReport;
import io.duly.identity.People;
import io.duly.kernel.Money;
import io.duly.strategy.NextAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code duly demo} tells.
 *
 * @param url where the desk is served, where it is
 */
record DemoShown(RunReport run, DayHeld held, People.Admitted signIn, Optional<String> url) {

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "%s: %s, %s to look at, %s due, %s; %s waiting"
            .formatted(
                run.date(),
                counted(held.count(NextAction.Kind.CALL), "call"),
                counted(held.count(NextAction.Kind.SEND), "draft"),
                counted(held.promisesDue(), "promise"),
                counted(others(), "other task"),
                counted(held.waiting(), "case")));
    lines.add("Owed: " + held.open().stream().map(Money::toString).collect(Collectors.joining(", ")));
    lines.add("");
    lines.addAll(examples());
    lines.add("");
    held.examples().stream().findFirst().ifPresent(one -> lines.add("The whole reasoning of a case: ./duly case show " + one.number() + " --why"));
    url.ifPresent(address -> lines.add("Duly is ready at " + address));
    lines.add("Sign in as %s with the password %s".formatted(signIn.person().login(), signIn.password()));
    return lines;
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** Work that is neither a call nor a draft. */
  long others() {
    long all = held.work().values().stream().mapToLong(Long::longValue).sum();
    return all - held.count(NextAction.Kind.CALL) - held.count(NextAction.Kind.SEND);
  }

  private List<String> examples() {
    var table = new TextTable("", "Debtor", ">Owed", ">Case", "Because");
    for (CaseView view : held.examples()) {
      var what = view.next().map(next -> CaseJson.word(next.kind()).replace('_', ' ')).orElse("");
      table.row(what, view.debtor(), view.openBalance(), view.number(), view.because().orElse(""));
    }
    return table.lines();
  }
}
