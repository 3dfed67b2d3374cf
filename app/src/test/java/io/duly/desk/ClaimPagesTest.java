package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.CannotRecord;
import io.duly.cases.Claim;
import io.duly.cases.Claims;
import io.duly.cases.Recorded;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.CaseId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people do not call for one case unknowingly. */
@Tag("P13")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimPagesTest {
  private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

  private Desk desk;
  private People.Admitted anna;
  private People.Admitted ben;
  private People.Admitted mona;
  private People.Admitted bea;
  private People.Admitted otto;

  @BeforeAll
  void open() {
    desk = new Desk();
    anna = desk.person("anna", Role.COLLECTOR);
    ben = desk.person("ben", Role.COLLECTOR);
    mona = desk.person("mona", Role.MANAGER);
    bea = desk.person("bea", Role.COLLECTOR, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    otto = desk.person("otto", Role.AUDITOR);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void whoeverComesSecondSeesWhoIsInItOnTheLineAndOnOpening() {
    var recovery = "/cases/" + desk.portfolio.caseOf("Kowalski Transport sp. z o.o.");
    try (var annas = new Visitor(desk).signedInAs(anna); var bens = new Visitor(desk).signedInAs(ben)) {
      assertThat(part(annas, recovery, "", Map.of()).body()).contains("You are in it since");
      assertThat(bens.get("/").body()).contains("Anna is in it since");
      assertThat(annas.get("/").body()).doesNotContain("is in it since");
      var opened = part(bens, recovery, "", Map.of()).body();
      assertThat(opened).contains("anna is in it since", "Speak with them before you call.").doesNotContain("taking-over");
      part(annas, recovery, "/release", Map.of());
      assertThat(part(bens, recovery, "", Map.of()).body()).contains("You are in it since");
      part(bens, recovery, "/release", Map.of());
    }
  }

  @Test
  void whoLeavesThePageIsInTheCaseForAMomentOnlyUnlessTheyComeBack() {
    var recovery = "/cases/" + desk.portfolio.caseOf("Yamada Cycles KK");
    try (var annas = new Visitor(desk).signedInAs(anna); var bens = new Visitor(desk).signedInAs(ben)) {
      part(annas, recovery, "", Map.of());
      assertThat(part(bens, recovery, "/leaving", Map.of()).statusCode()).as("whose it is not ends nothing").isEqualTo(204);
      assertThat(stays(recovery)).isTrue();
      part(annas, recovery, "/leaving", Map.of());
      assertThat(stays(recovery)).isFalse();
      part(annas, recovery, "", Map.of());
      assertThat(stays(recovery)).isTrue();
      part(annas, recovery, "/release", Map.of());
    }
  }

  /** For longer than the moment after leaving. */
  private boolean stays(String recovery) {
    var sql = "select until > since + interval '5 minutes' from cases.claim where released_at is null and case_id = (select id from cases.recovery_case where number = ?)";
    return desk.portfolio.dsl.fetchSingle(sql, Long.parseLong(recovery.replaceAll("\\D", ""))).get(0, Boolean.class);
  }

  @Test
  void aManagerTakesOverWithAReasonThatTheJournalKeeps() {
    var recovery = "/cases/" + desk.portfolio.caseOf("Hotel Seeblick GmbH");
    try (var annas = new Visitor(desk).signedInAs(anna);
        var bens = new Visitor(desk).signedInAs(ben);
        var monas = new Visitor(desk).signedInAs(mona)) {
      part(annas, recovery, "", Map.of());
      assertThat(part(bens, recovery, "/taking-over", Map.of("why", "I want it")).statusCode()).isEqualTo(403);
      assertThat(part(monas, recovery, "/taking-over", Map.of("why", " ")).body()).contains("Say in a few words why");
      assertThat(part(monas, recovery, "/taking-over", Map.of("why", "Anna is ill")).body()).contains("You are in it since");
      assertThat(monas.get(recovery).body()).contains("Taken over from anna: Anna is ill");
      assertThat(part(monas, recovery, "/taking-over", Map.of("why", "again")).body()).contains("Nobody else is in case");
    }
  }

  @Test
  void aCaseIsHandedOverWithAWordAndIsOnTheOthersList() {
    var recovery = "/cases/" + desk.portfolio.caseOf("Rossi Marine SpA");
    try (var annas = new Visitor(desk).signedInAs(anna); var bens = new Visitor(desk).signedInAs(ben)) {
      assertThat(annas.get("/?owner=mine").body()).doesNotContain("Rossi Marine SpA");
      part(annas, recovery, "", Map.of());
      assertThat(part(annas, recovery, "/handing-over", Map.of("to", "ben", "words", "You speak Italian")).body()).contains("It is Ben’s case.");
      assertThat(bens.get("/?owner=mine").body()).contains("Rossi Marine SpA", "1 case to do");
      assertThat(bens.get("/?owner=unassigned").body()).contains("Hotel Seeblick GmbH").doesNotContain("Rossi Marine SpA");
      assertThat(bens.get(recovery).body()).contains("Given to ben: You speak Italian");
      assertThat(part(annas, recovery, "/handing-over", Map.of("to", "bea")).body())
          .as("who does not see the creditor")
          .contains("Nobody called bea works for this creditor");
      assertThat(part(annas, recovery, "/handing-over", Map.of("to", "")).body()).doesNotContain("Ben’s case");
    }
  }

  @Test
  void anotherCreditorsCaseIsNotThereAndAnAuditorChangesNothing() {
    var theirs = "/cases/" + desk.portfolio.caseOf("Hotel Seeblick GmbH");
    try (var visitor = new Visitor(desk).signedInAs(bea); var auditor = new Visitor(desk).signedInAs(otto)) {
      assertThat(visitor.get(theirs + "/claim").statusCode()).isEqualTo(404);
      for (var act : List.of("", "/release", "/handing-over")) {
        assertThat(part(visitor, theirs, act, Map.of("to", "bea")).statusCode()).as(act).isEqualTo(404);
        assertThat(part(auditor, theirs, act, Map.of("to", "otto")).statusCode()).as(act).isEqualTo(403);
      }
      assertThat(auditor.get(theirs + "/claim").body()).doesNotContain("<form");
    }
    assertThat(desk.portfolio.dsl.fetch("select claimed_by from cases.claim").getValues(0, String.class)).doesNotContain("person:bea", "person:otto");
  }

  @Test
  void aClaimEndsByItselfAndWhenItsPersonOpensAnother() {
    var first = id("Moreau Électricité SAS");
    var second = id("Petrov Glass OOD");
    claim(first, anna, NINE);
    assertThat(claim(first, ben, NINE.plusSeconds(60)).by()).isEqualTo("person:anna");
    assertThat(claim(first, ben, NINE.plus(Claims.LASTS)).by()).as("half an hour later").isEqualTo("person:ben");
    claim(second, ben, NINE.plus(Claims.LASTS).plusSeconds(5));
    assertThat(claim(first, anna, NINE.plus(Claims.LASTS).plusSeconds(9)).by()).isEqualTo("person:anna");
  }

  @Test
  void ofManyWhoComeAtOnceOneIsLetIn() throws Exception {
    var recovery = id("Castillo e Hijos SL");
    var people = List.of(anna, ben, mona);
    var seen = new HashSet<String>();
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = crowd.invokeAll(people.stream().<java.util.concurrent.Callable<String>>map(one -> () -> claim(recovery, one, NINE).by()).toList());
      for (var answer : answers) {
        seen.add(answer.get());
      }
    }
    assertThat(seen).hasSize(1);
    assertThat(desk.portfolio.dsl.fetchValues("select claimed_by from cases.claim where case_id = ?", recovery.value())).hasSize(1);
  }

  @Test
  void theDatabaseItselfRefusesTwoClaimsAtATime() {
    var recovery = id("Haddad Optics Ltd");
    claim(recovery, anna, NINE);
    Assertions.assertThatThrownBy(() -> desk.portfolio.dsl.execute(
            """
            insert into cases.claim (id, creditor_id, case_id, person_id, claimed_by, since, until)
            select gen_random_uuid(), creditor_id, id, ?, 'person:ben', ?::timestamptz, ?::timestamptz from cases.recovery_case where id = ?
            """,
            ben.person().uuid(), NINE.plus(Duration.ofMinutes(29)).toString(), NINE.plus(Duration.ofHours(2)).toString(), recovery.value()))
        .hasMessageContaining("one_claim_at_a_time");
  }

  private Claim claim(CaseId recovery, People.Admitted who, Instant at) {
    var by = Recorded.by(who.person().actor(), Portfolio.TODAY, at);
    var transaction = new TransactionTemplate(desk.portfolio.the(PlatformTransactionManager.class));
    try {
      return transaction.execute(_ -> desk.portfolio.the(Claims.class).claim(desk.portfolio.dsl, recovery, who.person().id(), by));
    } catch (CannotRecord another) {
      throw new AssertionError(another);
    }
  }

  private CaseId id(String debtor) {
    var sql = "select c.id from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = ?";
    return new CaseId(desk.portfolio.dsl.fetchSingle(sql, debtor).get(0, UUID.class));
  }

  private static HttpResponse<String> part(Visitor visitor, String recovery, String act, Map<String, String> fields) {
    return visitor.postAsPart("/", recovery + "/claim" + act, fields);
  }
}
