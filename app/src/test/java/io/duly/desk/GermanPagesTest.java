package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Templates;
import io.duly.cycle.DailyCycle;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody reads who asks for the desk in German, where Duly itself speaks: after a day that it decided. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GermanPagesTest {
  /** Where sentences of the core and of the journal stand. */
  private static final String SPOKEN =
      ".because, .not-now, .waits, p.lack, p.why, .notice, .problem, .nextstep p, .nextstep li, .task > p, .matter.hold > p, .timeline li p, .tones li > p:first-child, .asked small, .now small,"
          + " .no small, .fresh small, tr.charge details p, tr.accrued details p, tr.none small";

  private static final Pattern ENGLISH =
      Pattern.compile("(?i)\\b(?:the|is|are|of|and|not|waits|were|has|have|for|with|without|this|that|says|since|until|overdue|about|days?)\\b");

  /** Laws and house rules keep their names, which stand after the reason; so do a debtor's own words between quotes. */
  private static final Pattern LAW = Pattern.compile("\\([^()]*(?:\\([^()]*\\)[^()]*)*, Regel [A-Z0-9-]+\\)|Late Payment of Commercial Debts \\(Interest\\) Act 1998[^:]*| · [A-Z0-9-]+ · .*|“[^”]*”|„[^“]*“");

  /** What the fixture's people wrote, as reasons too. */
  static final List<String> FREE =
      List.of(
          "5,000.00 GBP promised for 14 Nov has not arrived; it is the second promise broken this year", "a broken promise is talked about before anything else is sent",
          "1,200.00 GBP of 18 Nov could be theirs and is not allocated yet", "the promise of 14 Nov was not kept", "first contact is due: 12 days overdue and nobody has called yet",
          "7 days or more overdue and not yet called", "a stated reason is checked before the debtor is asked again", "two pallets of eight are missing",
          "Two pallets never arrived, the driver says he had only six.", "3 days overdue: the friendly reminder is written and checked", "3 days or more overdue and not yet reminded",
          "on hold until 10 Dec: the owner is in hospital", "the owner is in hospital", "promise of 2,410.00 GBP due 26 Nov", "a running promise is waited for", "<i>because</i> \"it\" says so",
          "unpaid at 90 days: placement with an agency is proposed", "90 days or more overdue", "the second reminder is written and checked", "14 days or more overdue",
          "nobody can be reached: an address is missing", "no open case without a next action", "the carrier",
          "Mrs Brennan says the large customer in Leeds has paid; 5,000 will go out on the 14th.");

  private Desk desk;
  private People.Admitted mia;

  @BeforeAll
  void open() {
    desk = new Desk();
    new Mailing(desk);
    mia = desk.person("mia", Role.MANAGER);
    desk.database.execute("update cases.recovery_case set touched = true where stage <> 'closed'");
    desk.application.getBean(DailyCycle.class).run(Portfolio.TODAY.plusDays(3));
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void whereDulySpeaksNothingIsLeftInEnglish() {
    var left = new TreeMap<String, String>();
    int read = 0;
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      for (var page : pages()) {
        var answer = visitor.get(page, "Accept-Language", "de");
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        for (var element : Jsoup.parse(answer.body()).select(SPOKEN)) {
          read++;
          note(left, element.text(), page);
        }
      }
    }
    assertThat(read).isGreaterThan(200);
    assertThat(left).isEmpty();
  }

  @Test
  void aFaultyTemplateAndAHarshOneAreToldOfInGerman() {
    var page = "/templates/" + desk.portfolio.creditor(Portfolio.BRIGHTWELL) + "/first-reminder/en";
    var source = Templates.shipped(Kind.FIRST_REMINDER, Language.EN).source();
    var faulty = source.replace("{{greeting}}", "{{greting}}").replace("# sms\n", "# sms\n{{if nothing}}\n\n") + "\n\n# odd\n\n> quoted\n";
    var harsh = source.replace("{{greeting}}", "{{greeting}}\n\nWe will break your legs and tell your boss. PAY NOW OR ELSE!!! You will go to prison.");
    var left = new TreeMap<String, String>();
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      for (var text : List.of(faulty, harsh)) {
        visitor.post(page, page + "/check", Map.of("text", text, "as", "plain"));
        var told = Jsoup.parse(visitor.get(page, "Accept-Language", "de").body()).select("#found .tones li > p:first-child");
        assertThat(told).isNotEmpty();
        told.select("q").remove();
        told.forEach(one -> note(left, one.text().replaceAll("\"[^\"]*\"", ""), page));
      }
    }
    assertThat(left).isEmpty();
  }

  /** A form that is refused says so in the reader's language, whatever was wrong. */
  @Test
  void whatIsRefusedIsToldInGerman() {
    var left = new TreeMap<String, String>();
    var path = "/cases/" + desk.portfolio.caseOf("Brennan & Co Ltd");
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      for (var asked :
          List.of(
              Map.entry("/tasks", Map.of("kind", "REVIEW", "why", "x", "due", "2020-01-01")), Map.entry("/tasks", Map.of("kind", "REVIEW", "why", " ", "due", "2027-01-01")),
              Map.entry("/tasks", Map.of("kind", "REVIEW", "why", "x", "due", "2027-01-01", "to", "nobody")), Map.entry("/notes", Map.of("text", " ")),
              Map.entry("/holds", Map.of("kind", "MANUAL", "why", " ")), Map.entry("/holds", Map.of("kind", "MANUAL", "why", "x", "until", "2020-01-01")),
              Map.entry("/promises", Map.of("amount", "999999.00", "by", "2027-01-01")), Map.entry("/promises", Map.of("amount", "1.00", "by", "2020-01-01")))) {
        visitor.post(path, path + asked.getKey(), asked.getValue());
        var told = Jsoup.parse(visitor.get(path, "Accept-Language", "de").body()).select(".notice.bad");
        assertThat(told).as(asked.toString()).isNotEmpty();
        told.forEach(one -> note(left, one.text(), asked.toString()));
      }
    }
    assertThat(left).isEmpty();
  }

  private static void note(Map<String, String> left, String text, String page) {
    var rest = LAW.matcher(text).replaceAll("");
    for (var free : FREE) {
      rest = rest.replace(free, "");
    }
    if (ENGLISH.matcher(rest).find()) {
      left.putIfAbsent(text, page);
    }
  }

  private List<String> pages() {
    var all = new ArrayList<>(List.of("/", "/tasks", "/tasks?whose=all", "/outbox", "/replies", "/bank", "/intake", "/templates"));
    for (var work : List.of("call", "verify", "allocate", "send", "place", "write_off", "review", "wait")) {
      all.add("/?work=" + work);
    }
    for (var shelf : List.of("waiting", "approval", "letters", "uncertain", "trouble", "sent")) {
      all.add("/outbox?shelf=" + shelf);
    }
    for (var number : column("select number::text from cases.recovery_case order by number")) {
      for (var part : List.of("", "/contact", "/statement", "/brief")) {
        all.add("/cases/" + number + part);
      }
    }
    column("select id::text from correspondence.message").forEach(id -> all.add("/outbox/" + id));
    return all;
  }

  private List<String> column(String query) {
    return desk.database.ask(sql -> sql.fetch(query).getValues(0, String.class));
  }
}
