package io.duly.portal;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * A line of an electronic invoice, as the debtor can say that it is wrong.
 *
 * @param position from 1
 * @param share of what the invoice asks for, tax with it: by what the line is of all lines, for lines name no tax
 */
public record InvoiceLine(int position, String text, Money share) {
  private static final int MOST = 100;
  private static final String LINES =
      """
      select l.position, l.text, l.net, sum(l.net) over () as all_net from einvoice.line l join einvoice.e_invoice e on e.id = l.document_id
       where e.invoice_id = ? and l.net > 0 order by l.position limit ?
      """;

  /** Those of an invoice that cost something; none where it came without them, or there are too many to choose from. */
  static List<InvoiceLine> of(DSLContext theirs, UUID invoice, Money gross) {
    var rows = theirs.fetch(LINES, invoice, MOST + 1);
    return rows.size() > MOST ? List.of() : rows.map(row -> line(row, gross));
  }

  private static InvoiceLine line(Record row, Money gross) {
    long share = BigDecimal.valueOf(gross.minor()).multiply(row.get("net", BigDecimal.class)).divide(row.get("all_net", BigDecimal.class), 0, RoundingMode.HALF_UP).longValueExact();
    return new InvoiceLine(row.get("position", Integer.class), row.get("text", String.class), new Money(share, gross.currency()));
  }
}
