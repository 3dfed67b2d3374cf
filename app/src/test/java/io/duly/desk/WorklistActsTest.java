package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.doctor.Examined;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists that are kept by a name, and what is done to many lines at once. */
@Tag("P33")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistActsTest {
  private Desk desk;
  private People.Admitted anna;
  private People.Admitted ben;
  private People.Admitted bea;
  private People.Admitted otto;
  private People.Admitted clara;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.calls.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
    ben = desk.person("ben", Role.COLLECTOR);
    bea = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    otto = desk.person("otto", Role.AUDITOR);
    clara = desk.person("clara", Role.CLIENT, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private String one(String sql) {
    return desk.database.ask(tx -> tx.fetch(sql).formatCSV(false)).strip();
  }

  private long number(String debtor) {
    return desk.portfolio.caseOf(debtor);
  }

  private static String location(java.net.http.HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("nowhere").replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void aListIsKeptByANameOpenedByItsPlaceRenamedAndRemoved() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(location(visitor.post("/", "/views", Map.of("name", "Poles", "query", "country=PL&after=1.x&evil=%3Cscript%3E")))).isEqualTo("/?country=PL");
      assertThat(visitor.get("/?country=PL").body()).contains("“Poles” is kept", "<kbd aria-hidden=\"true\">g 1</kbd>", "href=\"/?country=PL\"");
      assertThat(location(visitor.get("/views/1"))).isEqualTo("/?country=PL");
      assertThat(location(visitor.get("/views/9"))).isEqualTo("/");
      visitor.post("/", "/views", Map.of("name", "Poles", "query", "country=DE"));
      assertThat(visitor.get("/?country=DE").body()).contains("A list of yours is called Poles already");
      var id = one("select id from cases.saved_view where name = 'Poles'");
      visitor.post("/", "/views/" + id + "/name", Map.of("name", "From Poland", "query", "country=PL"));
      assertThat(visitor.get("/?country=PL").body()).contains("The list is saved", "From Poland").doesNotContain(">Poles");
      visitor.post("/", "/views/" + id + "/removal", Map.of("query", "country=PL"));
      assertThat(visitor.get("/?country=PL").body()).contains("The list is removed").doesNotContain("From Poland");
    }
  }

  @Test
  @Tag("P40")
  void whatIsSharedIsSeenByTheHouseAndChangedByWhoMadeItOnly() {
    try (var annas = new Visitor(desk).signedInAs(anna); var bens = new Visitor(desk).signedInAs(ben);
        var auditor = new Visitor(desk).signedInAs(otto); var client = new Visitor(desk).signedInAs(clara)) {
      annas.post("/", "/views", Map.of("name", "Mine alone", "query", "owner=mine"));
      annas.post("/", "/views", Map.of("name", "Large ones", "query", "from=5000", "shared", "true"));
      assertThat(bens.get("/").body()).contains("Large ones", "kept by Anna").doesNotContain("Mine alone");
      assertThat(auditor.get("/").body()).contains("Large ones").doesNotContain("Keep this list");
      assertThat(client.get("/").body()).doesNotContain("Large ones", "Mine alone");
      var id = one("select id from cases.saved_view where name = 'Large ones'");
      bens.post("/", "/views/" + id + "/removal", Map.of());
      assertThat(bens.get("/").body()).contains("That list is not yours", "Large ones");
      bens.post("/", "/views/" + id + "/name", Map.of("name", "Stolen"));
      assertThat(one("select count(*) from cases.saved_view where name = 'Stolen'")).isEqualTo("0");
      assertThat(auditor.post("/", "/views", Map.of("name", "x")).statusCode()).isEqualTo(403);
      assertThat(client.post("/", "/views", Map.of("name", "x")).statusCode()).isEqualTo(403);
    }
    desk.database.execute("delete from cases.saved_view");
  }

  @Test
  void theDatabaseItselfHidesOthersListsFromTheDesksRole() {
    desk.database.execute(
        "insert into cases.saved_view (id, person_id, name, query, saved_at) values (gen_random_uuid(), '%s', 'hidden', '', now())".formatted(anna.person().uuid()));
    var seen = desk.database.ask(tx -> tx.transactionResult(inside -> {
      inside.dsl().execute("select set_config('duly.scope', '{}', true), set_config('duly.eyes', 'house', true), set_config('duly.person', '" + ben.person().uuid() + "', true)");
      inside.dsl().execute("set local role duly_desk");
      return inside.dsl().fetchSingle("select count(*) from cases.saved_view").get(0, Integer.class);
    }));
    assertThat(seen).isZero();
    desk.database.execute("delete from cases.saved_view");
  }

  private Map<String, String> chosen(Map<String, String> more, String... debtors) {
    var all = new java.util.HashMap<>(more);
    all.put("numbers", String.join(",", List.of(debtors).stream().map(debtor -> String.valueOf(number(debtor))).toList()));
    return all;
  }

  @Test
  void manyAreGivenToSomebodyAfterASecondLookAndTakenBack() {
    var give = chosen(Map.of("act", "give", "to", "ben", "words", "you know them"), "Kowalski Transport sp. z o.o.", "Hotel Seeblick GmbH", "Rossi Marine SpA");
    try (var visitor = new Visitor(desk).signedInAs(anna); var bens = new Visitor(desk).signedInAs(ben)) {
      bens.postAsPart("/", "/cases/" + number("Rossi Marine SpA") + "/claim", Map.of());
      var preview = visitor.post("/", "/bulk", give).body();
      assertThat(preview).contains("2 cases change hands", "1 is left as it is", "ben is in it now");
      assertThat(one("select count(*) from cases.recovery_case where owner_id is not null")).as("nothing is done by looking").isEqualTo("0");
      var done = location(visitor.post("/", "/bulk/doing", give));
      assertThat(done).startsWith("/bulk/");
      assertThat(visitor.get(done).body()).contains("2 cases changed hands", "Take it back", "Kowalski").doesNotContain("Rossi");
      assertThat(bens.get("/?owner=mine").body()).contains("Kowalski", "Seeblick").doesNotContain("Rossi Marine");
      assertThat(visitor.get("/cases/" + number("Hotel Seeblick GmbH")).body()).contains("Given to ben: you know them");
      assertThat(bens.get(done).statusCode()).as("what somebody else did").isEqualTo(404);
      bens.post("/", done + "/undoing", Map.of());
      assertThat(bens.get("/").body()).contains("It can be taken back by who did it");
      desk.database.execute("update cases.recovery_case set owner_id = '%s' where number = %d".formatted(anna.person().uuid(), number("Hotel Seeblick GmbH")));
      visitor.post("/", done + "/undoing", Map.of());
      assertThat(visitor.get("/").body()).contains("1 case is as before");
      assertThat(one("select number from cases.recovery_case where owner_id is not null")).as("who went on from there keeps it").isEqualTo(String.valueOf(number("Hotel Seeblick GmbH")));
      assertThat(one("select count(*) from journal.entry where kind = 'bulk-taken-back'")).isEqualTo("1");
      visitor.post("/", done + "/undoing", Map.of());
      assertThat(visitor.get("/").body()).as("once").contains("It can be taken back by who did it");
      desk.database.execute("update cases.recovery_case set owner_id = null", "update cases.claim set released_at = since");
    }
  }

  @Test
  @Tag("P17")
  void manyAreHeldWithReasonAndEndTheirDraftsAreWithdrawnAndItIsTakenBack() {
    var hold = chosen(Map.of("act", "hold", "kind", "manual", "why", "the price list was wrong", "until", "2026-12-01"), "Moreau Électricité SAS", "Haddad Optics Ltd");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.post("/", "/bulk", hold).body()).contains("2 cases are held");
      var done = location(visitor.post("/", "/bulk/doing", hold));
      assertThat(one("select count(*) from cases.hold where why = 'the price list was wrong' and until = '2026-12-01' and lifted_on is null")).isEqualTo("2");
      assertThat(one("select count(*) from correspondence.message m join parties.debtor d on d.id = m.debtor_id where d.name in ('Moreau Électricité SAS', 'Haddad Optics Ltd') and m.state = 'withdrawn'")).isEqualTo("2");
      assertThat(visitor.post("/", "/bulk", hold).body()).contains("No case is held", "is held so already");
      visitor.post("/", done + "/undoing", Map.of());
      assertThat(one("select count(*) from cases.hold where why = 'the price list was wrong' and lifted_on is null")).isEqualTo("0");
      assertThat(visitor.get("/cases/" + number("Haddad Optics Ltd")).body()).contains("Hold placed (manual) until", "Taken back: the hold is lifted again.");
    }
    assertThat(Examined.complaints(desk.database)).as("of what was done here; the portfolio is made up").noneMatch(one -> one.startsWith("hold-"));
  }

  @Test
  void tasksArePutOffTogetherAndWhatHasNoneIsLeft() {
    var off = chosen(Map.of("act", "put_off", "why", "their office is closed", "until", "2026-11-27"), "Brennan & Co Ltd", "Atelier Brun SARL", "Fischer Druck KG");
    var before = "select t.kind, t.due_on from cases.task t join parties.debtor d on d.id = (select debtor_id from cases.recovery_case c where c.id = t.case_id) where t.done_on is null and d.name in ('Brennan & Co Ltd', 'Atelier Brun SARL') order by 1";
    var was = one(before);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var preview = visitor.post("/", "/bulk", off).body();
      assertThat(preview).contains("2 tasks are put off", "1 is left as it is", "Fischer Druck KG");
      assertThat(visitor.post("/", "/bulk", chosen(Map.of("act", "put_off", "why", "x", "until", "2026-11-20"), "Brennan & Co Ltd")).body()).contains("Put it off to a day after");
      var done = location(visitor.post("/", "/bulk/doing", off));
      assertThat(one(before)).isEqualTo("call,2026-11-27\nverify,2026-11-27");
      assertThat(one("select count(*), min(why) from cases.task_put_off")).isEqualTo("2,their office is closed");
      visitor.post("/", done + "/undoing", Map.of());
      assertThat(one(before)).isEqualTo(was);
      assertThat(visitor.get("/tasks?later=1").body()).as("what was taken back counts as never put off").doesNotContain("put off once");
    }
  }

  @Test
  void allOfAListAreChosenByItsAddress() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.post("/", "/bulk", Map.of("all", "1", "query", "stage=final_demand")).body()).contains("3 cases chosen");
      assertThat(visitor.post("/", "/bulk", Map.of("all", "1", "query", "stage=final_demand&older=95")).body()).contains("2 cases chosen");
      assertThat(visitor.post("/", "/bulk", Map.of()).body()).contains("No case chosen", "Tick lines of the worklist first");
      var ticked = visitor.postAll("/", "/bulk", "case", List.of(String.valueOf(number("Rossi Marine SpA")), "999999"), Map.of("act", "give", "to", "anna")).body();
      assertThat(ticked).contains("1 case changes hands");
    }
  }

  @Test
  @Tag("P40")
  void nobodyTouchesManyOfAnotherCreditorAndWhoReadsOnlyTouchesNone() {
    var hold = chosen(Map.of("act", "hold", "kind", "manual", "why", "not theirs"), "Hotel Seeblick GmbH", "Brennan & Co Ltd");
    try (var visitor = new Visitor(desk).signedInAs(bea); var auditor = new Visitor(desk).signedInAs(otto); var client = new Visitor(desk).signedInAs(clara)) {
      assertThat(visitor.post("/", "/bulk", hold).body()).contains("1 case is held").doesNotContain("Seeblick");
      visitor.post("/", "/bulk/doing", hold);
      assertThat(one("select d.name from cases.hold h join parties.debtor d on d.id = h.debtor_id where h.why = 'not theirs'")).isEqualTo("Brennan & Co Ltd");
      for (var path : List.of("/bulk", "/bulk/doing")) {
        assertThat(auditor.post("/", path, hold).statusCode()).as(path).isEqualTo(403);
        assertThat(client.post("/", path, hold).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(auditor.get("/").body()).doesNotContain("data-pick");
      desk.database.execute("delete from cases.bulk_line where hold_id is not null", "update cases.hold set lifted_on = since, lifted_by = 'duly', lifted_why = 'test' where why = 'not theirs'");
    }
  }

  @Test
  void theFootSaysWhatOneDidToday() {
    var bert = desk.person("bert", Role.COLLECTOR);
    desk.database.execute(
        "insert into cases.task (id, creditor_id, case_id, kind, why, created_on, due_on, done_on, done_by, outcome) select gen_random_uuid(), creditor_id, id, 'reply', 'x',"
            + " '2026-11-19', '2026-11-20', '2026-11-20', 'person:bert', 'said so' from cases.recovery_case where number = " + number("Rossi Marine SpA"),
        "insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, recorded_by, outcome, judged_on)"
            + " select gen_random_uuid(), creditor_id, id, debtor_id, 'EUR', 12345, '2026-11-20', '2026-11-20', 'person:bert', 'kept', '2026-11-20' from cases.recovery_case where number = "
            + number("Rossi Marine SpA"));
    try (var visitor = new Visitor(desk).signedInAs(bert); var others = new Visitor(desk).signedInAs(ben)) {
      assertThat(visitor.get("/").body()).contains("today: 1 done · 0 reached · 123.45 EUR promised");
      assertThat(others.get("/").body()).contains("today: 0 done · 0 reached</p>");
    }
  }
}
