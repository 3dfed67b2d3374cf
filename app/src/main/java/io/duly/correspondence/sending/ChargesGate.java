package io.duly.correspondence.sending;

import io.duly.wording.Claim;
import java.sql.Connection;
import java.util.EnumSet;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says whether interest or fees are owed, so that a message may speak of them; keeps nothing back. */
@Component
@Order(2)
final class ChargesGate implements Gate {
  private static final String KINDS =
      """
      select distinct kind = 'interest' from ledger.charge
       where invoice_id = any (?::uuid[]) and cancelled_on is null and settled_on is null
      """;

  @Override
  public Verdict ask(Connection tx, Waiting message, Moment at) {
    var invoices = message.send().lines().stream().map(line -> line.invoice().toString()).toArray(String[]::new);
    var claims = EnumSet.noneOf(Claim.class);
    DSL.using(tx, SQLDialect.POSTGRES)
        .fetch(KINDS, (Object) invoices)
        .forEach(row -> claims.add(row.get(0, Boolean.class) ? Claim.INTEREST : Claim.FEES));
    return new Verdict.Passes(claims);
  }
}
