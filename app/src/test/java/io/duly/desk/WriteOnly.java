package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Story 10: "Please write only, and not to my workplace." */
record WriteOnly(Company company) {
  private static final String WHO = "Wilma Otter";
  private static final String MAIL = "accounts@otter.example";
  private static final Pattern REPLY = Pattern.compile("/replies/([0-9a-f-]{36})");
  private static final Pattern INVOICE = Pattern.compile("name=\"invoice\" value=\"([0-9a-f-]{36})\"");

  void play() {
    var day = company.nextMonday();
    company.list(
        Company.row("K-10", WHO, "10 Quay Street;M3 3HF;Manchester;GB;" + MAIL + ";+447700900110;Wilma Otter;consumer", "INV-1001", day.minusDays(31), day.minusDays(1), "480.00"));
    company.day(day);
    company.to(day.plusDays(1), 9, 0);
    try (var ben = company.visit(company.ben)) {
      queued(ben, "email");
      queued(ben, "sms");
    }
    company.to(day.plusDays(1), 9, 20);
    company.mailFrom(MAIL, "Re: reminder", "Please write only, and not to my workplace.");
    assertThat(company.rows(WHO, "select channel, state from correspondence.message where debtor_id = :debtor and planned_on > '" + day + "' order by 1"))
        .as("at once, in every queue").containsExactly("email,withdrawn", "sms,withdrawn");
    assertThat(company.rows(WHO, "select channel || ' ' || coalesce(place, 'anywhere') from correspondence.stated_wish where debtor_id = :debtor and taken_back_at is null order by 1"))
        .contains("call anywhere", "call work", "email anywhere", "sms anywhere", "visit work").doesNotContain("letter anywhere");
    try (var anna = company.visit(company.anna)) {
      var reply = REPLY.matcher(anna.get("/replies").body());
      assertThat(reply.find()).isTrue();
      var address = "/replies/" + reply.group(1);
      anna.post(address, address + "/reading", Map.of("as", "stop", "words", "Letters only, and not to the workplace."));
      assertThat(anna.get(company.caseOf(WHO) + "/brief").body()).as("nobody is offered a number").doesNotContain("name=\"to\"");
    }
    for (var next = day.plusDays(1); next.isBefore(day.plusDays(40)); next = next.plusDays(1)) {
      company.day(next);
      company.post();
    }
    assertThat(company.subjects(MAIL)).as("no e-mail more").hasSize(1);
    assertThat(company.left(WHO)).hasSizeGreaterThan(1);
    assertThat(company.left(WHO).subList(1, company.left(WHO).size())).as("the next step is a letter").allMatch(step -> step.contains(" by letter on "));
    assertThat(company.rows(WHO, "select kind from cases.task where case_id = :case and kind = 'call'")).as("nobody is asked to call").isEmpty();
    assertThat(company.journal(WHO)).containsSubsequence(List.of("message-sent", "reply-received", "wish-stated", "reply-settled", "message-sent"));
  }

  private void queued(Visitor ben, String channel) {
    var write = company.caseOf(WHO) + "/write";
    var invoice = INVOICE.matcher(ben.get(write).body());
    assertThat(invoice.find()).isTrue();
    var form = Map.of("text", "Is there something that we can do for you? Please tell us.", "channel", channel, "subject", "Your account", "language", "en", "asks", "false", "invoice", invoice.group(1));
    assertThat(ben.post(write, write, form).headers().firstValue("Location").orElse("")).contains("/outbox/");
  }
}
