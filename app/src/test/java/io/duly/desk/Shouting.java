package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** Story 5: somebody shouts in the second minute. */
record Shouting(Company company) {
  private static final String WHO = "Sharp and Sons Ltd";
  private static final Pattern INVOICE = Pattern.compile("name=\"invoice\" value=\"([0-9a-f-]{36})\"");

  void play() {
    var day = company.nextMonday();
    company.list(Company.row("K-5", WHO, Company.details("sharp.example", 5), "INV-501", day.minusDays(31), day.minusDays(1), "2300.00"));
    company.day(day);
    var tuesday = day.plusDays(1);
    company.to(tuesday, 8, 0);
    company.run();
    company.to(tuesday, 10, 0);
    try (var anna = company.visit(company.anna); var ben = company.visit(company.ben)) {
      queued(ben);
      var phone = new OnThePhone(anna);
      var call = phone.begin(company.caseOf(WHO));
      phone.party(call, "Kim Doe");
      phone.press(call, "/heat", "words", "Leave me alone, you are all the same!");
      assertThat(anna.get(call).body()).contains("class=\"calm").contains("Leave me alone, you are all the same!");
      phone.press(
          call, "/end", "words", "Leave me alone, you are all the same!", "next_on", day.plusDays(3).toString(), "next_at", "10:00", "note",
          "He shouted in the second minute; I offered Thursday at ten.", "cool", "true", "outcome", "reached", "next", "call");
    }
    assertThat(company.of(WHO, "select kind, until from cases.hold where debtor_id = :debtor and lifted_on is null")).isEqualTo("cooling_off," + day.plusDays(2));
    assertThat(company.rows(WHO, "select state from correspondence.message where debtor_id = :debtor and planned_on > '" + day + "'")).as("what a colleague had written").containsExactly("withdrawn");
    company.day(day.plusDays(2));
    company.to(day.plusDays(3), 8, 0);
    company.run();
    company.nodes.sendFromBoth();
    assertThat(company.left(WHO)).as("nothing until then").containsExactly("first-reminder by email on " + day);
    seen(day.plusDays(3).toString());
  }

  /** By the manager, whole; and on Thursday at ten the call is there to be made. */
  private void seen(String thursday) {
    try (var mona = company.visit(company.mona)) {
      assertThat(mona.get("/tasks?later=1").body()).contains(WHO, "for a manager");
      assertThat(mona.get(company.caseOf(WHO)).body()).contains("He shouted in the second minute; I offered Thursday at ten.", "Leave me alone, you are all the same!");
    }
    assertThat(company.of(WHO, "select due_on, due_at from cases.task where case_id = :case and kind = 'call' and done_on is null")).isEqualTo(thursday + "," + thursday + "T10:00Z");
    company.to(company.today(), 10, 0);
    try (var anna = company.visit(company.anna)) {
      var phone = new OnThePhone(anna);
      var call = phone.begin(company.caseOf(WHO));
      phone.party(call, "Kim Doe");
      phone.press(call, "/end", "words", "I was rude on Tuesday.", "outcome", "reached", "next", "by_policy", "next_on", company.today().plusDays(5).toString(), "note", "Calm.");
    }
    assertThat(company.journal(WHO)).containsSubsequence("call-heated", "call-ended", "call-begun", "call-ended");
  }

  private void queued(Visitor ben) {
    var write = company.caseOf(WHO) + "/write";
    var invoice = INVOICE.matcher(ben.get(write).body());
    assertThat(invoice.find()).isTrue();
    var form = Map.of("text", "{{greeting}}\n\nIs there something that we can do for you? Please tell us.\n\n{{signature}}", "channel", "email", "subject", "Your account", "language", "en", "asks", "false", "invoice", invoice.group(1));
    assertThat(ben.post(write, write, form).headers().firstValue("Location").orElse("")).contains("/outbox/");
  }
}
