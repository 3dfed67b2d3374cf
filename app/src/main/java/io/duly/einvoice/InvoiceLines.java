package io.duly.einvoice;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The lines of invoices that came electronically, and what of the amount to be paid falls upon them. */
@Component
public final class InvoiceLines {
  private static final String LINES =
      """
      select coalesce(nullif(l.number, ''), l.position::text) as number, l.text, l.quantity, l.net, i.gross, i.currency
        from einvoice.e_invoice d join einvoice.line l on l.document_id = d.id join ledger.invoice i on i.id = d.invoice_id
       where d.invoice_id = ? order by l.position
      """;

  /**
   * One line.
   *
   * @param number as the invoice numbers it, else its place
   * @param share of the invoice's amount with tax and all, by its part of the net amounts; empty where those are not known
   */
  public record Line(String number, String text, Optional<BigDecimal> quantity, Optional<BigDecimal> net, Optional<Money> share) {}

  private record Read(String number, String text, Optional<BigDecimal> quantity, Optional<BigDecimal> net, Money gross) {
    static Read of(Record row) {
      return new Read(
          row.get("number", String.class), row.get("text", String.class), Optional.ofNullable(row.get("quantity", BigDecimal.class)),
          Optional.ofNullable(row.get("net", BigDecimal.class)), Money.ofMinor(row.get("gross", Long.class), row.get("currency", String.class)));
    }
  }

  /** The lines of an invoice in their order; none where it did not come electronically. */
  public List<Line> of(DSLContext tx, InvoiceId invoice) {
    var all = read(tx, invoice);
    return all.stream()
        .map(line -> new Line(line.number(), line.text(), line.quantity(), line.net(), share(all, List.of(line.number()))))
        .toList();
  }

  /**
   * What of an invoice's amount falls upon some of its lines: by their part of the net amounts, rounded once. Where the tax
   * of the lines differs that is near, not exact.
   *
   * @return empty where one of the lines is not there, or the net amounts are not known
   */
  public Optional<Money> share(DSLContext tx, InvoiceId invoice, Collection<String> numbers) {
    return share(read(tx, invoice), numbers);
  }

  private static List<Read> read(DSLContext tx, InvoiceId invoice) {
    return tx.fetch(LINES, invoice.value()).map(Read::of);
  }

  private static Optional<Money> share(List<Read> all, Collection<String> numbers) {
    var wanted = all.stream().filter(line -> numbers.contains(line.number())).toList();
    var whole = sum(all);
    if (wanted.size() != numbers.size() || wanted.isEmpty() || all.stream().anyMatch(line -> line.net().isEmpty()) || whole.signum() <= 0) {
      return Optional.empty();
    }
    var gross = wanted.getFirst().gross();
    var minor = BigDecimal.valueOf(gross.minor()).multiply(sum(wanted)).divide(whole, 0, RoundingMode.HALF_EVEN).longValueExact();
    return Optional.of(new Money(minor, gross.currency()));
  }

  private static BigDecimal sum(List<Read> lines) {
    return lines.stream().flatMap(line -> line.net().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
