package io.duly.banking.cash;

import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.ledger.Tolerances;
import io.duly.matching.Match;
import io.duly.matching.Matching;
import io.duly.matching.Matching.Matched;
import io.duly.matching.Settings;
import io.duly.rules.RulePacks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Matches all of one creditor that nobody has looked at, in the caller's transaction. */
@Component
final class Matchmaking {
  private static final RulePacks PACKS = RulePacks.shipped();

  private final Allocating allocating;
  private final Returning returning;
  private final ToCharges toCharges;
  private final Payouts payouts;
  private final Tolerances tolerances;
  private final IdSource ids;

  Matchmaking(Allocating allocating, Returning returning, ToCharges toCharges, Payouts payouts, Tolerances tolerances, IdSource ids) {
    this.allocating = allocating;
    this.returning = returning;
    this.toCharges = toCharges;
    this.payouts = payouts;
    this.tolerances = tolerances;
    this.ids = ids;
  }

  /** One matches a creditor's money at a time; the next sees what the one before allocated. */
  static void alone(DSLContext tx, CreditorId creditor) {
    tx.execute("select pg_advisory_xact_lock(hashtext('duly cash matching'), hashtext(?))", creditor.toString());
  }

  MatchReport match(DSLContext tx, CreditorId creditor, LocalDate day, Recorded by) {
    alone(tx, creditor);
    payouts.setAside(tx, creditor, by);
    var report = tx.connectionResult(connection -> payments(connection, tx, creditor, day, by));
    return report.plus(returning.all(tx, creditor, by));
  }

  private MatchReport payments(Connection connection, DSLContext tx, CreditorId creditor, LocalDate day, Recorded by) throws SQLException {
    var entries = Unseen.payments(connection, creditor);
    dropUsed(tx, creditor);
    if (entries.isEmpty()) {
      return MatchReport.NONE;
    }
    var book = new BookRead(connection, creditor).book(day);
    var matched = new Matching(book, settings(tx, creditor)).all(entries.stream().map(UnseenEntry::payment).toList());
    Map<UUID, UUID> receipts = new HashMap<>();
    entries.forEach(entry -> receipts.put(entry.payment().id(), entry.receipt()));
    var verdicts = new Verdicts(connection, creditor, ids, by.recordedAt());
    verdicts.prepare();
    verdicts.write(matched, receipts);
    int parts = allocating.apply(tx, by);
    toCharges.apply(tx, creditor, by);
    verdicts.keep(day);
    return counted(matched, parts);
  }

  /** What a person allocated whole before anybody looked need not be looked at. */
  private static void dropUsed(DSLContext tx, CreditorId creditor) {
    tx.execute(
        """
        delete from banking.unseen u using banking.entry e, ledger.receipt r
         where u.creditor_id = ? and e.id = u.entry_id and r.id = e.receipt_id and r.used_up
        """,
        creditor.value());
  }

  private Settings settings(DSLContext tx, CreditorId creditor) {
    var country = tx.fetchOptional("select country from parties.creditor where id = ?", creditor.value())
        .map(row -> row.get("country", String.class))
        .orElse("");
    return new Settings(PACKS.of(country).allocation(), tolerances.of(tx, creditor));
  }

  private static MatchReport counted(List<Matched> matched, int parts) {
    int sure = 0;
    int likely = 0;
    int candidates = 0;
    for (var one : matched) {
      switch (one.match()) {
        case Match.Sure _ -> sure++;
        case Match.Likely _ -> likely++;
        case Match.Candidates _ -> candidates++;
        case Match.Nothing _ -> {}
      }
    }
    return new MatchReport(matched.size(), sure, parts, likely, candidates, matched.size() - sure - likely - candidates, 0);
  }

}
