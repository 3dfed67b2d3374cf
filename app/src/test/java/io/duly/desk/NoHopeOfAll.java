package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

/** Story 8: insolvency is near; 60 % by Friday in full and final satisfaction, above the collector's authority. Once the money comes on Friday, once on the Monday after. */
record NoHopeOfAll(Company company, String who, String number, String domain, boolean inTime) {

  void play() {
    var monday = company.nextMonday();
    var friday = monday.plusDays(4);
    company.list(Company.row("K-" + number, who, Company.details(domain, 40), "INV-" + number, monday.minusDays(31), monday.minusDays(1), "1000.00"));
    company.bank();
    company.day(monday);
    var address = company.caseOf(who);
    theirAccountantShowsTheBooks(monday, address);
    company.to(monday.plusDays(1), 10, 0);
    try (var anna = company.visit(company.anna)) {
      anna.post(address, address + "/settlements", Map.of("amount", "600.00", "by", friday.toString(), "why", "Insolvency is near; their accountant showed the books.", "words", "600 by Friday, and it is over."));
      assertThat(company.of(who, "select count(*) from agreements.plan where case_id = :case")).as("nothing holds yet").isEqualTo("0");
    }
    aManagerSaysYes();
    assertThat(company.of(who, "select kind, owed, debt from agreements.plan where case_id = :case and ended_on is null")).isEqualTo("settlement,100000,60000");
    ordinary(monday.plusDays(2), friday);
    moneyComes(friday);
    assertThat(company.journal(who)).containsSubsequence("reason-recorded", "reason-verified", "offer-proposed", "offer-approved", "plan-made", "settlement-made");
  }

  private void theirAccountantShowsTheBooks(LocalDate day, String address) {
    company.to(day, 11, 0);
    try (var anna = company.visit(company.anna)) {
      anna.post(address, address + "/reasons", Map.of("category", "NO_MONEY", "said", "We cannot pay all of it, we are nearly insolvent.", "whom", "their accountant"));
      var reason = company.of(who, "select id from cases.reason where case_id = :case");
      anna.post(address, address + "/reasons/" + reason + "/verification", Map.of("outcome", "CONFIRMED", "how", "their accountant showed the books"));
      assertThat(anna.get(address).body()).contains("Agree a settlement below the debt", "reason confirmed: no money");
    }
  }

  private void aManagerSaysYes() {
    try (var mona = company.visit(company.mona)) {
      assertThat(mona.get("/approvals").body()).contains("600.00", "Insolvency is near; their accountant showed the books.");
      var proposal = company.of(who, "select id from identity.proposal where case_id = :case");
      mona.post("/approvals", "/approvals/" + proposal + "/approval", Map.of());
    }
  }

  private void ordinary(LocalDate from, LocalDate to) {
    for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
      company.to(day, 7, 30);
      company.bank();
      company.day(day);
    }
  }

  private void moneyComes(LocalDate friday) {
    var monday = friday.plusDays(3);
    company.to(inTime ? friday.plusDays(1) : monday.plusDays(1), 7, 30);
    company.bank(new Company.Payment("600.00", who, "as agreed"));
    company.to(monday.plusDays(1), 7, 40);
    if (inTime) {
      company.bank();
    }
    company.day(monday.plusDays(1));
    company.to(monday.plusDays(2), 7, 30);
    company.bank();
    company.day(monday.plusDays(2));
    company.day(monday.plusDays(3));
    if (inTime) {
      released();
    } else {
      theWholeDebtIsOwedAgain();
    }
  }

  private void released() {
    assertThat(company.of(who, "select s.written_off from agreements.settlement s join agreements.plan p on p.id = s.plan_id where p.case_id = :case")).isEqualTo("40000");
    assertThat(company.of(who, "select stage from cases.recovery_case where id = :case")).isEqualTo("closed");
    assertThat(company.words("accounts@" + domain).getLast()).contains("600.00", "settled in full and for good");
    assertThat(company.journal(who)).containsSubsequence("plan-kept", "settlement-released", "closed");
  }

  private void theWholeDebtIsOwedAgain() {
    assertThat(company.of(who, "select ended from agreements.plan where case_id = :case")).isEqualTo("broken");
    assertThat(company.open("INV-" + number)).isEqualTo(40_000);
    assertThat(company.of(who, "select count(*) from correspondence.message where case_id = :case and purpose = 'release'")).isEqualTo("0");
    assertThat(company.of(who, "select stage from cases.recovery_case where id = :case")).isNotEqualTo("closed");
  }
}
