package io.duly.charging;

import io.duly.kernel.CaseId;
import io.duly.kernel.ChargeId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.ledger.Allocation;
import io.duly.ledger.ChargeAllocation;
import io.duly.ledger.ChargeBook;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Waives what is left of charges when the policy closes their case over them. */
@Component
public final class LettingGo {
  /** Money that was set against them on a later day has lowered them already. */
  private static final String LEFT =
      """
      select k.id as case_id, c.id, c.currency,
          c.amount - coalesce((select sum(p.amount) from ledger.charge_posting p where p.charge_id = c.id), 0)::bigint as open
        from cases.recovery_case k join ledger.charge c on c.debtor_id = k.debtor_id and c.currency = k.currency
       where k.id = any (?) and c.posted_on <= ? and c.settled_on is null
       order by c.id
      """;

  private final ChargeBook book;
  private final IdSource ids;

  LettingGo(ChargeBook book, IdSource ids) {
    this.book = book;
    this.ids = ids;
  }

  /** Where there is no application around it. */
  public static LettingGo over(IdSource ids) {
    return new LettingGo(new ChargeBook(), ids);
  }

  /**
   * Waives all that is open of the charges of cases.
   *
   * @param why by case, as the decision said it
   */
  public void ofClosed(Connection connection, LocalDate day, Map<CaseId, String> why) {
    var tx = DSL.using(connection, SQLDialect.POSTGRES);
    var cases = why.keySet().stream().map(CaseId::value).toArray(UUID[]::new);
    var waivers = tx.fetch(LEFT, cases, day).stream().map(row -> waiver(row, day, why)).toList();
    if (!waivers.isEmpty()) {
      book.allocate(tx, List.copyOf(waivers));
    }
  }

  private ChargeAllocation waiver(Record row, LocalDate day, Map<CaseId, String> why) {
    return new ChargeAllocation(
        new PostingId(ids.next()),
        new ChargeId(row.get("id", UUID.class)),
        new Allocation.WriteOff(),
        Money.ofMinor(row.get("open", Long.class), row.get("currency", String.class)),
        day,
        "duly",
        Optional.ofNullable(why.get(new CaseId(row.get("case_id", UUID.class)))));
  }
}
