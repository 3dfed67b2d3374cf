package io.duly.directdebit;

import io.duly.agreements.Mandates;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.debits.Collecting;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.strategy.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What each day asks of direct debits: what could not be collected in time, and what the bank took back, become a person's. */
@Component
public final class Aftermath {
  /** The account or the mandate is no good any more, by the codes of the schemes (EPC173-14): nothing else is collected by it. */
  private static final Set<String> ENDS_THE_MANDATE = Set.of("AC01", "AC04", "AC06", "AC13", "AG01", "MD01", "MD07", "SL01");

  private static final String RETURNED =
      """
      select c.id, c.case_id, c.amount, c.currency, c.collect_on, c.mandate_id, e.day, e.return_code, e.return_text
        from debits.collection c join banking.entry e on e.end_to_end = c.end_to_end and e.creditor_id = c.creditor_id and e.amount < 0 and e.booked and e.same_as is null
       where c.returned_on is null and not c.withdrawn order by e.day, c.id limit 500
      """;

  private final CaseJournal cases;
  private final Tasks tasks;
  private final Mandates mandates;

  Aftermath(CaseJournal cases, Tasks tasks, Mandates mandates) {
    this.cases = cases;
    this.tasks = tasks;
    this.mandates = mandates;
  }

  /** Looks at everything that is under way; once however often it is asked. Answers how much was found. */
  public int look(DSLContext tx, LocalDate today, Recorded by) {
    int found = 0;
    for (var row : tx.fetch(RETURNED)) {
      found += returned(tx, row, today, by) ? 1 : 0;
    }
    for (var row : ComingRows.of(tx, today)) {
      if (row.coming().state() instanceof Collecting.TooLate late) {
        keepBack(tx, row.coming(), late.what(), today, by);
        found++;
      }
    }
    return found;
  }

  private boolean returned(DSLContext tx, Record row, LocalDate today, Recorded by) {
    var code = Optional.ofNullable(row.get("return_code", String.class)).map(text -> text.substring(0, Math.min(text.length(), 20)));
    var set = tx.execute(
        "update debits.collection set returned_on = ?::date, returned_code = ? where id = ? and returned_on is null", row.get("day", LocalDate.class),
        DSL.val(code.orElse(null), String.class), row.get("id", UUID.class));
    if (set == 0) {
      return false;
    }
    var head = cases.head(tx, new CaseId(row.get("case_id", UUID.class)));
    var amount = Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class).strip());
    var why = code.map(text -> " (" + text + ")").orElse("");
    var said = "The bank took back " + amount + " that was collected on " + row.get("collect_on", LocalDate.class) + why;
    cases.write(
        tx, List.of(head), "debit-returned", said + ".",
        Map.of("collection", row.get("id", UUID.class).toString(), "amount", amount.plain(), "currency", amount.currency().getCurrencyCode(), "code", code.orElse("")), by);
    if (code.filter(ENDS_THE_MANDATE::contains).isPresent()) {
      mandates.endByBank(tx, head, row.get("mandate_id", UUID.class), "the bank says that nothing can be collected by it" + why, by);
    }
    if (head.isOpen()) {
      tasks.open(tx, head.id(), TaskKind.REVIEW, "talk about " + amount + ": the bank took back what was collected on " + row.get("collect_on", LocalDate.class) + why, today, by);
    }
    return true;
  }

  private void keepBack(DSLContext tx, Coming one, Collecting.Obstacle what, LocalDate today, Recorded by) {
    var why = words(what);
    tx.execute(
        "insert into debits.kept_back (plan_id, nth, creditor_id, case_id, why, told_on) values (?, ?, ?, ?, ?, ?::date)", one.plan().value(), one.nth(), one.creditor().value(),
        one.recovery().value(), what.name().toLowerCase(Locale.ROOT), today);
    var head = cases.head(tx, one.recovery());
    cases.write(
        tx, List.of(head), "debit-kept-back", "Not collected: " + one.named() + ", for " + why + ".",
        Map.of("plan", one.plan().toString(), "instalment", Integer.toString(one.nth()), "why", what.name().toLowerCase(Locale.ROOT)), by);
    tasks.open(tx, head.id(), TaskKind.REVIEW, "see to " + one.named() + ": it is not collected, for " + why, today, by);
  }

  private static String words(Collecting.Obstacle what) {
    return switch (what) {
      case NO_MANDATE -> "no mandate is in force";
      case HELD -> "the debtor is left in peace";
      case NOT_ANNOUNCED -> "the debtor was not told in time";
      case NO_FILE -> "no file was made in time";
    };
  }
}
