package io.duly.hardship;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Task;
import io.duly.cases.Tasks;
import io.duly.kernel.CaseId;
import io.duly.moratorium.Moratoria;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What becomes of breathing space: it is looked at, made longer, ended early, and one day needed no more. */
@Component
public final class Aftercare {
  private static final int MOST_DAYS = 366;
  private static final int MOST_WORDS = 40_000;

  /** How the task says that something was told, which stands where few read it. */
  private static final String MORE = "breathing space: read what more was told";

  private static final String TOLD =
      """
      update hardship.telling set words = ?, consent_on = case when withdrawn_on is null then coalesce(consent_on, v.today) else v.today end,
          consent_by = case when withdrawn_on is null then coalesce(consent_by, v.whose) else v.whose end,
          consent_how = case when withdrawn_on is null then coalesce(consent_how, v.how) else v.how end, withdrawn_on = null, withdrawn_recorded_by = null
        from (values (?::date, ?::text, ?::text)) v (today, whose, how) where space_id = ?
      """;

  private final BreathingSpaces spaces;
  private final CaseJournal cases;
  private final Holds holds;
  private final Tasks tasks;

  Aftercare(BreathingSpaces spaces, CaseJournal cases, Holds holds, Tasks tasks) {
    this.spaces = spaces;
    this.cases = cases;
    this.holds = holds;
    this.tasks = tasks;
  }

  /**
   * A person looked: once it is over the debtor is written to, gently.
   *
   * @throws CannotRecord where there is none, or the record is closed
   */
  public void takeUp(DSLContext tx, CaseId id, UUID space, Recorded by) {
    var one = standing(tx, id, space);
    tx.execute("update hardship.space set reviewed_on = ?, reviewed_by = ? where id = ?", by.on(), by.actor(), space);
    looked(tx, id, "taken up again gently", by);
    write(tx, id, "breathing-space-reviewed", "Somebody looked how to go on: they are taken up again gently" + one.until().map(day -> ", not before " + day.plusDays(1)).orElse("") + ".", one, by);
  }

  /**
   * What the debtor tells while it runs: kept with what was told first, read by the same few, and a person is asked to read it. Told twice it is kept once.
   *
   * @param words as they were said
   * @param consent that they are kept; given anew where it was taken back
   * @throws CannotRecord where there is none, the record is closed, or there is no room for more
   */
  public void told(DSLContext tx, CaseId id, UUID space, String words, Consent consent, Recorded by) {
    var one = standing(tx, id, space);
    tx.fetch("select from hardship.telling where space_id = ? for update", space);
    var row = tx.fetchSingle("select coalesce(words, ''), withdrawn_on is null from hardship.telling where space_id = ?", space);
    var before = row.get(0, String.class);
    if (before.contains(words.strip()) && row.get(1, Boolean.class)) {
      return;
    }
    var all = (before.isEmpty() ? "" : before + "\n\n") + (before.isEmpty() ? "" : by.on() + ": ") + words.strip();
    if (all.length() > MOST_WORDS) {
      throw new CannotRecord("There is no room for more beside what was told of this breathing space.");
    }
    tx.execute(TOLD, all, by.on(), consent.by(), BreathingSpaces.word(consent.how()), space);
    tasks.open(tx, id, TaskKind.REVIEW, MORE, by.on(), by);
    write(tx, id, "breathing-space-told", "They told more of what makes it hard; those who need it find it with the breathing space.", one, by);
  }

  /**
   * It goes on until a later day.
   *
   * @throws CannotRecord where there is none, a law says how long it lasts, or the days are in no order
   */
  public void extend(DSLContext tx, CaseId id, UUID space, LocalDate until, LocalDate reviewOn, Recorded by) {
    var one = standing(tx, id, space);
    if (one.statutory()) {
      throw new CannotRecord("A law says how long this breathing space lasts; record one of our own beside it.");
    }
    if (!until.isAfter(by.on()) || one.until().filter(until::isAfter).isEmpty() || until.isAfter(by.on().plusDays(MOST_DAYS))) {
      throw new CannotRecord("Say a later last day than now, within a year.");
    }
    if (reviewOn.isBefore(by.on()) || reviewOn.isAfter(until)) {
      throw new CannotRecord("A person looks how to go on before it is over: say a day from today to its last.");
    }
    looked(tx, id, "it goes on until " + until, by);
    runs(tx, id, one, until, reviewOn, by);
  }

  /**
   * A treatment has ended, and with it the end of the breathing space is known.
   *
   * @throws CannotRecord where it does not depend on one, or that is known already
   */
  public void treated(DSLContext tx, CaseId id, UUID space, LocalDate day, Recorded by) {
    var one = standing(tx, id, space);
    var notice = one.telling().flatMap(Telling::notice).filter(Telling.Noticed::treatmentOpen).orElseThrow(() -> new CannotRecord("Its end does not depend on a treatment that goes on."));
    if (day.isAfter(by.on()) || day.isBefore(one.since())) {
      throw new CannotRecord("Say the day on which the treatment ended, from " + one.since() + " to today.");
    }
    var last = Moratoria.of(notice.word()).orElseThrow().from(one.since(), Optional.of(day), Optional.empty()).last().orElseThrow();
    tx.execute("update hardship.telling set treatment_ended_on = ? where space_id = ?", day, space);
    if (last.isBefore(by.on())) {
      end(tx, id, one, last.plusDays(1), by);
      return;
    }
    var look = last.minusDays(7).isBefore(by.on()) ? by.on() : last.minusDays(7);
    runs(tx, id, one, last, look, by);
  }

