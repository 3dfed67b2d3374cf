package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What a collector does again and again: hands the statement in, calls, says who is on the line and what is agreed, opens what a line can do. */
record Hands(CollectorsDays days) {
  static Locator act(Locator line, String name) {
    var act = line.locator("details.act", new Locator.LocatorOptions().setHas(line.page().locator("summary", new Page.LocatorOptions().setHasText(name))));
    act.evaluate("one => one.open = true");
    return act;
  }

  static void submit(Locator line, String name) {
    act(line, name).locator("button.primary").click();
    assertThat(line.page().locator("p[role=status]")).isVisible();
  }

  void bank(CollectorsDays.Payment... payments) {
    var mona = days.sit(days.mona);
    CollectorsDays.handIn(mona, days.statement(payments));
    mona.context().close();
    days.run();
  }

  void promise(Page page, String debtor, String who, String day, String words) {
    begin(page, debtor);
    party(page, who);
    page.fill("[name=words]", words);
    agree(page, day);
    finish(page);
  }

  static void agree(Page page, String day) {
    page.check("[name=way][value=by_date]");
    page.fill("[name=first_on]", day);
    agreed(page);
  }

  static void agreed(Page page) {
    page.check("[name=agreed]");
    page.check("[name=confirmed]");
    page.check("[name=outcome][value=reached]");
    page.selectOption("[name=next]", "await_payment");
  }

  void begin(Page page, String debtor) {
    page.navigate(days.caseOf(debtor));
    page.keyboard().press("c");
    page.locator("ul.numbers").waitFor();
    page.keyboard().press("c");
    page.locator("#call").waitFor();
  }

  static void party(Page page, String who) {
    page.fill("[name=who]", who);
    page.fill("[name=how]", "said name and role");
    page.locator("button[formaction$='/party']").click();
    page.locator("[name=words]").waitFor();
  }

  static void finish(Page page) {
    page.locator("[data-end]").click();
    page.locator("[data-call-ended]").waitFor();
  }
}
