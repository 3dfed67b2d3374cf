package io.duly.correspondence.sending;

import java.sql.Connection;
import java.sql.SQLException;

/** What a module has to say of a message at the moment at which it would leave (invariant 4). */
public interface Gate {

  /**
   * Looks at the facts of now.
   *
   * @param tx the transaction that marks the message; the open cases of its debtor are locked in it
   */
  Verdict ask(Connection tx, Waiting message, Moment at) throws SQLException;
}
