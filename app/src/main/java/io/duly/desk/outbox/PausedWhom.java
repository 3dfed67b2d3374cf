package io.duly.desk.outbox;

import io.duly.correspondence.sending.Pauses.Whom;
import io.duly.identity.Person;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Whom somebody wants to pause, as far as they see them. */
public final class PausedWhom {
  private PausedWhom() {}

  /** Neither is everything, for those who see every creditor; empty where there is no such one within scope. */
  public static Optional<Whom> of(DSLContext scoped, Person person, Optional<UUID> creditor, Optional<UUID> debtor) {
    if (debtor.isPresent()) {
      return scoped.fetchOptional("select creditor_id from parties.debtor where id = ?", debtor.get())
          .map(row -> new Whom(Optional.of(new CreditorId(row.get(0, UUID.class))), debtor.map(DebtorId::new)));
    }
    if (creditor.isPresent()) {
      return scoped.fetchOptional("select id from parties.creditor where id = ?", creditor.get())
          .map(row -> new Whom(Optional.of(new CreditorId(row.get(0, UUID.class))), Optional.empty()));
    }
    return person.creditors().isEmpty() ? Optional.of(Whom.everything()) : Optional.empty();
  }
}
