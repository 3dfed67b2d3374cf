package io.duly.portal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The original of an invoice: what can be looked at before what can only be read by a program. */
final class InvoiceFiles {
  private static final int MOST_BYTES = 20_000_000;
  private static final String FILES =
      """
      select d.bytes from (select e.original as hash, 0 as rank from einvoice.e_invoice e where e.invoice_id = ? and e.debtor_id = ?
          union all select a.archived, a.position from einvoice.attachment a join einvoice.e_invoice e on e.id = a.document_id
            where e.invoice_id = ? and e.debtor_id = ? and a.archived is not null) o
        join journal.document d on d.sha256 = o.hash and length(d.bytes) <= %d
       order by substring(d.bytes for 5) = '%%PDF-'::bytea desc, o.rank limit 1
      """
          .formatted(MOST_BYTES);

  private InvoiceFiles() {}

  /**
   * A file.
   *
   * @param isPdf told by its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record File(boolean isPdf, byte[] bytes) {}

  /** Empty where there is no such invoice, none of this debtor's, or nothing of it in the archive. */
  static Optional<File> of(DSLContext theirs, Visit visit, UUID invoice) {
    var debtor = visit.debtor().value();
    return theirs.fetchOptional(FILES, invoice, debtor, invoice, debtor).map(InvoiceFiles::file);
  }

  private static File file(Record row) {
    var bytes = row.get("bytes", byte[].class);
    return new File(bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"), bytes);
  }
}
