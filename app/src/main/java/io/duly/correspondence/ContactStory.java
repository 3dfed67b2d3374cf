package io.duly.correspondence;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells the journal of the cases what people made of contacts (P20), and ends the calls that were asked for. */
@Component
final class ContactStory {
  /** So often nobody answered, and something else is tried. */
  private static final int MOST_ATTEMPTS = 3;
  /** From one attempt to the next: no seven days have more than two. */
  private static final int DAYS_BETWEEN = 4;
  /** Attempts longer ago belong to another step. */
  private static final int DAYS_BACK = 13;

  private static final String ATTEMPTS =
      """
      select count(*) from correspondence.contact c
        left join lateral (select kind from correspondence.contact_outcome o where o.contact_id = c.id
          order by recorded_at desc, id desc limit 1) o on true
       where c.debtor_id = ? and c.direction = 'out' and c.channel = 'call' and c.day between ? and ? and coalesce(o.kind, c.kind) = 'attempt'
      """;

  private final CaseJournal cases;
  private final Tasks tasks;
  private final ContactPermission permission;

  ContactStory(CaseJournal cases, Tasks tasks, ContactPermission permission) {
    this.cases = cases;
    this.tasks = tasks;
    this.permission = permission;
  }

  /** Cases are locked before their debtor, as everywhere. */
  void lock(DSLContext tx, ContactReport report) {
    cases.locked(tx, about(tx, report).stream().map(CaseHead::id).toList());
  }

  void made(DSLContext tx, UUID contact, ContactReport report, Recorded by) {
    write(tx, contact, report, "contact-made", way(report) + ": " + said(report), at(by, report));
    endCalls(tx, report, by);
  }

  /** Which number is called stands in the facts only: the summary is read aloud in lists. */
  void begun(DSLContext tx, UUID contact, ContactReport report, Recorded by) {
    var facts = new HashMap<String, Object>();
    facts.put("contact", contact.toString());
    facts.put("at", report.at().toString());
    report.reach().address().ifPresent(number -> facts.put("number", number));
    cases.write(tx, about(tx, report), "call-begun", "Call begun.", Map.copyOf(facts), by);
  }

  void theyCame(DSLContext tx, UUID contact, ContactReport report, Recorded by) {
    write(tx, contact, report, "contact-received", way(report) + " from the debtor: " + said(report), at(by, report));
  }

  void outcome(DSLContext tx, UUID contact, ContactReport report, Recorded by) {
    write(tx, contact, report, "contact-outcome", "What came of the " + way(report).toLowerCase(Locale.ROOT) + ": " + said(report), by);
    endCalls(tx, report, by);
  }

  private void write(DSLContext tx, UUID contact, ContactReport report, String kind, String summary, Recorded by) {
    var facts = new HashMap<String, Object>();
    facts.put("contact", contact.toString());
    facts.put("channel", ContactLedger.word(report.reach().channel()));
    facts.put("outcome", ContactLedger.word(report.outcome()));
    facts.put("at", report.at().toString());
    report.words().ifPresent(words -> facts.put("words", words));
    cases.write(tx, about(tx, report), kind, summary, Map.copyOf(facts), by);
  }

  private List<CaseHead> about(DSLContext tx, ContactReport report) {
    return report.recovery().map(one -> List.of(cases.head(tx, one))).orElseGet(() -> cases.openOf(tx, report.debtor()));
  }

  /** A call that was asked for is done; where nobody was reached it is asked for again at another hour, up to three times. */
  private void endCalls(DSLContext tx, ContactReport report, Recorded by) {
    if (report.reach().channel() != Channel.CALL) {
      return;
    }
    for (var head : about(tx, report)) {
      for (var task : tasks.openOf(tx, head.id())) {
        if (task.kind() == TaskKind.CALL) {
          tasks.done(tx, task.id(), said(report), by);
          again(tx, report).ifPresent(next -> tasks.open(tx, head.id(), TaskKind.CALL, next.why(), next.on(), by));
        }
      }
    }
  }

  private record Next(LocalDate on, String why) {}

  /** Empty where somebody was reached, it was tried often enough, or no call is allowed any more. */
  private Optional<Next> again(DSLContext tx, ContactReport report) {
    if (report.outcome() != CameOfIt.NO_ANSWER && report.outcome() != CameOfIt.NOT_CONNECTED) {
      return Optional.empty();
    }
    var known = permission.known(tx, report.debtor(), report.recovery(), report.at());
    var today = LocalDate.ofInstant(report.at(), known.zone());
    int tried = tx.fetchSingle(ATTEMPTS, report.debtor().value(), today.minusDays(DAYS_BACK), today).get(0, int.class);
    return tried >= MOST_ATTEMPTS ? Optional.empty() : next(known, today).map(day -> new Next(day, why(known, tried, day)));
  }

  private Optional<LocalDate> next(KnownDebtor known, LocalDate today) {
    var tomorrow = today.plusDays(DAYS_BETWEEN).atStartOfDay(known.zone()).toInstant();
    return switch (permission.ask(known, Reach.by(Channel.CALL).at(Place.MOBILE), Purpose.CHASE, tomorrow)) {
      case Answer.Allowed _ -> Optional.of(today.plusDays(DAYS_BETWEEN));
      case Answer.Refused refused -> refused.nextAllowed().map(at -> LocalDate.ofInstant(at, known.zone()));
    };
  }

  private String why(KnownDebtor known, int tried, LocalDate day) {
    return "nobody was reached, attempt " + tried + " of " + MOST_ATTEMPTS + "; " + permission.callHours(known, day).said();
  }

  private static Recorded at(Recorded by, ContactReport report) {
    return new Recorded(by.actor(), by.on(), report.at(), by.recordedAt());
  }

  private static String way(ContactReport report) {
    return switch (report.reach().channel()) {
      case CALL -> "Call";
      case VISIT -> "Visit";
      case SMS -> "Text message";
      case EMAIL -> "E-mail";
      case LETTER -> "Letter";
    };
  }

  private static String said(ContactReport report) {
    var outcome = ContactLedger.word(report.outcome()).replace('_', ' ');
    return report.words().map(words -> outcome + ". “" + words + "”").orElse(outcome);
  }
}
