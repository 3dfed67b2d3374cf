package io.duly.strategy;

import java.time.LocalDate;
import java.util.List;

/** No step is taken today: says which comes next, when, and what it waits for. */
final class ClimbLater {
  private ClimbLater() {}

  static Decision wait(Standing standing, List<Rung> rungs, long gate) {
    Answer answer = Answer.pause(standing);
    Rung first = rungs.getFirst();
    for (Rung rung : rungs) {
      first = day(rung, gate) < day(first, gate) ? rung : first;
      answer.reviewOn(day(rung, gate));
    }
    return explain(answer, standing, first, gate).decision();
  }

  /** The day on which a rung can be taken by itself. */
  private static long day(Rung rung, long gate) {
    return rung.way().isContact() ? Math.max(rung.leadOn(), gate) : rung.readyOn();
  }

  private static Answer explain(Answer answer, Standing standing, Rung first, long gate) {
    Step step = first.step();
    long day = day(first, gate);
    if (standing.isSmall()) {
      String smallest = standing.money(standing.limits().smallestAmount());
      String text =
          standing.money(standing.balance().asked())
              + " is less than "
              + smallest
              + ", the least to chase";
      answer.because("P33", "waits: " + text);
    }
    if (standing.hasTask(TaskKind.COMPLETE_FILE) && !Channels.reachingAny(standing)) {
      answer.because("P06", "waits: the debtor cannot be reached until the file is complete");
    }
    var closed = standing.snapshot().contacts().closed();
    if (first.way().isContact() && closed.filter(rule -> rule.until().toEpochDay() == day).isPresent()) {
      answer.because("P13", closed.map(rule -> "waits: " + rule.rule() + ": " + rule.why()).get());
    } else if (first.way().isContact() && gate > standing.today() && gate >= first.leadOn()) {
      answer.because("P13", "waits: " + limit(standing.limits()));
    } else if (first.triggeredOn() < day) {
      answer.because(
          "I6",
          "waits: "
              + Words.count(step.gap(), "day")
              + " lie between the last step and "
              + step.id());
    }
    String what = "waits: next step " + step.id() + " of invoice " + first.invoice().number();
    return answer.because(
        standing.policy().ruleOf(step), what + " on " + LocalDate.ofEpochDay(day));
  }

  private static String limit(Limits limits) {
    return "contacts are "
        + Words.count(limits.daysBetweenContacts(), "day")
        + " apart, at most "
        + limits.contactsPer7Days()
        + " in 7 days and "
        + limits.contactsPer30Days()
        + " in 30";
  }
}
