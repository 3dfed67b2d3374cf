package io.duly.correspondence;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.kernel.DebtorId;
import io.duly.rules.contact.Channel;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells the journal of the cases what people made of contacts (P20), and ends the calls that were asked for. */
@Component
final class ContactStory {
  /** So often nobody answered, and something else is tried. */
  static final int MOST_ATTEMPTS = 3;

  private static final String ATTEMPTS =
      """
      select count(*) from correspondence.contact c
        left join lateral (select kind from correspondence.contact_outcome o where o.contact_id = c.id
          order by recorded_at desc, id desc limit 1) o on true
       where c.debtor_id = ? and c.direction = 'out' and c.channel = 'call' and c.day >= ? and coalesce(o.kind, c.kind) = 'attempt'
      """;

  private final CaseJournal cases;
  private final Tasks tasks;

  ContactStory(CaseJournal cases, Tasks tasks) {
    this.cases = cases;
    this.tasks = tasks;
  }

  /** Cases are locked before their debtor, as everywhere. */
  void lock(DSLContext tx, ContactReport report) {
    cases.locked(tx, about(tx, report).stream().map(CaseHead::id).toList());
  }

  void made(DSLContext tx, UUID contact, ContactReport report, Recorded by) {
    write(tx, contact, report, "contact-made", way(report) + ": " + said(report), at(by, report));
    endCalls(tx, report, by);
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

  /** A call that was asked for is done once it reached somebody, or was tried often enough. */
  private void endCalls(DSLContext tx, ContactReport report, Recorded by) {
    if (report.reach().channel() != Channel.CALL) {
      return;
    }
    for (var head : about(tx, report)) {
      tasks.openOf(tx, head.id()).stream()
          .filter(task -> task.kind() == TaskKind.CALL)
          .filter(task -> isOver(tx, report, head.debtor(), task.createdOn()))
          .forEach(task -> tasks.done(tx, task.id(), said(report), by));
    }
  }

  private static boolean isOver(DSLContext tx, ContactReport report, DebtorId debtor, LocalDate since) {
    return switch (report.outcome()) {
      case TALK, MESSAGE_LEFT, WRONG_NUMBER, SENT -> true;
      case NO_ANSWER, NOT_CONNECTED -> tx.fetchSingle(ATTEMPTS, debtor.value(), since).get(0, int.class) >= MOST_ATTEMPTS;
    };
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
