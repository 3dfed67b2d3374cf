package io.duly.strategy;

/** What a step of a policy counts its days from. */
public sealed interface Trigger {

  /**
   * Days counted from the due date.
   *
   * @param days from the due date; negative is before it
   */
  record FromDue(int days) implements Trigger {

    /** A note before the invoice is overdue: its time is past once it is. */
    boolean isBeforeOverdue() {
      return days <= 0;
    }
  }

  /**
   * Days counted from an earlier step of the same invoice.
   *
   * @param step an earlier step of the same policy, counted from the day on which the same invoice
   *     took it
   * @param days &ge; 0
   */
  record AfterStep(String step, int days) implements Trigger {}
}
