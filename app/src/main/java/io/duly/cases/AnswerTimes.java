package io.duly.cases;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How soon a creditor acknowledges a dispute and answers it, in working days (P09). */
@Component
public final class AnswerTimes {
  /** Where nobody has said otherwise. */
  public static final AnswerTime USUAL = new AnswerTime(2, 10);

  private static final int MOST_TO_ACKNOWLEDGE = 10;
  private static final int MOST_TO_ANSWER = 60;
  private final IdSource ids;

  AnswerTimes(IdSource ids) {
    this.ids = ids;
  }

  /**
   * Working days from the one on which it was contested.
   *
   * @param acknowledge 0 to 10
   * @param answer 1 to 60
   */
  public record AnswerTime(int acknowledge, int answer) {}

  public AnswerTime of(DSLContext tx, CreditorId creditor) {
    return tx.fetchOptional(
            "select acknowledge_days, answer_days from cases.answer_time where creditor_id = ? order by changed_at desc, id desc limit 1", creditor.value())
        .map(row -> new AnswerTime(row.get(0, Integer.class), row.get(1, Integer.class)))
        .orElse(USUAL);
  }

  /**
   * Counts for what is contested from now on.
   *
   * @throws CannotRecord where the days are too few or too many
   */
  public void change(DSLContext tx, CreditorId creditor, AnswerTime time, Recorded by) {
    if (time.acknowledge() < 0 || time.acknowledge() > MOST_TO_ACKNOWLEDGE || time.answer() < 1 || time.answer() > MOST_TO_ANSWER) {
      throw new CannotRecord("A dispute is acknowledged within 0 to 10 working days and answered within 1 to 60.");
    }
    tx.execute(
        "insert into cases.answer_time (id, creditor_id, acknowledge_days, answer_days, changed_by, changed_at) values (?, ?, ?, ?, ?, ?::timestamptz)",
        ids.next(), creditor.value(), time.acknowledge(), time.answer(), by.actor(), Words.at(by.recordedAt()));
  }
}
