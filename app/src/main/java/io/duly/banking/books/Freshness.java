package io.duly.banking.books;

import io.duly.cases.CreditorHolds;
import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How recent bank data is (P08): whatever makes it recent enough ends the hold on its creditor in the same transaction. */
@Component
public final class Freshness {
  private final CreditorHolds holds;

  Freshness(CreditorHolds holds) {
    this.holds = holds;
  }

  /** Ends the holds on those of these creditors whose bank data is recent enough now, or is not waited for any more. */
  public void changed(DSLContext tx, Collection<CreditorId> creditors, Recorded by) {
    var days = holds.days(tx, creditors);
    if (!days.isEmpty()) {
      var known = knownTo(tx, days.keySet());
      var over = days.keySet().stream().filter(one -> recent(Optional.ofNullable(known.get(one)), days.getOrDefault(one, 0), by.on())).toList();
      holds.lift(tx, over, "The bank data is recent enough.", by);
    }
  }

  /** By the rule by which cases are decided: calendar days, at most so many. */
  private static boolean recent(Optional<LocalDate> known, int days, LocalDate today) {
    return known.filter(day -> today.toEpochDay() - day.toEpochDay() > days).isEmpty();
  }

  private static Map<CreditorId, LocalDate> knownTo(DSLContext tx, Collection<CreditorId> creditors) {
    return tx.fetch("select creditor_id, known_to from banking.freshness where creditor_id = any ({0}::uuid[])", DSL.val(creditors.stream().map(CreditorId::value).toArray(UUID[]::new)))
        .stream()
        .collect(Collectors.toMap(row -> new CreditorId(row.get(0, UUID.class)), row -> row.get(1, LocalDate.class)));
  }
}
