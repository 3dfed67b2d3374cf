package io.duly.correspondence.reply;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.correspondence.Contact;
import io.duly.correspondence.Contacts;
import io.duly.correspondence.sending.Moment;
import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.journal.Sha256;
import io.duly.kernel.IdSource;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happens at once when somebody writes: everything is held, a person is asked to read, the journal has their words. */
@Component
final class Noting {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int EXCERPT = 300;
  private static final String LOCK = "select id from cases.recovery_case where debtor_id = ? and stage <> 'closed' order by id for no key update";
  private static final String OPEN =
      "select id from cases.recovery_case where debtor_id = ? and stage <> 'closed' order by (id = ?) desc, opened_on desc, number desc limit 1";

  private final CaseJournal cases;
  private final Holds holds;
  private final Tasks tasks;
  private final Contacts contacts;
  private final Journal journal;
  private final IdSource ids;

  Noting(CaseJournal cases, Holds holds, Tasks tasks, Contacts contacts, Journal journal, IdSource ids) {
    this.cases = cases;
    this.holds = holds;
    this.tasks = tasks;
    this.contacts = contacts;
    this.journal = journal;
    this.ids = ids;
  }

  /** What is known of a message when it is noted. */
  record Written(UUID id, ReadMail mail, Reading reading, Match.Found match, Sha256 document, String by, Moment at) {
    Whose whose() {
      return match.whose();
    }

    Recorded recorded() {
      return Recorded.by(by, at.day(), at.now());
    }
  }

  /** Locks the debtor's cases, as everybody does who changes what is sent, in the order of their ids. */
  static void lock(DSLContext tx, Whose whose) {
    tx.fetch(LOCK, whose.debtor().value());
  }

  /** Holds everything of the debtor until somebody has read it. */
  UUID hold(DSLContext tx, Written written) {
    var why = "a reply of " + written.at().day() + " waits to be read";
    return holds.place(tx, written.whose().creditor(), written.whose().debtor(), new HoldRequest(HoldKind.REPLY, why, Optional.empty()), written.recorded());
  }

  /** Asks a person to read it: today where it is pressing, else by tomorrow; nobody where no case is open. */
  void ask(DSLContext tx, Written written) {
    var open = tx.fetchOptional(OPEN, written.whose().debtor().value(), written.whose().recovery().value());
    if (open.isPresent()) {
      var due = written.reading().isUrgent() ? written.at().day() : written.at().day().plusDays(1);
      tasks.open(tx, new io.duly.kernel.CaseId(open.get().get(0, UUID.class)), TaskKind.REPLY, question(written), due, written.recorded());
    }
  }

  private static String question(Written written) {
    var may = written.reading().inWords();
    var urgent = written.reading().isUrgent() ? "; it is urgent" : "";
    var stranger = written.match().senderKnown() ? "" : "; its sender's address is not known of the debtor";
    return Tasks.READ_A_REPLY + (may.isEmpty() ? "" : "; it may say (a suggestion): " + may) + urgent + stranger;
  }

  /** The debtor's own words, once, in the case that they are about. */
  void tell(DSLContext tx, Written written) {
    var mail = written.mail();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("reply", written.id().toString());
    facts.put("kind", Reading.word(mail.kind()));
    facts.put("from", mail.sender().orElse(""));
    facts.put("senderKnown", written.match().senderKnown());
    facts.put("matchedBy", written.match().by());
    facts.put("subject", mail.subject());
    facts.put("words", mail.words());
    facts.put("suggestions", written.reading().meanings().stream().map(one -> Reading.word(one.meaning())).toList());
    facts.put("wishes", written.reading().wishes().stream().map(one -> Reading.word(one.wish())).toList());
    var head = cases.head(tx, written.whose().recovery());
    journal.append(tx, written.at().now(), List.of(entry(head, written, JSON.writeValueAsString(facts))));
  }

  private static JournalEntry entry(CaseHead head, Written written, String body) {
    var mail = written.mail();
    boolean automatic = mail.kind() == Reply.Kind.AUTOMATIC;
    var from = mail.sender().orElse("somebody") + (written.match().senderKnown() ? "" : ", an address that is not known of the debtor");
    var what = automatic ? "Automatic answer from " : mail.kind() == Reply.Kind.COMPLAINT ? "Complaint about our message, from " : "Reply from ";
    var summary = what + from + ": " + Plain.line(mail.subject() + " / " + mail.words(), EXCERPT);
    return new JournalEntry(
        head.id(), head.creditor(), automatic ? "automatic-answer" : "reply-received", written.at().now(), written.by(), summary, body,
        Optional.of(written.document()));
  }

  /** Into the contact ledger: they wrote to us. */
  void count(DSLContext tx, Written written) {
    var whose = written.whose();
    contacts.record(
        tx,
        new Contact(
            ids.next(), whose.creditor(), whose.debtor(), Optional.of(whose.recovery()), Contact.Direction.IN, Contact.Way.EMAIL, written.at().day(),
            Optional.empty(), Optional.of("wrote to us")));
  }

  /** Ends the hold and, where nothing else of the debtor waits to be read, the task. */
  void read(DSLContext tx, Whose whose, UUID hold, String outcome, Recorded by) {
    holds.end(tx, hold, outcome, by);
    if (tx.fetchOptional("select id from correspondence.reply where debtor_id = ? and state = 'waiting' limit 1", whose.debtor().value()).isEmpty()) {
      for (var head : cases.openOf(tx, whose.debtor())) {
        tasks.openOf(tx, head.id()).stream()
            .filter(task -> task.kind() == TaskKind.REPLY && task.why().startsWith(Tasks.READ_A_REPLY))
            .forEach(task -> tasks.done(tx, task.id(), outcome, by));
      }
    }
  }

  /** @throws CannotRecord where there is none */
  CaseHead head(DSLContext tx, io.duly.kernel.CaseId recovery) {
    return cases.head(tx, recovery);
  }

  void write(DSLContext tx, CaseHead head, String kind, String summary, java.util.Map<String, ?> facts, Recorded by) {
    cases.write(tx, List.of(head), kind, summary, facts, by);
  }
}
