package io.duly.strategy;

import java.util.List;

/**
 * Says why steps are taken today: the practice first, then the policy's step, then what was left
 * out.
 */
final class ClimbReasons {
  private ClimbReasons() {}

  static void explain(
      Answer answer, Standing standing, Ladder ladder, Rung leader, List<Rung> ready) {
    boolean first = ladder.isFirstContact(leader);
    answer.because(practice(leader, first), deed(standing, leader, first) + about(standing, ready));
    answer.because(standing.policy().ruleOf(leader.step()), stepSentence(leader));
    int others = first ? 0 : firstContacts(ladder, ready);
    if (others > 0) {
      answer.because("P32", "first contact about " + Words.count(others, "invoice") + " of them");
    }
    if (standing.balance().disputed() > 0) {
      String part = standing.money(standing.balance().disputed());
      answer.because("P26", "the disputed part of " + part + " is neither chased nor counted");
    }
    ladder.leftOut(ready).forEach(reason -> answer.because(reason.rule(), reason.text()));
  }

  static int firstContacts(Ladder ladder, List<Rung> ready) {
    int count = 0;
    for (Rung rung : ready) {
      count += ladder.isFirstContact(rung) ? 1 : 0;
    }
    return count;
  }

  private static String practice(Rung leader, boolean first) {
    if (leader.way().isContact() && leader.step().isCourtesy()) {
      return "P05";
    }
    return first ? "P32" : practice(leader.way());
  }

  static String practice(Rung.Way way) {
    return switch (way) {
      case MESSAGE, CALL -> "P35";
      case APPROVE -> "P11";
      case PLACE -> "P36";
      case WRITE_OFF -> "P39";
    };
  }

  private static String deed(Standing standing, Rung leader, boolean first) {
    return switch (leader.way()) {
      case MESSAGE -> messageWords(leader, first);
      case CALL -> (first ? "first contact, by phone, about " : "call about ");
      case APPROVE ->
          "a manager decides on "
              + leader.step().id()
              + (standing.needsCare() ? " against somebody to be treated with care: " : " against a valued customer: ");
      case PLACE -> "placement with an agency is proposed for ";
      case WRITE_OFF ->
          (standing.isSmall() ? "too small to chase: " : "") + "write-off is proposed for ";
    };
  }

  private static String messageWords(Rung leader, boolean first) {
    if (leader.step().isCourtesy()) {
      return "courtesy note before the due date, as payments have come late before: ";
    }
    return first ? "first contact about " : leader.step().id() + " about ";
  }

  private static String about(Standing standing, List<Rung> ready) {
    long sum = 0;
    long oldest = Long.MAX_VALUE;
    for (Rung rung : ready) {
      sum = Balance.plus(sum, rung.amount());
      oldest = Math.min(oldest, rung.invoice().dueOn().toEpochDay());
    }
    long age = standing.today() - oldest;
    String when =
        age < 0 ? ", due in " + Words.count(-age, "day") : age == 0 ? ", due today" : overdue(age);
    return Words.count(ready.size(), "invoice") + " of " + standing.money(sum) + when;
  }

  private static String overdue(long age) {
    return ", " + Words.count(age, "day") + " overdue";
  }

  private static String stepSentence(Rung leader) {
    String number = leader.invoice().number();
    return switch (leader.step().trigger()) {
      case Trigger.FromDue(int days) when days < 0 ->
          "invoice " + number + " is due within " + Words.count(-days, "day");
      case Trigger.FromDue(int days) when days == 0 -> "invoice " + number + " is due";
      case Trigger.FromDue(int days) ->
          "invoice " + number + " is " + Words.count(days, "day") + " or more overdue";
      case Trigger.AfterStep(String step, int days) ->
          "invoice "
              + number
              + ": "
              + Words.count(days, "day")
              + " or more have passed since "
              + step;
    };
  }
}
