package io.duly.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoctorTest {
  private static TestDatabase world;
  private static Connection owner;

  @BeforeAll
  static void begin() throws SQLException, IOException {
    world = World.create();
    owner = world.connectAsOwner();
    owner.setAutoCommit(false);
  }

  @AfterAll
  static void end() throws SQLException {
    owner.close();
    world.close();
  }

  @Test
  void aHealthyWorldHasNoViolations() throws SQLException {
    try (var database = world.open()) {
      var findings = new Doctor(database).examine(_ -> {});
      assertThat(findings).hasSameSizeAs(Checks.all()).allMatch(Finding::isHealthy);
    }
  }

  @Test
  void anEmptyDatabaseHasNoViolations() throws SQLException {
    try (var empty = TestDatabase.fresh();
        var database = empty.open()) {
      assertThat(new Doctor(database).examine(_ -> {})).allMatch(Finding::isHealthy);
    }
  }

  static Stream<Breakage> breakages() {
    return Breakages.all();
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void whatIsBrokenIsSeenByItsCheckAndByNoOther(Breakage breakage) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("set local session_replication_role = replica");
      for (var sql : breakage.statements()) {
        statement.execute(sql);
      }
      assertThat(unhealthy()).isEqualTo(breakage.seenBy());
    } finally {
      owner.rollback();
    }
  }

  @Test
  void everyCheckCanFailByItself() {
    var seen =
        Breakages.all().map(Breakage::seenBy).filter(checks -> checks.size() == 1).flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids(Checks.all()));
  }

  @Test
  void everyCheckHasANameOfItsOwnAndASentence() {
    assertThat(ids(Checks.all())).doesNotHaveDuplicates();
    assertThat(Checks.all()).allMatch(check -> check.title().matches("[A-Z].*[a-z]") && !check.sql().isBlank());
  }

  @Test
  void theDocumentationNamesEveryCheck() throws IOException {
    var page = Path.of("docs/doctor.md");
    var text = Files.readString(Files.exists(page) ? page : Path.of("..").resolve(page));
    assertThat(Checks.all())
        .allMatch(check -> text.contains("| " + check.invariant() + " | `" + check.id() + "` | " + check.title() + " |"));
  }

  private static List<String> ids(List<Check> checks) {
    return checks.stream().map(Check::id).toList();
  }

  private static Set<String> unhealthy() throws SQLException {
    return Doctor.examine(owner, _ -> {}).stream()
        .filter(finding -> !finding.isHealthy())
        .peek(finding -> assertThat(finding.sample()).isPresent())
        .map(Finding::check)
        .collect(Collectors.toSet());
  }
}
