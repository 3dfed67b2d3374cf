package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.CaseId;
import io.duly.kernel.TaskId;
import io.duly.strategy.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work for people: whose it is, put off with a reason, done with an outcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskPagesTest {
  private static final LocalDate TODAY = Portfolio.TODAY;

  private Desk desk;
  private Chromium chromium;
  private People.Admitted anna;
  private People.Admitted carl;
  private People.Admitted bea;
  private People.Admitted otto;

  @BeforeAll
  void open() throws IOException {
    chromium = Chromium.started();
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
    carl = desk.person("carl", Role.COLLECTOR);
    bea = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    otto = desk.person("otto", Role.AUDITOR);
    Files.createDirectories(Path.of("target", "screenshots"));
  }

  @AfterAll
  void close() {
    chromium.close();
    desk.close();
  }

  @Test
  void aTaskThatWasGivenToSomebodyIsOnTheirListAndInTheirTopLine() {
    var task = task("Silva Têxtil Lda", TaskKind.COMPLETE_FILE, "an address is missing");
    try (var visitor = new Visitor(desk).signedInAs(carl)) {
      assertThat(visitor.get("/tasks?whose=mine").body()).doesNotContain("Silva Têxtil");
      assertThat(visitor.get("/tasks?whose=unassigned").body()).contains("Silva Têxtil Lda", "an address is missing");
      act(visitor, task, "giving", Map.of("to", "carl"));
      assertThat(visitor.get("/tasks?whose=mine").body()).contains("Silva Têxtil Lda", "<span class=\"count\">1</span>");
      assertThat(visitor.get("/").body()).contains("Tasks <span class=\"count\">1</span>");
      act(visitor, task, "giving", Map.of("to", "bea"));
      assertThat(visitor.get("/tasks?whose=mine").body()).as("bea does not see the creditor").contains("Silva Têxtil Lda");
      act(visitor, task, "completion", Map.of("outcome", "found it on their site"));
      assertThat(visitor.get("/tasks").body()).contains("The task is done").doesNotContain("Silva Têxtil");
    }
  }

  @Test
  void whoeverAsksForSomethingOnACaseChoosesAmongThoseWhoMaySeeIt() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var path = "/cases/" + desk.portfolio.caseOf("Lindqvist Marin AB");
      var page = visitor.get(path).body();
      assertThat(page).contains("<option value=\"carl\"", "<option value=\"anna\"", "whoever comes to it").doesNotContain("<option value=\"bea\"", "<option value=\"otto\"");
      visitor.post(path, path + "/tasks", Map.of("kind", "REVIEW", "why", "read their letter", "due", TODAY.plusDays(3).toString(), "to", "bea"));
      assertThat(visitor.get(path).body()).contains("Nobody called bea works for this creditor");
      visitor.post(path, path + "/tasks", Map.of("kind", "REVIEW", "why", "read their letter", "due", TODAY.plusDays(3).toString(), "to", "carl"));
    }
    try (var visitor = new Visitor(desk).signedInAs(carl)) {
      assertThat(visitor.get("/tasks?whose=mine&later=1").body()).contains("read their letter");
    }
  }

  @Test
  @Tag("P33")
  void aTaskIsPutOffWithAReasonThatIsKeptAndCounted() {
    var task = task("Petrov Glass OOD", TaskKind.VERIFY, "ask the carrier");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      act(visitor, task, "putting-off", Map.of("until", TODAY.toString(), "why", "no time"));
      assertThat(visitor.get("/tasks").body()).contains("Put it off to a day after 2026-11-20");
      act(visitor, task, "putting-off", Map.of("until", TODAY.plusDays(3).toString(), "why", " "));
      assertThat(visitor.get("/tasks").body()).contains("Say why it is put off");
      act(visitor, task, "putting-off", Map.of("until", TODAY.plusDays(3).toString(), "why", "the carrier is closed"));
      act(visitor, task, "putting-off", Map.of("until", TODAY.plusDays(4).toString(), "why", "still closed"));
      assertThat(visitor.get("/tasks").body()).doesNotContain("Petrov Glass");
      assertThat(visitor.get("/tasks?later=1").body()).contains("Petrov Glass OOD", "put off 2 times: still closed");
      var page = visitor.get("/cases/" + desk.portfolio.caseOf("Petrov Glass OOD")).body();
      assertThat(page).contains("put off to 2026-11-23: the carrier is closed");
    }
  }

  @Test
  void aCallBackSaysItsTimeThere() {
    var at = TODAY.plusDays(6).atTime(10, 0).atZone(ZoneId.of("Asia/Tokyo"));
    desk.portfolio.the(Tasks.class).openAt(desk.portfolio.dsl, id("Yamada Cycles KK"), TaskKind.CALL, "call back: agreed", at, by());
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get("/tasks?later=1&kind=call").body()).contains("Yamada Cycles KK").containsPattern("26 Nov 10:00\\W*(AM)? there");
    }
  }

  @Test
  void anotherCreditorsTaskIsNotThereAndAnAuditorChangesNothing() {
    var task = task("Fischer Druck KG", TaskKind.REVIEW, "look at it");
    try (var visitor = new Visitor(desk).signedInAs(bea); var auditor = new Visitor(desk).signedInAs(otto)) {
      assertThat(visitor.get("/tasks").body()).doesNotContain("Fischer Druck");
      assertThat(auditor.get("/tasks").body()).contains("Fischer Druck").doesNotContain("/completion");
      var fields = Map.of("outcome", "done", "until", TODAY.plusDays(3).toString(), "why", "x", "to", "bea");
      for (var act : new String[] {"completion", "putting-off", "giving"}) {
        assertThat(visitor.post("/", "/tasks/" + task + "/" + act, fields).statusCode()).as(act).isEqualTo(404);
        assertThat(auditor.post("/", "/tasks/" + task + "/" + act, fields).statusCode()).as(act).isEqualTo(403);
      }
    }
    assertThat(desk.portfolio.dsl.fetchSingle("select done_on from cases.task where id = ?", task.value()).get(0)).isNull();
  }

  @Test
  void afterwardsOneIsBackOnThisDeskOnly() {
    var task = task("Castillo e Hijos SL", TaskKind.REVIEW, "look at it");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var answer = visitor.post("/", "/tasks/" + task + "/giving", Map.of("to", "anna", "back", "//elsewhere.example/tasks"));
      assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/tasks").doesNotContain("elsewhere");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 390"})
  void thePageIsAccessibleAndWorkedByKeyboard(ColorScheme theme, int width) {
    var page = chromium.signedIn(desk, anna, width, 844, theme);
    page.keyboard().press("l");
    page.locator("table.tasks").waitFor();
    page.waitForLoadState();
    page.keyboard().press("j");
    assertThat(page.evaluate("document.activeElement.matches('.tasks [data-row]')")).isEqualTo(true);
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).isLessThanOrEqualTo(width);
    page.locator(".tasks .acts summary").nth(1).click();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "tasks" + theme + width + ".png")));
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
    assertThat(Accessibility.breaches(page)).isEmpty();
    page.context().close();
  }

  private TaskId task(String debtor, TaskKind kind, String why) {
    return desk.portfolio.the(Tasks.class).open(desk.portfolio.dsl, id(debtor), kind, why, TODAY, by());
  }

  private static Recorded by() {
    return Recorded.by("person:anna", TODAY, Portfolio.at(TODAY));
  }

  private CaseId id(String debtor) {
    var sql = "select c.id from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = ?";
    return new CaseId(desk.portfolio.dsl.fetchSingle(sql, debtor).get(0, UUID.class));
  }

  private static void act(Visitor visitor, TaskId task, String act, Map<String, String> fields) {
    assertThat(visitor.post("/", "/tasks/" + task + "/" + act, fields).statusCode()).isEqualTo(302);
  }
}
