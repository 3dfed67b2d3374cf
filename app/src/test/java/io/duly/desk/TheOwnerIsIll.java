package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

/** Story 11: the owner is ill. Sixty days of peace, somebody looks before they are over, and what is heard then is gentle. */
record TheOwnerIsIll(Company company) {
  private static final String WHO = "Tilda Marsh";
  private static final String MAIL = "tilda@marsh.example";
  private static final String WORDS = "I had a stroke, and my sister opens the post.";

  void play() {
    var monday = company.nextMonday();
    company.list(Company.row("K-11", WHO, "11 Quay Street;M3 3HF;Manchester;GB;" + MAIL + ";+447700900111;Tilda Marsh;sole_trader", "INV-1101", monday.minusDays(31), monday.minusDays(1), "730.00"));
    company.day(monday);
    assertThat(company.subjects(MAIL)).as("reminded once, before we knew").hasSize(1);
    var last = herSisterCalls(monday.plusDays(1));
    onlyThoseWhoNeedItReadWhy();
    somebodyLooks(monday.plusDays(1), last);
    sheHearsOfUsGently(last);
    assertThat(company.journal(WHO)).containsSubsequence("message-sent", "breathing-space", "task-done", "breathing-space-reviewed", "message-sent");
    assertThat(company.journal(WHO)).doesNotContain("charges-posted");
  }

  private LocalDate herSisterCalls(LocalDate tuesday) {
    company.to(tuesday, 10, 0);
    var address = company.caseOf(WHO);
    try (var anna = company.visit(company.anna)) {
      anna.post(address, address + "/hardship", Map.of("told", "CALL", "charges", "rest", "consent", "yes", "who", "Tilda Marsh, through her sister", "trouble", "ILLNESS", "words", WORDS));
      assertThat(anna.get(address).body()).contains("write and call not before", WORDS);
      assertThat(anna.get(address + "/brief").body()).as("nobody is offered a number").doesNotContain("name=\"to\"");
    }
    return LocalDate.parse(company.of(WHO, "select until from hardship.space where debtor_id = :debtor and until = since + 59"));
  }

  private void onlyThoseWhoNeedItReadWhy() {
    var address = company.caseOf(WHO);
    try (var ben = company.visit(company.ben); var mona = company.visit(company.mona)) {
      assertThat(ben.get(address).body()).contains("write and call not before").doesNotContain("stroke");
      assertThat(ben.get("/search?q=stroke").body()).doesNotContain("my sister opens");
      assertThat(mona.get(address).body()).contains(WORDS);
    }
    assertThat(company.one("select count(*) from journal.entry where summary ~* 'stroke' or body ~* 'stroke'")).isEqualTo("0");
  }

  private void somebodyLooks(LocalDate from, LocalDate last) {
    var look = last.minusDays(7);
    for (var day = from; day.isBefore(look); day = day.plusDays(1)) {
      company.day(day);
    }
    company.day(look);
    var address = company.caseOf(WHO);
    try (var mona = company.visit(company.mona)) {
      assertThat(mona.get("/tasks").body()).contains(WHO);
      var space = company.of(WHO, "select id from hardship.space where debtor_id = :debtor");
      mona.post(address, address + "/hardship/" + space + "/review", Map.of("outcome", "GENTLE"));
      assertThat(mona.get(address).body()).contains("looked at on");
    }
    for (var day = look.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      company.day(day);
    }
    assertThat(company.subjects(MAIL)).as("nobody wrote in sixty days").hasSize(1);
    assertThat(company.of(WHO, "select count(*) from correspondence.contact where debtor_id = :debtor and direction = 'out'")).isEqualTo("1");
  }

  private void sheHearsOfUsGently(LocalDate last) {
    for (var day = last.plusDays(1); day.isBefore(last.plusDays(8)); day = day.plusDays(1)) {
      company.day(day);
    }
    assertThat(company.subjects(MAIL)).as(company.fate(WHO)).hasSize(2);
    assertThat(company.subjects(MAIL).getLast()).isEqualTo("How are you, and how shall we go on?");
    assertThat(company.words(MAIL).getLast()).contains("730.00", "Nothing has to happen today.").doesNotContain("stroke", "sister");
  }
}
