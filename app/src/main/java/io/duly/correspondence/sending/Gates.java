package io.duly.correspondence.sending;

import io.duly.wording.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All gates, asked one after the other. */
@Component
final class Gates {
  private final List<Gate> all;

  Gates(List<Gate> all) {
    this.all = List.copyOf(all);
  }

  /**
   * What they say together.
   *
   * @param objection of the first that has one
   * @param claims what may be said, as far as was asked
   */
  record Said(Optional<Verdict> objection, Set<Claim> claims) {}

  Said ask(DSLContext tx, Waiting message, Moment at) {
    return tx.connectionResult(connection -> ask(connection, message, at));
  }

  private Said ask(Connection tx, Waiting message, Moment at) throws SQLException {
    var claims = EnumSet.noneOf(Claim.class);
    for (var gate : all) {
      var verdict = gate.ask(tx, message, at);
      if (!(verdict instanceof Verdict.Passes passes)) {
        return new Said(Optional.of(verdict), claims);
      }
      claims.addAll(passes.claims());
    }
    return new Said(Optional.empty(), claims);
  }
}
