package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Story 7 on both sides, in browsers: half now and the rest at the ends of three months, agreed on the phone; written, and said yes to
 * on a telephone; kept, missed, agreed anew, paid, thanked for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("P28")
@Tag("P30")
@Tag("P34")
class HalfNowTest {
  private static final String WHO = "Rowan Outdoor Ltd";
  private BothSides story;
  private CollectorsDays days;
  private Hands hands;

  @BeforeAll
  void open() {
    story = BothSides.of(WHO, "accounts@rowan.example", "half-now");
    days = story.days();
    hands = story.hands();
  }

  @AfterAll
  void close() {
    if (story != null) {
      story.close();
    }
  }

  @Test
  @Order(1)
  void onThePhoneHalfIsAgreedForTomorrowAndTheRestForTheEndsOfThreeMonths() {
    story.list("K-71;Rowan Outdoor Ltd;71 Quay Street;M3 3HF;Manchester;GB;accounts@rowan.example;+441614960171;Ruth Rowan;company;INV-171;2026-10-11;2026-11-10;1000.00;GBP\n");
    story.morning("2026-11-30");
    assertThat(story.mails()).hasSize(1);
    story.at("2026-12-01", 8);
    hands.bank();
    days.at(10, 0);
    var page = days.sit(days.anna);
    hands.begin(page, WHO);
    Hands.party(page, "Ruth Rowan");
    page.fill("[name=words]", "Half tomorrow, the rest when the season begins.");
    page.check("[name=way][value=instalments]");
    page.fill("[name=count]", "4");
    page.selectOption("[name=rhythm]", "month_end");
    page.fill("[name=first_on]", "2026-12-02");
    page.fill("[name=amount]", "500.00");
    Hands.agreed(page);
    Hands.finish(page);
    page.context().close();
    assertThat(days.of(WHO, "select string_agg(i.due_on || ' ' || i.amount, ', ' order by nth) from agreements.instalment i join agreements.plan p on p.id = i.plan_id where p.case_id = :case"))
        .isEqualTo("\"2026-12-02 50000, 2027-01-29 16666, 2027-02-26 16666, 2027-03-31 16668\"");
  }

  @Test
  @Order(2)
  void itIsWrittenToThemAndTheySayYesOnTheirTelephone() {
    story.morning("2026-12-02");
    var page = story.phone("166.66");
    story.look(page, "agreed");
    assertThat(BothSides.text(page)).contains("2 December 2026", "29 January 2027", "Is this what we agreed?");
    page.locator("form.yes button").click();
    assertThat(page.locator("p[role=status]")).isVisible();
    assertThat(BothSides.text(page)).contains("You said yes to what we agreed.");
    page.context().close();
    assertThat(days.of(WHO, "select acknowledged_by from correspondence.recap where case_id = :case")).isEqualTo("portal");
  }

  @Test
  @Order(3)
  void halfComesAndTheFirstOfTheRestAfterAFriendlyWord() {
    story.morning("2026-12-03", new CollectorsDays.Payment("500.00", "ROWAN OUTDOOR", "INV-171 half"));
    assertThat(days.of(WHO, "select outcome from agreements.promise where case_id = :case order by nth limit 1")).as(story.fate()).isEqualTo("kept");
    var before = story.mails().size();
    story.morning("2027-01-26");
    assertThat(story.mails().stream().skip(before)).as("three days before").anyMatch(one -> one.text().contains("29 January 2027"));
    story.morning("2027-01-30", new CollectorsDays.Payment("166.66", "ROWAN OUTDOOR", "INV-171 second"));
    assertThat(days.of(WHO, "select outcome from agreements.promise where case_id = :case and nth = 2")).as(story.fate()).isEqualTo("kept");
    var page = story.phone("166.66");
    assertThat(BothSides.text(page)).contains("£666.66 of £1,000.00 paid");
    story.look(page, "two-paid");
    page.context().close();
  }

  @Test
  @Order(4)
  void theThirdDoesNotComeSoTheyAreCalledAndAgreeOnAnotherDay() {
    story.morning("2027-02-23");
    story.morning("2027-03-01");
    story.morning("2027-03-03");
    assertThat(days.of(WHO, "select next_action from cases.recovery_case where id = :case")).as(story.fate()).isEqualTo("call");
    days.at(10, 0);
    var page = story.desk(days.anna);
    page.navigate("/");
    var line = page.locator("tr", new Page.LocatorOptions().setHasText(WHO));
    assertThat(line).containsText("166.66 GBP was promised for 26 Feb and nothing has come");
    story.look(page, "missed-worklist");
    line.locator("td.now a.yes").click();
    page.locator("ul.numbers button").first().click();
    Hands.party(page, "Ruth Rowan");
    page.fill("[name=words]", "The season begins late. We can pay on the 19th.");
    assertThat(BothSides.text(page)).contains("Something is agreed already.").doesNotContain("offer this next");
    page.check("[name=outcome][value=reached]");
    page.selectOption("[name=next]", "by_policy");
    story.look(page, "missed-call");
    Hands.finish(page);
    assertThat(BothSides.text(page)).contains("“The season begins late. We can pay on the 19th.”", "reached", "Ruth Rowan");
    story.look(page, "missed-call-ended");
    page.locator("a[href$='/agreement']").click();
    story.look(page, "missed");
    page.selectOption("[name=change]", "move");
    page.fill("[name=on]", "2027-03-19");
    page.selectOption("[name=pace]", "monthly");
    page.locator("#anew ~ form button").first().click();
    page.locator("form[action$='/change'] button").click();
    assertThat(page.locator("p[role=status]")).isVisible();
    page.context().close();
    assertThat(days.of(WHO, "select ended, count(*) from agreements.plan where case_id = :case group by 1 order by 1")).contains("renegotiated,1");
    assertThat(days.of(WHO, "select sum(i.amount) from agreements.instalment i join agreements.plan p on p.id = i.plan_id where p.case_id = :case and p.ended_on is null")).as("not a cent is lost").isEqualTo("100000");
  }

  @Test
  @Order(5)
  void theRestComesAndTheyAreThankedAndTheJournalTellsIt() {
    story.morning("2027-03-04");
    story.morning("2027-03-22", new CollectorsDays.Payment("166.66", "ROWAN OUTDOOR", "INV-171 third"));
    story.morning("2027-04-20", new CollectorsDays.Payment("166.68", "ROWAN OUTDOOR", "INV-171 last"));
    story.morning("2027-04-21");
    assertThat(days.of(WHO, "select stage from cases.recovery_case where id = :case")).as(story.fate()).isEqualTo("closed");
    assertThat(days.of(WHO, "select ended from agreements.plan where case_id = :case order by made_on desc limit 1")).isEqualTo("kept");
    assertThat(story.mails().getLast().text()).as("thanks").containsIgnoringCase("thank");
    assertThat(days.of(WHO, "select kind from journal.entry where case_id = :case order by seq").lines().toList())
        .containsSubsequence("call-begun", "plan-made", "recap-drafted", "recap-acknowledged", "instalment-reminder", "instalment-missed", "call-begun", "call-ended", "plan-renegotiated", "recap-drafted", "plan-kept", "closed", "thanks-drafted");
    story.allIsWell();
  }
}
