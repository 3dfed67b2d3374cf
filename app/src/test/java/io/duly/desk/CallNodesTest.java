package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.calls.NoteChase;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database: one of two who begin the same call has it, the other is told who; notes are asked for once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallNodesTest {
  private static final List<String> DEBTORS = List.of("Brennan & Co Ltd", "Kowalski Transport sp. z o.o.", "Hotel Seeblick GmbH", "Silva Têxtil Lda", "Fischer Druck KG");

  private Desk desk;
  private ConfigurableApplicationContext other;
  private People.Admitted anna;
  private People.Admitted ben;

  @BeforeAll
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    var clock = Clock.offset(Clock.system(ZoneId.systemDefault()), Duration.between(Instant.now(), Desk.MONDAY));
    other = desk.database.serverAt(clock, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    desk.database.execute("update parties.debtor set phone = '+442071838750'", "update ledger.receipt set used_up = true");
    anna = desk.person("anna", Role.COLLECTOR);
    ben = desk.person("ben", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    other.close();
    desk.close();
  }

  private String one(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).formatCSV(false)).strip();
  }

  private Callable<String> beginning(Visitor visitor, String debtor, CyclicBarrier together) {
    var brief = "/cases/" + desk.portfolio.caseOf(debtor) + "/brief";
    var token = visitor.get(brief).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    return () -> {
      together.await();
      return visitor.postWithToken(brief.replace("/brief", "/calls"), token, Map.of("to", "+442071838750")).headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    };
  }

  @Test
  @Tag("P13")
  void ofTwoWhoBeginTheSameCallOnTwoNodesOneHasItAndTheOtherIsToldWho() throws Exception {
    var there = "http://127.0.0.1:" + other.getEnvironment().getRequiredProperty("local.server.port");
    try (var first = new Visitor(desk).signedInAs(anna); var second = new Visitor(there).signedInAs(ben); var hands = Executors.newFixedThreadPool(2)) {
      for (var debtor : DEBTORS) {
        var together = new CyclicBarrier(2);
        var answers = hands.invokeAll(List.of(beginning(first, debtor, together), beginning(second, debtor, together)));
        var call = answers.getFirst().get();
        assertThat(call).as(debtor).startsWith("/calls/").isEqualTo(answers.getLast().get());
        boolean isAnnas = one("select login from calls.call k join identity.person p on p.id = k.caller_id where k.id = ?::uuid", call.substring(7)).equals("anna");
        assertThat((isAnnas ? first : second).get(call).body()).contains("name=\"version\"");
        assertThat((isAnnas ? second : first).get(call).body()).contains((isAnnas ? "Anna" : "Ben") + " has been in this call since").doesNotContain("name=\"version\"");
        assertThat(one("select count(*) from correspondence.contact t join parties.debtor d on d.id = t.debtor_id where d.name = ? and t.day >= '2026-11-23'", debtor)).isEqualTo("1");
      }
    }
    theNotesAreAskedForOnce();
  }

  /** Part of the same story: all five calls are left lying. */
  private void theNotesAreAskedForOnce() throws Exception {
    desk.database.execute(
        "update calls.draft set saved_at = saved_at - interval '2 hours'",
        "insert into cases.task (id, creditor_id, case_id, kind, why, created_on, due_on, assigned_to) select gen_random_uuid(), k.creditor_id, k.case_id, 'review', 'look at the file', '2026-11-20', '2026-12-01', p.id"
            + " from calls.call k join parties.debtor d on d.id = k.debtor_id join identity.person p on p.login = 'anna' where d.name = 'Hotel Seeblick GmbH'"
            + " on conflict (case_id, kind) where done_on is null do update set why = excluded.why, assigned_to = excluded.assigned_to, due_on = excluded.due_on");
    var now = Desk.MONDAY.plus(Duration.ofHours(3));
    var together = new CyclicBarrier(2);
    try (var hands = Executors.newFixedThreadPool(2)) {
      var chased = hands.invokeAll(List.of(chasing(desk.application, together, now), chasing(other, together, now)));
      assertThat(chased.getFirst().get() + chased.getLast().get()).isEqualTo(DEBTORS.size());
    }
    assertThat(one("select count(*) from calls.call where chased_at is null")).isEqualTo("0");
    assertThat(one("select count(*) from cases.task t join calls.call k on k.case_id = t.case_id where t.kind = 'review' and t.done_on is null and t.why like 'finish the note of the call%' and t.assigned_to = k.caller_id"))
        .isEqualTo(String.valueOf(DEBTORS.size() - 1));
    assertThat(one("select why, login, due_on from cases.task t join identity.person p on p.id = t.assigned_to where why = 'look at the file'")).as("another's review stays with whom it is").isEqualTo("look at the file,anna,2026-11-23");
    assertThat(one("select count(*) from journal.entry where kind = 'task-opened' and actor = 'duly' and recorded_at >= '2026-11-23 12:00Z'")).isEqualTo(String.valueOf(DEBTORS.size()));
    assertThat(chasing(desk.application, new CyclicBarrier(1), now.plusSeconds(60)).call()).as("once").isZero();
    desk.database.execute("update calls.call set caller_id = (select id from identity.person where login = 'ben'), chased_at = null");
    assertThat(chasing(desk.application, new CyclicBarrier(1), now.plusSeconds(120)).call()).isEqualTo(DEBTORS.size());
    assertThat(one("select distinct login from cases.task t join identity.person p on p.id = t.assigned_to where t.done_on is null and why like 'finish the note%'")).as("who took it over").isEqualTo("ben");
  }

  private static Callable<Integer> chasing(ConfigurableApplicationContext node, CyclicBarrier together, Instant now) {
    return () -> {
      together.await();
      var working = new TransactionTemplate(node.getBean(PlatformTransactionManager.class));
      return working.execute(_ -> node.getBean(NoteChase.class).chase(node.getBean(DSLContext.class), LocalDate.of(2026, 11, 23), now));
    };
  }
}
