package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.REASON;

import io.duly.cases.StatedReason.Outcome;
import io.duly.cases.StatedReason.Verification;
import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Why debtors say they have not paid; each reason is verified, not believed and not disbelieved (P26). */
@Component
public final class Reasons {
  private static final int DAYS_TO_VERIFY = 3;

  private final CaseJournal cases;
  private final Tasks tasks;
  private final IdSource ids;

  Reasons(CaseJournal cases, Tasks tasks, IdSource ids) {
    this.cases = cases;
    this.tasks = tasks;
    this.ids = ids;
  }

  /**
   * Keeps what the debtor said and asks a person to check it within three days.
   *
   * @param whomToAsk who can confirm it, where that is known yet
   * @throws CannotRecord where the case is unknown or closed, or nothing was said
   */
  public UUID record(
      DSLContext tx, CaseId id, ReasonCategory category, String ownWords, Optional<String> whomToAsk, Recorded by) {
    return record(tx, id, category, ownWords, whomToAsk, by.on().plusDays(DAYS_TO_VERIFY), by);
  }

  /**
   * The same, to be checked by a day.
   *
   * @param checkBy not before the business date
   * @throws CannotRecord as above, or where that day is over
   */
  public UUID record(
      DSLContext tx, CaseId id, ReasonCategory category, String ownWords, Optional<String> whomToAsk, LocalDate checkBy, Recorded by) {
    var head = cases.open(tx, id);
    if (ownWords.isBlank()) {
      throw new CannotRecord("Write down what the debtor said, in their own words.");
    }
    if (checkBy.isBefore(by.on())) {
      throw new CannotRecord("It would have to be checked by " + checkBy + ", before today, " + by.on() + ".");
    }
    var reason = ids.next();
    tx.insertInto(REASON)
        .set(REASON.ID, reason)
        .set(REASON.CREDITOR_ID, head.creditor().value())
        .set(REASON.CASE_ID, id.value())
        .set(REASON.CATEGORY, Words.of(category))
        .set(REASON.OWN_WORDS, ownWords)
        .set(REASON.STATED_ON, by.on())
        .set(REASON.RECORDED_BY, by.actor())
        .set(REASON.RECORDED_AT, Words.at(by.recordedAt()))
        .set(REASON.WHOM_TO_ASK, whomToAsk.orElse(null))
        .execute();
    var facts =
        Map.of(
            "reason", reason.toString(),
            "category", Words.of(category),
            "ownWords", ownWords,
            "whomToAsk", whomToAsk.orElse(""));
    cases.write(tx, List.of(head), "reason-recorded", "The debtor says: " + ownWords, facts, by);
    var ask = whomToAsk.map(whom -> "ask " + whom).orElse("find out whom to ask");
    tasks.open(tx, id, TaskKind.VERIFY, ask + ": " + category.sentence(), checkBy, by);
    return reason;
  }

  /**
   * Writes down what came out when a reason was checked, once.
   *
   * @param how whom was asked, what was looked at
   * @param impression the collector's own, apart from fact
   * @throws CannotRecord where the reason is unknown or was checked before
   */
  public void verify(
      DSLContext tx, UUID reason, Outcome outcome, String how, Optional<String> impression, Recorded by) {
    var caseId =
        tx.update(REASON)
            .set(REASON.OUTCOME, Words.of(outcome))
            .set(REASON.VERIFIED_ON, by.on())
            .set(REASON.VERIFIED_HOW, how)
            .set(REASON.IMPRESSION, impression.orElse(null))
            .where(REASON.ID.eq(reason))
            .and(REASON.OUTCOME.isNull())
            .returningResult(REASON.CASE_ID)
            .fetchOptional()
            .map(row -> new CaseId(row.value1()))
            .orElseThrow(() -> new CannotRecord("There is no reason " + reason + " that waits to be verified."));
    var facts =
        Map.of(
            "reason", reason.toString(),
            "outcome", Words.of(outcome),
            "how", how,
            "impression", impression.orElse(""));
    var head = cases.head(tx, caseId);
    cases.write(tx, List.of(head), "reason-verified", "Reason " + Words.of(outcome) + ": " + how, facts, by);
    Tasks.wake(tx, caseId);
    tasks.verified(tx, head, how, by);
  }

  /** All that was said for a case, the latest first. */
  public List<StatedReason> of(DSLContext tx, CaseId id) {
    return tx.selectFrom(REASON)
        .where(REASON.CASE_ID.eq(id.value()))
        .orderBy(REASON.STATED_ON.desc(), REASON.ID.desc())
        .fetch(Reasons::reason);
  }

  private static StatedReason reason(Record row) {
    return new StatedReason(
        row.get(REASON.ID),
        Words.read(ReasonCategory.class, row.get(REASON.CATEGORY)),
        row.get(REASON.OWN_WORDS),
        row.get(REASON.STATED_ON),
        row.get(REASON.RECORDED_BY),
        Optional.ofNullable(row.get(REASON.WHOM_TO_ASK)),
        Optional.ofNullable(row.get(REASON.OUTCOME)).map(outcome -> verification(row, outcome)));
  }

  private static Verification verification(Record row, String outcome) {
    return new Verification(
        Words.read(Outcome.class, outcome),
        row.get(REASON.VERIFIED_ON),
        Optional.ofNullable(row.get(REASON.VERIFIED_HOW)).orElse(""),
        Optional.ofNullable(row.get(REASON.IMPRESSION)));
  }
}
