package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;
import static io.duly.database.jooq.correspondence.Tables.MESSAGE;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.Invoice;
import io.duly.ledger.Ledger;
import io.duly.parties.DebtorDetails;
import io.duly.parties.Parties;
import io.duly.testing.Office;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** A creditor of its own with one debtor, one overdue invoice of 1,200.00 EUR and its case, on 1 June 2026. */
public final class Casework {
  public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  public static final Recorded BY_ANNA = by(TODAY);

  private final Office office;
  public final DSLContext sql;
  public final CreditorId creditor;
  public final DebtorId debtor;
  public final InvoiceId invoice;
  public final CaseId caseId;

  public Casework(Office office) {
    this.office = office;
    sql = office.the(DSLContext.class);
    creditor = the(Parties.class).creditor(sql, "Brightwell Supplies " + UUID.randomUUID()).id();
    debtor = debtor("K-1", "Hotel Seeblick GmbH");
    invoice = invoice(debtor, "4711", "1200.00", "EUR");
    caseId = openCase(debtor, "EUR");
  }

  /** A facade. */
  public <T> T the(Class<T> facade) {
    return office.the(facade);
  }

  public static Recorded by(LocalDate day) {
    return Recorded.by(Recorded.person("anna"), day, day.atTime(9, 30).toInstant(ZoneOffset.UTC));
  }

  public static Money eur(String amount) {
    return Money.ofMajor(new BigDecimal(amount), Currency.getInstance("EUR"));
  }

  public DebtorId debtor(String number, String name) {
    return the(Parties.class).store(sql, creditor, List.of(DebtorDetails.named(number, name))).id(number);
  }

  /** Issued 60 days ago, due 30 days ago. */
  public InvoiceId invoice(DebtorId whose, String number, String amount, String currency) {
    var id = new InvoiceId(the(IdSource.class).next());
    var gross = Money.ofMajor(new BigDecimal(amount), Currency.getInstance(currency));
    the(Ledger.class)
        .record(sql, List.of(Invoice.of(id, creditor, whose, number, gross, TODAY.minusDays(60), TODAY.minusDays(30))));
    return id;
  }

  /** A case as the daily cycle leaves it. */
  public CaseId openCase(DebtorId whose, String currency) {
    var id = the(IdSource.class).next();
    sql.insertInto(RECOVERY_CASE)
        .set(RECOVERY_CASE.ID, id)
        .set(RECOVERY_CASE.NUMBER, sql.fetchSingle("select nextval('cases.case_number')").get(0, Long.class))
        .set(RECOVERY_CASE.CREDITOR_ID, creditor.value())
        .set(RECOVERY_CASE.DEBTOR_ID, whose.value())
        .set(RECOVERY_CASE.CURRENCY, currency)
        .set(RECOVERY_CASE.STAGE, "reminder")
        .set(RECOVERY_CASE.OPENED_ON, TODAY.minusDays(29))
        .set(RECOVERY_CASE.NEXT_ACTION, "wait")
        .set(RECOVERY_CASE.NEXT_ACTION_ON, TODAY.plusDays(3))
        .set(RECOVERY_CASE.REVIEW_ON, TODAY.plusDays(3))
        .set(RECOVERY_CASE.BECAUSE, "waits: the second reminder is due on 2026-06-04")
        .execute();
    return new CaseId(id);
  }

  /** A draft that waits to be sent. */
  public UUID draft(LocalDate day) {
    var id = UUID.randomUUID();
    sql.insertInto(MESSAGE)
        .set(MESSAGE.ID, id)
        .set(MESSAGE.CREDITOR_ID, creditor.value())
        .set(MESSAGE.DEBTOR_ID, debtor.value())
        .set(MESSAGE.CASE_ID, caseId.value())
        .set(MESSAGE.CHANNEL, "email")
        .set(MESSAGE.STEP, "first-reminder")
        .set(MESSAGE.TEMPLATE, "first-reminder")
        .set(MESSAGE.TONE, "friendly")
        .set(MESSAGE.LANGUAGE, "de")
        .set(MESSAGE.STATE, "checked")
        .set(MESSAGE.PLANNED_ON, day)
        .set(MESSAGE.CURRENCY, "EUR")
        .set(MESSAGE.INVOICE_IDS, new UUID[] {invoice.value()})
        .set(MESSAGE.AMOUNTS, new Long[] {120000L})
        .execute();
    return id;
  }

  public String stateOf(UUID message) {
    return sql.select(MESSAGE.STATE).from(MESSAGE).where(MESSAGE.ID.eq(message)).fetchSingle().value1();
  }

  /** The cycle has decided it and nothing has happened since. */
  public void decided() {
    sql.update(RECOVERY_CASE).set(RECOVERY_CASE.TOUCHED, false).where(RECOVERY_CASE.DEBTOR_ID.eq(debtor.value())).execute();
  }

  public boolean touched(CaseId id) {
    return sql.select(RECOVERY_CASE.TOUCHED)
        .from(RECOVERY_CASE)
        .where(RECOVERY_CASE.ID.eq(id.value()))
        .fetchSingle()
        .value1();
  }

  /** The kinds of the case's journal entries, in order. */
  public List<String> journalKinds(CaseId id) {
    return sql.fetch("select kind from journal.entry where case_id = ? order by seq", id.value()).getValues(0, String.class);
  }

  public Instant recordedAt(CaseId id) {
    return sql.fetchSingle("select max(recorded_at) from journal.entry where case_id = ?", id.value()).get(0, Instant.class);
  }
}
