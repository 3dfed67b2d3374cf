package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.intake.job.JobRunner;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files handed in on a page, what is said of them, and rows that are mended there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakePagesTest {
  private Desk desk;
  private People.Admitted mara;
  private People.Admitted collector;
  private People.Admitted ofNordwind;
  private People.Admitted auditor;

  @BeforeAll
  void open() {
    desk = new Desk("duly.intake.by-itself=false");
    mara = desk.person("mara", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    ofNordwind = desk.person("nora", Role.MANAGER, desk.portfolio.creditor(Portfolio.NORDWIND));
    collector = desk.person("carl", Role.COLLECTOR);
    auditor = desk.person("otto", Role.AUDITOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aFileThatIsHandedInIsTakenInAndItsReportIsShown() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      var job = handedIn(visitor, "March <b>list.csv", list("M-1", "17 Oct 2026", "120.00"));
      assertThat(visitor.get(job).body()).contains("March &lt;b&gt;list.csv", "Waits").doesNotContain("<b>list");
      takeIn();
      var done = visitor.get(job).body();
      assertThat(done).contains("Taken in", "Invoices", "See the findings");
      assertThat(visitor.get(fileOf(done)).body()).contains("Brightwell", "mara");
      assertThat(visitor.get("/intake").body()).contains("March &lt;b&gt;list.csv", "mara");
      assertThat(value("select imported_by from intake.file where name like 'March%'")).isEqualTo("person:mara");
    }
  }

  @Test
  void theNameOfAFileIsNeverAPath() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      var job = handedIn(visitor, "../../../etc/cron.d/evil.csv", list("P-1", "17 Oct 2026", "5.00"));
      takeIn();
      assertThat(visitor.get(job).body()).contains("<h1>evil.csv</h1>").doesNotContain("cron.d");
    }
  }

  @Test
  void theSameFileTwiceChangesNothingAndSaysSo() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      handedIn(visitor, "twice.csv", list("T-1", "17 Oct 2026", "12.00"));
      var again = handedIn(visitor, "twice.csv", list("T-1", "17 Oct 2026", "12.00"));
      takeIn();
      assertThat(visitor.get(again).body()).contains("Taken in");
      assertThat(value("select count(*) from ledger.invoice where number = 'T-1'")).isEqualTo("1");
    }
  }

  @Test
  void aFileThatIsRefusedSaysWhyAndWhatToDo() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      var job = handedIn(visitor, "odd.csv", "alpha;beta\n1;2\n");
      takeIn();
      assertThat(visitor.get(job).body()).contains("Refused", "No column has a name that is known", "Nothing of the file was taken in", "/map");
      assertThat(visitor.get("/intake").body()).contains("odd.csv", "Refused");
      assertThat(visitor.post(job, job + "/cancelling", Map.of()).statusCode()).isEqualTo(302);
      assertThat(visitor.get("/intake").body()).doesNotContain("odd.csv");
    }
  }

  @Test
  void aFileThatWaitsCanBePutAwayAndOneThatIsInCannot() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      var job = handedIn(visitor, "not-this.csv", list("N-1", "17 Oct 2026", "5.00"));
      visitor.post(job, job + "/cancelling", Map.of());
      takeIn();
      assertThat(visitor.get(job).body()).contains("Put away");
      assertThat(value("select count(*) from ledger.invoice where number = 'N-1'")).isEqualTo("0");
      var other = handedIn(visitor, "this.csv", list("N-2", "17 Oct 2026", "5.00"));
      takeIn();
      visitor.post("/intake", other + "/cancelling", Map.of());
      assertThat(visitor.get(other).body()).contains("It is too late for that", "Taken in");
    }
  }

  @Test
  void whatAServerWasTakingInWhenItDiedIsTakenInAgain() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      var job = handedIn(visitor, "cut-off.csv", list("C-1", "17 Oct 2026", "5.00"));
      desk.database.execute("update intake.job set state = 'running', attempts = 1, started_at = now() where name = 'cut-off.csv'");
      takeIn();
      assertThat(visitor.get(job).body()).contains("Taken in");
    }
  }

  @Test
  void onlyManagersAndAdministratorsTakeFilesIn() {
    for (var other : List.of(collector, auditor)) {
      try (var visitor = new Visitor(desk).signedInAs(other)) {
        var page = visitor.get("/intake");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("type=\"file\"");
        assertThat(visitor.upload("x.csv", list("X-1", "17 Oct 2026", "5.00").getBytes(StandardCharsets.UTF_8), Map.of()).statusCode()).isEqualTo(403);
      }
    }
    assertThat(value("select count(*) from intake.job where name = 'x.csv'")).isEqualTo("0");
  }

  @Test
  void anUploadWithoutASessionOrATokenIsNotEvenRead() {
    var bytes = list("X-2", "17 Oct 2026", "5.00").getBytes(StandardCharsets.UTF_8);
    try (var stranger = new Visitor(desk)) {
      assertThat(stranger.upload("x.csv", bytes, Map.of()).headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
    }
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      assertThat(visitor.upload("made-up", "x.csv", bytes, Map.of()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  @Tag("P40")
  void nobodySeesTheFilesOfAnotherCreditor() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara);
        var nora = new Visitor(desk).signedInAs(ofNordwind)) {
      var job = handedIn(visitor, "brightwell-only.csv", list("B-1", "soon", "5.00") + "B-2;C-9;Secret Ltd;1 Oct 2026;17 Oct 2026;7.00\n");
      assertThat(nora.get(job).statusCode()).isEqualTo(404);
      takeIn();
      var file = fileOf(visitor.get(job).body());
      for (var address : List.of(job, file, file + "/set-aside")) {
        assertThat(nora.get(address).statusCode()).as(address).isEqualTo(404);
      }
      assertThat(nora.get("/intake").body()).doesNotContain("brightwell-only");
      for (var path : List.of(job + "/cancelling", job + "/repetition", file + "/set-aside", file + "/set-aside/discarding")) {
        assertThat(nora.post("/intake", path, Map.of("reason", "x")).statusCode()).as(path).isEqualTo(404);
      }
      var answer = nora.upload("n.csv", list("B-3", "17 Oct 2026", "5.00").getBytes(StandardCharsets.UTF_8),
          Map.of("creditor", desk.portfolio.creditor(Portfolio.BRIGHTWELL).value().toString()));
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  @Test
  @Tag("P03")
  void rowsThatWereSetAsideAreMendedInThePageAndWhoDidItIsKept() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      var job = handedIn(visitor, "three-bad.csv",
          list("Q-1", "17 Oct 2026", "10.00") + row("Q-2", "17 Oct 2026", "ten") + row("Q-3", "31 Feb 2026", "30.00") + "Q-4;C-1;Only Four Cells;1 Oct 2026\n");
      takeIn();
      var aside = fileOf(visitor.get(job).body()) + "/set-aside";
      var page = visitor.get(aside).body();
      assertThat(page).contains("The amount &#39;ten&#39; is no amount", "The due date &#39;31 Feb 2026&#39;", "The row has 4 cells, the header has 6");
      var rows = rowsOf(page);
      assertThat(rows).hasSize(3);

      var typed = new LinkedHashMap<String, String>();
      typed.put("c." + rows.get(0) + ".5", "10.50");
      typed.put("c." + rows.get(1) + ".4", "also no day");
      var after = sent(visitor, aside, rows, typed);
      assertThat(after).contains("1 row is taken in; 1 remains", "The due date &#39;also no day&#39;", "value=\"also no day\"").doesNotContain("value=\"ten\"");
      assertThat(gross("Q-2")).isEqualTo(1050);
      assertThat(value("select done_by || ' ' || old_values[1] || ' ' || new_values[1] || ' ' || outcome from intake.mending where old_values = '{ten}'"))
          .isEqualTo("person:mara ten 10.50 taken");

      // The same once more changes nothing: the row is not there any longer.
      sent(visitor, aside, rows, Map.of("c." + rows.get(0) + ".5", "99.00"));
      assertThat(gross("Q-2")).isEqualTo(1050);

      var marked = new LinkedHashMap<String, String>();
      marked.put("pick", rows.get(2));
      visitor.post(aside, aside + "/discarding", with(marked, "reason", "cut off in the export"));
      assertThat(visitor.get(aside).body()).contains("1 row is discarded").doesNotContain("Only Four Cells");
      assertThat(value("select message from intake.mending where outcome = 'discarded' and raw_before like 'Q-4%'"))
          .isEqualTo("cut off in the export");
    }
  }

  @Test
  void oneValueMendsAllRowsWithTheSameProblem() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(mara)) {
      var lines = new StringBuilder(list("V-0", "17 Oct 2026", "10.00"));
      for (int number = 1; number <= 37; number++) {
        lines.append(row("V-" + number, "n/a", number + ".00"));
      }
      var job = handedIn(visitor, "no-due-dates.csv", lines.toString());
      takeIn();
      var aside = fileOf(visitor.get(job).body()) + "/set-aside";
      visitor.post(aside, aside, Map.of("column", "4", "value", "30 Nov 2026", "everywhere", "on", "code", "date", "field", "dueOn"));
      assertThat(visitor.get(aside + "?code=date&field=dueOn").body()).contains("37 rows are taken in", "All rows that were set aside are mended");
      assertThat(value("select count(*) from ledger.invoice where number like 'V-%' and due_on = '2026-11-30'")).isEqualTo("37");
      assertThat(value("select count(*) from intake.file where mends is not null and imported = 37")).isEqualTo("1");
    }
  }

  private String sent(Visitor visitor, String aside, List<String> rows, Map<String, String> typed) {
    visitor.postAll(aside, aside, "shown", rows, typed);
    return visitor.get(aside).body();
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var all = new LinkedHashMap<>(fields);
    all.put(name, value);
    return all;
  }

  private String value(String sql) {
    return desk.database.ask(tx -> String.valueOf(tx.fetchValue(sql)));
  }

  private long gross(String number) {
    return desk.database.ask(tx -> tx.fetchSingle("select gross from ledger.invoice where number = ?", number).get(0, Long.class));
  }

  private void takeIn() throws SQLException {
    desk.application.getBean(JobRunner.class).runAll();
  }

  private static String handedIn(Visitor visitor, String name, String text) {
    HttpResponse<String> answer = visitor.upload(name, text.getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
  }

  private static String fileOf(String page) {
    var link = Pattern.compile("/intake/files/[0-9a-f-]{36}").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static List<String> rowsOf(String page) {
    return Pattern.compile("name=\"shown\" value=\"([0-9a-f-]{36})\"").matcher(page).results().map(found -> UUID.fromString(found.group(1)).toString()).toList();
  }

  private static String list(String number, String due, String amount) {
    return "Invoice number;Customer number;Customer name;Invoice date;Due date;Amount\n" + row(number, due, amount);
  }

  private static String row(String number, String due, String amount) {
    return String.join(";", number, "C-1", "Harbour Foods Ltd", "1 Oct 2026", due, amount) + "\n";
  }
}
