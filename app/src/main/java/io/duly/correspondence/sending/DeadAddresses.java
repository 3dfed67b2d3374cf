package io.duly.correspondence.sending;

import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Addresses that refused for good: not used again until somebody says that they are right. */
@Component
final class DeadAddresses {
  private final IdSource ids;

  DeadAddresses(IdSource ids) {
    this.ids = ids;
  }

  void bury(DSLContext tx, Waiting message, String address, String why, Instant now) {
    tx.execute(
        "insert into correspondence.dead_address (id, creditor_id, debtor_id, address, why, since) values (?, ?, ?, ?, ?, ?::timestamptz) on conflict do nothing",
        ids.next(), message.creditor().value(), message.debtor().value(), address.toLowerCase(Locale.ROOT), why, now.atOffset(ZoneOffset.UTC));
  }

  /** The address is right after all; false where it was not thought wrong. */
  boolean revive(DSLContext tx, DebtorId debtor, String address, String by, Instant now) {
    return tx.execute(
            "update correspondence.dead_address set ended_at = greatest(since, ?::timestamptz), ended_by = ? where debtor_id = ? and address = ? and ended_at is null",
            now.atOffset(ZoneOffset.UTC), by, debtor.value(), address.toLowerCase(Locale.ROOT))
        > 0;
  }
}
