package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** Story 1: a reminder is queued at eight; at five past, the bank's file brings the money, with a slip of the pen. */
record PaidYesterday(Company company) {
  private static final String WHO = "Brennan Tools Ltd";
  private static final String MAIL = "accounts@brennan.example";
  private static final Pattern ACCEPTANCE = Pattern.compile("action=\"(/bank/proposals/[^\"]+/acceptance)\"");

  void play() {
    var day = company.nextMonday();
    company.list(Company.row("K-1", WHO, Company.details("brennan.example", 1), "RG-2027-10433", day.minusDays(31), day.minusDays(1), "1250.40"));
    company.day(day);
    company.bank();
    assertThat(company.left(WHO)).as(company.fate(WHO)).containsExactly("first-reminder by email on " + day);

    var later = day.plusDays(9);
    company.day(later.minusDays(1));
    company.bank();
    company.to(later, 8, 0);
    company.run();
    assertThat(company.of(WHO, "select template, state from correspondence.message where debtor_id = :debtor and planned_on = '" + later + "'")).isEqualTo("second-reminder,checked");
    company.to(later, 8, 5);
    company.bank(new Company.Payment("1250.40", "B. Holding", "inv RG-2027-10443 thanks"));
    company.nodes.send();
    assertThat(company.left(WHO)).as("the message does not go").hasSize(1);
    assertThat(company.of(WHO, "select state from correspondence.message where debtor_id = :debtor and template = 'second-reminder'")).isEqualTo("withdrawn");

    accepted();
    assertThat(company.open("RG-2027-10433")).isZero();
    assertThat(company.of(WHO, "select stage, closed_on from cases.recovery_case where id = :case")).isEqualTo("closed," + later);
    company.to(later, 9, 30);
    company.nodes.send();
    assertThat(company.left(WHO)).containsExactly("first-reminder by email on " + day, "thank-you by email on " + later);
    assertThat(company.subjects(MAIL).getLast()).isEqualTo("Thank you: everything is settled");
    assertThat(company.journal(WHO)).containsSubsequence("message-sent", "money-allocated", "closed", "thanks-drafted", "message-sent");
    assertThat(company.rows(WHO, "select actor from journal.entry where case_id = :case and kind = 'money-allocated'")).containsExactly("person:anna");
  }

  /** The collector sees the likely match, with what differs, and accepts it. */
  private void accepted() {
    try (var anna = company.visit(company.anna)) {
      var bank = anna.get("/bank").body();
      assertThat(bank).contains("B. Holding", "RG-2027-10443", "RG-2027-10433", WHO);
      var acceptance = ACCEPTANCE.matcher(bank);
      assertThat(acceptance.find()).isTrue();
      assertThat(anna.post("/bank", acceptance.group(1), Map.of()).statusCode()).isEqualTo(302);
      assertThat(anna.get("/bank").body()).doesNotContain("RG-2027-10443");
    }
  }
}
