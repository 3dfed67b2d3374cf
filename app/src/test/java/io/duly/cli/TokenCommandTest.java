package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import io.duly.testing.Office;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenCommandTest {
  @AutoClose private static final Office OFFICE = new Office();

  @BeforeAll
  static void addAPerson() {
    assertThat(run("person", "add", "tom", "--name", "Tom", "--role", Role.COLLECTOR.code()).exitCode()).isZero();
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(OFFICE.database(), words);
  }

  @Test
  void aTokenIsShownOnceListedByItsEndAndEnded() {
    var made = run("token", "add", "tom", "--name", "ledger", "--scope", "read,notes", "--days", "7", "--json");
    assertThat(made.exitCode()).as(made.err()).isZero();
    var text = made.json().get("token").asString();
    assertThat(text).startsWith("duly_");
    var listed = run("token", "list", "tom", "--json");
    assertThat(listed.out()).doesNotContain(text);
    var line = listed.json().get("tokens").get(0);
    assertThat(line.get("name").asString()).isEqualTo("ledger");
    assertThat(text).endsWith(line.get("hint").asString());
    assertThat(line.get("scopes").valueStream().map(one -> one.asString()).toList()).containsExactlyInAnyOrder("read", "notes");
    assertThat(run("token", "end", "tom", line.get("id").asString()).out()).contains("The token is over.");
    assertThat(run("token", "list", "tom", "--json").json().get("tokens").isEmpty()).isTrue();
    assertThat(run("token", "end", "tom", line.get("id").asString()).exitCode()).isEqualTo(ExitCode.COULD_NOT);
  }

  @Test
  void whatCannotBeMadeIsSaid() {
    assertThat(run("token", "add", "nobody", "--name", "x", "--scope", "read").err()).contains("Nobody has the login");
    assertThat(run("token", "add", "tom", "--name", "x", "--scope", "read", "--creditor", "Nobody Ltd").err()).contains("There is no creditor “Nobody Ltd”");
    assertThat(run("token", "add", "tom", "--name", "x", "--scope", "everything").exitCode()).isEqualTo(2);
    assertThat(run("token", "add", "tom", "--name", "x", "--scope", "read", "--days", "4000").exitCode()).isEqualTo(ExitCode.COULD_NOT);
  }
}
