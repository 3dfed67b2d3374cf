package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.CREDITOR;
import static io.duly.database.jooq.parties.Tables.DEBTOR;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Creditors and debtors. What takes part in a transaction takes that transaction as its first argument. */
@Component
public final class Parties {
  private final IdSource ids;

  Parties(IdSource ids) {
    this.ids = ids;
  }

  /** The creditor of that name, made with the defaults where there is none; two callers at once get the same. */
  public Creditor creditor(DSLContext tx, String name) {
    tx.insertInto(CREDITOR)
        .set(CREDITOR.ID, ids.next())
        .set(CREDITOR.NAME, name)
        .onConflict(CREDITOR.NAME)
        .doNothing()
        .execute();
    return findCreditor(tx, name).orElseThrow();
  }

  public Optional<Creditor> findCreditor(DSLContext tx, String name) {
    return tx.selectFrom(CREDITOR).where(CREDITOR.NAME.eq(name)).fetchOptional(Parties::creditor);
  }

  /** All of them, by name. */
  public List<Creditor> creditors(DSLContext tx) {
    return tx.selectFrom(CREDITOR).orderBy(CREDITOR.NAME).fetch(Parties::creditor);
  }

  /** Writes everything about a creditor but its id. */
  public void change(DSLContext tx, Creditor creditor) {
    tx.update(CREDITOR)
        .set(CREDITOR.NAME, creditor.name())
        .set(CREDITOR.COUNTRY, creditor.country().orElse(null))
        .set(CREDITOR.CURRENCY, creditor.currency().getCurrencyCode())
        .set(CREDITOR.LANGUAGE, creditor.language())
        .set(CREDITOR.TIME_ZONE, creditor.timeZone().getId())
        .set(CREDITOR.POLICY, creditor.policy())
        .where(CREDITOR.ID.eq(creditor.id().value()))
        .execute();
  }

  /** From now on the daily run posts what may be charged for this creditor, or only shows it. */
  public void chargesPosted(DSLContext tx, CreditorId creditor, boolean posted) {
    tx.update(CREDITOR).set(CREDITOR.CHARGES, posted ? "posted" : "shown").where(CREDITOR.ID.eq(creditor.value())).execute();
  }

  /** Whether the daily run posts what may be charged for this creditor. */
  public boolean chargesPosted(DSLContext tx, CreditorId creditor) {
    return tx.fetchExists(CREDITOR, CREDITOR.ID.eq(creditor.value()).and(CREDITOR.CHARGES.eq("posted")));
  }

  /** Whose debts are collected under the creditor's name, as the law of contacts tells it apart. */
  public void collects(DSLContext tx, CreditorId creditor, boolean forAnother) {
    tx.update(CREDITOR)
        .set(CREDITOR.COLLECTS, forAnother ? "for_another" : "own_debts")
        .where(CREDITOR.ID.eq(creditor.value()))
        .execute();
  }

  /** Whether the creditor collects what is owed to somebody else. */
  public boolean collectsForAnother(DSLContext tx, CreditorId creditor) {
    return tx.fetchExists(CREDITOR, CREDITOR.ID.eq(creditor.value()).and(CREDITOR.COLLECTS.eq("for_another")));
  }

  /**
   * Takes in what the creditor's own list of debtors says: new ones are made, known ones take over whatever part is
   * given; a former name is kept among the other spellings. Several rows of one number are put together, later ones last.
   */
  public DebtorsStored store(DSLContext tx, CreditorId creditor, Collection<DebtorDetails> debtors) {
    return new DebtorBatch(creditor, debtors).store(tx, ids);
  }

  /**
   * Takes in debtors as an invoice or payment file mentions them: new ones are made, of known ones only what was not
   * known is filled in, and another spelling of the name is kept beside the name.
   */
  public DebtorsStored mention(DSLContext tx, CreditorId creditor, Collection<DebtorDetails> debtors) {
    return new DebtorBatch(creditor, debtors).mention(tx, ids);
  }

  public Optional<Debtor> debtor(DSLContext tx, DebtorId id) {
    return tx.selectFrom(DEBTOR).where(DEBTOR.ID.eq(id.value())).fetchOptional(DebtorRow::debtor);
  }

  /** Writes what the debtor is worth to the creditor, all of it. */
  public void relate(DSLContext tx, DebtorId id, Relationship relationship) {
    tx.update(DEBTOR)
        .set(DEBTOR.RELATIONSHIP_VALUE, relationship.yearlyValue().orElse(null))
        .set(DEBTOR.CUSTOMER_SINCE, relationship.since().orElse(null))
        .set(DEBTOR.ACCOUNT_MANAGER, relationship.manager().orElse(null))
        .set(DEBTOR.ACCOUNT_MANAGER_EMAIL, relationship.managerEmail().orElse(null))
        .where(DEBTOR.ID.eq(id.value()))
        .execute();
  }

  /** Which of these numbers of the creditor are known. */
  public Map<String, DebtorId> byNumber(DSLContext tx, CreditorId creditor, Collection<String> externalIds) {
    var found = new HashMap<String, DebtorId>();
    tx.select(DEBTOR.EXTERNAL_ID, DEBTOR.ID)
        .from(DEBTOR)
        .where(DEBTOR.CREDITOR_ID.eq(creditor.value()))
        .and(DEBTOR.EXTERNAL_ID.eq(DSL.any(externalIds.toArray(String[]::new))))
        .forEach(row -> found.put(row.value1(), new DebtorId(row.value2())));
    return found;
  }

  private static Creditor creditor(Record row) {
    return new Creditor(
        new CreditorId(row.get(CREDITOR.ID)),
        row.get(CREDITOR.NAME),
        Optional.ofNullable(row.get(CREDITOR.COUNTRY)),
        Currency.getInstance(row.get(CREDITOR.CURRENCY)),
        row.get(CREDITOR.LANGUAGE),
        ZoneId.of(row.get(CREDITOR.TIME_ZONE)),
        row.get(CREDITOR.POLICY));
  }
}
