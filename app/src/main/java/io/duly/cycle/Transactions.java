package io.duly.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Transactions over plain connections, for binary COPY needs them. */
@Component
final class Transactions {
  private static final int TRIES = 10;

  private final DataSource database;

  Transactions(DataSource database) {
    this.database = database;
  }

  /** What is done in one transaction; done again where another one was in its way. */
  interface Work<T> {
    T in(Connection tx) throws SQLException;
  }

  Connection connection() throws SQLException {
    return database.getConnection();
  }

  <T> T run(Work<T> work) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      for (int tried = 1; ; tried++) {
        try {
          var result = work.in(connection);
          connection.commit();
          return result;
        } catch (SQLException refused) {
          connection.rollback();
          if (!Refusal.mayPass(refused) || tried == TRIES) {
            throw refused;
          }
        } catch (RuntimeException failed) {
          connection.rollback();
          throw failed;
        }
      }
    }
  }
}
