package io.duly.intake.stage;

import org.jooq.DSLContext;

/** Finds customers to whom nothing can be sent and whom nobody can call (P03): what they owe cannot be asked for. */
final class Reach {
  private static final String NOWHERE =
      """
      d.email is null and d.phone is null and d.street is null and d.postal_code is null and not exists (
        select from parties.contact_person c
         where c.debtor_id = d.id and (c.email is not null or c.phone is not null or c.postal_address is not null))
      """;

  private final DSLContext tx;

  Reach(DSLContext tx) {
    this.tx = tx;
  }

  /** Of a list of debtors: one note on the last row of each. */
  void ofDebtors() {
    tx.execute(
        """
        insert into note
        select distinct on (d.id) i.line, 'email', 'unreachable',
            'Nobody can be reached: there is no postal address, e-mail address or phone number, and no contact person with one.'
              || ' Ask the customer, add it here and import the list again.'
          from parties.debtor d join incoming i on i.creditor_id = d.creditor_id and i.debtor_number = d.external_id
         where %s order by d.id, i.line desc
        """.formatted(NOWHERE));
  }

  /** Of documents that mention debtors: one note for all of them. */
  void ofMentioned() {
    tx.execute(
        """
        insert into note
        select 0, 'email', 'customers-unreachable', count(*) || case count(*) when 1 then ' customer' else ' customers' end
            || ' of these documents cannot be reached, such as ' || min(d.external_id) || ': there is no postal address, e-mail address'
            || ' or phone number. Import a list of debtors that has them.'
            || case when bool_or(d.bills_by is not null)
                 then ' Until then messages are drafted for the way their invoices go, and none can leave.' else '' end, true
          from parties.debtor d
         where d.creditor_id in (select creditor_id from target) and %s
           and exists (select from incoming i where i.creditor_id = d.creditor_id and i.debtor_number = d.external_id)
        having count(*) > 0
        """.formatted(NOWHERE));
  }
}
