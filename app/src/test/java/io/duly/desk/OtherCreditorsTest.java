package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.desk.Endpoints.Endpoint;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every address that names something, asked by somebody of another creditor with ids that are really there: nothing is shown, nothing
 * changes. So that this proves something, the same addresses are opened by somebody who may.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class OtherCreditorsTest {
  /** What is asked with a token instead of a session has tests of its own. */
  private static final Set<String> NOT_A_CREDITORS = Set.of("/api/", "/welcome/{secret}", "/me/sessions/{number}/ending", "/people/{id}");

  private static final String SEEBLICK = "Hotel Seeblick GmbH";

  private Desk desk;
  private Endpoints endpoints;
  private People.Admitted mia;
  private People.Admitted rival;

  @BeforeAll
  void open() throws java.sql.SQLException {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.intake.by-itself=false");
    mia = desk.person("mia", Role.MANAGER);
    rival = desk.person("rita", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    Busy.with(desk, mia, SEEBLICK, Portfolio.NORDWIND);
    endpoints = new Endpoints(desk, Portfolio.NORDWIND, desk.portfolio.caseOf(SEEBLICK));
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private List<Endpoint> naming(RequestMethod method) {
    return endpoints.all().stream().filter(one -> one.method() == method && one.names() && NOT_A_CREDITORS.stream().noneMatch(other -> one.pattern().startsWith(other))).toList();
  }

  /** What is there of each creditor, table by table. */
  private Map<String, String> state() {
    return desk.database.ask(tx -> {
      var all = new TreeMap<String, String>();
      for (var table : Endpoints.tables(desk)) {
        all.put(table, tx.fetchSingle("select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from " + table + " t").get(0, String.class));
      }
      return all;
    });
  }

  @Test
  void nothingOfAnotherCreditorIsShown() {
    var shown = new TreeSet<String>();
    try (var visitor = new Visitor(desk).signedInAs(rival); var theirs = new Visitor(desk).signedInAs(mia)) {
      for (var endpoint : naming(RequestMethod.GET)) {
        for (var path : endpoints.paths(endpoint)) {
          var answer = visitor.get(path);
          assertThat(answer.statusCode()).as(path).isIn(404, 400, 405);
          assertThat(answer.body()).as(path).doesNotContain("Seeblick", "RE-1", "zebra");
          if (theirs.get(path).statusCode() == 200) {
            shown.add(endpoint.pattern());
          }
        }
      }
    }
    var all = naming(RequestMethod.GET).stream().map(Endpoint::pattern).toList();
    assertThat(shown).as("addresses of which the ids are known not to be made up, of %s", all).hasSizeGreaterThan(all.size() * 2 / 3);
  }

  @Test
  void nothingOfAnotherCreditorIsChanged() {
    try (var visitor = new Visitor(desk).signedInAs(rival)) {
      var token = visitor.get("/me").body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
      var before = state();
      var notRead = new ArrayList<String>();
      for (var endpoint : naming(RequestMethod.POST)) {
        for (var path : endpoints.paths(endpoint)) {
          var answer =
              endpoint.takesAFile()
                  ? visitor.handWith(path, token, "paper.txt", "a paper".getBytes(StandardCharsets.UTF_8), endpoint.form())
                  : visitor.postWithToken(path, token, new HashMap<>(endpoint.form()));
          if (answer.statusCode() == 400) {
            notRead.add(path);
          } else {
            assertThat(answer.statusCode()).as(path).isIn(404, 403, 302);
          }
          assertThat(answer.body()).as(path).doesNotContain("Seeblick", "RE-1", "zebra");
        }
      }
      assertThat(notRead).as("forms that were not even read").isEmpty();
      assertThat(state()).isEqualTo(before);
    }
  }
}
