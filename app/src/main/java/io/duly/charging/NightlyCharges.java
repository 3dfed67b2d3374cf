package io.duly.charging;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.ledger.AllocationRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Posts charges in the daily run, for creditors that chose so: fixed sums and costs as soon as they are owed, interest of
 * a month when the month is over. Of the others nothing is read.
 */
@Component
public final class NightlyCharges {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyCharges.class);
  private static final int TOGETHER = 500;
  private static final String CASES =
      """
      select c.id, c.debtor_id from cases.recovery_case c join parties.creditor r on r.id = c.creditor_id
       where r.charges = 'posted' and c.stage <> 'closed' and c.id > ?
         and not exists (select from ledger.charge g where g.debtor_id = c.debtor_id and g.posted_on > ?)
         and not exists (select from hardship.space s where s.debtor_id = c.debtor_id and s.charges_rest and s.since <= ? and s.ended_on is null
           and (s.until is null or s.until >= ?))
       order by c.id limit ?
      """;

  private final DSLContext dsl;
  private final Charging charging;
  private final Posting posting;
  private final CaseJournal cases;

  NightlyCharges(DSLContext dsl, Charging charging, Posting posting, CaseJournal cases) {
    this.dsl = dsl;
    this.charging = charging;
    this.posting = posting;
    this.cases = cases;
  }

  /**
   * Posts what is due on a day, some hundred cases in one transaction; the same day again posts nothing. A case whose
   * charges the ledger refuses is left out, with a line in the log; the others are posted.
   *
   * @return how many charges were posted
   */
  public int post(LocalDate day, Instant now) {
    int posted = 0;
    var last = new UUID(0, 0);
    var by = Recorded.by(Recorded.DULY, day, now);
    for (var part = part(last, day); !part.isEmpty(); part = part(last, day)) {
      posted += postOrHalve(part, by);
      last = part.getLast().id().value();
    }
    return posted;
  }

  private int postOrHalve(List<Owing> part, Recorded by) {
    try {
      return dsl.transactionResult(tx -> post(tx.dsl(), part, by));
    } catch (AllocationRefused | DataAccessException refused) {
      if (part.size() == 1) {
        LOG.warn("Nothing was charged on case {}: {}", part.getFirst().id(), refused.getClass().getSimpleName(), refused);
        return 0;
      }
      int half = part.size() / 2;
      return postOrHalve(part.subList(0, half), by) + postOrHalve(part.subList(half, part.size()), by);
    }
  }

  private record Owing(CaseId id, DebtorId debtor) {}

  private List<Owing> part(UUID after, LocalDate day) {
    return dsl.fetch(CASES, after, day, day, day, TOGETHER)
        .map(row -> new Owing(new CaseId(row.get("id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class))));
  }

  private int post(DSLContext tx, List<Owing> part, Recorded by) {
    var heads = cases.locked(tx, part.stream().map(Owing::id).toList());
    var debtors = heads.stream().map(CaseHead::debtor).distinct().toList();
    var monthBefore = by.on().withDayOfMonth(1).minusDays(1);
    var due =
        charging.due(tx, debtors, by.on(), monthBefore).stream()
            .filter(one -> heads.stream().anyMatch(head -> isOf(head, one)))
            .filter(one -> one.items().stream().anyMatch(Chargeable.Item::isDue))
            .toList();
    var posted = posting.post(tx, due, by.on(), by.actor());
    tell(tx, heads, due, posted, by);
    return posted.charges().size();
  }

  private static boolean isOf(CaseHead head, Chargeable invoice) {
    return head.debtor().equals(invoice.debtor()) && head.currency().equals(invoice.currency());
  }

  private void tell(DSLContext tx, List<CaseHead> heads, List<Chargeable> due, Posted posted, Recorded by) {
    var numbers = due.stream().collect(Collectors.toMap(Chargeable::invoice, Chargeable::number));
    var entries =
        heads.stream()
            .map(head -> Map.entry(head, of(head, due, posted)))
            .filter(entry -> !entry.getValue().isNothing())
            .map(entry ->
                cases.entry(
                    entry.getKey(), "charges-posted", ChargeEntry.summary(entry.getValue()),
                    ChargeEntry.facts(entry.getValue(), numbers), by))
            .toList();
    cases.write(tx, entries, by);
  }

  private static Posted of(CaseHead head, List<Chargeable> due, Posted posted) {
    var theirs = due.stream().filter(one -> isOf(head, one)).map(Chargeable::invoice).collect(Collectors.toSet());
    return new Posted(
        posted.charges().stream().filter(charge -> theirs.contains(charge.invoice())).toList(),
        posted.cancelled().stream().filter(line -> theirs.contains(line.charge().invoice())).toList());
  }
}
