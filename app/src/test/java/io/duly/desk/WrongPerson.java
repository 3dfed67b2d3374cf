package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Story 4: the number reaches a shop next door. */
record WrongPerson(Company company) {
  private static final String WHO = "Nightingale Linen Ltd";
  private static final Pattern TELLS = Pattern.compile("(?i)invoice|inv-401|overdue|\\bdebt|owed?\\b|pay|amount|reminder|collect|777|customer number|account number|iban");

  void play() {
    var day = company.nextMonday();
    company.list(Company.row("K-4", WHO, Company.details("nightingale.example", 4), "INV-401", day.minusDays(31), day.minusDays(1), "777.00"));
    company.day(day);
    var tuesday = day.plusDays(1);
    company.to(tuesday, 8, 0);
    company.run();
    company.to(tuesday, 10, 0);
    try (var anna = company.visit(company.anna)) {
      var phone = new OnThePhone(anna);
      var call = phone.begin(company.caseOf(WHO));
      assertThat(anna.get(call).body()).as("nothing of the debt before the right person is there").doesNotContain("777.00").doesNotContain("INV-401");
      phone.press(call, "/end", "outcome", "wrong_number", "next", "better_contact", "next_on", day.plusDays(7).toString(), "ask_contact", "true", "note", "A florist next door.");
      assertThat(anna.get(company.caseOf(WHO) + "/brief").body()).as("the number is not offered again").doesNotContain("name=\"to\"");
    }
    assertThat(company.of(WHO, "select why from correspondence.dead_address where debtor_id = :debtor and ended_at is null")).contains("the number is somebody else's");
    for (var next = day.plusDays(2); next.isBefore(day.plusDays(6)); next = next.plusDays(1)) {
      company.day(next);
      company.post();
    }
    assertThat(company.left(WHO)).hasSize(2).last().asString().startsWith("contact-request by letter on ");
    assertThat(TELLS.matcher(letter()).results().map(found -> found.group()).toList()).as(letter()).isEmpty();
    assertThat(letter()).contains("How can we reach you?");
    assertThat(company.journal(WHO)).containsSubsequence("message-sent", "call-begun", "contact-asked", "call-ended", "message-sent");
  }

  /** As it was printed and is kept. */
  private String letter() {
    var pdf = company.desk.database.ask(tx -> tx.fetchSingle(
        """
        select d.bytes from journal.entry e join journal.document d on d.sha256 = e.document join cases.recovery_case c on c.id = e.case_id join parties.debtor r on r.id = c.debtor_id
         where r.name = ? and e.kind = 'message-sent' order by e.seq desc limit 1
        """, WHO).get(0, byte[].class));
    try (var letter = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(letter).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
