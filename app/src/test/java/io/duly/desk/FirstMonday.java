package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.duly.desk.Customers.ALDER;
import static io.duly.desk.Customers.FERNS_INVOICE;
import static io.duly.desk.Customers.HAZEL;
import static io.duly.desk.Customers.KNOLL;
import static io.duly.desk.Customers.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** The first Monday: the list is taken in, mended, reminded, and prepared. */
final class FirstMonday {
  private final CollectorsDays days;

  FirstMonday(CollectorsDays days) {
    this.days = days;
  }

  void takenInMendedAndReminded() {
    days.morning(1);
    var mona = days.sit(days.mona);
    CollectorsDays.handIn(mona, CollectorsDays.file("open items.csv", "text/csv", LIST));
    CollectorsDays.look(mona, "01-import");
    mona.locator("#job a.primary").click();
    mona.locator(".cells input[aria-invalid=true]").fill("17 Feb 2026");
    mona.locator(".mendbar button.primary").click();
    assertThat(mona.locator("main")).containsText("All rows that were set aside are mended");
    CollectorsDays.handIn(mona, CollectorsDays.file("INV-106.xml", "application/xml", FERNS_INVOICE));
    CollectorsDays.handIn(mona, days.statement());
    days.run();

    var anna = days.sit(days.anna);
    assertThat(anna.locator("table.work")).containsText(HAZEL);
    CollectorsDays.look(anna, "01-worklist");
    days.at(9, 30);
    assertThat(days.post.send().sent()).isEqualTo(10);
    talkIsRefused(anna);
    prepare(anna);
    anna.context().close();
    mona.context().close();

    assertThat(days.one("select count(*), sum(gross) from ledger.invoice")).isEqualTo("12,1571500");
    assertThat(days.one("select count(*) from cases.recovery_case where stage <> 'closed'")).isEqualTo("11");
    assertThat(days.one("select count(distinct debtor_id), count(*) from correspondence.contact where direction = 'out' and day = '2026-03-02'")).isEqualTo("10,10");
    assertThat(days.post.arrived()).hasSize(10).doesNotHaveDuplicates();
    assertThat(days.journal(ALDER, CollectorsDays.day(1))).contains("opened", "decided", "message-sent", "paper-filed");
    assertThat(days.of(KNOLL, "select kind, due_on, assigned_to is null from cases.task where case_id = :case and done_on is null")).isEqualTo("complete_file,2026-03-09,false");
    assertThat(days.of(KNOLL, "select until, why from cases.task_put_off where task_id in (select id from cases.task where case_id = :case)")).isEqualTo("2026-03-09,their office opens on Monday");
    days.evening();
  }

  /** The reminder of the morning was the contact of the day: no number is offered (P13). */
  private void talkIsRefused(Page page) {
    page.navigate(days.caseOf(ALDER));
    page.keyboard().press("c");
    page.locator("ul.numbers").waitFor();
    assertThat(page.locator("ul.numbers")).containsText("Not now");
    assertThat(page.locator("ul.numbers button")).hasCount(0);
    CollectorsDays.look(page, "01-brief-not-now");
  }

  /** The order is put into the file of one, and the file that lacks everything is somebody's until Monday. */
  private void prepare(Page page) {
    page.navigate(days.caseOf(ALDER));
    page.locator("summary", new Page.LocatorOptions().setHasText("Put a paper into the file")).click();
    page.setInputFiles(".owes [name=file]", CollectorsDays.file("order.txt", "text/plain", "Order 4711: twelve doors"));
    page.locator(".owes select[name=item]").first().selectOption("order");
    page.locator("form[action$='/papers'] button").click();
    assertThat(page.locator("p[role=status]")).containsText("The paper is in the file");
    page.navigate(days.caseOf(ALDER) + "/contact");
    CollectorsDays.look(page, "01-contact");
    page.navigate("/tasks?later=1");
    var line = page.locator("tr", new Page.LocatorOptions().setHasText(KNOLL));
    Hands.act(line, "Give to").locator("select").selectOption("anna");
    Hands.submit(line, "Give to");
    line = page.locator("tr", new Page.LocatorOptions().setHasText(KNOLL));
    Hands.act(line, "Put off").locator("[name=until]").fill("2026-03-09");
    Hands.act(line, "Put off").locator("[name=why]").fill("their office opens on Monday");
    CollectorsDays.look(page, "01-tasks");
    Hands.submit(line, "Put off");
    assertThat(page.locator("p[role=status]")).containsText("The task is put off");
  }
}
