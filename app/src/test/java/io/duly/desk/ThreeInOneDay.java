package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** Story 6: an automatic reminder, a colleague's e-mail and a text message meet on one debtor on one day, from two nodes. */
record ThreeInOneDay(Company company) {
  private static final String WHO = "Pike Engines Ltd";
  private static final Pattern INVOICE = Pattern.compile("name=\"invoice\" value=\"([0-9a-f-]{36})\"");

  void play() {
    var day = company.nextMonday();
    company.list(Company.row("K-6", WHO, "6 Quay Street;M3 3HF;Manchester;GB;accounts@pike.example;+447700900106;Kim Doe;company", "INV-601", day.minusDays(31), day.minusDays(1), "640.00"));
    company.run();
    try (var anna = company.visit(company.anna); var ben = company.visit(company.ben)) {
      write(ben, "email", "{{greeting}}\n\nIs something wrong with our invoice? Please tell me; I am glad to help.\n\n{{signature}}");
      write(anna, "sms", "Please call us, we are glad to help: {{person phone}}. {{creditor}}");
    }
    assertThat(company.rows(WHO, "select channel from correspondence.message where debtor_id = :debtor and state = 'checked' order by planned_on")).containsExactly("email", "email", "sms");
    // The server was off for two days, so that all three are due.
    var met = day.plusDays(2);
    company.to(met, 10, 0);
    assertThat(company.nodes.sendFromBoth()).isPositive();
    assertThat(received()).as("one goes").isEqualTo(1);
    assertThat(company.of(WHO, "select count(*) from correspondence.contact where debtor_id = :debtor and direction = 'out'")).isEqualTo("1");
    company.to(met, 15, 0);
    company.nodes.sendFromBoth();
    assertThat(received()).as("nor later on the same day").isEqualTo(1);
    assertThat(company.rows(WHO, "select summary from journal.entry where case_id = :case and kind in ('message-waits', 'message-withdrawn')")).as("why the others did not").isNotEmpty();
    for (var next = met.plusDays(1); next.isBefore(met.plusDays(8)); next = next.plusDays(1)) {
      company.day(next);
    }
    assertThat(company.rows(WHO, "select day from correspondence.contact where debtor_id = :debtor and direction = 'out' group by day having count(*) > 1")).isEmpty();
  }

  private long received() {
    return company.subjects("accounts@pike.example").size() + company.sms.taken().stream().filter(request -> request.body().contains("+447700900106")).count();
  }

  private void write(Visitor visitor, String channel, String text) {
    var write = company.caseOf(WHO) + "/write";
    var invoice = INVOICE.matcher(visitor.get(write).body());
    assertThat(invoice.find()).isTrue();
    var form = Map.of("text", text, "channel", channel, "subject", "Your account", "language", "en", "asks", "true", "invoice", invoice.group(1));
    assertThat(visitor.post(write, write, form).headers().firstValue("Location").orElse("")).contains("/outbox/");
  }
}
