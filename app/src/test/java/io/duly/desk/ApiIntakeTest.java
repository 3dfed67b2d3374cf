package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import io.duly.intake.job.JobRunner;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files by program whose columns or rows need somebody: maps, and rows that were set aside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P03")
@Tag("P40")
class ApiIntakeTest {
  private static final String HEAD = "invoice_number;customer_number;customer_name;invoice_date;due_date;amount;currency\n";

  private Desk desk;
  private Program mara;
  private Program nora;
  private UUID brightwell;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=100000", "duly.intake.by-itself=false");
    mara = Program.of(desk, desk.person("mara", Role.MANAGER).person());
    nora = Program.of(desk, desk.person("nora", Role.MANAGER, desk.portfolio.creditor(Portfolio.NORDWIND)).person());
    brightwell = desk.portfolio.creditor(Portfolio.BRIGHTWELL).value();
  }

  @AfterAll
  void close() {
    mara.close();
    nora.close();
    desk.close();
  }

  private String handedIn(String name, String csv) throws SQLException {
    var taken = mara.file("/api/v1/imports?name=" + name + "&creditor=" + brightwell, csv.getBytes(StandardCharsets.UTF_8), "text/csv").good();
    desk.application.getBean(JobRunner.class).runAll();
    return "/api/v1/imports/" + taken.json().get("id").asString();
  }

  private static String row(String number, String due, String amount) {
    return number + ";C-API;Api Traders;2026-10-01;" + due + ";" + amount + ";GBP\n";
  }

  /** The file that a job became. */
  private String file(String job) {
    return "/api/v1/import-files/" + mara.get(job).good().json().get("files").get(0).asString();
  }

  private long gross(String number) {
    return desk.database.ask(sql -> sql.fetchSingle("select coalesce(sum(gross), 0) from ledger.invoice where number = ?", number).get(0, Long.class));
  }

  @Test
  void aFileWhoseColumnsAreUnknownIsMappedLookedAtAndTakenInAndTheMapIsKept() throws SQLException {
    var job = handedIn("odd.csv", "alpha;beta;gamma;delta;epsilon\nM-1;C-API;Api Traders;01.10.2026;119,00\nM-2;C-API;Api Traders;31.02.2026;20,00\n");
    assertThat(mara.get(job).json().get("state").asString()).isEqualTo("refused");
    assertThat(mara.get(job + "/map").good().json().get("columns").get(0).get("name").asString()).isEqualTo("alpha");
    var choices = """
        {"kind": "invoices", "columns": {"alpha": "number", "beta": "debtorNumber", "gamma": "debtorName", "delta": "issuedOn", "epsilon": "amount"},
         "dates": "dmy", "decimal": ",", "currency": "GBP", "creditor": "%s", "name": "Greek ledger"}
        """.formatted(brightwell);
    var seen = mara.post(job + "/map/preview", choices).good();
    assertThat(seen.json().get("good").asLong()).as(seen.response().body()).isEqualTo(1);
    assertThat(seen.json().get("bad").asLong()).isEqualTo(1);
    var yaml = mara.post(job + "/map/yaml", choices).good().json().get("yaml").asString();
    assertThat(yaml).contains("alpha: number").isEqualTo(seen.json().get("yaml").asString());
    assertThat(gross("M-1")).as("nothing is taken in by looking").isZero();
    mara.post(job + "/map", choices).refused(428);
    mara.post(job + "/map", choices, "If-Match", "\"0\"").refused(412);
    mara.change(job, job + "/map", choices).good();
    desk.application.getBean(JobRunner.class).runAll();
    assertThat(mara.get(job).json().get("state").asString()).isEqualTo("done");
    assertThat(gross("M-1")).isEqualTo(11900);
    var kept = mara.get("/api/v1/import-maps").good().json().get("items").valueStream().filter(one -> one.get("name").asString().equals("Greek ledger")).findFirst().orElseThrow();
    var map = "/api/v1/import-maps/" + kept.get("id").asString();
    assertThat(mara.get(map).good().json().get("yaml").asString()).isEqualTo(yaml);
    nora.get(map).refused(404);
    nora.post(map + "/removal", "", "If-Match", "*").refused(404);
    mara.post(map + "/removal", "").refused(428);
    mara.change(map, map + "/removal", "").good();
    mara.get(map).refused(404);
  }

  @Test
  void aMapThatDoesNotFitSaysWhyAndNothingIsTakenIn() throws SQLException {
    var job = handedIn("odder.csv", "eins;zwei\n1;2\n");
    assertThat(mara.post(job + "/map/preview", "{\"kind\": \"invoices\", \"columns\": {\"eins\": \"shoeSize\"}}").good().json().get("refusal").asString()).contains("shoeSize");
    mara.change(job, job + "/map", "{\"kind\": \"invoices\", \"columns\": {\"eins\": \"shoeSize\"}, \"name\": \"Shoes\"}").refused(422, "shoeSize");
    mara.post(job + "/map/preview", "{\"separator\": \"two signs\"}").refused(400, "/separator");
    nora.post(job + "/map/preview", "{}").refused(404);
    nora.post(job + "/map", "{}", "If-Match", "*").refused(404);
    assertThat(mara.get("/api/v1/import-maps").good().response().body()).doesNotContain("Shoes");
  }

  @Test
  void rowsThatWereSetAsideAreMendedAndWhoDidItIsKept() throws SQLException {
    var file = file(handedIn("three-bad.csv", HEAD + row("A-1", "2026-10-17", "10.00") + row("A-2", "2026-10-17", "ten") + row("A-3", "2026-02-31", "30.00") + "A-4;C-API;Only Three\n"));
    var whole = mara.get(file).good().json();
    assertThat(whole.get("file").get("open").asLong()).isEqualTo(3);
    assertThat(whole.get("header").get(5).asString()).isEqualTo("amount");
    var rows = mara.get(file + "/set-aside").good().json().get("items");
    var first = rows.get(0).get("id").asString();
    var mended = mara.change(file, file + "/set-aside", "{\"rows\": [{\"id\": \"" + first + "\", \"cells\": {\"5\": \"10.50\"}}, {\"id\": \"" + rows.get(1).get("id").asString() + "\", \"cells\": {\"4\": \"also no day\"}}]}").good().json();
    assertThat(mended.get("taken").asInt()).isEqualTo(1);
    assertThat(mended.get("remain").asInt()).isEqualTo(1);
    assertThat(gross("A-2")).isEqualTo(1050);
    var again = mara.change(file, file + "/set-aside", "{\"rows\": [{\"id\": \"" + first + "\", \"cells\": {\"5\": \"99.00\"}}]}").good().json();
    assertThat(again.get("gone").asInt()).isEqualTo(1);
    assertThat(gross("A-2")).isEqualTo(1050);
    assertThat(mara.change(file, file + "/set-aside/discarding", "{\"rows\": [\"" + rows.get(2).get("id").asString() + "\"], \"reason\": \"cut off in the export\"}").good().json().get("rows").asInt()).isEqualTo(1);
    assertThat(mara.get(file + "/set-aside").good().response().body()).doesNotContain("Only Three");
    var by = desk.database.ask(sql -> sql.fetch("select distinct done_by from intake.mending").getValues(0, String.class));
    assertThat(by).containsExactly("person:mara");
  }

  @Test
  void oneValueMendsAllRowsWithTheSameProblemAndTheListIsReadOnFromACursor() throws SQLException {
    var lines = new StringBuilder(HEAD);
    for (int nth = 1; nth <= 7; nth++) {
      lines.append(row("F-" + nth, "n/a", nth + ".00"));
    }
    var file = file(handedIn("no-due-dates.csv", lines.append(row("F-0", "2026-10-17", "1.00")).toString()));
    var read = new ArrayList<String>();
    for (var next = file + "/set-aside?code=date&field=dueOn&limit=3"; !next.isEmpty(); ) {
      var page = mara.get(next).good().json();
      page.get("items").forEach(one -> read.add(one.get("id").asString()));
      next = page.has("next") ? page.get("next").asString() : "";
    }
    assertThat(new HashSet<>(read)).hasSize(7).hasSameSizeAs(read);
    mara.change(file, file + "/set-aside", "{\"fill\": {\"code\": \"date\", \"field\": \"dueOn\", \"column\": 99, \"value\": \"x\"}}").refused(400, "no column 99");
    assertThat(mara.change(file, file + "/set-aside", "{\"fill\": {\"code\": \"date\", \"field\": \"dueOn\", \"column\": 4, \"value\": \"2026-11-30\"}}").good().json().get("taken").asInt()).isEqualTo(7);
    assertThat(mara.get(file).json().get("file").get("open").asLong()).isZero();
    mara.change(file, file + "/set-aside/discarding", "{\"code\": \"date\", \"field\": \"dueOn\", \"reason\": \"x\"}").refused(422, "set aside any more");
  }

  @Test
  void rowsOfAnotherCreditorAreNotThereAndWhatIsNotGoodIsNamed() throws SQLException {
    var file = file(handedIn("one-bad.csv", HEAD + row("O-1", "2026-10-17", "10.00") + row("O-2", "never", "1.00")));
    var id = mara.get(file + "/set-aside").json().get("items").get(0).get("id").asString();
    for (var address : List.of(file, file + "/set-aside")) {
      nora.get(address).refused(404);
    }
    assertThat(nora.get("/api/v1/import-files").good().response().body()).doesNotContain("one-bad.csv");
    nora.post(file + "/set-aside", "{\"rows\": [{\"id\": \"" + id + "\", \"cells\": {\"4\": \"2026-11-30\"}}]}", "If-Match", "*").refused(404);
    nora.post(file + "/set-aside/discarding", "{\"rows\": [\"" + id + "\"], \"reason\": \"x\"}", "If-Match", "*").refused(404);
    mara.post(file + "/set-aside", "{\"rows\": [{\"id\": \"" + id + "\", \"cells\": {}}]}").refused(428);
    mara.change(file, file + "/set-aside", "{}").refused(400, "/rows");
    mara.change(file, file + "/set-aside", "{\"rows\": []}").refused(400, "/rows");
    mara.change(file, file + "/set-aside/discarding", "{\"rows\": [\"" + id + "\"], \"reason\": \" \"}").refused(400, "/reason");
    assertThat(gross("O-2")).isZero();
  }
}
