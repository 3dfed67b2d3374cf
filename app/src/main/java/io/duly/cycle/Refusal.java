package io.duly.cycle;

import java.sql.SQLException;

/** Why the database refused a write. */
final class Refusal {
  private Refusal() {}

  /**
   * The rows themselves are at fault (data exceptions of class 22, broken constraints of class 23, a trigger's own
   * error): the same rows would be refused again. Deadlocks, lost connections and a full disk are not of that kind.
   */
  static boolean isOfTheData(SQLException refused) {
    var state = String.valueOf(refused.getSQLState());
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("P0") || state.startsWith("42501");
  }

  /** Another transaction was in the way; the same transaction may succeed when it is done again. */
  static boolean mayPass(SQLException refused) {
    return String.valueOf(refused.getSQLState()).startsWith("40");
  }

  /** The constraint and the table, without the values of the row: those may be personal. */
  static String inWords(SQLException refused) {
    var server = refused instanceof org.postgresql.util.PSQLException sent ? sent.getServerErrorMessage() : null;
    var text = server == null ? refused.getMessage() : server.getMessage();
    return "The database refused what was decided (" + refused.getSQLState() + "): " + text;
  }
}
