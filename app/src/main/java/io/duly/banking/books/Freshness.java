package io.duly.banking.books;

import io.duly.cases.CreditorHolds;
import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
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
    var least = holds.recentFrom(tx, creditors, by.on());
    if (!least.isEmpty()) {
      var known = knownTo(tx, least.keySet());
      var over = least.entrySet().stream().filter(one -> !known.getOrDefault(one.getKey(), LocalDate.MAX).isBefore(one.getValue())).map(Map.Entry::getKey).toList();
      holds.lift(tx, over, "The bank data is recent enough.", by);
    }
  }

  private static Map<CreditorId, LocalDate> knownTo(DSLContext tx, Collection<CreditorId> creditors) {
    return tx.fetch("select creditor_id, known_to from banking.freshness where creditor_id = any ({0}::uuid[])", DSL.val(creditors.stream().map(CreditorId::value).toArray(UUID[]::new)))
        .stream()
        .collect(Collectors.toMap(row -> new CreditorId(row.get(0, UUID.class)), row -> row.get(1, LocalDate.class)));
  }
}
