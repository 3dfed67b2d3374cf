package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.correspondence.sending.Dispatcher;
import io.duly.correspondence.sending.MailRoom;
import io.duly.doctor.Examined;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
  private static final String MAIL = "accounts@rowan.example";
  private static final String LIST =
      """
      Customer No;Customer;Street;Postcode;City;Country;E-Mail;Phone;Contact;Customer Type;Invoice No;Invoice Date;Due Date;Amount;Currency
      K-71;Rowan Outdoor Ltd;71 Quay Street;M3 3HF;Manchester;GB;accounts@rowan.example;+441614960171;Ruth Rowan;company;INV-171;2026-10-11;2026-11-10;1000.00;GBP
      """;

  private final MailRoom mail = new MailRoom();
  private CollectorsDays days;
  private Hands hands;

  @BeforeAll
  void open() {
    days = new CollectorsDays(mail, DebtorsDoor.PORTAL);
    hands = new Hands(days);
  }

  @AfterAll
  void close() {
    days.close();
    mail.close();
  }

  /** A morning: the statement of the day before, the run, and what may leave. */
  private void morning(String day, CollectorsDays.Payment... payments) {
    days.clock.moveTo(LocalDate.parse(day).atTime(8, 0).atZone(ZoneId.of("Europe/London")).toInstant());
    hands.bank(payments);
    send();
  }

  private void send() {
    days.at(9, 30);
    try {
      days.desk.application.getBean(Dispatcher.class).round();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<MailRoom.Arrived> mails() {
    return mail.arrived().stream().filter(one -> one.to().contains(MAIL)).toList();
  }

  private Page phone(String about) {
    var mails = mail.arrived();
    var link = mails.stream().filter(one -> one.text().contains(about)).reduce((_, later) -> later).orElseThrow(() -> new AssertionError("no mail says " + about + ": " + mails)).text();
    var page = days.chromium.window(days.desk, 390, 844, ColorScheme.LIGHT, true);
    page.navigate(DebtorsDoor.linkIn(link) + "?in=en");
    page.locator("button.primary").click();
    page.locator("#code").waitFor();
    page.fill("#code", DebtorsDoor.codeIn(mail.next(mails).text()));
    page.locator("button.primary").click();
    page.locator("main .progress").waitFor();
    return page;
  }

  /** All of it, for whoever reads why the story failed. */
  private String fate() {
    return String.join(
        "\n",
        days.of(WHO, "select nth, due_on, amount, outcome, judged_on from agreements.promise where case_id = :case order by made_on, nth"),
        days.of(WHO, "select because, next_action, review_on from cases.recovery_case where id = :case"),
        days.one("select debtor_id is not null, amount, received_on, payer, reference from ledger.receipt order by received_on"),
        days.one("select amount, effective_on from ledger.posting order by effective_on"),
        days.of(WHO, "select kind, summary from journal.entry where case_id = :case order by seq desc limit 12"));
  }

  private static String text(Page page) {
    return page.locator("main").textContent().replace('\u00A0', ' ');
  }

  private static void look(Page page, String name) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", "half-now", name + ".png")));
  }

  @Test
  @Order(1)
  void onThePhoneHalfIsAgreedForTomorrowAndTheRestForTheEndsOfThreeMonths() {
    var mona = days.sit(days.mona);
    CollectorsDays.handIn(mona, CollectorsDays.file("list.csv", "text/csv", LIST));
    mona.context().close();
    morning("2026-11-30");
    assertThat(mails()).hasSize(1);
    days.clock.moveTo(LocalDate.parse("2026-12-01").atTime(8, 0).atZone(ZoneId.of("Europe/London")).toInstant());
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
    morning("2026-12-02");
    var page = phone("166.66");
    look(page, "agreed");
    assertThat(text(page)).contains("2 December 2026", "29 January 2027", "Is this what we agreed?");
    page.locator("form.yes button").click();
    assertThat(page.locator("p[role=status]")).isVisible();
    assertThat(text(page)).contains("You said yes to what we agreed.");
    page.context().close();
    assertThat(days.of(WHO, "select acknowledged_by from correspondence.recap where case_id = :case")).isEqualTo("portal");
  }

  @Test
  @Order(3)
  void halfComesAndTheFirstOfTheRestAfterAFriendlyWord() {
    morning("2026-12-03", new CollectorsDays.Payment("500.00", "ROWAN OUTDOOR", "INV-171 half"));
    assertThat(days.of(WHO, "select outcome from agreements.promise where case_id = :case order by nth limit 1")).as(fate()).isEqualTo("kept");
    var before = mails().size();
    morning("2027-01-26");
    assertThat(mails().stream().skip(before)).as("three days before").anyMatch(one -> one.text().contains("29 January 2027"));
    morning("2027-01-30", new CollectorsDays.Payment("166.66", "ROWAN OUTDOOR", "INV-171 second"));
    assertThat(days.of(WHO, "select outcome from agreements.promise where case_id = :case and nth = 2")).as(fate()).isEqualTo("kept");
    var page = phone("166.66");
    assertThat(text(page)).contains("£666.66 of £1,000.00 paid");
    look(page, "two-paid");
    page.context().close();
  }

  @Test
  @Order(4)
  void theThirdDoesNotComeSoTheyAreCalledAndAgreeOnAnotherDay() {
    morning("2027-02-23");
    morning("2027-03-01");
    morning("2027-03-03");
    assertThat(days.of(WHO, "select next_action from cases.recovery_case where id = :case")).as(fate()).isEqualTo("call");
    days.at(10, 0);
    var page = days.sit(days.anna);
    page.navigate(days.caseOf(WHO) + "/agreement");
    CollectorsDays.look(page, "half-now-missed");
    page.selectOption("[name=change]", "move");
    page.fill("[name=on]", "2027-03-19");
    page.selectOption("[name=pace]", "monthly");
    page.locator("#anew ~ form button").first().click();
    page.locator("form[action$='/change'] button").click();
    assertThat(page.locator("p[role=status]")).isVisible();
    page.navigate(days.caseOf(WHO));
    page.locator("form[action$='/recaps'] button").click();
    assertThat(page.locator("p[role=status]")).isVisible();
    page.context().close();
    assertThat(days.of(WHO, "select ended, count(*) from agreements.plan where case_id = :case group by 1 order by 1")).contains("renegotiated,1");
    assertThat(days.of(WHO, "select sum(i.amount) from agreements.instalment i join agreements.plan p on p.id = i.plan_id where p.case_id = :case and p.ended_on is null")).as("not a cent is lost").isEqualTo("100000");
  }

  @Test
  @Order(5)
  void theRestComesAndTheyAreThankedAndTheJournalTellsIt() {
    morning("2027-03-04");
    morning("2027-03-22", new CollectorsDays.Payment("166.66", "ROWAN OUTDOOR", "INV-171 third"));
    morning("2027-04-20", new CollectorsDays.Payment("166.68", "ROWAN OUTDOOR", "INV-171 last"));
    morning("2027-04-21");
    assertThat(days.of(WHO, "select stage from cases.recovery_case where id = :case")).as(fate()).isEqualTo("closed");
    assertThat(days.of(WHO, "select ended from agreements.plan where case_id = :case order by made_on desc limit 1")).isEqualTo("kept");
    assertThat(mails().getLast().text()).as("thanks").containsIgnoringCase("thank");
    assertThat(days.of(WHO, "select kind from journal.entry where case_id = :case order by seq").lines().toList())
        .containsSubsequence("call-begun", "plan-made", "recap-drafted", "recap-acknowledged", "instalment-reminder", "instalment-missed", "plan-renegotiated", "recap-drafted", "plan-kept", "closed", "thanks-drafted");
    assertThat(Examined.complaints(days.desk.database)).isEmpty();
    assertThat(days.chromium.complaints).isEmpty();
  }
}
