package io.duly.cli;

import static io.duly.database.jooq.journal.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.doctor.World;
import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the small world of the doctor's tests: three cases. */
class JournalCommandTest {
  private static final String CASE_1 = "00000000-0000-0000-0007-000000000001";

  private TestDatabase world;
  @TempDir private Path directory;

  @BeforeEach
  void begin() throws SQLException, IOException {
    world = World.create();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  @Tag("P25")
  void verifySaysWhetherTheJournalIsWholeAndWhatIsWrong() {
    int entries = world.ask(sql -> sql.fetchCount(ENTRY));
    var known = "3 cases, " + entries + " entries: ";
    assertThat(run("journal", "verify")).returns(0, CommandRun::exitCode).returns(known + "whole.\n", CommandRun::out);
    assertThat(run("journal", "verify", "--json").out())
        .isEqualTo("{\"cases\":3,\"entries\":" + entries + ",\"ok\":true,\"firstWrong\":null,\"wrong\":0}\n");
    tamper("update journal.entry set summary = 'x' where case_id = '" + CASE_1 + "' and seq in (4, 7)");
    assertThat(run("journal", "verify"))
        .returns(1, CommandRun::exitCode)
        .returns(known + "1 wrong. First: case " + CASE_1 + ", entry 4: altered.\n", CommandRun::out);
    var wrong = run("journal", "verify", "--json").json();
    assertThat(wrong.get("ok").asBoolean()).isFalse();
    assertThat(wrong.get("firstWrong").get("case").asString()).isEqualTo(CASE_1);
    assertThat(wrong.get("firstWrong").get("seq").asInt()).isEqualTo(4);
    assertThat(wrong.get("firstWrong").get("what").asString()).isEqualTo("altered");
  }

  @Test
  @Tag("P25")
  void headsKeptElsewhereShowAChainThatWasWrittenAnew() throws IOException {
    var file = directory.resolve("heads");
    assertThat(run("journal", "heads", file.toString()).out()).contains("the heads of 3 chains");
    assertThat(run("journal", "verify", "--heads", file.toString()).exitCode()).isZero();
    tamper("delete from journal.entry where case_id = '" + CASE_1 + "'", "delete from journal.chain where case_id = '" + CASE_1 + "'");
    assertThat(run("journal", "verify").exitCode()).isZero();
    assertThat(run("journal", "verify", "--heads", file.toString()).out()).contains("removed: a head kept earlier names it");
    Files.writeString(file, "something else");
    assertThat(run("journal", "verify", "--heads", file.toString()))
        .returns(3, CommandRun::exitCode)
        .satisfies(said -> assertThat(said.err()).contains("not a file of journal heads"));
    assertThat(run("journal", "verify", "--heads", "nowhere").err()).contains("There is no file nowhere");
  }

  @Test
  @Tag("P25")
  void exportWritesACaseByItsNumberOrItsId() throws IOException {
    var file = directory.resolve("case.jsonl");
    var told = run("journal", "export", "1", "--out", file.toString(), "--json").json();
    assertThat(told.get("entries").asInt()).isEqualTo(11);
    assertThat(told.get("documents").asInt()).isEqualTo(1);
    var lines = Files.readAllLines(file);
    assertThat(lines).hasSize(13);
    assertThat(lines.getFirst()).contains("\"number\":1", "\"creditor\":\"Brightwell\"", "\"debtorNumber\":\"A\"", told.get("head").asString());
    assertThat(run("journal", "export", CASE_1).out().lines().toList()).isEqualTo(lines);
    assertThat(run("journal", "export", "99"))
        .returns(3, CommandRun::exitCode)
        .returns("No case has the number or id 99.\n", CommandRun::err);
    assertThat(run("journal", "export", "1", "--json").exitCode()).isEqualTo(2);
  }

  @Test
  @Tag("P24")
  void searchFindsWordsOfOneCreditorOrAll() {
    assertThat(run("journal", "search", "Dear", "Ann").out()).contains("letter.txt", "Dear Ann", "1 found").containsPattern("case \\d+ of \\w+");
    assertThat(run("journal", "search", "grüße", "--json").json()).hasSizeGreaterThan(5);
    assertThat(run("journal", "search", "grüße", "--creditor", "Harbour", "--json").json()).hasSize(1);
    assertThat(run("journal", "search", "grüße", "--creditor", "Nobody").err()).contains("no creditor named Nobody");
    assertThat(run("journal", "search").exitCode()).isEqualTo(2);
  }

  @Test
  void doctorSaysForEachInvariantWhetherItHolds() {
    assertThat(run("doctor")).returns(0, CommandRun::exitCode).satisfies(said -> assertThat(said.out()).contains("checks hold."));
    tamper("update ledger.invoice set currency = 'XYZ' where number = 'B2'");
    assertThat(run("doctor"))
        .returns(1, CommandRun::exitCode)
        .satisfies(said -> assertThat(said.out()).contains("I1          1  Every currency", "such as ledger.invoice: XYZ"));
    var first = run("doctor", "--json").json().get("checks").get(0);
    assertThat(first.get("invariant").asString()).isEqualTo("I1");
    assertThat(first.get("violations").asInt()).isEqualTo(1);
    assertThat(first.get("sample").asString()).isEqualTo("ledger.invoice: XYZ");
  }

  private void tamper(String... sql) {
    var statements = new java.util.ArrayList<>(java.util.List.of("set session_replication_role = replica"));
    statements.addAll(java.util.List.of(sql));
    world.execute(statements.toArray(String[]::new));
  }

  private CommandRun run(String... words) {
    return CommandRun.of(world, words);
  }
}
