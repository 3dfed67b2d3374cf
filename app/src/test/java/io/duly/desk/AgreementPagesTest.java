package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan that is made, shown, changed and ended on the pages of a case. */
@Tag("P27")
@Tag("P28")
class AgreementPagesTest {
  private static final String BRENNAN = "Brennan & Co Ltd";

  private Desk desk;
  private People.Admitted anna;
  private String home;
  private String page;

  @BeforeEach
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
    home = "/cases/" + desk.portfolio.caseOf(BRENNAN);
    page = home + "/agreement";
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String one(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).formatCSV(false)).strip();
  }

  private static void made(Visitor visitor, String page) {
    visitor.post(page, page, Map.of("way", "instalments", "count", "3", "first_on", "2026-11-30", "words", "From December on we can pay."));
  }

  @Test
  void whatIsTypedIsShownBeforeItIsRecordedAndThenStandsOnThePageOfTheCase() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get(page + "?way=instalments&count=3&first_on=2026-11-30").body()).contains("Mon 30 Nov", "Record as agreed", "likely to be kept");
      assertThat(one("select count(*) from agreements.plan")).isEqualTo("0");
      made(visitor, page);
      assertThat(visitor.get(page).body()).contains("It is agreed.", "Agree it anew", "From December on we can pay.");
      assertThat(one("select kind, debt = (select sum(amount) from agreements.instalment), recorded_by from agreements.plan")).isEqualTo("instalments,true,person:anna");
      assertThat(visitor.get(home).body()).contains("Mon 30 Nov", "Change or end the plan", "a new day is given once", "by bank transfer");
    }
  }

  @Test
  void aPlanIsMovedAndExtendedWithoutLosingACentAndTheOneBeforeStaysReadable() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      made(visitor, page);
      assertThat(visitor.get(page + "?change=move&on=2026-12-07&pace=monthly").body()).contains("What it would be", "Mon 7 Dec");
      visitor.post(page, page + "/change", Map.of("change", "move", "on", "2026-12-07", "pace", "monthly"));
      assertThat(visitor.get(page).body()).contains("agreed anew", "Earlier plans");
      visitor.post(page, page + "/change", Map.of("change", "extend", "steps", "2", "pace", "monthly"));
      assertThat(one("select count(*), sum(i.amount) = max(p.debt) from agreements.plan p join agreements.instalment i on i.plan_id = p.id where p.ended_on is null")).isEqualTo("5,true");
      assertThat(one("select string_agg(ended, ' ' order by recorded_at) from agreements.plan")).isEqualTo("renegotiated renegotiated");
      visitor.post(page, page + "/change", Map.of("change", "extend", "steps", "9", "pace", "monthly"));
      assertThat(visitor.get(page).body()).contains("write why somebody else should say yes");
      visitor.post(page, page + "/end", Map.of("why", "They will pay all of it on Friday."));
      assertThat(visitor.get(page).body()).contains("The plan is ended.", "They will pay all of it on Friday.", "What may be offered");
      assertThat(one("select count(*) from agreements.promise where plan_id is not null and outcome is null")).isEqualTo("0");
    }
  }

  @Test
  void aPlanThatGoesFurtherWaitsForSomebodyWhoMay() {
    var max = desk.person("max", Role.MANAGER);
    try (var visitor = new Visitor(desk).signedInAs(anna); var manager = new Visitor(desk).signedInAs(max)) {
      assertThat(visitor.get(page + "?way=instalments&count=12").body()).contains("Ask somebody who may", "6 payments at most");
      visitor.post(page, page, Map.of("way", "instalments", "count", "12", "offer_why", "They have paid for ten years."));
      assertThat(visitor.get(page).body()).contains("Somebody who may agree to it is asked.");
      assertThat(one("select count(*) from agreements.plan")).isEqualTo("0");
      var task = one("select id from cases.task where kind = 'approve'");
      assertThat(one("select why from cases.task where id = ?::uuid", task)).isEqualTo("\"say yes or no to an offer (a senior may): 12,480.00 GBP in 12 payments until 2027-10-27\"");
      visitor.post(home, home + "/tasks/" + task + "/completion", Map.of("outcome", "off my list"));
      assertThat(visitor.get(home).body()).contains("the task ends with that, under Approvals");
      visitor.post("/tasks", "/tasks/" + task + "/completion", Map.of("outcome", "off my list"));
      assertThat(one("select count(*) from cases.task where kind = 'approve' and done_on is null")).isEqualTo("1");
      var agreeing = new Agreeing(desk);
      assertThat(agreeing.approve(manager, agreeing.latest())).contains("Approved.");
      assertThat(one("select (select count(*) from agreements.instalment), recorded_by from agreements.plan")).isEqualTo("12,person:anna");
      assertThat(one("select outcome from cases.task where id = ?::uuid", task)).isEqualTo("approved");
      assertThat(manager.get(home).body()).contains("Offer of anna approved");
    }
  }

  @Test
  void aPlanThatIsToBecomeLongerThanOneMayAgreeToRunsOnUntilSomebodyWhoMaySaysYes() {
    var max = desk.person("max", Role.MANAGER);
    try (var visitor = new Visitor(desk).signedInAs(anna); var manager = new Visitor(desk).signedInAs(max)) {
      made(visitor, page);
      var longer = Map.of("change", "extend", "steps", "9", "pace", "monthly", "offer_why", "Their biggest customer pays late.");
      assertThat(visitor.get(page + "?change=extend&steps=9&pace=monthly").body()).contains("the plan runs on as it is", "6 payments at most", "Why should somebody say yes?");
      visitor.post(page, page + "/change", longer);
      assertThat(visitor.get(page).body()).contains("Until they say yes the plan runs on as it is.");
      assertThat(one("select count(*) from agreements.plan where ended_on is null")).isEqualTo("1");
      assertThat(one("select count(*) from agreements.instalment")).isEqualTo("3");
      var agreeing = new Agreeing(desk);
      assertThat(manager.get("/approvals").body()).contains("The plan that runs is to be agreed anew so", "Their biggest customer pays late.");
      assertThat(agreeing.approve(manager, agreeing.latest())).contains("Approved.");
      assertThat(one("select (select count(*) from agreements.instalment i where i.plan_id = p.id), p.recorded_by, p.replaces is not null from agreements.plan p where ended_on is null")).isEqualTo("12,person:anna,true");
      assertThat(one("select ended from agreements.plan where ended_on is not null")).isEqualTo("renegotiated");
      assertThat(manager.get(home).body()).contains("Offer of anna approved: the plan agreed anew");
    }
  }

  @Test
  void whatIsToTakeThePlaceOfAPlanIsOvertakenWhereThatPlanEndedMeanwhile() {
    var max = desk.person("max", Role.MANAGER);
    try (var visitor = new Visitor(desk).signedInAs(anna); var manager = new Visitor(desk).signedInAs(max)) {
      made(visitor, page);
      visitor.post(page, page + "/change", Map.of("change", "extend", "steps", "9", "pace", "monthly", "offer_why", "Their biggest customer pays late."));
      visitor.post(page, page + "/change", Map.of("change", "move", "on", "2026-12-07", "pace", "monthly"));
      var agreeing = new Agreeing(desk);
      assertThat(agreeing.approve(manager, agreeing.latest())).doesNotContain("Approved.");
      assertThat(one("select count(*) from agreements.instalment i join agreements.plan p on p.id = i.plan_id where p.ended_on is null")).isEqualTo("3");
      assertThat(one("select outcome from identity.proposal_decision")).isEqualTo("overtaken");
    }
  }

  @Test
  void lessThanTheDebtIsOfferedOnlyWhereItIsOnRecordWhyAndByWhoMay() {
    var sofia = desk.person("sofia", Role.SENIOR);
    try (var visitor = new Visitor(desk).signedInAs(anna); var senior = new Visitor(desk).signedInAs(sofia)) {
      assertThat(senior.get(page).body()).doesNotContain("Less than all");
      assertThat(senior.get(page + "?way=settlement&amount=11000").body()).contains("Nothing on record says");
      visitor.post(home, home + "/holds", Map.of("kind", "INSOLVENCY", "why", "An administrator was appointed."));
      assertThat(senior.get(page).body()).contains("Less than all, and done with it");
      var owed = Long.parseLong(one("select sum(l.open) from (select ledger.open_on(i.id, '2026-11-23') - coalesce((select sum(d.amount) from cases.dispute d where d.invoice_id = i.id and d.closed_on is null), 0) as open from ledger.invoice i join cases.recovery_case c on c.debtor_id = i.debtor_id and c.currency = i.currency where c.number = ? and i.due_on < '2026-11-23' and i.settled_on is null) l", desk.portfolio.caseOf(BRENNAN)));
      var much = String.valueOf(owed * 92 / 10_000);
      assertThat(visitor.get(page + "?way=settlement&amount=" + much).body()).contains("You may let go 0 % at most", "are let go if this comes in time");
      senior.post(page, page, Map.of("way", "settlement", "amount", much, "offer_why", "An administrator was appointed; little will be left."));
      assertThat(one("select kind, debt < owed from agreements.plan")).isEqualTo("settlement,true");
      assertThat(one("select approved_by from agreements.settlement")).isEqualTo("person:sofia");
    }
  }

  @Test
  void thePagesAreAccessibleAndNoWiderThanAPhone() {
    var max = desk.person("max", Role.MANAGER);
    var shots = Path.of("target", "screenshots");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var limits = "/templates/" + desk.portfolio.creditor(Portfolio.BRIGHTWELL).value() + "/limits";
      visitor.post(page, page, Map.of("way", "instalments", "count", "12", "offer_why", "They have paid for ten years."));
      for (var state : List.of("before", "running")) {
        if (state.equals("running")) {
          made(visitor, page);
        }
        var addresses = state.equals("before") ? List.of(page + "?way=instalments&count=12&refused=all_today", limits, "/approvals") : List.of(page + "?change=extend&steps=2&pace=monthly", home);
        try (var chromium = Chromium.started()) {
          for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 360}) {
              var browser = chromium.signedIn(desk, max, width, 900, theme);
              for (var address : addresses) {
                browser.navigate(address);
                var name = "agreement-" + state + "-" + address.replaceAll("[?].*|[0-9a-f-]{36}", "").replaceAll("\\W+", "-") + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
                browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(shots.resolve(name + ".png")));
                assertThat(((Number) browser.evaluate("document.documentElement.scrollWidth")).intValue()).as(name).isLessThanOrEqualTo(width);
                assertThat(Accessibility.breaches(browser)).as(name).isEmpty();
              }
              browser.context().close();
            }
          }
          assertThat(chromium.complaints).isEmpty();
        }
      }
    }
  }
}
