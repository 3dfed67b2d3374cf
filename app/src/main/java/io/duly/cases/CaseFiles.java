package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.CHECKLIST_MARK;
import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.cases.Checklist.Mark;
import io.duly.kernel.CaseId;
import io.duly.parties.ContactPerson;
import io.duly.parties.ContactPersons;
import io.duly.parties.Debtor;
import io.duly.parties.IssuedTo;
import io.duly.parties.Parties;
import io.duly.parties.RightParty;
import io.duly.parties.TermsOfTrade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The case file: complete before the first contact (P06). */
@Component
public final class CaseFiles {
  private final CaseJournal cases;
  private final Parties parties;
  private final ContactPersons people;
  private final TermsOfTrade terms;

  CaseFiles(CaseJournal cases, Parties parties, ContactPersons people, TermsOfTrade terms) {
    this.cases = cases;
    this.parties = parties;
    this.people = people;
    this.terms = terms;
  }

  /**
   * What is there and what is missing, for the invoices that are open on a day.
   *
   * @throws CannotRecord where the case is unknown
   */
  public Checklist checklist(DSLContext tx, CaseId id, LocalDate day) {
    var head = cases.head(tx, id);
    return checklist(tx, new About(id, head.currency(), parties.debtor(tx, head.debtor()).orElseThrow(), people.of(tx, head.debtor())), day);
  }

  /**
   * As {@link #checklist(DSLContext, CaseId, LocalDate)}, by whom the debtor is known already.
   *
   * @param people the debtor's contact persons
   */
  public record About(CaseId id, Currency currency, Debtor debtor, List<ContactPerson> people) {}

  /** What is there and what is missing, for the invoices that are open on a day. */
  public Checklist checklist(DSLContext tx, About about, LocalDate day) {
    var person = about.people().stream().anyMatch(one -> one.rightParty() != RightParty.WRONG);
    return Checklist.of(new CaseFile(papers(tx, about, day), person, lacking(about.debtor())), marks(tx, about.id()));
  }

  /**
   * Writes down what a person says of an item; it counts more than the facts, until somebody says otherwise.
   *
   * @throws CannotRecord where the case is unknown or closed
   */
  public void mark(
      DSLContext tx, CaseId id, ChecklistItem item, Checklist.State state, Optional<String> supplier, Recorded by) {
    var head = cases.open(tx, id);
    tx.insertInto(CHECKLIST_MARK)
        .set(CHECKLIST_MARK.CASE_ID, id.value())
        .set(CHECKLIST_MARK.CREDITOR_ID, head.creditor().value())
        .set(CHECKLIST_MARK.ITEM, item.word())
        .set(CHECKLIST_MARK.STATE, Words.of(state))
        .set(CHECKLIST_MARK.SUPPLIED_BY, supplier.orElse(null))
        .set(CHECKLIST_MARK.MARKED_BY, by.actor())
        .set(CHECKLIST_MARK.MARKED_AT, Words.at(by.recordedAt()))
        .onConflict(CHECKLIST_MARK.CASE_ID, CHECKLIST_MARK.ITEM)
        .doUpdate()
        .set(CHECKLIST_MARK.STATE, DSL.excluded(CHECKLIST_MARK.STATE))
        .set(CHECKLIST_MARK.SUPPLIED_BY, DSL.excluded(CHECKLIST_MARK.SUPPLIED_BY))
        .set(CHECKLIST_MARK.MARKED_BY, DSL.excluded(CHECKLIST_MARK.MARKED_BY))
        .set(CHECKLIST_MARK.MARKED_AT, DSL.excluded(CHECKLIST_MARK.MARKED_AT))
        .execute();
    var facts = Map.of("item", item.word(), "state", Words.of(state), "supplier", supplier.orElse(""));
    var summary = "Case file: " + item.title() + " " + Words.of(state).replace('_', ' ');
    cases.write(tx, List.of(head), "checklist-marked", summary, facts, by);
  }

  private List<CaseFile.Paper> papers(DSLContext tx, About about, LocalDate day) {
    var rows =
        tx.select(INVOICE.NUMBER, INVOICE.ISSUED_ON, INVOICE.DELIVERED_ON, INVOICE.ORDER_NUMBER, INVOICE.DOCUMENT)
            .from(INVOICE)
            .where(INVOICE.DEBTOR_ID.eq(about.debtor().id().value()))
            .and(INVOICE.CURRENCY.eq(about.currency().getCurrencyCode()))
            .and(INVOICE.ISSUED_ON.le(day))
            .and(INVOICE.SETTLED_ON.isNull().or(INVOICE.SETTLED_ON.gt(day)))
            .orderBy(INVOICE.DUE_ON, INVOICE.NUMBER)
            .fetch();
    var without = terms.withoutTerms(tx, rows.map(row -> new IssuedTo(about.debtor().id(), row.value2())));
    return rows.map(
        row ->
            new CaseFile.Paper(
                row.value1(),
                row.value5() != null,
                row.value4() != null,
                row.value3() != null,
                !without.contains(new IssuedTo(about.debtor().id(), row.value2()))));
  }

  private static List<String> lacking(Debtor debtor) {
    var details = debtor.details();
    var lacking = new ArrayList<String>();
    if (details.email().isEmpty()) {
      lacking.add("e-mail");
    }
    if (details.phone().isEmpty()) {
      lacking.add("telephone");
    }
    if (!details.address().takesLetters()) {
      lacking.add("postal address");
    }
    return lacking;
  }

  private static Map<ChecklistItem, Mark> marks(DSLContext tx, CaseId id) {
    var marks = new EnumMap<ChecklistItem, Mark>(ChecklistItem.class);
    for (var row : tx.selectFrom(CHECKLIST_MARK).where(CHECKLIST_MARK.CASE_ID.eq(id.value()))) {
      var supplier = Optional.ofNullable(row.getSuppliedBy());
      var mark = new Mark(Words.read(Checklist.State.class, row.getState()), supplier, row.getMarkedBy());
      ChecklistItem.of(row.getItem()).ifPresent(item -> marks.put(item, mark));
    }
    return marks;
  }
}
