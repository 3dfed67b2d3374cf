package io.duly.banking.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.MoneyTasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The task to allocate money ends with the money that it is about, and the journal says why. */
@Tag("P08")
class MoneyTasksTest extends AtTheTill {
  private UUID asked(UUID recovery, String step) {
    var id = UUID.randomUUID();
    till.database.execute(
        "insert into cases.task (id, creditor_id, case_id, kind, why, step, created_on, due_on) values (?, ?, ?, 'allocate', 'waits', ?, ?, ?)",
        id, till.creditor.value(), recovery, step, Till.TODAY, Till.TODAY);
    return id;
  }

  private String outcome(UUID task) {
    return till.text("select coalesce(outcome, 'open') from cases.task where id = ?", task);
  }

  @Test
  void itEndsOfEverybodyWhoseTheMoneyCouldHaveBeenOnceItIsAllocatedWhole() {
    var sommer = till.debtor("10031", "Bäckerei Sommer OHG");
    var winter = till.debtor("10032", "Tischlerei Winter");
    till.owes(sommer, "RE-1", "238.00");
    till.owes(winter, "RE-2", "238.00");
    var paid = till.recovery(sommer);
    var other = till.recovery(winter);
    var entry = till.comes("238.00", "Unbekannt AG", "DE78", "danke");
    till.cash.match(till.creditor, Till.TODAY);
    var task = asked(paid, "P08");
    var others = asked(other, "P08");
    till.cash.allocate(entry, List.of(new Allotment("RE-1", Optional.of(Till.euros("100.00")))), till.ada());
    assertThat(outcome(task)).as("a part lies there still").isEqualTo("open");
    till.cash.allocate(entry, List.of(new Allotment("RE-1", Optional.of(Till.euros("138.00")))), till.ada());
    assertThat(outcome(task)).isEqualTo("the money is allocated");
    assertThat(outcome(others)).isEqualTo("the money is allocated");
    assertThat(till.text("select summary from journal.entry where case_id = ? and kind = 'task-done'", paid)).isEqualTo("Task done (allocate): the money is allocated");
    assertThat(till.text("select actor from journal.entry where case_id = ? and kind = 'task-done'", other)).isEqualTo("person:ada");
    assertThat(till.text("select done_by from cases.task where id = ?", task)).isEqualTo("person:ada");
  }

  @Test
  void itEndsWhenTheMoneyIsSetAsideAndWhatAPersonAskedForStays() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    till.owes(debtor, "RE-1", "238.00");
    var entry = till.comes("238.00", "Unbekannt AG", "DE78", "danke");
    var recovery = till.recovery(debtor);
    till.cash.match(till.creditor, Till.TODAY);
    var task = asked(recovery, "P08");
    till.cash.setAside(entry, "a deposit of the landlord", till.ada());
    assertThat(outcome(task)).isEqualTo("the money is no debtor's: a deposit of the landlord");
    var search = asked(recovery, null);
    till.comes("10.00", "Unbekannt AG", "DE78", "nochmal");
    till.cash.match(till.creditor, Till.TODAY);
    assertThat(outcome(search)).as("to look for a payment that they say they made").isEqualTo("open");
  }

  @Test
  void itEndsWhenTheBankTakesTheMoneyBack() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    till.owes(debtor, "RE-1", "119.00");
    var recovery = till.recovery(debtor);
    till.comes("119.50", "Bäckerei Sommer OHG", "DE77", "ohne Angabe");
    till.cash.match(till.creditor, Till.TODAY);
    var task = asked(recovery, "P08");
    till.goesBack("119.50", "Bäckerei Sommer OHG", "DE77", "Rückruf", "e2e-ohne Angabe");
    assertThat(till.cash.match(till.creditor, Till.TODAY).returned()).isEqualTo(1);
    assertThat(outcome(task)).isEqualTo("the money is allocated or went back");
  }

  /** A list of payments, a correction, the command line: by whatever way it was allocated. */
  @Test
  void whatIsLeftOverEndsWithTheNextLookAtTheTouchedCases() {
    var debtor = till.debtor("10031", "Bäckerei Sommer OHG");
    var recovery = till.recovery(debtor);
    var task = asked(recovery, "P08");
    var tasks = office.the(MoneyTasks.class);
    assertThat(tasks.end(till.database, "nothing lies unallocated any more", till.ada())).as("nothing moved").isZero();
    till.database.execute("update cases.recovery_case set touched = true where id = ?", recovery);
    till.database.transaction(tx -> assertThat(tasks.end(tx.dsl(), "nothing lies unallocated any more", till.ada())).isEqualTo(1));
    assertThat(outcome(task)).isEqualTo("nothing lies unallocated any more");
  }
}
