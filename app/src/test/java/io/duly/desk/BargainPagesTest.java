package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may agree to what, and what becomes of an offer that goes further. */
@Tag("P27")
@Tag("P31")
class BargainPagesTest {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final Pattern MONEY = Pattern.compile("action=\"([^\"]+/brief/money/[^\"]+)\"");
  private static final String BRENNAN = "Brennan & Co Ltd";
  private static final List<String> TWELVE = List.of("way", "instalments", "count", "12", "first_on", "2026-11-30");

  private Desk desk;
  private Agreeing agreeing;
  private String limits;
  private People.Admitted anna;
  private People.Admitted sofia;
  private People.Admitted max;
  private People.Admitted mia;

  @BeforeEach
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false");
    agreeing = new Agreeing(desk);
    limits = "/templates/" + desk.portfolio.creditor(Portfolio.BRIGHTWELL).value() + "/limits";
    anna = desk.person("anna", Role.COLLECTOR);
    sofia = desk.person("sofia", Role.SENIOR);
    max = desk.person("max", Role.MANAGER);
    mia = desk.person("mia", Role.MANAGER);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String one(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).formatCSV(false)).strip();
  }

  private Map<String, String> form(String... changed) {
    var all = new HashMap<String, String>();
    for (var whose : List.of("debtor 0 3 100 0", "collector 0 6 200 0", "senior 0 12 400 10", "manager 0 36 1100 40")) {
      var parts = whose.split(" ", -1);
      all.putAll(Map.of(parts[0] + "-down", parts[1], parts[0] + "-instalments", parts[2], parts[0] + "-days", parts[3], parts[0] + "-discount", parts[4]));
    }
    all.putAll(Map.of("money", "8", "interest", "0", "miss", "one_grace", "grace", "3"));
    for (int at = 0; at < changed.length; at += 2) {
      all.put(changed[at], changed[at + 1]);
    }
    return all;
  }

  /** Talks to the debtor, and answers the address of the call. */
  private String verified(Visitor visitor) {
    var brief = "/cases/" + desk.portfolio.caseOf(BRENNAN) + "/brief";
    MONEY.matcher(visitor.get(brief).body()).results().map(one -> one.group(1)).toList().forEach(path -> visitor.post(brief, path, Map.of("why", "It is for the next order.")));
    var call = visitor.post(brief, brief.replace("/brief", "/calls"), Map.of("to", "+441614960312")).headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    press(visitor, call, "/party", "who", "Siobhan Brennan", "how", "said name and role");
    return call;
  }

  private void press(Visitor visitor, String call, String button, String... fields) {
    var form = new HashMap<String, String>();
    var version = VERSION.matcher(visitor.get(call).body());
    assertThat(version.find()).isTrue();
    form.put("version", version.group(1));
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    assertThat(visitor.post(call, call + button, form).statusCode()).isEqualTo(302);
  }

  /** Anna offers twelve payments, which is more than she may; answers the proposal. */
  private UUID offered(Visitor visitor) {
    var call = verified(visitor);
    press(visitor, call, "/end", with(TWELVE, "offer_why", "They have paid for ten years.", "agreed", "true", "outcome", "reached", "next", "look_again", "next_on", "2026-11-30"));
    assertThat(visitor.get(call).body()).contains("The call is written down");
    return agreeing.latest();
  }

  private static String[] with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private String promised() {
    return one("select count(*) from agreements.promise where outcome is null and case_id = (select id from cases.recovery_case where number = ?)", desk.portfolio.caseOf(BRENNAN));
  }

  @Test
  void limitsAreSavedWithWhoChangedThemAndTheirMistakesAreSaid() {
    try (var manager = new Visitor(desk).signedInAs(max); var collector = new Visitor(desk).signedInAs(anna)) {
      assertThat(manager.get(limits).body()).contains("limits that Duly begins with");
      manager.post(limits, limits, form("collector-instalments", "10", "money", "9.5"));
      assertThat(manager.get(limits).body()).contains("ersion 1", "max", "Collector: Payments at most", ">6<", ">10<").doesNotContain("begins with");
      assertThat(one("select most_instalments from agreements.authority where holder = 'collector'")).isEqualTo("10");
      assertThat(manager.post(limits, limits, form("collector-days", "many")).body()).contains("Write a whole number", "many");
      assertThat(manager.post(limits, limits, form("senior-discount", "90")).body()).contains("Nobody may go further than managers");
      assertThat(collector.post(limits, limits, form()).statusCode()).isEqualTo(403);
      assertThat(one("select count(*) from agreements.bargain_rules")).isEqualTo("1");
    }
  }

  @Test
  void nobodyGivesManagersMoreAlone() {
    try (var manager = new Visitor(desk).signedInAs(max); var other = new Visitor(desk).signedInAs(mia)) {
      manager.post(limits, limits, form("manager-discount", "60"));
      assertThat(manager.get(limits).body()).contains("Nothing has changed yet", "Higher limits wait for a second person");
      assertThat(one("select count(*) from agreements.bargain_rules")).isEqualTo("0");
      var id = agreeing.latest();
      assertThat(agreeing.approve(manager, id)).contains("somebody else approves it");
      assertThat(other.get("/approvals").body()).contains("Limits of what may be agreed", "Manager: Let go at most");
      assertThat(agreeing.approve(other, id)).contains("Approved.");
      assertThat(one("select a.deepest_discount, r.set_by, r.proposal_id is not null from agreements.authority a join agreements.bargain_rules r using (creditor_id, version) where holder = 'manager'"))
          .isEqualTo("60,person:max,true");
    }
  }

  @Test
  void whatIsRefusedIsMarkedAndTheNextIsSuggestedAndTakenIntoTheForm() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var call = verified(visitor);
      assertThat(visitor.get(call).body()).contains("offer this next", "6 payments", "added to three kept of four").doesNotContain(">refused<");
      press(visitor, call, "/option", "option", "refuse:all_today");
      press(visitor, call, "/option", "refused", "all_today", "option", "refuse:by_date");
      assertThat(one("select fields ->> 'refused' from calls.draft")).isEqualTo("all_today by_date");
      assertThat(visitor.get(call).body()).containsPattern("(?s)A part now, the rest later</b> <span class=\"chip\">offer this next");
      press(visitor, call, "/option", "refused", "all_today by_date", "option", "take:instalments_6");
      assertThat(one("select fields ->> 'way', fields ->> 'count' from calls.draft")).isEqualTo("instalments,6");
      assertThat(visitor.get(call).body()).contains("by that likelihood");
      press(visitor, call, "/option", "option", "take:the moon");
      assertThat(visitor.get(call).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anOfferThatGoesFurtherIsSaidSoAndHoldsOnlyOnceSomebodyWhoMayHasSaidYes() {
    try (var visitor = new Visitor(desk).signedInAs(anna); var senior = new Visitor(desk).signedInAs(sofia)) {
      var call = verified(visitor);
      press(visitor, call, "/draft", with(TWELVE));
      assertThat(visitor.get(call).body()).contains("This goes further than you may agree to", "6 payments at most", "I may not agree to that alone");
      press(visitor, call, "/end", with(TWELVE, "agreed", "true", "outcome", "reached", "next", "look_again", "next_on", "2026-11-30"));
      assertThat(visitor.get(call).body()).contains("write why somebody else should say yes");
      press(visitor, call, "/end", with(TWELVE, "offer_why", "They have paid for ten years.", "agreed", "true", "outcome", "reached", "next", "look_again", "next_on", "2026-11-30"));
      var id = agreeing.latest();
      assertThat(promised()).isEqualTo("0");
      assertThat(one("select why from cases.task where kind = 'approve' and done_on is null and why like 'say yes or no%'")).contains("a senior may");
      assertThat(agreeing.approve(visitor, id)).contains("somebody else says yes");
      assertThat(senior.get("/approvals").body()).contains("Offer to Brennan", "They have paid for ten years.", "number of payments");
      assertThat(agreeing.approve(senior, id)).contains("Approved.");
      assertThat(promised()).isEqualTo("1");
      assertThat(one("select count(*) from cases.task where kind = 'approve' and done_on is null and why like 'say yes or no%'")).isEqualTo("0");
      assertThat(agreeing.approve(senior, id)).contains("It has been decided");
      assertThat(promised()).isEqualTo("1");
    }
  }

  @Test
  void aSeniorCannotAgreeToWhatOnlyAManagerMay() {
    try (var visitor = new Visitor(desk).signedInAs(anna); var senior = new Visitor(desk).signedInAs(sofia); var manager = new Visitor(desk).signedInAs(max)) {
      var call = verified(visitor);
      press(visitor, call, "/end", "way", "instalments", "count", "24", "first_on", "2026-11-30", "offer_why", "All that they can do.", "agreed", "true", "outcome", "reached", "next", "look_again", "next_on", "2026-11-30");
      var id = agreeing.latest();
      assertThat(agreeing.approve(senior, id)).contains("goes further than you may agree to as well");
      assertThat(agreeing.after(manager, id, "declining", Map.of("reason", "Too long for us."))).contains("Declined.");
      assertThat(promised()).isEqualTo("0");
      assertThat(one("select why from cases.task where kind = 'call' and done_on is null")).contains("tell the debtor");
      assertThat(visitor.get("/approvals").body()).contains("Too long for us.");
    }
  }

  @Test
  void whatNobodyMayAgreeToIsNotPutBeforeAnybody() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var call = verified(visitor);
      press(visitor, call, "/end", "way", "instalments", "count", "60", "first_on", "2026-11-30", "offer_why", "All that they can do.", "agreed", "true", "outcome", "reached", "next", "look_again", "next_on", "2026-11-30");
      assertThat(visitor.get(call).body()).contains("Nobody may go so far for this creditor");
      assertThat(one("select count(*) from identity.proposal")).isEqualTo("0");
    }
  }

  @Test
  void anOfferIsOvertakenByWhatWasPromisedMeanwhile() {
    try (var visitor = new Visitor(desk).signedInAs(anna); var manager = new Visitor(desk).signedInAs(max)) {
      var id = offered(visitor);
      var page = "/cases/" + desk.portfolio.caseOf(BRENNAN);
      visitor.post(page, page + "/promises", Map.of("amount", "100", "by", "2026-11-27", "words", "Friday"));
      assertThat(agreeing.approve(manager, id)).contains("Nothing was changed");
      assertThat(agreeing.outcomes(id)).containsExactly("overtaken");
      assertThat(one("select amount from agreements.promise where outcome is null and case_id = (select id from cases.recovery_case where number = ?)", desk.portfolio.caseOf(BRENNAN))).isEqualTo("10000");
    }
  }
}
