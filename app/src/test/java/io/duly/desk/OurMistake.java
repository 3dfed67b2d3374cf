package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** Story 3: the invoice was sent twice under two numbers. */
record OurMistake(Company company) {
  private static final String WHO = "Ostler Stores Ltd";
  private static final String MAIL = "accounts@ostler.example";
  private static final Pattern REPLY = Pattern.compile("/replies/([0-9a-f-]{36})");

  void play() {
    var day = company.nextMonday();
    company.list(
        Company.row("K-3", WHO, Company.details("ostler.example", 3), "R-100", day.minusDays(50), day.minusDays(20), "1190.00"),
        Company.row("K-3", WHO, Company.details("ostler.example", 3), "R-118", day.minusDays(31), day.minusDays(1), "1190.00"));
    company.handIn("paid.csv", "Receipt Id;Date;Amount;Currency;Customer No;Invoice No\nOM-1;" + day.minusDays(21) + ";1190.00;GBP;K-3;R-100\n");
    company.day(day);
    assertThat(company.left(WHO)).as("we asked for what is paid").containsExactly("first-reminder by email on " + day);

    company.to(day.plusDays(1), 10, 0);
    company.mailFrom(MAIL, "Re: reminder", "We have paid that. You sent the same invoice twice, as R-100 and R-118.");
    company.day(day.plusDays(2));
    assertThat(company.left(WHO)).as("nothing before somebody has read it").hasSize(1);
    try (var anna = company.visit(company.anna)) {
      read(anna);
      var invoice = company.invoice("R-118");
      anna.post(invoice, invoice + "/credit", Map.of("mistake", "DUPLICATE", "of", "R-999", "why", "booked twice"));
      assertThat(anna.get(invoice).body()).contains("This debtor has no invoice R-999");
      anna.post(invoice, invoice + "/credit", Map.of("mistake", "DUPLICATE", "of", "R-100", "why", "one delivery, booked twice"));
      assertThat(anna.get(invoice).body()).contains("A duplicate, said anna", "CN-R-118");
    }
    assertThat(company.open("R-118")).isZero();
    assertThat(company.of(WHO, "select stage from cases.recovery_case where id = :case")).isEqualTo("closed");
    company.nodes.send();
    assertThat(company.left(WHO).getLast()).isEqualTo("apology-duplicate by email on " + day.plusDays(2));
    assertThat(company.words(MAIL).getLast()).contains("sorry").doesNotContain("please pay");
    clean();
    for (var next = day.plusDays(3); next.isBefore(day.plusDays(17)); next = next.plusDays(1)) {
      company.day(next);
    }
    assertThat(company.left(WHO)).as("neither asked again nor thanked").hasSize(2);
    assertThat(company.journal(WHO)).containsSubsequence("message-sent", "reply-received", "reply-settled", "apology-drafted", "closed", "message-sent");
  }

  private void read(Visitor anna) {
    var reply = REPLY.matcher(anna.get("/replies").body());
    assertThat(reply.find()).isTrue();
    var address = "/replies/" + reply.group(1);
    assertThat(anna.get(address).body()).contains("You sent the same invoice twice");
    anna.post(address, address + "/reading", Map.of("as", "disputes", "words", "They say that R-118 repeats R-100.", "reason", "DUPLICATE"));
    assertThat(company.of(WHO, "select count(*) from cases.hold where debtor_id = :debtor and lifted_on is null")).isEqualTo("0");
  }

  /** No promise was broken, nothing came late, nothing is owed, and the reason that they gave is confirmed. */
  private void clean() {
    assertThat(
            company.of(
                WHO,
                """
                select count(*) from ledger.invoice i left join corrections.paid c on c.invoice_id = i.id where i.debtor_id = :debtor
                  and i.settled_on is not null and (c.invoice_id is null or c.paid_on is not null) and coalesce(c.paid_on, i.settled_on) > i.due_on
                """))
        .as("paid late").isEqualTo("0");
    assertThat(company.of(WHO, "select count(*) from agreements.promise where debtor_id = :debtor")).isEqualTo("0");
    assertThat(company.of(WHO, "select count(*) from ledger.charge where debtor_id = :debtor and cancelled_on is null")).isEqualTo("0");
    assertThat(company.of(WHO, "select outcome from cases.reason where case_id = :case")).isEqualTo("confirmed");
  }
}
