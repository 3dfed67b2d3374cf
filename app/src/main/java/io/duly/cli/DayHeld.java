package io.duly.cli;

import io.duly.agreements.Promises;
import io.duly.cases.CaseFilter;
import io.duly.cases.CaseView;
import io.duly.cases.Cases;
import io.duly.kernel.Money;
import io.duly.strategy.NextAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * What a day holds, over all open cases.
 *
 * @param work how many cases wait for a person that day, by what is to be done
 * @param waiting cases for which nobody has to do anything that day
 * @param open what is owed, by currency
 * @param examples a few of each kind of work, the most urgent of each
 */
record DayHeld(
    Map<NextAction.Kind, Long> work, long waiting, int promisesDue, List<Money> open, List<CaseView> examples) {
  private static final int EXAMPLES_OF_A_KIND = 2;

  static DayHeld of(Facades application, LocalDate day) {
    var tx = application.the(DSLContext.class);
    var cases = application.the(Cases.class).list(tx, CaseFilter.open(10_000), day);
    var due = cases.stream().filter(one -> isWork(one, day)).toList();
    var work =
        due.stream()
            .collect(Collectors.groupingBy(DayHeld::kind, () -> new EnumMap<>(NextAction.Kind.class), Collectors.counting()));
    int promises = application.the(Promises.class).due(tx, day).size();
    return new DayHeld(work, cases.size() - due.size(), promises, open(cases), examples(due, cases));
  }

  long count(NextAction.Kind kind) {
    return work.getOrDefault(kind, 0L);
  }

  private static boolean isWork(CaseView view, LocalDate day) {
    return kind(view) != NextAction.Kind.WAIT && view.next().filter(next -> !next.on().isAfter(day)).isPresent();
  }

  private static NextAction.Kind kind(CaseView view) {
    return view.next().orElseThrow().kind();
  }

  private static List<Money> open(List<CaseView> cases) {
    var sums = new TreeMap<String, Money>();
    cases.forEach(one -> sums.merge(one.openBalance().currency().getCurrencyCode(), one.openBalance(), Money::plus));
    return List.copyOf(sums.values());
  }

  private static List<CaseView> examples(List<CaseView> due, List<CaseView> all) {
    var examples = new ArrayList<CaseView>();
    for (var kind : NextAction.Kind.values()) {
      var from = kind == NextAction.Kind.WAIT ? all : due;
      from.stream().filter(one -> kind(one) == kind).limit(EXAMPLES_OF_A_KIND).forEach(examples::add);
    }
    return examples;
  }
}
