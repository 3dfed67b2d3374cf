package io.duly.desk.invoice;

import io.duly.account.Statements;
import io.duly.cases.Disputes;
import io.duly.cases.Inquiries;
import io.duly.corrections.Duplicates;
import io.duly.correspondence.AnswerDays;
import io.duly.einvoice.InvoiceLines;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.kernel.CreditorId;
import io.duly.journal.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Gathers what the page of an invoice shows, in a fixed number of questions. */
@Component
final class InvoiceSheets {
  private static final String DISPUTES =
      "select amount, lines, why, opened_on, closed_on, outcome, answer from cases.dispute where invoice_id = ? order by opened_on desc, id desc";

  /** The messages of its debtor are found by their case; few of them name it. */
  private static final String MESSAGES =
      """
      select coalesce(m.sent_on, m.planned_on) as day, m.channel, m.template, m.state, m.withdrawn_why,
          m.amounts[array_position(m.invoice_ids, i.id)] as asked
        from ledger.invoice i join cases.recovery_case c on c.debtor_id = i.debtor_id and c.currency = i.currency
        join correspondence.message m on m.case_id = c.id
       where i.id = ? and i.id = any (m.invoice_ids) order by 1 desc, m.id desc limit 100
      """;

  private static final String PAPERS =
      """
      select distinct on (d.sha256) d.sha256, d.name, (e.recorded_at at time zone 'UTC')::date as filed_on
        from cases.recovery_case c join journal.entry e on e.case_id = c.id and e.kind = 'paper-filed' join journal.document d on d.sha256 = e.document
       where c.debtor_id = ? and c.currency = ? and c.stage <> 'closed' order by d.sha256, e.seq limit 50
      """;

  private final Statements statements;
  private final Archive archive;
  private final InvoiceLines lines;
  private final Disputes disputes;
  private final Duplicates duplicates;
  private final Inquiries inquiries;
  private final AnswerDays days;

  InvoiceSheets(Statements statements, Archive archive, InvoiceLines lines, Disputes disputes, Duplicates duplicates, Inquiries inquiries, AnswerDays days) {
    this.statements = statements;
    this.archive = archive;
    this.lines = lines;
    this.disputes = disputes;
    this.duplicates = duplicates;
    this.inquiries = inquiries;
    this.days = days;
  }

  Optional<InvoiceSheet> read(DSLContext scoped, UUID id, LocalDate today) {
    return InvoiceHead.find(scoped, id).map(head -> sheet(scoped, head, today));
  }

  private InvoiceSheet sheet(DSLContext scoped, InvoiceHead head, LocalDate today) {
    var id = head.id().value();
    var open = disputes.openOf(scoped, head.id());
    return new InvoiceSheet(
        head,
        statements.invoice(scoped, head.debtor(), head.currency(), head.id(), today),
        scoped.fetch(DISPUTES, id).map(InvoiceSheets::contest),
        scoped.fetch(MESSAGES, id).map(InvoiceSheets::named),
        lines.of(scoped, head.id()),
        open,
        duplicates.of(scoped, head.id()),
        head.document().flatMap(hash -> archive.document(scoped, hash)).map(Document::name),
        inquiries.of(scoped, head.id()),
        open.isEmpty() ? List.of() : papers(scoped, head),
        scoped.fetchOptional("select creditor_id from ledger.invoice where id = ?", id).map(row -> days.of(scoped, new CreditorId(row.get(0, UUID.class)), today)));
  }

  private static List<InvoiceSheet.Paper> papers(DSLContext scoped, InvoiceHead head) {
    return scoped.fetch(PAPERS, head.debtor().value(), head.currency().getCurrencyCode())
        .map(row -> new InvoiceSheet.Paper(Sha256.ofDigest(row.get("sha256", byte[].class)).hex(), row.get("name", String.class), row.get("filed_on", LocalDate.class)));
  }

  /** The original, byte for byte. */
  Optional<Document> document(DSLContext scoped, UUID id) {
    return InvoiceHead.find(scoped, id).flatMap(InvoiceHead::document).flatMap(hash -> archive.document(scoped, hash));
  }

  private static InvoiceSheet.Contest contest(Record row) {
    return new InvoiceSheet.Contest(
        row.get("amount", Long.class),
        List.of(row.get("lines", String[].class)),
        row.get("why", String.class),
        row.get("opened_on", LocalDate.class),
        Optional.ofNullable(row.get("closed_on", LocalDate.class)),
        Optional.ofNullable(row.get("outcome", String.class)),
        Optional.ofNullable(row.get("answer", String.class)));
  }

  private static InvoiceSheet.Named named(Record row) {
    return new InvoiceSheet.Named(
        row.get("day", LocalDate.class),
        row.get("channel", String.class),
        row.get("template", String.class),
        row.get("state", String.class),
        row.get("asked", Long.class),
        Optional.ofNullable(row.get("withdrawn_why", String.class)));
  }
}
