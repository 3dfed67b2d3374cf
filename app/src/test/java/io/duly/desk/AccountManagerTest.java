package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.HandClock;
import io.duly.correspondence.sending.PostRoom;
import io.duly.doctor.Examined;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.CreditorId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a customer is worth is written down on the page of a case, and whoever looks after them is told what happens to the debt. */
@Tag("P11")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountManagerTest {
  private static final String MAX = "max@nordwind.example";
  private final HandClock clock = new HandClock(Desk.MONDAY, ZoneOffset.UTC);
  private Desk desk;
  private PostRoom post;
  private People.Admitted mona;
  private People.Admitted anna;

  @BeforeAll
  void open() {
    desk = Desk.at(clock, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    new Mailing(desk);
    post = new PostRoom(desk.database, clock);
    mona = desk.person("mona", Role.MANAGER);
    anna = desk.person("anna", Role.COLLECTOR);
  }

  @AfterAll
  void close() {
    post.close();
    desk.close();
  }

  @Test
  void aManagerWritesItDownAndTheAccountManagerHearsOfADisputeOnce() {
    var address = "/cases/" + desk.portfolio.caseOf("Hotel Seeblick GmbH");
    try (var visitor = new Visitor(desk).signedInAs(mona)) {
      assertThat(visitor.get(address).body()).contains("What they are worth to us");
      visitor.post(address, address + "/worth", Map.of("value", "400,000.00", "since", "2016-08-01", "manager", "Max Miller", "email", MAX));
      assertThat(visitor.get(address).body()).contains("400,000.00 EUR", "Max Miller", MAX, "written down anew");
      assertThat(one("select relationship_value, customer_since, account_manager from parties.debtor where account_manager_email = '" + MAX + "'")).isEqualTo("40000000,2016-08-01,Max Miller");
      var invoice = "/invoices/" + one("select i.id from ledger.invoice i join parties.debtor d on d.id = i.debtor_id where d.account_manager_email = '" + MAX
          + "' and i.settled_on is null and not exists (select from cases.dispute x where x.invoice_id = i.id) limit 1");
      visitor.post(invoice, invoice + "/disputes",
          Map.of("amount", "10.00", "words", "One was broken.", "category", "GOODS_DEFECTIVE", "ask", "the carrier", "answerDue", Portfolio.TODAY.plusDays(5).toString()));
    }
    post.send();
    post.send();
    assertThat(post.readBy(MAX)).singleElement().asString().startsWith("Hotel Seeblick GmbH").contains("Max Miller");
    assertThat(one("select count(*) from journal.entry where kind = 'account-manager-told' and document is not null")).isEqualTo("1");
    assertThat(one("select count(*) from correspondence.contact where direction = 'out' and channel = 'email' and day = '" + Portfolio.TODAY + "'")).as("no contact with the debtor").isEqualTo("0");
    assertThat(Examined.complaints(desk.database)).noneMatch(one -> one.startsWith("house-mail"));
  }

  @Test
  void aCollectorDoesNotAndWhatCannotBeIsRefusedWithEverythingThatWasTyped() {
    var address = "/cases/" + desk.portfolio.caseOf("Brennan & Co Ltd");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get(address).body()).doesNotContain("What they are worth to us");
      assertThat(visitor.post(address, address + "/worth", Map.of("value", "1")).statusCode()).isEqualTo(403);
    }
    try (var visitor = new Visitor(desk).signedInAs(mona)) {
      visitor.post(address, address + "/worth", Map.of("value", "many", "manager", "Kim", "email", "kim@brightwell.example"));
      assertThat(visitor.get(address).body()).contains("“many” is no amount", "kim@brightwell.example");
      assertThat(one("select count(*) from parties.debtor where account_manager = 'Kim'")).isEqualTo("0");
    }
  }

  @Test
  void whoCannotBeReachedIsTriedAgainForThreeDaysAndThenItIsSaid() {
    var recovery = one("select c.id from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name like 'Atelier%' limit 1");
    desk.database.execute("update parties.debtor set account_manager_email = 'nobody@nowhere.example' where id = (select debtor_id from cases.recovery_case where id = '" + recovery + "')");
    try (var dead = new PostRoom(desk.database, clock)) {
      dead.silence();
      note(recovery);
      dead.send();
      assertThat(one("select state, attempts from correspondence.house_mail where case_id = '" + recovery + "'")).isEqualTo("waiting,1");
      dead.send();
      assertThat(one("select attempts from correspondence.house_mail where case_id = '" + recovery + "'")).as("not before it is due").isEqualTo("1");
      for (int hours = 0; hours < 80; hours += 9) {
        clock.pass(Duration.ofHours(9));
        dead.send();
      }
    }
    assertThat(one("select state from correspondence.house_mail where case_id = '" + recovery + "'")).isEqualTo("given_up");
    assertThat(one("select count(*) from journal.entry where kind = 'account-manager-not-told' and case_id = '" + recovery + "'")).as("and it is said, once").isEqualTo("1");
  }

  /** A line that account managers are told of, as the daily cycle writes it. */
  private void note(String recovery) {
    var creditor = new CreditorId(java.util.UUID.fromString(one("select creditor_id from cases.recovery_case where id = '" + recovery + "'")));
    desk.application.getBean(DSLContext.class).transaction(tx -> desk.application.getBean(io.duly.journal.Journal.class).append(
        tx.dsl(), clock.instant(),
        java.util.List.of(new io.duly.journal.JournalEntry(
            new io.duly.kernel.CaseId(java.util.UUID.fromString(recovery)), creditor, "dispute-opened", clock.instant(), "person:anna", "Contested.", "{}", java.util.Optional.empty()))));
  }

  private String one(String sql) {
    return desk.database.ask(tx -> tx.fetch(sql).formatCSV(false)).strip();
  }
}
