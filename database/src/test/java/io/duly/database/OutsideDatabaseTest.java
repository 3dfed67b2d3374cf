package io.duly.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An outside PostgreSQL: the one that the system brings, where it brings one (15 or newer). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideDatabaseTest {
  private Path home = Path.of("target");
  private Optional<SystemPostgres> system = Optional.empty();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    home = directory;
    system = SystemPostgres.startBelow(home);
    assumeTrue(system.isPresent(), "skipped: no PostgreSQL below /usr/lib/postgresql");
  }

  @AfterAll
  void stop() throws Exception {
    if (system.isPresent()) {
      system.get().stop();
    }
  }

  @Test
  void isPreparedAndUsedWithTheApplicationsRightsOnly() throws Exception {
    var url = system.orElseThrow().url("postgres", "duly_one");
    try (var database = Database.open(Optional.of(url), home)) {
      assertThat(EmbeddedPostgresTest.ask(database.owner(), "select count(*) from journal.entry")).isEqualTo("0");
      assertThat(database.connectionStart()).isEqualTo("set role duly_app");
      assertThat(database.readerUrl()).contains("role%3Dduly_reader");
    }
    Database.open(Optional.of(url), home).close();
  }

  @Test
  void saysWhatAnAdministratorMustRunWhereTheLoginMayNotMakeRoles() throws Exception {
    var server = system.orElseThrow();
    EmbeddedPostgresTest.ask(server.login("postgres", "postgres"), "create role plain login createdb");
    assertThatThrownBy(() -> Database.open(Optional.of(server.url("plain", "duly_two")), home))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("Let an administrator of that server run once")
        .hasMessageContaining("create role duly_app nologin bypassrls");
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithTheFormItShouldHave() {
    for (var wrong : new String[] {"mysql://x/y", "postgresql:/x", "nonsense", "postgresql://h h/d"}) {
      assertThatThrownBy(() -> Database.open(Optional.of(wrong), home))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("postgresql://user:password@host:5432/duly");
    }
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutItsPassword() {
    assertThatThrownBy(() -> Database.open(Optional.of("postgresql://me:secret@127.0.0.1:1/duly"), home))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("secret");
  }
}