  /**
   * Ends it before its last day.
   *
   * @param who cancelled it, and why; read by those who need it only
   * @throws CannotRecord where there is none that runs, or nothing is said
   */
  public void end(DSLContext tx, CaseId id, UUID space, String who, Recorded by) {
    var one = standing(tx, id, space);
    if (!one.holdsOn(by.on())) {
      throw new CannotRecord("This breathing space is over already.");
    }
    if (who.isBlank() || who.length() > 1000) {
      throw new CannotRecord("Say who ended it and why, in up to 1000 signs.");
    }
    tx.execute("update hardship.telling set ended_why = ? where space_id = ?", who.strip(), space);
    end(tx, id, one, by.on().isBefore(one.since()) ? one.since() : by.on(), by);
  }

  /**
   * The debtor needs no particular care any more.
   *
   * @throws CannotRecord where there is none, or it runs
   */
  public void close(DSLContext tx, CaseId id, UUID space, Recorded by) {
    var one = standing(tx, id, space);
    if (one.holdsOn(by.on())) {
      throw new CannotRecord("Breathing space runs; end it first.");
    }
    tx.execute("update hardship.space set closed_on = ?, closed_by = ?, reviewed_on = coalesce(reviewed_on, ?::date), reviewed_by = coalesce(reviewed_by, ?) where id = ?",
        by.on(), by.actor(), by.on(), by.actor(), space);
    looked(tx, id, "no particular care is needed any more", by);
    write(tx, id, "care-ended", "They need no particular care any more.", one, by);
  }

  /**
   * What was told is erased, for the debtor does not want it kept.
   *
   * @throws CannotRecord where no consent stands
   */
  public void forget(DSLContext tx, CaseId id, UUID space, Recorded by) {
    var one = found(tx, id, space);
    if (one.telling().flatMap(Telling::consent).filter(Telling.Agreed::stands).isEmpty()) {
      throw new CannotRecord("Nothing is kept by consent.");
    }
    tx.execute("update hardship.telling set kind = null, words = null, withdrawn_on = ?, withdrawn_recorded_by = ? where space_id = ?", by.on(), by.actor(), space);
    write(tx, id, "consent-taken-back", "The consent was taken back: what was told is erased.", one, by);
  }

  private void end(DSLContext tx, CaseId id, Space one, LocalDate day, Recorded by) {
    tx.execute("update hardship.space set ended_on = ?, ended_by = ?, reviewed_on = ?, reviewed_by = ? where id = ?", day, by.actor(), by.on(), by.actor(), one.id());
    lift(tx, one.id(), "the breathing space was ended early", by);
    looked(tx, id, "ended early", by);
    write(tx, id, "breathing-space-ended", "Breathing space was ended early; they are taken up again gently.", one, by);
  }

  /** The hold goes with it: the one before is over, and another stops contact in the same moment. */
  private void runs(DSLContext tx, CaseId id, Space one, LocalDate until, LocalDate look, Recorded by) {
    var head = cases.open(tx, id);
    lift(tx, one.id(), "the breathing space goes on", by);
    var hold = holds.place(tx, head.creditor(), head.debtor(), new HoldRequest(HoldKind.HARDSHIP, BreathingSpaces.why(one.statutory()), Optional.of(until)), by);
    tx.execute("update hardship.space set until = ?, review_on = ?, hold_id = ?, reviewed_on = null, reviewed_by = null, ended_on = null, ended_by = null where id = ?", until, look, hold, one.id());
    tasks.open(tx, id, TaskKind.REVIEW, BreathingSpaces.LOOK, look, by);
    var facts = BreathingSpaces.facts(one.id(), Optional.of(until), look);
    spaces.write(tx, head.debtor(), "breathing-space-extended", "Breathing space goes on until " + until + ". A person looks on " + look + " how to go on.", facts, by);
  }

  private void lift(DSLContext tx, UUID space, String why, Recorded by) {
    tx.fetchOptional("select h.id from hardship.space s join cases.hold h on h.id = s.hold_id where s.id = ? and h.lifted_on is null", space)
        .ifPresent(row -> holds.end(tx, row.get(0, UUID.class), why, by));
  }

  private void looked(DSLContext tx, CaseId id, String outcome, Recorded by) {
    List<Task> asked = tasks.openOf(tx, id).stream().filter(task -> task.kind() == TaskKind.REVIEW && task.why().contains("breathing space")).toList();
    asked.forEach(task -> tasks.done(tx, task.id(), outcome, by));
  }

  private void write(DSLContext tx, CaseId id, String kind, String said, Space one, Recorded by) {
    CaseHead head = cases.head(tx, id);
    spaces.write(tx, head.debtor(), kind, said, Map.of("space", one.id().toString()), by);
  }

  private static Space standing(DSLContext tx, CaseId id, UUID space) {
    var one = found(tx, id, space);
    if (!one.stands()) {
      throw new CannotRecord("This record was closed; record breathing space anew.");
    }
    return one;
  }

  private static Space found(DSLContext tx, CaseId id, UUID space) {
    return SpaceRows.of(tx, id).stream().filter(one -> one.id().equals(space)).findFirst().orElseThrow(() -> new CannotRecord("There is no breathing space " + space + " of this debtor."));
  }
}
