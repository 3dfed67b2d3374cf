package io.duly.charging;

import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.rules.Recovery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What was done to recover invoices, as the evidence tells. */
final class RecoveryRead {
  private static final String EVIDENCE =
      """
      select invoice_id, kind, happened_on, currency, amount, vat_percent, paid_at_once from ledger.recovery_evidence
       where debtor_id = any (?) and happened_on <= ? order by happened_on, id
      """;

  private RecoveryRead() {}

  static Map<InvoiceId, Recovery> of(DSLContext tx, UUID[] debtors, LocalDate day) {
    return tx.fetch(EVIDENCE, debtors, day).stream()
        .collect(
            Collectors.groupingBy(
                row -> new InvoiceId(row.get("invoice_id", UUID.class)),
                Collectors.collectingAndThen(Collectors.toList(), RecoveryRead::recovery)));
  }

  /** The latest notice and collector count, and all costs together. */
  private static Recovery recovery(List<Record> rows) {
    var notice = last(rows, "notice");
    return new Recovery(
        notice.map(row -> row.get("happened_on", LocalDate.class)),
        notice.flatMap(row -> Optional.ofNullable(row.get("vat_percent", BigDecimal.class))),
        rows.stream().filter(row -> is(row, "cost")).map(RecoveryRead::amount).reduce(Money::plus),
        last(rows, "collector")
            .map(row ->
                new Recovery.Collector(
                    row.get("happened_on", LocalDate.class), amount(row), row.get("paid_at_once", Boolean.class))),
        List.of());
  }

  private static Optional<Record> last(List<Record> rows, String kind) {
    return rows.stream().filter(row -> is(row, kind)).reduce((_, later) -> later);
  }

  private static boolean is(Record row, String kind) {
    return kind.equals(row.get("kind", String.class));
  }

  private static Money amount(Record row) {
    return Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class));
  }
}
