package io.duly.intake;

import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whose a file is that does not say it: the creditor that was named, else the only one there is, else "Our business". */
@Component
public final class CreditorMeant {
  private final Parties parties;

  CreditorMeant(Parties parties) {
    this.parties = parties;
  }

  /**
   * The creditor, made where there is none of that name yet.
   *
   * @throws CannotImport where several could be meant
   */
  public Creditor of(DSLContext tx, Optional<String> named) {
    return parties.creditor(tx, named.orElseGet(() -> Creditors.only(parties.creditors(tx))));
  }
}
