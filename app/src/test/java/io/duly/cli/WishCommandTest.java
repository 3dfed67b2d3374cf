package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Casework;
import io.duly.testing.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P13")
class WishCommandTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework work = new Casework(OFFICE);

  private CommandRun run(String... words) {
    return CommandRun.of(OFFICE.database(), words);
  }

  private CommandRun add(String... words) {
    var all = new ArrayList<>(List.of("wish", "add", work.debtor.toString()));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  private boolean may(String channel, String at, String... more) {
    var all = new ArrayList<>(List.of("may-contact", work.debtor.toString(), "--channel", channel, "--at", at));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new)).exitCode() == 0;
  }

  private void livesInTheNetherlands() {
    work.sql.execute("update parties.debtor set kind = 'consumer', country = 'NL' where id = ?", work.debtor.value());
  }

  @Test
  void pleaseWriteOnlyAndNotToMyWorkplaceWithdrawsWhatWaitsAtOnce() {
    livesInTheNetherlands();
    var draft = work.draft(LocalDate.of(2026, 6, 2));
    work.decided();
    var run = add("--letters-only", "--not-at", "work", "--words", "Please write only, and not to my workplace.", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("withdrawn").asInt()).isEqualTo(1);
    assertThat(run.json().get("wishes")).hasSize(5);
    assertThat(work.stateOf(draft)).isEqualTo("withdrawn");
    assertThat(work.touched(work.caseId)).isTrue();
    assertThat(work.journalKinds(work.caseId)).containsExactly("wish-stated");
    for (var channel : List.of("call", "sms", "email", "visit")) {
      assertThat(may(channel, "2199-06-04T10:00")).as(channel).isFalse();
    }
    assertThat(may("letter", "2199-06-04T10:00", "--place", "home")).isTrue();
    assertThat(may("letter", "2199-06-04T10:00", "--place", "work")).isFalse();
  }

  @Test
  void hoursRepresentativesAndConsentsAreReadAndListed() {
    livesInTheNetherlands();
    assertThat(add("--inconvenient", "mon-fri 15:00-17:00", "--inconvenient", "sat", "--consent", "call", "--words", "I work shifts.").exitCode()).isZero();
    assertThat(may("call", "2199-06-04T15:30")).isFalse();
    assertThat(may("call", "2199-06-04T17:00")).isTrue();
    assertThat(add("--represented-by", "Dr. Brandt", "--words", "Talk to my lawyer.").exitCode()).isZero();
    var wishes = run("wish", "list", work.debtor.toString(), "--json").json().get("wishes");
    assertThat(wishes.findValuesAsString("sentence"))
        .containsExactlyInAnyOrder(
            "represented by Dr. Brandt", "inconvenient: Mon Tue Wed Thu Fri 15:00–17:00", "inconvenient: Sat 00:00–24:00", "asks to be reached by call");
    assertThat(may("email", "2199-06-04T10:00")).isFalse();
    assertThat(run("wish", "list", work.debtor.toString()).out()).contains("Dr. Brandt", "I work shifts.");
  }

  @Test
  void aWishThatIsTakenBackHoldsNoMoreAndIsKept() {
    livesInTheNetherlands();
    var wish = add("--stop", "--words", "Leave me alone.", "--json").json().get("wishes").get(0).get("wish").asString();
    assertThat(may("letter", "2199-06-04T10:00")).isFalse();
    assertThat(run("wish", "end", work.debtor.toString(), wish, "--why", "They wrote that we may write again.").exitCode()).isZero();
    assertThat(may("letter", "2199-06-04T10:00")).isTrue();
    var line = run("wish", "list", work.debtor.toString(), "--json").json().get("wishes").get(0);
    assertThat(line.get("inForce").asBoolean()).isFalse();
    assertThat(line.get("endedWhy").asString()).isEqualTo("They wrote that we may write again.");
    assertThat(work.journalKinds(work.caseId)).containsExactly("wish-stated", "wish-ended");
    assertThat(run("wish", "end", work.debtor.toString(), wish, "--why", "again").exitCode()).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsSaidInASentence() {
    assertThat(add("--words", "nothing").err()).contains("Say what the debtor wishes");
    assertThat(add("--inconvenient", "sometimes", "--words", "x").err()).contains("no hours such as");
    assertThat(add("--inconvenient", "mon 17:00-15:00", "--words", "x").err()).contains("no hours such as");
    assertThat(add("--stop").exitCode()).isEqualTo(2);
    assertThat(add("--stop", "--words", "x", "--received", "2199-01-01T10:00").err()).contains("future");
  }
}
