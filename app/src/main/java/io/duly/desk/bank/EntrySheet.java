package io.duly.desk.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * A payment as the bank told it, and where its money went.
 *
 * @param amount minor units, below zero where it went out; {@code left} of it is not allocated
 * @param told what else the bank says of it, in the order in which it is shown
 */
public record EntrySheet(
    UUID id,
    String creditor,
    LocalDate day,
    String currency,
    long amount,
    long left,
    Optional<String> payer,
    Optional<String> account,
    String text,
    List<Told> told,
    List<Gone> gone) {
  /** Columns of what a bank tells, in the order of the page; {@code what} of {@link Told} is one of them. */
  private static final List<String> TOLD =
      List.of("ultimate_party", "counterparty_bank", "payment_references", "documents", "end_to_end", "mandate", "return_code", "return_text", "bank_text", "bank_reference", "bank_code");

  /** Something that the bank says, in its own words or the payer's. */
  public record Told(String what, String words) {}

  /** A part that went to an invoice and has not been taken back; {@code amount} in minor units. */
  public record Gone(UUID allocation, String invoice, String debtor, long amount, LocalDate on) {}

  /** Empty where there is none within scope. */
  public static Optional<EntrySheet> find(DSLContext scoped, UUID id) {
    return scoped
        .fetchOptional(
            """
            select e.id, c.name as creditor, e.day, e.currency, coalesce(r.amount, e.amount) as amount, e.counterparty, e.counterparty_account, e.remittance,
                e.ultimate_party, e.counterparty_bank, e.end_to_end, e.mandate, e.return_code, e.return_text, e.bank_text, e.bank_reference, e.bank_code,
                array_to_string(e.payment_references, ', ') as payment_references, array_to_string(e.documents, ', ') as documents,
                coalesce(r.amount - coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id), 0), 0)::bigint as rest
              from banking.entry e left join ledger.receipt r on r.id = e.receipt_id join parties.creditor c on c.id = e.creditor_id where e.id = ?
            """,
            id)
        .map(row -> sheet(row, gone(scoped, id)));
  }

  private static EntrySheet sheet(Record row, List<Gone> gone) {
    return new EntrySheet(
        row.get("id", UUID.class), row.get("creditor", String.class), row.get("day", LocalDate.class), row.get("currency", String.class),
        row.get("amount", Long.class), row.get("rest", Long.class), Optional.ofNullable(row.get("counterparty", String.class)),
        Optional.ofNullable(row.get("counterparty_account", String.class)), row.get("remittance", String.class), told(row), gone);
  }

  private static List<Told> told(Record row) {
    return TOLD.stream()
        .flatMap(what -> Optional.ofNullable(row.get(what, String.class)).filter(words -> !words.isBlank()).map(words -> new Told(what, words)).stream())
        .toList();
  }

  private static List<Gone> gone(DSLContext scoped, UUID id) {
    return scoped
        .fetch(
            """
            select p.id, i.number, d.name, p.amount, p.effective_on
              from banking.entry e join ledger.posting p on p.receipt_id = e.receipt_id join ledger.invoice i on i.id = p.invoice_id
              join parties.debtor d on d.id = i.debtor_id
             where e.id = ? and p.reverses_id is null and not exists (select from ledger.posting b where b.reverses_id = p.id)
             order by i.number
            """,
            id)
        .map(row -> new Gone(
            row.get("id", UUID.class), row.get("number", String.class), row.get("name", String.class), row.get("amount", Long.class),
            row.get("effective_on", LocalDate.class)));
  }
}
