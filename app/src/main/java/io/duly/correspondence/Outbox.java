package io.duly.correspondence;

import io.duly.database.CopyRows;
import io.duly.journal.Journal;
import io.duly.kernel.Id;
import io.duly.kernel.IdSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Messages being prepared. Every operation takes part in the caller's transaction and works on sets. */
@Component
public final class Outbox {
  private static final String[] COLUMNS = {
    "id", "creditor_id", "debtor_id", "case_id", "channel", "step", "template", "tone", "language", "state",
    "planned_on", "currency", "invoice_ids", "amounts"
  };

  private final TakenAsSent taken;

  public Outbox(Contacts contacts, Journal journal, IdSource ids) {
    this.taken = new TakenAsSent(contacts, journal, ids);
  }

  /**
   * Stores drafts that passed {@link DraftCheck}.
   *
   * @throws SQLException with state 23505 where a debtor would have two messages on one day (invariant 3)
   */
  public void draft(Connection tx, List<Draft> drafts) throws SQLException {
    if (drafts.isEmpty()) {
      return;
    }
    try (var rows = CopyRows.into(tx, "correspondence.message", COLUMNS)) {
      for (var draft : drafts) {
        write(rows.row(), draft);
      }
      rows.end();
    }
  }

  /** Withdraws the demands of cases that wait; answers how many there were. That we are sorry is said all the same. */
  public int withdraw(Connection tx, List<? extends Id> cases, String why) throws SQLException {
    var sql =
        """
        update correspondence.message set state = 'withdrawn', withdrawn_why = ?
         where state = 'checked' and purpose = 'demand' and case_id = any (?)
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setString(1, why);
      statement.setArray(2, tx.createArrayOf("uuid", cases.stream().map(Id::value).toArray()));
      return statement.executeUpdate();
    }
  }

  /**
   * Takes drafts planned for a day as sent that day: in a replay, where nothing really leaves. The contact ledger and the
   * journal have their lines, and the cases wait for their next review. A draft of a debtor who was contacted that day
   * already stays.
   *
   * @param now when this is written down
   * @param most how many at most, so that a transaction stays small
   * @return how many were taken; fewer than {@code most} where none is left
   */
  public int takeAsSent(Connection tx, LocalDate day, Instant now, int most) throws SQLException {
    return taken.take(tx, day, now, most);
  }

  private static void write(CopyRows row, Draft draft) {
    var send = draft.send();
    row.uuid(draft.id().value()).uuid(draft.creditor().value()).uuid(draft.debtor().value());
    row.uuid(draft.recovery().value()).text(lower(send.channel())).text(send.step()).text(send.template());
    row.text(lower(send.tone())).text(draft.language()).text("checked").date(draft.plannedOn());
    row.text(draft.currency().getCurrencyCode());
    var lines = send.lines();
    var invoices = new ArrayList<java.util.UUID>(lines.size());
    var amounts = new long[lines.size()];
    for (var line : lines) {
      amounts[invoices.size()] = line.amount();
      invoices.add(line.invoice());
    }
    row.uuids(invoices).int8s(amounts);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
