package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;
import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.strategy.Stage;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which cases a change is about, and its line in the journal of each (invariant 8). */
@Component
public final class CaseJournal {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Journal journal;

  CaseJournal(Journal journal) {
    this.journal = journal;
  }

  /** @throws CannotRecord where there is no such case, or the caller may not see it */
  public CaseHead head(DSLContext tx, CaseId id) {
    return heads(tx, RECOVERY_CASE.ID.eq(id.value())).stream()
        .findFirst()
        .orElseThrow(() -> new CannotRecord("There is no case " + id + "; ./duly case list shows the cases."));
  }

  /** @throws CannotRecord where the case is unknown or closed */
  public CaseHead open(DSLContext tx, CaseId id) {
    var head = head(tx, id);
    if (!head.isOpen()) {
      throw new CannotRecord("Case " + head.number() + " is closed; only notes can be added to it.");
    }
    return head;
  }

  /** Each once, by its id. */
  public Map<CaseId, CaseHead> heads(DSLContext tx, Collection<CaseId> cases) {
    return heads(tx, RECOVERY_CASE.ID.eq(DSL.any(cases.stream().map(CaseId::value).distinct().toArray(UUID[]::new)))).stream().collect(Collectors.toMap(CaseHead::id, head -> head));
  }

  /** The open cases of a debtor, one per currency. */
  public List<CaseHead> openOf(DSLContext tx, DebtorId debtor) {
    return heads(tx, RECOVERY_CASE.DEBTOR_ID.eq(debtor.value()).and(RECOVERY_CASE.STAGE.ne("closed")));
  }

  /** The latest case that an invoice belongs or belonged to, open or closed. */
  public Optional<CaseHead> latestOf(DSLContext tx, InvoiceId invoice) {
    return tx.selectFrom(RECOVERY_CASE)
        .where(
            DSL.row(RECOVERY_CASE.DEBTOR_ID, RECOVERY_CASE.CURRENCY)
                .eq(DSL.select(INVOICE.DEBTOR_ID, INVOICE.CURRENCY).from(INVOICE).where(INVOICE.ID.eq(invoice.value()))))
        .orderBy(RECOVERY_CASE.CLOSED_ON.isNull().desc(), RECOVERY_CASE.OPENED_ON.desc(), RECOVERY_CASE.NUMBER.desc())
        .limit(1)
        .fetchOptional(CaseJournal::head);
  }

  /** The open case of a debtor in a currency. */
  public Optional<CaseHead> openOf(DSLContext tx, DebtorId debtor, Currency currency) {
    return openOf(tx, debtor).stream().filter(one -> one.currency().equals(currency)).findFirst();
  }

  /**
   * Adds one line to the journal of each case.
   *
   * @param kind as {@link JournalEntry#kind}
   * @param facts names and values: text, numbers, lists and maps of them; dates and ids as text
   */
  public void write(
      DSLContext tx, Collection<CaseHead> cases, String kind, String summary, Map<String, ?> facts, Recorded by) {
    var body = JSON.writeValueAsString(facts);
    var entries = cases.stream().map(one -> entry(one, kind, summary, body, by)).toList();
    journal.append(tx, by.recordedAt(), entries);
  }

  /** Adds a line that names a document of the archive. */
  public void write(DSLContext tx, CaseHead one, String kind, String summary, Map<String, ?> facts, Sha256 document, Recorded by) {
    var body = JSON.writeValueAsString(facts);
    journal.append(
        tx, by.recordedAt(),
        List.of(new JournalEntry(one.id(), one.creditor(), kind, by.occurredAt(), by.actor(), summary, body, Optional.of(document))));
  }

  /** A line for a case, to be written with others. */
  public JournalEntry entry(CaseHead one, String kind, String summary, Map<String, ?> facts, Recorded by) {
    return entry(one, kind, summary, JSON.writeValueAsString(facts), by);
  }

  /** Adds lines of any number of cases, in a few statements. */
  public void write(DSLContext tx, List<JournalEntry> entries, Recorded by) {
    tx.connection(connection -> journal.appendBulk(connection, by.recordedAt(), entries));
  }

  /** The open ones of these cases, locked in the order of their ids until the transaction ends. */
  public List<CaseHead> locked(DSLContext tx, Collection<CaseId> cases) {
    return tx.selectFrom(RECOVERY_CASE)
        .where(RECOVERY_CASE.ID.eq(DSL.any(cases.stream().map(CaseId::value).toArray(UUID[]::new))))
        .and(RECOVERY_CASE.STAGE.ne("closed"))
        .orderBy(RECOVERY_CASE.ID)
        .forNoKeyUpdate()
        .fetch(CaseJournal::head);
  }

  private static JournalEntry entry(CaseHead one, String kind, String summary, String body, Recorded by) {
    return new JournalEntry(
        one.id(), one.creditor(), kind, by.occurredAt(), by.actor(), summary, body, Optional.empty());
  }

  private static List<CaseHead> heads(DSLContext tx, Condition condition) {
    return tx.selectFrom(RECOVERY_CASE).where(condition).orderBy(RECOVERY_CASE.ID).fetch(CaseJournal::head);
  }

  private static CaseHead head(Record row) {
    return new CaseHead(
        new CaseId(row.get(RECOVERY_CASE.ID)),
        row.get(RECOVERY_CASE.NUMBER),
        new CreditorId(row.get(RECOVERY_CASE.CREDITOR_ID)),
        new DebtorId(row.get(RECOVERY_CASE.DEBTOR_ID)),
        Currency.getInstance(row.get(RECOVERY_CASE.CURRENCY)),
        Words.read(Stage.class, row.get(RECOVERY_CASE.STAGE)));
  }
}
