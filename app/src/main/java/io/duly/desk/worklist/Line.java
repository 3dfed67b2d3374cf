package io.duly.desk.worklist;

import io.duly.strategy.Likelihood;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** A line as it is shown. */
public record Line(WorkLine work, Facts facts) {

  /** How likely it is that what is owed comes in (P33). */
  public Likelihood.Estimate likelihood(LocalDate today) {
    long age = work.oldestDue().map(due -> ChronoUnit.DAYS.between(due, today)).orElse(0L);
    return Likelihood.of(age, facts.record());
  }

  /** A call that may not be made now sinks below what can be done. */
  boolean sinks() {
    return work.work() == Work.CALL && (work.held().isPresent() || facts.now().isClosed());
  }

  /** Those that can be worked on first, otherwise in the order in which they come. */
  static List<Line> sunk(List<Line> lines) {
    return lines.stream().sorted(Comparator.comparing(Line::sinks)).toList();
  }
}
