package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Breathing space on the page of a case and by program: everybody reads until when, and why only those who need it. */
@Tag("P17")
class HardshipPagesTest {
  private static final String BRENNAN = "Brennan & Co Ltd";
  private static final String WORDS = "I had a stroke in October, my sister opens the post.";
  private static final Map<String, String> ILL =
      Map.of("told", "CALL", "until", "2027-01-21", "charges", "rest", "consent", "yes", "who", "Ms Brennan", "trouble", "ILLNESS", "words", WORDS);

  private Desk desk;
  private People.Admitted anna;
  private People.Admitted ben;
  private People.Admitted mia;
  private String home;

  @BeforeEach
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false");
    anna = desk.person("anna", Role.COLLECTOR);
    ben = desk.person("ben", Role.COLLECTOR);
    mia = desk.person("mia", Role.MANAGER);
    home = "/cases/" + desk.portfolio.caseOf(BRENNAN);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String one(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).formatCSV(false)).strip();
  }

  private String page(People.Admitted person) {
    try (var visitor = new Visitor(desk).signedInAs(person)) {
      return visitor.get(home).body();
    }
  }

  private void act(People.Admitted person, String action, Map<String, String> form) {
    try (var visitor = new Visitor(desk).signedInAs(person)) {
      assertThat(visitor.post(home, home + "/hardship" + action, form).statusCode()).isEqualTo(302);
    }
  }

  private String space() {
    return one("select id from hardship.space where closed_on is null order by recorded_at desc limit 1");
  }

  @Test
  void whoNeedsItReadsWhyAndEverybodyElseUntilWhen() {
    act(anna, "", ILL);
    assertThat(page(anna)).contains("2027; write and call not before", WORDS, "illness", "Kept with the consent of Ms Brennan");
    assertThat(page(mia)).contains(WORDS);
    assertThat(page(ben)).contains("write and call not before").doesNotContain("stroke", "illness,", "Ms Brennan", "Only those who need it");
    assertThat(page(desk.person("otto", Role.AUDITOR))).contains("write and call not before").doesNotContain("stroke");
    desk.database.execute("update cases.recovery_case set owner_id = '" + ben.person().uuid() + "' where number = " + desk.portfolio.caseOf(BRENNAN));
    assertThat(page(ben)).as("whose case it is").contains(WORDS);
  }

  @Test
  void itIsNowhereElse() {
    act(anna, "", ILL);
    assertThat(one("select count(*) from journal.entry where summary ~* 'stroke|illness' or body ~* 'stroke|illness'")).isEqualTo("0");
    assertThat(one("select count(*) from cases.hold where why ~* 'stroke|ill'")).isEqualTo("0");
    assertThat(one("select count(*) from cases.task where why ~* 'stroke|illness'")).isEqualTo("0");
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      assertThat(visitor.get("/search?q=stroke").body()).doesNotContain("my sister opens");
      assertThat(visitor.get(home + "/statement").body()).doesNotContain("stroke");
    }
    try (var program = Program.of(desk, mia.person()); var bens = Program.of(desk, ben.person())) {
      var address = "/api/v1/cases/" + desk.portfolio.caseOf(BRENNAN);
      assertThat(program.get(address + "/hardship").good().json().get("spaces").get(0).get("told").get("words").asString()).isEqualTo(WORDS);
      assertThat(bens.get(address + "/hardship").good().response().body()).contains("2027-01-21").doesNotContain("stroke", "illness", "\"told\"");
      assertThat(program.get(address).good().response().body()).doesNotContain("stroke");
      assertThat(program.get(address + "/journal").response().body()).doesNotContain("stroke");
    }
  }

  @Test
  void withoutConsentNothingOfWhatWasToldIsKept() {
    act(anna, "", Map.of("told", "CALL", "until", "2027-01-21", "words", WORDS));
    assertThat(one("select count(*) from hardship.space")).isEqualTo("0");
    assertThat(one("select count(*) from cases.hold where why = 'breathing space'")).isEqualTo("0");
    act(anna, "", Map.of("told", "CALL", "until", "2027-01-21"));
    assertThat(one("select until, review_on, charges_rest from hardship.space")).isEqualTo("2027-01-21,2027-01-14,false");
    assertThat(one("select has_words, consent_on is null from hardship.telling")).isEqualTo("false,true");
  }

  @Test
  void aHoldForHardshipIsBreathingSpaceAndItsSentenceIsNotKept() {
    try (var program = Program.of(desk, mia.person())) {
      var address = "/api/v1/cases/" + desk.portfolio.caseOf(BRENNAN) + "/holds";
      var hold = program.post(address, "{\"kind\": \"hardship\", \"why\": \"She had a stroke.\", \"until\": \"2027-01-10\"}").good().json().get("id").asString();
      assertThat(one("select hold_id, until, review_on from hardship.space")).isEqualTo(hold + ",2027-01-10,2027-01-03");
    }
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(home, home + "/holds", Map.of("kind", "HARDSHIP", "why", "Her sister told me of the stroke.", "until", "2026-12-20"));
      visitor.post(home, home + "/holds", Map.of("kind", "HARDSHIP", "why", "Her sister told me of the stroke.", "until", "2027-02-20"));
      assertThat(visitor.get(home).body()).contains("Breathing space runs already; make it longer");
    }
    assertThat(one("select count(*), max(until) from hardship.space")).isEqualTo("1,2027-01-10");
    assertThat(one("select count(*) from cases.hold where why ~ 'stroke'")).isEqualTo("0");
    assertThat(one("select count(*) from journal.entry where body ~ 'stroke'")).isEqualTo("0");
  }

  @Test
  void consentThatIsTakenBackErasesTheWordsAndTheJournalSaysThatItDid() {
    act(anna, "", ILL);
    act(mia, "/" + space() + "/forgetting", Map.of());
    assertThat(one("select kind is null and words is null, withdrawn_on, withdrawn_recorded_by from hardship.telling")).isEqualTo("true,2026-11-20,person:mia");
    assertThat(page(mia)).contains("what was told is erased").doesNotContain("stroke");
    assertThat(one("select count(*) from journal.entry where kind = 'consent-taken-back'")).isEqualTo("1");
  }

  @Test
  void whoMayNotReadWhyChangesNothingAndTheHoldIsNotLiftedByHand() {
    act(anna, "", ILL);
    try (var visitor = new Visitor(desk).signedInAs(ben)) {
      var address = home + "/hardship/" + space();
      assertThat(visitor.post(home, address + "/ending", Map.of("why", "x")).statusCode()).isEqualTo(404);
      assertThat(visitor.post(home, address + "/review", Map.of("outcome", "GENTLE")).statusCode()).isEqualTo(404);
      assertThat(visitor.post(home, address + "/forgetting", Map.of()).statusCode()).isEqualTo(404);
      visitor.post(home, home + "/holds/" + one("select hold_id from hardship.space") + "/lifting", Map.of("why", "no reason"));
      assertThat(visitor.get(home).body()).contains("This hold is a breathing space");
    }
    assertThat(one("select ended_on is null, reviewed_on is null from hardship.space")).isEqualTo("true,true");
    assertThat(one("select count(*) from cases.hold h join hardship.space s on s.hold_id = h.id where h.lifted_on is null")).isEqualTo("1");
  }

  @Test
  void itIsMadeLongerEndedEarlyAndClosed() {
    act(anna, "", ILL);
    act(anna, "/" + space() + "/review", Map.of("outcome", "LONGER", "until", "2027-03-01", "look", "2027-02-20"));
    assertThat(one("select until, review_on, reviewed_on is null from hardship.space")).isEqualTo("2027-03-01,2027-02-20,true");
    assertThat(one("select count(*), max(until) from cases.hold where lifted_on is null and why = 'breathing space'")).isEqualTo("1,2027-03-01");
    act(anna, "/" + space() + "/ending", Map.of("why", "Her sister asks to go on."));
    assertThat(one("select ended_on, reviewed_on, closed_on is null from hardship.space")).isEqualTo("2026-11-20,2026-11-20,true");
    assertThat(one("select count(*) from journal.entry where body ~ 'sister' or summary ~ 'sister'")).isEqualTo("0");
    assertThat(one("select count(*) from cases.hold where lifted_on is null and why = 'breathing space'")).isEqualTo("0");
    act(anna, "/" + space() + "/review", Map.of("outcome", "CLOSED"));
    assertThat(one("select closed_on, closed_by from hardship.space")).isEqualTo("2026-11-20,person:anna");
  }

  @Test
  void aMoratoriumByLawIsRecordedAsNotifiedWithWhatToAskTheAdviser() {
    var notice = Map.of("told", "ADVISER", "law", "gb-crisis", "reference", "BS-0042917", "notifier", "Insolvency Service", "since", "2026-11-15");
    act(anna, "", notice);
    assertThat(one("select until is null, statutory, charges_rest from hardship.space")).isEqualTo("true,true,true");
    assertThat(page(anna)).contains("Breathing space by law", "Its end is not known yet", "reference BS-0042917", "notified by Insolvency Service", "not for companies");
    assertThat(page(ben)).contains("Breathing space by law").doesNotContain("class=\"told\"", "BS-0042917", "Insolvency Service");
    act(anna, "/" + space() + "/review", Map.of("outcome", "TREATED", "until", "2026-11-18"));
    assertThat(one("select until, review_on from hardship.space")).isEqualTo("2026-12-18,2026-12-11");
    act(anna, "", ILL);
    assertThat(one("select count(*) from hardship.space where closed_on is null")).as("one of our own beside it").isEqualTo("2");
    act(anna, "", ILL);
    assertThat(one("select count(*) from hardship.space")).as("it runs already").isEqualTo("2");
  }

  @Test
  void aProgramRecordsAndChangesWhatItHasRead() {
    try (var program = Program.of(desk, anna.person())) {
      var address = "/api/v1/cases/" + desk.portfolio.caseOf(BRENNAN) + "/hardship";
      program.post(address, "{\"toldBy\": \"letter\", \"words\": \"I am ill.\"}").refused(422, "consent");
      var made = program.post(address, "{\"toldBy\": \"letter\", \"words\": \"I am ill.\", \"consentOf\": \"Ms Brennan\", \"kind\": \"illness\"}").good().json().get("id").asString();
      assertThat(UUID.fromString(made)).isNotNull();
      program.change(address, address + "/" + made + "/review", "{\"outcome\": \"gentle\"}").good();
      program.change(address, address + "/" + made + "/forgetting", "{}").good();
      program.change(address, address + "/" + made + "/ending", "{\"why\": \"They are well again.\"}").good();
      assertThat(program.get(address).good().json().get("spaces").get(0).get("endedOn").asString()).isEqualTo("2026-11-20");
    }
  }

  @Test
  void theCallSheetBidsCalmAsLongAsTheRecordStands() {
    act(anna, "", ILL);
    act(anna, "/" + space() + "/ending", Map.of("why", "She is at home again."));
    try (var visitor = new Visitor(desk).signedInAs(ben)) {
      assertThat(visitor.get(home + "/brief").body()).contains("Ask how they are before you speak of money");
    }
  }
}
