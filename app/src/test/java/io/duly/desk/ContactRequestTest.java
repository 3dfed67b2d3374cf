package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Story 4: the number is somebody else's, and a better contact is asked for by letter. */
@Tag("P10")
@Tag("P06")
class ContactRequestTest {
  private static final String HOTEL = "Hotel Seeblick GmbH";
  /** What would tell a stranger of a debt, in the words of letters. */
  private static final Pattern TELLS =
      Pattern.compile("(?iu)rechnung|invoice|betrag|fällig|mahn|inkasso|forderung|schuld|zahl|offen|€|\\beur\\b|re-10842|862|kundennummer|konto|iban");

  private Desk desk;
  private People.Admitted anna;
  private String head;

  @BeforeEach
  void open() {
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false");
    new Mailing(desk);
    anna = desk.person("anna", Role.COLLECTOR);
    head = "/cases/" + desk.portfolio.caseOf(HOTEL);
    desk.database.execute("update parties.debtor set phone = '+4975319960312' where name = '" + HOTEL + "'");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String one(String sql, Object... values) {
    return desk.database.ask(tx -> tx.fetch(sql, values).stream().map(row -> String.join(",", row.into(String[].class))).collect(java.util.stream.Collectors.joining("\n")));
  }

  private String request(String what) {
    return one("select " + what + " from correspondence.message where purpose = 'contact' order by planned_on desc limit 1");
  }

  private void callAWrongNumber(Visitor visitor, String... asked) {
    var began = visitor.post(head + "/brief", head + "/calls", Map.of("to", "+4975319960312"));
    var call = began.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    assertThat(visitor.get(call).body()).contains("it names no debt").doesNotContain("862");
    var version = visitor.get(call).body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    var form = new java.util.HashMap<>(Map.of("version", version, "outcome", "wrong_number", "next", "better_contact", "next_on", "2026-11-30", "note", "A florist."));
    for (var field : asked) {
      form.put(field, "true");
    }
    visitor.post(call, call + "/end", form);
  }

  @Test
  void theShopNextDoorIsToldNothingAndTheDebtorIsAskedByLetterHowToBeReached() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      callAWrongNumber(visitor, "ask_contact");
      assertThat(one("select why from correspondence.dead_address")).isEqualTo("the number is somebody else's");
      assertThat(request("channel, template, state, cardinality(invoice_ids), language")).isEqualTo("letter,contact-request,checked,0,de");
      assertThat(request("planned_on in (select day from correspondence.contact where direction = 'out')")).as("the call was the contact of its day").isEqualTo("false");
      assertThat(one("select why from cases.task where kind = 'complete_file' and done_on is null"))
          .isEqualTo("the number +4975319960312 is somebody else's: find a better contact; one is asked for by letter, planned for " + request("planned_on"));
      assertThat(one("select summary from journal.entry where kind = 'contact-asked'"))
          .isEqualTo("A better contact is asked for by letter, planned for " + request("planned_on") + "; nothing in it names a debt.");
      assertThat(visitor.get(head).body()).contains("Asks how the right person is reached. Names no debt.");
      var message = "/outbox/" + request("id");
      assertThat(visitor.get(message).statusCode()).isEqualTo(200);
      tellsNothing(Jsoup.parse(visitor.get(message).body()).select(".subject, pre.words").text());
      tellsNothing(read(visitor.bytes(message + "/letter.pdf").body()));
    }
  }

  private static void tellsNothing(String text) {
    var words = text.replace('\u00A0', ' ').replace('\u202F', ' ').replaceAll("\\s+", " ");
    assertThat(words).contains("Wie können wir Sie erreichen?").contains(HOTEL, "Ada Lindqvist", "+44 113 496 0001");
    assertThat(TELLS.matcher(words).results().map(one -> one.group().toLowerCase(Locale.ROOT)).distinct()).as(words).isEmpty();
  }

  @Test
  void anAgencysLetterDoesNotSayWhatItsBusinessIsNotEvenOnTheEnvelope() {
    desk.database.execute("update parties.creditor set collects = 'for_another' where name = '" + Portfolio.NORDWIND + "'");
    desk.database.execute(
        """
        set session_replication_role = replica;
        update correspondence.branding set name = 'Nordwind Inkasso GmbH', website = 'nordwind-inkasso.example', footer = array['Registrierter Rechtsdienstleister, Inkasso', 'HRB 12345'],
               letter_form = 'din5008b' where creditor_id = (select id from parties.creditor where name = 'Nordwind Handels GmbH');
        set session_replication_role = origin
        """);
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      visitor.post(head + "/contact", head + "/contact/asking", Map.of("way", "LETTER"));
      var words = visitor.bytes("/outbox/" + request("id") + "/letter.pdf").body();
      var text = read(words);
      tellsNothing(text);
      assertThat(text).contains("HRB 12345");
    }
  }

  private static String read(byte[] pdf) {
    try (var letter = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(letter);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void itIsAskedOnceAndOnlyWhereThereIsAWay() {
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      assertThat(visitor.get(head + "/contact").body()).contains("Ask by letter", "Ask by e-mail");
      visitor.post(head + "/contact", head + "/contact/asking", Map.of("way", "EMAIL"));
      assertThat(visitor.get(head + "/contact").body()).contains("It is asked by e-mail", "Wait for the answer before you ask again");
      visitor.post(head + "/contact", head + "/contact/asking", Map.of("way", "LETTER"));
      assertThat(visitor.get(head + "/contact").body()).contains("They are asked already how they are reached");
      assertThat(one("select count(*) from correspondence.message where purpose = 'contact'")).isEqualTo("1");
      var another = "/cases/" + desk.portfolio.caseOf("Lindqvist Marin AB");
      desk.database.execute("update parties.debtor set street = null, email = null where name like 'Lindqvist%'");
      assertThat(visitor.get(another + "/contact").body()).contains("no postal address and no e-mail address").doesNotContain("Ask by letter");
      visitor.post(another + "/contact", another + "/contact/asking", Map.of("way", "LETTER"));
      assertThat(visitor.get(another + "/contact").body()).contains("There is no address that it could be asked by");
    }
  }

  @Test
  void aLineWithoutANumberSaysSoWithTheStepThatFollows() {
    desk.database.execute("update parties.debtor set phone = null where name = '" + HOTEL + "'");
    try (var visitor = new Visitor(desk).signedInAs(anna)) {
      var line = Jsoup.parse(visitor.get("/").body()).select("tr:has(a[href='" + head + "'])");
      assertThat(line.select("td.now").text()).startsWith("no number ").doesNotContain("ask for one");
      assertThat(line.select("td.now a").attr("aria-label")).isEqualTo("no number: ask for one");
      assertThat(line.select("td.now a").attr("href")).isEqualTo(head + "/contact#asking");
      assertThat(visitor.get(head).body()).contains("no number");
    }
  }
}
