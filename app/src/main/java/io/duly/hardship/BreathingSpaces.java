package io.duly.hardship;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records breathing space: contact stops at once, and a person looks before it ends how to go on. The journal, which many read, says
 * until when and no more.
 */
@Component
public final class BreathingSpaces {
  /** How long it lasts where neither a day nor a law says it. */
  public static final int DAYS = 60;

  /** How the task begins that asks to look how to go on. */
  static final String LOOK = "breathing space: look with them how to go on";

  private static final int LONGEST = 4_000;
  private static final int LOOKED_AT_BEFORE = 7;
  /** Where the end is not known, somebody asks how they are. */
  private static final int ASKED_AGAIN_AFTER = 20;

  private static final int MOST_DAYS = 366;
  private static final int AHEAD = 7;
  private static final String RUNS = "select exists (select from hardship.space s where s.debtor_id = ? and s.closed_on is null)";

  private final CaseJournal cases;
  private final Holds holds;
  private final Tasks tasks;
  private final IdSource ids;

  BreathingSpaces(CaseJournal cases, Holds holds, Tasks tasks, IdSource ids) {
    this.cases = cases;
    this.holds = holds;
    this.tasks = tasks;
    this.ids = ids;
  }

  /** What was recorded of the debtor of a case, the latest first, with as much of it as the reader needs. */
  public List<Space> of(DSLContext tx, CaseId id) {
    return SpaceRows.of(tx, id);
  }

  /** What leaves the debtor in peace on a day; that of a law first. */
  public Optional<Space> running(DSLContext tx, DebtorId debtor, LocalDate day) {
    var all = SpaceRows.of(tx, debtor).stream().filter(one -> one.holdsOn(day)).toList();
    return all.stream().filter(Space::statutory).findFirst().or(() -> all.stream().findFirst());
  }

  /** Whether the debtor is to be treated with care. */
  public boolean needsCare(DSLContext tx, DebtorId debtor) {
    return tx.fetchSingle(RUNS, debtor.value()).get(0, Boolean.class);
  }

  /**
   * Records it, for all cases of the debtor. An earlier one of the same kind that is over is closed by it.
   *
   * @throws CannotRecord where the case is closed, one of the kind runs already, its days are in no order, or something was told that
   *     nobody agreed to
   */
  public UUID record(DSLContext tx, CaseId id, NewSpace asked, Recorded by) {
    var head = cases.open(tx, id);
    boolean statutory = asked.notice().isPresent();
    var since = asked.since().orElse(by.on());
    var until = until(asked, since);
    var look = lookOn(asked, since, until, by.on());
    refuse(asked, since, until, look, by.on());
    closeEarlier(tx, head, statutory, by);
    var hold = holds.place(tx, head.creditor(), head.debtor(), new HoldRequest(HoldKind.HARDSHIP, why(statutory), until), by);
    var space = ids.next();
    tx.execute(
        "insert into hardship.space (id, creditor_id, debtor_id, since, until, review_on, statutory, charges_rest, hold_id, recorded_by, recorded_at) values (?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?::timestamptz)",
        space, head.creditor().value(), head.debtor().value(), since, until.orElse(null), look, statutory, statutory || asked.chargesRest(), hold, by.actor(),
        by.recordedAt().atOffset(ZoneOffset.UTC));
    tell(tx, head, space, asked, by);
    tasks.open(tx, id, TaskKind.REVIEW, LOOK, look, by);
    write(tx, head.debtor(), "breathing-space", sentence(statutory, until, look), facts(space, until, look), by);
    return space;
  }

  /**
   * The hold of breathing space until a day, for all cases of the debtor: of the one that runs where it lasts so long, else of one
   * that is recorded. What made it hard is not kept, for nobody was asked.
   *
   * @param until its last day; empty for {@value #DAYS} days
   * @throws CannotRecord as for a record, and where one runs that ends earlier
   */
  public UUID hold(DSLContext tx, CaseId id, Optional<LocalDate> until, ToldBy toldBy, Recorded by) {
    var asked = until.map(day -> NewSpace.until(day, toldBy)).orElseGet(() -> NewSpace.usual(toldBy));
    var runs = of(tx, id).stream().filter(one -> !one.statutory() && one.holdsOn(by.on())).filter(one -> reaches(one, until)).map(Space::id).findFirst();
    var space = runs.orElseGet(() -> record(tx, id, asked, by));
    return tx.fetchSingle("select hold_id from hardship.space where id = ?", space).get(0, UUID.class);
  }

  /**
   * A hold that a person asks for in a case. For hardship it is breathing space of the debtor, in every case, and their sentence is not
   * kept: what was told is kept with consent only, and where few read it.
   */
  public UUID place(DSLContext tx, CaseId id, HoldRequest asked, Recorded by) {
    return asked.kind() == HoldKind.HARDSHIP ? hold(tx, id, asked.until(), ToldBy.CALL, by) : holds.place(tx, id, asked, by);
  }

