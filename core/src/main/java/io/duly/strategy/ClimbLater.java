package io.duly.strategy;

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
    if (standing.isSmall()) {
      String smallest = standing.money(standing.limits().smallestAmount());
      String text = standing.money(standing.balance().asked()) + " is less than " + smallest + ", the least to chase";
      answer.because("P33", "waits: " + text);
    }
    long day = day(first, gate);
    boolean capped = first.way().isContact() && gate > Math.max(first.leadOn(), standing.today());
    if (capped) {
      answer.because("P13", "waits: " + limit(standing.limits()) + "; a contact is allowed again on " + date(day));
    } else if (first.readyOn() <= standing.today()) {
      String gap = Words.count(first.step().gap(), "day");
      answer.because("I6", "waits: " + gap + " lie between the last contact and " + first.step().id());
    }
    String step = "next step " + first.step().id() + " of invoice " + first.invoice().number();
    return answer.because(standing.policy().ruleOf(first.step()), "waits: " + step + " on " + date(day));
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

  private static String date(long epochDay) {
    return java.time.LocalDate.ofEpochDay(epochDay).toString();
  }
}
