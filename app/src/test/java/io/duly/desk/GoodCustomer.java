package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Story 12: ten years a customer, pays late each August, buys for 400,000 a year. An ordinary one owes the same, to compare. */
record GoodCustomer(Company company) {
  private static final String WHO = "August Brewing Ltd";
  private static final String ORDINARY = "Plain Brewing Ltd";
  private static final String MANAGER = "max@harbour.example";
  private static final String HEAD =
      "Customer No;Customer;Street;Postcode;City;Country;E-Mail;Phone;Contact;Customer Type;Invoice No;Invoice Date;Due Date;Amount;Currency;yearly value;customer since;account manager;account manager e-mail\n";

  void play() {
    var day = company.nextMonday();
    company.handIn("customers.csv", HEAD + row("K-12", WHO, 12, "INV-1201", day, "400000.00;2016-08-01;Max Miller;" + MANAGER) + row("K-15", ORDINARY, 15, "INV-1202", day, ";;;"));
    for (var next = day; next.isBefore(day.plusDays(75)); next = next.plusDays(1)) {
      company.day(next);
      company.post();
    }
    softer(day);
    informed();
    aManagersYes();
  }

  private static String row(String number, String name, int nth, String invoice, LocalDate day, String worth) {
    return String.join(";", number, name, Company.details("brewing-" + nth + ".example", nth), invoice, day.minusDays(31).toString(), day.minusDays(1).toString(), "5400.00", "GBP", worth) + "\n";
  }

  private void softer(LocalDate day) {
    var steps = company.rows(WHO, "select m.step from correspondence.message m where m.debtor_id = :debtor and m.state = 'sent' order by m.sent_on");
    assertThat(steps).containsExactly("first-reminder", "friendly-reminder");
    assertThat(company.rows(ORDINARY, "select m.step from correspondence.message m where m.debtor_id = :debtor and m.state = 'sent' order by m.sent_on"))
        .containsExactly("first-reminder", "second-reminder", "formal-demand", "final-demand");
    assertThat(company.of(WHO, "select tone from correspondence.message where debtor_id = :debtor and step = 'friendly-reminder'")).isEqualTo("friendly");
    assertThat(sentOn(WHO, "friendly-reminder")).isAfter(sentOn(ORDINARY, "second-reminder")).isAfterOrEqualTo(day.plusDays(16));
    assertThat(company.rows(WHO, "select step from cases.task where case_id = :case and kind = 'call' order by created_on")).as("somebody talks to them instead").contains("personal-call");
  }

  private LocalDate sentOn(String who, String step) {
    return LocalDate.parse(company.of(who, "select sent_on from correspondence.message where debtor_id = :debtor and step = '" + step + "'"));
  }

  /** That the case opened, and that a hard step waits, by e-mail: nothing of it goes to the customer. */
  private void informed() {
    var read = company.nodes.arrivedFor(MANAGER);
    assertThat(read).hasSizeGreaterThanOrEqualTo(2);
    assertThat(company.subjects(MANAGER)).allMatch(subject -> subject.startsWith(WHO));
    assertThat(company.words(MANAGER).getFirst()).contains("Max Miller");
    assertThat(company.journal(WHO)).contains("account-manager-told");
    assertThat(company.rows(WHO, "select day from correspondence.contact where debtor_id = :debtor and direction = 'out'")).as("our own mail is no contact").hasSize(2);
  }

  private void aManagersYes() {
    assertThat(company.of(WHO, "select step from cases.task where case_id = :case and kind = 'approve' and done_on is null")).isEqualTo("final-demand");
    try (var mona = company.visit(company.mona)) {
      assertThat(mona.get("/tasks?later=1").body()).contains(WHO, "final-demand against a valued customer");
      var task = company.of(WHO, "select id from cases.task where case_id = :case and kind = 'approve' and done_on is null");
      var address = company.caseOf(WHO);
      mona.post(address, address + "/tasks/" + task + "/completion", Map.of("outcome", "I have called their director myself; no letter."));
    }
    assertThat(company.rows(WHO, "select actor from journal.entry where case_id = :case and kind = 'task-done' order by seq desc limit 1")).isEqualTo(List.of("person:mona"));
  }
}
