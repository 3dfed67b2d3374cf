package io.duly.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The four roles below the owner: {@code duly_app} for the daily cycle and the commands, {@code duly_desk} for a person
 * who signed in, {@code duly_debtor} for a debtor at the portal, {@code duly_reader} for looking. They belong to the server,
 * so they are made before the migrations.
 */
final class Roles {
  static final String APP = "duly_app";
  static final String DESK = "duly_desk";
  static final String DEBTOR = "duly_debtor";
  static final String READER = "duly_reader";

  private Roles() {}

  /**
   * Makes the roles where they are missing; several processes may do it at once.
   *
   * @throws DatabaseUnavailable with the statements to run as an administrator, where the login may not
   */
  static void ensure(Login owner) {
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtext('duly roles'))");
      if (!complete(connection)) {
        for (var sql : statements(owner.user())) {
          statement.execute(sql);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new DatabaseUnavailable(explanation(owner, e), e);
    }
  }

  private static boolean complete(Connection connection) throws SQLException {
    var sql =
        """
        select count(*) = 4 and bool_and(pg_has_role(current_user, oid, 'member'))
          from pg_roles where rolname in ('duly_app', 'duly_desk', 'duly_debtor', 'duly_reader')
        """;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  static List<String> statements(String owner) {
    return List.of(
        create(DESK, "nologin"),
        create(DEBTOR, "nologin"),
        create(READER, "nologin"),
        create(APP, "nologin bypassrls"),
        "grant duly_desk, duly_debtor to duly_app",
        "grant duly_app, duly_desk, duly_debtor, duly_reader to \"" + owner.replace("\"", "\"\"") + "\"");
  }

  private static String create(String role, String attributes) {
    return "do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s %2$s; end if; end $$"
        .formatted(role, attributes);
  }

  private static String explanation(Login owner, SQLException e) {
    return "Duly could not prepare its roles as "
        + owner
        + " ("
        + e.getMessage()
        + "). Let an administrator of that server run once:\n  "
        + String.join(";\n  ", statements(owner.user()))
        + ";";
  }
}
