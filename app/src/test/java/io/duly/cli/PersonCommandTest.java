package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Links;
import io.duly.identity.SignIns;
import io.duly.testing.Office;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PersonCommandTest {
  @AutoClose private static final Office OFFICE = new Office();

  private static CommandRun person(String... words) {
    var all = new String[words.length + 1];
    all[0] = "person";
    System.arraycopy(words, 0, all, 1, words.length);
    return CommandRun.of(OFFICE.database(), all);
  }

  @Test
  void whoIsAddedChoosesAPasswordByTheLinkThatIsPrinted() {
    var added = person("add", "anna", "--name", "Anna Lindt", "--role", "collector", "--json");
    assertThat(added.exitCode()).isZero();
    assertThat(added.json().get("link").asString()).startsWith("http://127.0.0.1:8080/welcome/");
    assertThat(added.out()).doesNotContain("password");
    var again = person("password", "anna", "--json").json().get("link").asString();
    var secret = again.substring(again.lastIndexOf('/') + 1);
    assertThat(OFFICE.the(Links.class).choose(secret, "a sentence of hers", "")).isInstanceOf(Links.Chosen.class);
    assertThat(OFFICE.the(SignIns.class).attempt("anna", "a sentence of hers", "")).isInstanceOf(SignIns.Admitted.class);
    assertThat(person("password", "nobody").exitCode()).isEqualTo(ExitCode.COULD_NOT);
  }

  @Test
  void aSubjectOfTheCompanyIsSaidOnlyWhereOneIsConfiguredAndTakenBackOnlyWhereItWasSaid() {
    person("add", "carla", "--name", "Carla", "--role", "collector");
    assertThat(person("company", "carla", "--subject", "s-1").err()).contains("No sign-in of a company is configured");
    assertThat(person("company", "carla", "--off").err()).contains("carla is not known by a subject");
    assertThat(person("company", "carla").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(person("company", "carla", "--off", "--subject", "s-1").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(OFFICE.database().<Integer>ask(dsl -> dsl.fetchCount(org.jooq.impl.DSL.table("identity.company_link")))).isZero();
  }

  @Test
  void rightsAreChangedAllOrNone() {
    OFFICE.database().<Integer>ask(dsl -> dsl.execute(
        "insert into parties.creditor (id, name) values (gen_random_uuid(), 'Brightwell Supplies Ltd')"));
    person("add", "dora", "--name", "Dora", "--role", "administrator");
    assertThat(person("change", "dora").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(person("change", "dora", "--shut-out", "--let-in").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(person("change", "dora", "--role", "client").err()).contains("A client needs at least one creditor.");
    assertThat(person("change", "dora", "--creditor", "Nobody Ltd", "--role", "client").err()).contains("There is no creditor “Nobody Ltd”");
    var changed = person("change", "Dora", "--role", "client", "--creditor", "Brightwell Supplies Ltd", "--shut-out", "--json").json();
    assertThat(changed.toString()).isEqualTo("{\"login\":\"dora\",\"role\":\"client\",\"creditors\":1,\"shutOut\":true}");
    assertThat(person("change", "dora", "--every-creditor", "--let-in").err()).contains("A client needs at least one creditor.");
    assertThat(person("change", "dora", "--role", "manager", "--let-in").out()).contains("dora: manager, sees 1 creditor.");
    assertThat(person("change", "nobody", "--let-in").exitCode()).isEqualTo(ExitCode.COULD_NOT);
  }

  @Test
  void rolesThatNeedASecondStepAreSaidAndTakenBack() {
    assertThat(person("second-step").out()).contains("No role needs a second step");
    assertThat(person("second-step", "--require", "manager", "--require", "administrator", "--json").out()).contains("{\"required\":[\"administrator\",\"manager\"]}");
    assertThat(person("second-step", "--not-required", "manager").out()).contains("These roles need a second step: administrator.");
    person("second-step", "--not-required", "administrator");
    assertThat(OFFICE.database().<java.util.List<String>>ask(dsl -> dsl.fetch("select what || ' ' || detail from identity.change where person_id is null and by like 'shell:%' order by at, id").getValues(0, String.class)))
        .containsExactlyInAnyOrder(
            "second-step-required manager", "second-step-required administrator", "second-step-not-required manager", "second-step-not-required administrator");
    person("add", "ben", "--name", "Ben", "--role", "manager");
    assertThat(person("second-step", "ben", "--off").err()).contains("ben has no second step");
    assertThat(person("second-step", "ben", "--passkeys-off").err()).contains("ben has no passkeys");
    assertThat(person("second-step", "ben").exitCode()).isEqualTo(2);
  }
}