  private static boolean reaches(Space one, Optional<LocalDate> until) {
    return one.until().isEmpty() || until.isEmpty() || !until.get().isAfter(one.until().get());
  }

  private static Optional<LocalDate> until(NewSpace asked, LocalDate since) {
    return asked.notice()
        .map(notice -> notice.moratorium().from(since, Optional.empty(), Optional.empty()).last())
        .orElseGet(() -> asked.until().or(() -> Optional.of(since.plusDays(DAYS - 1L))));
  }

  private static LocalDate lookOn(NewSpace asked, LocalDate since, Optional<LocalDate> until, LocalDate today) {
    var first = since.isBefore(today) ? today : since;
    return asked.reviewOn().orElseGet(() -> until.map(last -> last.minusDays(LOOKED_AT_BEFORE)).map(day -> day.isBefore(first) ? first : day).orElse(first.plusDays(ASKED_AGAIN_AFTER)));
  }

  private static void refuse(NewSpace asked, LocalDate since, Optional<LocalDate> until, LocalDate look, LocalDate today) {
    if (until.filter(last -> last.isBefore(today) || last.isBefore(since)).isPresent()) {
      throw new CannotRecord("The breathing space would be over on " + until.get() + " already; say a later day.");
    }
    if (since.isAfter(today.plusDays(AHEAD)) || until.filter(last -> last.isAfter(since.plusDays(MOST_DAYS))).isPresent()) {
      throw new CannotRecord("Breathing space begins within a week and lasts a year at most; it can be made longer when somebody has looked.");
    }
    if (look.isBefore(today) || look.isBefore(since) || until.filter(look::isAfter).isPresent()) {
      throw new CannotRecord("A person looks how to go on before it is over: say a day from today to its last.");
    }
    if ((asked.words().isPresent() || asked.trouble().isPresent()) && asked.consent().isEmpty()) {
      throw new CannotRecord("What was told is kept with consent only: say who agreed and how, or leave it out.");
    }
    if (asked.words().filter(text -> text.isBlank() || text.length() > LONGEST).isPresent()) {
      throw new CannotRecord("Write what was told in up to " + LONGEST + " signs, or leave it out.");
    }
  }

  private void closeEarlier(DSLContext tx, CaseHead head, boolean statutory, Recorded by) {
    var earlier = SpaceRows.of(tx, head.debtor()).stream().filter(one -> one.statutory() == statutory && one.stands()).findFirst();
    if (earlier.filter(one -> one.holdsOn(by.on())).isPresent()) {
      throw new CannotRecord("Breathing space runs already; make it longer, or end it first.");
    }
    earlier.ifPresent(one -> tx.execute("update hardship.space set closed_on = ?, closed_by = ? where id = ?", by.on(), by.actor(), one.id()));
  }

  private static void tell(DSLContext tx, CaseHead head, UUID space, NewSpace asked, Recorded by) {
    var consent = asked.consent();
    var notice = asked.notice();
    tx.execute(
        "insert into hardship.telling (space_id, creditor_id, debtor_id, recorded_by, told_by, kind, words, consent_on, consent_by, consent_how, moratorium, reference, notified_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?)",
        space, head.creditor().value(), head.debtor().value(), by.actor(), word(asked.toldBy()), asked.trouble().map(BreathingSpaces::word).orElse(null),
        asked.words().map(String::strip).orElse(null), consent.map(_ -> by.on()).orElse(null), consent.map(Consent::by).orElse(null),
        consent.map(one -> word(one.how())).orElse(null), notice.map(one -> one.moratorium().word()).orElse(null), notice.map(Notice::reference).orElse(null),
        notice.map(Notice::by).orElse(null));
  }

  void write(DSLContext tx, DebtorId debtor, String kind, String said, Map<String, ?> facts, Recorded by) {
    cases.write(tx, cases.openOf(tx, debtor), kind, said, facts, by);
  }

  static Map<String, ?> facts(UUID space, Optional<LocalDate> until, @Nullable LocalDate look) {
    return Map.of("space", space.toString(), "until", until.map(LocalDate::toString).orElse(""), "reviewOn", look == null ? "" : look.toString());
  }

  static String why(boolean statutory) {
    return statutory ? "breathing space by law" : "breathing space";
  }

  private static String sentence(boolean statutory, Optional<LocalDate> until, LocalDate look) {
    var what = statutory ? "Breathing space by law" : "Breathing space";
    var end = until.map(day -> " until " + day).orElse(", its end not known yet");
    return what + end + ": nobody writes or calls. A person looks on " + look + " how to go on.";
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
