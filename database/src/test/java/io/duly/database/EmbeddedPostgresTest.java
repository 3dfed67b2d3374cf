package io.duly.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB");

  @TempDir private Path home;

  @Test
  void keepsItsDataFromOneStartToTheNextAndStandsOnDurableGround() throws SQLException {
    try (var server = EmbeddedPostgres.at(home, SMALL)) {
      ask(server.owner("postgres"), "create table kept as select 42 as answer");
    }
    try (var server = EmbeddedPostgres.at(home, SMALL)) {
      assertThat(ask(server.owner("postgres"), "select answer from kept")).isEqualTo("42");
      assertThat(ask(server.owner("postgres"), "show fsync")).isEqualTo("on");
      assertThat(ask(server.owner("postgres"), "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(server.owner("postgres"), "show data_checksums")).isEqualTo("on");
      assertThat(ask(server.owner("postgres"), "show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void refusesWhoeverDoesNotKnowThePassword() {
    try (var server = EmbeddedPostgres.at(home, SMALL)) {
      var stranger = new Login(server.owner("postgres").url(), "postgres", "guess");
      assertThatThrownBy(() -> ask(stranger, "select 1")).hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void keepsPasswordsWhereOnlyTheirOwnerReadsThem() throws Exception {
    try (var server = EmbeddedPostgres.at(home, SMALL)) {
      var file = home.resolve("secrets/postgres");
      assertThat(Files.readString(file)).isEqualTo(server.owner("postgres").password()).hasSize(48);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
  }

  @Test
  void stopsWithTheLastWhoUsesIt() {
    var server = EmbeddedPostgres.at(home, SMALL);
    assertThat(home.resolve("data/postmaster.pid")).exists();
    server.close();
    assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void saysWhereItsLogIsWhenItCannotStart() {
    assertThatThrownBy(() -> EmbeddedPostgres.at(home, Map.of("shared_buffers", "nonsense")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining(home.resolve("log").toString());
  }

  static String ask(Login login, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      var rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }
}
