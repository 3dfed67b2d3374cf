package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.ACCEPTANCE;
import static io.duly.database.jooq.parties.Tables.TERMS;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The register of terms of trade, and which debtor agreed to which version when (P01). Nothing in it is changed. */
@Component
public final class TermsOfTrade {
  private final IdSource ids;

  TermsOfTrade(IdSource ids) {
    this.ids = ids;
  }

  /** Adds a version. */
  public void publish(DSLContext tx, TermsVersion terms) {
    tx.insertInto(TERMS)
        .set(TERMS.ID, terms.id())
        .set(TERMS.CREDITOR_ID, terms.creditor().value())
        .set(TERMS.VERSION, terms.version())
        .set(TERMS.VALID_FROM, terms.validFrom())
        .set(TERMS.PAYMENT_DAYS, terms.paymentDays().orElse(null))
        .set(TERMS.INTEREST, terms.interest().orElse(null))
        .set(TERMS.LATE_FEE, terms.lateFee().orElse(null))
        .set(TERMS.COLLECTION_COSTS, terms.collectionCosts().orElse(null))
        .set(TERMS.JURISDICTION, terms.jurisdiction().orElse(null))
        .set(TERMS.DOCUMENT, terms.document().map(sha -> sha.bytes()).orElse(null))
        .execute();
  }

  /**
   * Says in figures what the clauses of a version come to; figures said before do not count any more.
   *
   * @param actor who says so
   * @throws IllegalArgumentException where its sums are in two currencies
   */
  public void say(DSLContext tx, CreditorId creditor, TermsFigures figures, String actor) {
    FiguresTable.add(tx, ids.next(), creditor, figures, actor);
  }

  /** The figures of versions, of those that have any. */
  public Map<UUID, TermsFigures> figures(DSLContext tx, Collection<UUID> terms) {
    return FiguresTable.of(tx, terms);
  }

  /** All acceptances of debtors, the earliest of each debtor first. */
  public Map<DebtorId, List<AcceptedTerms>> accepted(DSLContext tx, Collection<DebtorId> debtors) {
    return tx.select(TERMS.fields())
        .select(ACCEPTANCE.fields())
        .from(ACCEPTANCE)
        .join(TERMS)
        .on(TERMS.ID.eq(ACCEPTANCE.TERMS_ID))
        .where(ACCEPTANCE.DEBTOR_ID.eq(DSL.any(debtors.stream().map(DebtorId::value).toArray(UUID[]::new))))
        .orderBy(ACCEPTANCE.ACCEPTED_ON, TERMS.VALID_FROM, ACCEPTANCE.ID)
        .stream()
        .map(row -> new AcceptedTerms(TermsRow.terms(row), TermsRow.acceptance(row)))
        .collect(Collectors.groupingBy(one -> one.acceptance().debtor()));
  }

  /** The versions of a creditor, the latest first. */
  public List<TermsVersion> versions(DSLContext tx, CreditorId creditor) {
    return tx.selectFrom(TERMS)
        .where(TERMS.CREDITOR_ID.eq(creditor.value()))
        .orderBy(TERMS.VALID_FROM.desc(), TERMS.VERSION.desc())
        .fetch(TermsRow::terms);
  }

  /** Records that debtors of a creditor agreed. */
  public void accept(DSLContext tx, CreditorId creditor, Collection<Acceptance> acceptances) {
    tx.batchInsert(acceptances.stream().map(one -> TermsRow.of(ids.next(), creditor, one)).toList()).execute();
  }

  /** What a debtor had agreed to last by the end of a day. */
  public Optional<AcceptedTerms> accepted(DSLContext tx, DebtorId debtor, LocalDate day) {
    return tx.select(TERMS.fields())
        .select(ACCEPTANCE.fields())
        .from(ACCEPTANCE)
        .join(TERMS)
        .on(TERMS.ID.eq(ACCEPTANCE.TERMS_ID))
        .where(ACCEPTANCE.DEBTOR_ID.eq(debtor.value()))
        .and(ACCEPTANCE.ACCEPTED_ON.le(day))
        .orderBy(ACCEPTANCE.ACCEPTED_ON.desc(), TERMS.VALID_FROM.desc(), ACCEPTANCE.ID.desc())
        .limit(1)
        .fetchOptional(row -> new AcceptedTerms(TermsRow.terms(row), TermsRow.acceptance(row)));
  }

  /** Which of these were invoiced before the debtor had agreed to any terms; one question, however many. */
  public Set<IssuedTo> withoutTerms(DSLContext tx, Collection<IssuedTo> issued) {
    var found = new HashSet<IssuedTo>();
    tx.resultQuery(
            """
            select i.debtor_id, i.day from unnest({0}::uuid[], {1}::date[]) i(debtor_id, day)
             where not exists (select from parties.acceptance a where a.debtor_id = i.debtor_id and a.accepted_on <= i.day)
            """,
            DSL.val(issued.stream().map(one -> one.debtor().value()).toArray(UUID[]::new)),
            DSL.val(issued.stream().map(IssuedTo::on).toArray(LocalDate[]::new)))
        .forEach(row -> found.add(new IssuedTo(new DebtorId(row.get(0, UUID.class)), row.get(1, LocalDate.class))));
    return found;
  }
}
