package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** What they contest is acknowledged and looked into, our answer is late and a manager hears of it, part is credited and the rest explained with the papers. */
record OurAnswer(Company company) {
  private static final String WHO = "Fletcher Foods Ltd";
  private static final String MAIL = "accounts@fletcher.example";
  private static final Pattern PAPER = Pattern.compile("name=\"paper\" value=\"([0-9a-f]{64})\"");
  private static final Pattern ASKED = Pattern.compile("/inquiries/([0-9a-f-]{36})/answer");

  void play() {
    var day = company.nextMonday();
    company.list(Company.row("K-41", WHO, Company.details("fletcher.example", 41), "F-700", day.minusDays(40), day.minusDays(1), "900.00"));
    company.day(day);
    company.to(day.plusDays(1), 10, 0);
    contested(day);
    until(day.plusDays(1), day.plusDays(14));
    assertThat(company.subjects(MAIL)).as(company.fate(WHO)).contains("We have what you told us about invoice F-700");
    assertThat(String.join("\n", company.words(MAIL))).contains("you do not agree with £300.00 of it");
    assertThat(company.of(WHO, "select count(*) from cases.task where case_id = :case and kind = 'review' and done_on is null")).as("our day is not over").isEqualTo("0");
    company.day(day.plusDays(15));
    ourAnswerIsLate();
    answered(day.plusDays(15));
    until(day.plusDays(16), day.plusDays(25));
    explained();
    company.handIn("paid.csv", "Receipt Id;Date;Amount;Currency;Customer No;Invoice No\nF-1;" + day.plusDays(25) + ";800.00;GBP;K-41;F-700\n");
    until(day.plusDays(26), day.plusDays(27));
    assertThat(company.of(WHO, "select stage from cases.recovery_case where id = :case")).as(company.fate(WHO)).isEqualTo("closed");
    assertThat(company.of(WHO, "select max((select sum(a) from unnest(amounts) a)) from correspondence.message where debtor_id = :debtor and state = 'sent' and sent_on > date '" + day + "'"))
        .as("the contested part never was chased").isIn("60000", "80000");
    assertThat(company.journal(WHO)).containsSubsequence(
        "dispute-opened", "dispute-acknowledged", "inquiry-made", "inquiry-answered", "answer-overdue", "paper-filed", "dispute-closed", "explanation-drafted", "closed");
  }

  private void until(LocalDate from, LocalDate to) {
    for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
      company.day(day);
    }
  }

  private void contested(LocalDate day) {
    var invoice = company.invoice("F-700");
    try (var anna = company.visit(company.anna)) {
      anna.post(
          invoice, invoice + "/disputes",
          Map.of("amount", "300.00", "words", "Ten boxes came wet.", "category", "GOODS_DEFECTIVE", "ask", "the warehouse", "receipt", "WRITE"));
      assertThat(anna.get(invoice).body()).doesNotContain("role=\"alert\"", "notice bad");
      assertThat(company.of(WHO, "select answer_due_on from cases.dispute where debtor_id = :debtor")).as("ten working days").isEqualTo(day.plusDays(14).toString());
      anna.post(invoice, invoice + "/inquiries", Map.of("whom", "the warehouse", "question", "Did ten boxes leave dry?", "answerBy", day.plusDays(4).toString()));
      var page = anna.get(invoice).body();
      assertThat(page).contains("Did ten boxes leave dry?", "acknowledged in writing");
      var asked = ASKED.matcher(page);
      assertThat(asked.find()).isTrue();
      anna.post(invoice, invoice + "/inquiries/" + asked.group(1) + "/answer", Map.of("words", "Five left dry, five stood in the rain."));
      assertThat(anna.get(invoice).body()).contains("Five left dry, five stood in the rain.");
      assertThat(anna.get(company.caseOf(WHO)).body()).contains("the warehouse answered on");
    }
  }

  private void ourAnswerIsLate() {
    try (var mona = company.visit(company.mona)) {
      assertThat(mona.get("/tasks?later=1").body()).contains(WHO, "for a manager: our answer to the dispute of invoice F-700 was due on");
      assertThat(mona.get(company.invoice("F-700")).body()).contains("Our answer is late", "a manager was told");
      assertThat(mona.get("/").body()).contains("our answer is late");
    }
    assertThat(company.of(WHO, "select count(*) from cases.dispute where debtor_id = :debtor and closed_on is null")).as("it stands still all the same").isEqualTo("1");
    company.run();
    assertThat(company.journal(WHO).stream().filter("answer-overdue"::equals)).as("told once").hasSize(1);
  }

  private void answered(LocalDate day) {
    company.to(day, 11, 0);
    var invoice = company.invoice("F-700");
    try (var anna = company.visit(company.anna)) {
      var page = company.caseOf(WHO);
      anna.hand(page, page + "/papers", "dispatch.txt", "Five boxes left dry at 10:00.".getBytes(StandardCharsets.UTF_8));
      var paper = PAPER.matcher(anna.get(invoice).body());
      assertThat(paper.find()).isTrue();
      anna.postAll(
          invoice, invoice + "/answer", "paper", java.util.List.of(paper.group(1)),
          Map.of("outcome", "SETTLED", "amount", "100.00", "mistake", "WRONG_GOODS", "answer", "Five of the ten boxes left our warehouse dry, as the dispatch note shows.", "explain", "true"));
      assertThat(anna.get(invoice).body()).contains("CN-F-700");
    }
    assertThat(company.open("F-700")).isEqualTo(80000);
    assertThat(company.of(WHO, "select count(*) from correspondence.message where debtor_id = :debtor and purpose = 'apology'")).as("one letter says both").isEqualTo("0");
  }

  private void explained() {
    assertThat(company.subjects(MAIL)).as(company.fate(WHO)).contains("What we found about invoice F-700");
    var words = company.words(MAIL).get(company.subjects(MAIL).indexOf("What we found about invoice F-700"));
    assertThat(words).contains("Five of the ten boxes left our warehouse dry", "we have credited £100.00", "You find the documents", "800.00").doesNotContain("900.00 GBP");
    assertThat(company.of(WHO, "select convert_from(d.bytes, 'UTF8') like '%paper-01-dispatch.txt%' from correspondence.message m join journal.entry e on e.case_id = m.case_id and e.kind = 'message-sent' join journal.document d on d.sha256 = e.document where m.debtor_id = :debtor and m.purpose = 'explanation' and e.body like '%' || m.id || '%'"))
        .isIn("t", "true");
  }
}
