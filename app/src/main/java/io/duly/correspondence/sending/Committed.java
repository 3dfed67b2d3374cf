package io.duly.correspondence.sending;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Read committed transactions of their own, so that what one has promised stands before anything is said to a server. */
@Component
public final class Committed {
  private static final int TRIES = 10;

  private final DataSource database;

  Committed(DataSource database) {
    this.database = database;
  }

  /** What is done in one transaction; done again where another one was in its way. */
  public interface Work<T> {
    T in(DSLContext tx) throws SQLException;
  }

  /** A connection of its own, to be closed by whoever asks. */
  public Connection session() throws SQLException {
    return database.getConnection();
  }

  /** Does it, and again where another transaction was in its way. */
  public <T> T run(Work<T> work) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (int tried = 1; ; tried++) {
        try {
          var result = work.in(DSL.using(connection, SQLDialect.POSTGRES));
          connection.commit();
          return result;
        } catch (DataAccessException | SQLException refused) {
          connection.rollback();
          if (!mayPass(refused) || tried == TRIES) {
            throw refused;
          }
        } catch (RuntimeException failed) {
          connection.rollback();
          throw failed;
        }
      }
    }
  }

  private static boolean mayPass(Exception refused) {
    var state = switch (refused) {
      case DataAccessException wrapped -> wrapped.sqlState();
      case SQLException plain -> plain.getSQLState();
      default -> "";
    };
    return String.valueOf(state).startsWith("40");
  }
}
