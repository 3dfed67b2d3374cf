package io.duly.correspondence.sending;

import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
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

  /**
   * What refused by a way is not used by it again, in whatever spelling it is on file.
   *
   * @param recipient as it was handed over
   */
  void bury(DSLContext tx, Waiting message, String way, String recipient, String why, Instant now) {
    var spellings = new LinkedHashSet<>(Addressees.spellings(tx, message.debtor(), way, recipient));
    if (way.equals("smtp") || way.equals("print")) {
      spellings.add(recipient);
    }
    spellings.forEach(address -> bury(tx, message, address, why, now));
  }

  /** What cannot be used by a way at all, as a landline cannot for an SMS: the next step looks for another way. */
  void buryUseless(DSLContext tx, Waiting message, Instant now) {
    Addressees.useless(tx, message.debtor(), message.send().channel()).forEach(address -> bury(tx, message, address, "it can never be used by this way", now));
  }

  private void bury(DSLContext tx, Waiting message, String address, String why, Instant now) {
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
