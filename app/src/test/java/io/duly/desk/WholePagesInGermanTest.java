package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cycle.DailyCycle;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;

/** Every page of the desk, whole, as somebody reads it who asks for German: titles, labels and what stands on buttons too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholePagesInGermanTest {
  /** Where not Duly speaks to its reader: words to say or to send in the debtor's language, what was typed, code. */
  private static final String NOT_DULY = "pre, code, textarea, kbd, script, style, blockquote, q, [lang]:not(html), datalist, .say, .words, .subject, .own, td.cell, .value";
  private static final List<String> SPOKEN_ATTRIBUTES = List.of("title", "aria-label", "placeholder", "alt", "data-saving", "data-saved", "data-lost", "data-label");
  private static final Pattern ENGLISH =
      Pattern.compile("(?i)\\b(?:the|is|are|of|and|not|waits|were|has|have|for|with|without|this|that|says|since|until|overdue|about|days?|you|your|their|they|from|by|on|at)\\b");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}");

  /** What stays as it is on a German page, and why. */
  private static final Map<String, String> STAYS =
      Map.of(
          "Late Payment of Commercial Debts \\(Interest\\) Act 1998[^·]*", "the statutory title of a law of the United Kingdom",
          "Burgerlijk Wetboek [^·(]*|Code de commerce [^·(]*|Directive [0-9]+[^·(]*", "the same of the Netherlands, of France, of the European Union, as cited",
          "RDG § 13e; RVG § 13 and VV [^;]*", "the same of Germany, as the rule pack cites it",
          "\\b[A-Z]{2,}(?:-[A-Z0-9]+)+\\b", "the names of rules, by which docs and packs know them");

  /** Pages of which a part is not Duly's words to its reader, and why: what is taken out of them. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "/search", ".hits p, .hits a", // the journal's words as they were kept, with what was asked marked in them
          "/webhooks", "label, code, td, .kinds"); // the names of events, which programs know

  /** Columns of what people, banks and files wrote: it is shown as it is. */
  private static final String WRITTEN =
      """
      select name from parties.debtor union select external_id from parties.debtor union select street from parties.debtor union select city from parties.debtor
      union select name from parties.creditor union select name from parties.contact_person union select role from parties.contact_person
      union select wish_words from (select null::text as wish_words) w
      union select number from ledger.invoice union select payer from ledger.receipt union select reference from ledger.receipt
      union select own_words from cases.reason union select whom_to_ask from cases.reason union select why from cases.dispute union select why from cases.hold
      union select own_words from agreements.promise union select line from calls.plan_line union select why from calls.money_looked
      union select counterparty from banking.entry union select remittance from banking.entry union select name from intake.file
      union select subject from correspondence.reply union select words from correspondence.reply union select sender_name from correspondence.reply
      union select name from journal.document union select words from journal.document union select summary from journal.entry where kind = 'note' union select name from identity.person
      """;

  private Desk desk;
  private People.Admitted mia;
  private Endpoints endpoints;
  private final Map<String, String> bundle = new TreeMap<>();
  private final List<String> written = new ArrayList<>();

  @BeforeAll
  void open() throws SQLException {
    desk = new Desk("duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.intake.by-itself=false");
    new Mailing(desk);
    mia = desk.person("mia", Role.ADMINISTRATOR);
    Busy.with(desk, mia, "Hotel Seeblick GmbH", Portfolio.NORDWIND);
    desk.database.execute("update cases.recovery_case set touched = true where stage <> 'closed'");
    desk.application.getBean(DailyCycle.class).run(Portfolio.TODAY.plusDays(3));
    endpoints = new Endpoints(desk, Portfolio.NORDWIND, desk.portfolio.caseOf("Hotel Seeblick GmbH"));
    var english = texts("/desk.properties");
    var german = texts("/desk_de.properties");
    var germans = new HashSet<>(german.values());
    english.forEach((key, text) -> {
      var said = String.valueOf(text);
      if (!germans.contains(text) && !said.contains("{") && WORDS.matcher(said).find()) {
        bundle.put(said, String.valueOf(key));
      }
    });
    desk.database.ask(tx -> written.addAll(tx.fetch(WRITTEN).getValues(0, String.class).stream().filter(Objects::nonNull).filter(one -> one.length() > 2).toList()));
    written.addAll(FIXTURE);
    written.sort(Comparator.comparingInt(String::length).reversed());
  }

  /** Reasons that the portfolio's people made up, kept where Duly keeps its own. */
  private static final List<String> FIXTURE = GermanPagesTest.FREE;

  @AfterAll
  void close() {
    desk.close();
  }

  private static Properties texts(String file) {
    var texts = new Properties();
    try (var in = new InputStreamReader(Objects.requireNonNull(WholePagesInGermanTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
      texts.load(in);
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Set<String> paths() {
    var paths = new TreeSet<String>();
    for (var endpoint : endpoints.all()) {
      if (endpoint.method() == RequestMethod.GET && !endpoint.pattern().startsWith("/api/") && !endpoint.pattern().startsWith("/welcome") && !endpoint.pattern().equals("/error")) {
        paths.addAll(endpoints.paths(endpoint));
      }
    }
    for (var number : desk.database.ask(tx -> tx.fetch("select number::text from cases.recovery_case order by number").getValues(0, String.class))) {
      List.of("", "/contact", "/statement", "/brief").forEach(part -> paths.add("/cases/" + number + part));
    }
    List.of("call", "verify", "allocate", "send", "place", "write_off", "review", "wait").forEach(work -> paths.add("/?work=" + work));
    List.of("waiting", "approval", "letters", "uncertain", "trouble", "sent").forEach(shelf -> paths.add("/outbox?show=" + shelf));
    paths.addAll(List.of("/search?q=hotel", "/search?q=zebra", "/search?q=nothing-such", "/tasks?whose=all&later=1"));
    return paths;
  }

  @Test
  void noEnglishOfOursIsLeftOnAnyPage() {
    var left = new TreeMap<String, String>();
    int read = 0;
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      for (var path : paths()) {
        var answer = visitor.get(path, "Accept-Language", "de");
        // A letter in its frame is in its reader's language, not in ours.
        if (!path.endsWith("/words.html") && answer.statusCode() == 200 && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          read++;
          for (var said : said(Jsoup.parse(answer.body()), path)) {
            note(left, said, path);
          }
        }
      }
    }
    assertThat(read).isGreaterThan(80);
    assertThat(left).isEmpty();
  }

  @Test
  void noEnglishOfOursIsLeftInThePaperBeforeACall() throws IOException {
    var left = new TreeMap<String, String>();
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      for (var debtor : List.of("Hotel Seeblick GmbH", "Brennan & Co Ltd", "Atelier Brun SARL")) {
        var path = "/cases/" + desk.portfolio.caseOf(debtor) + "/brief.pdf";
        try (var pdf = Loader.loadPDF(visitor.bytes(path, "Accept-Language", "de").body())) {
          var text = new PDFTextStripper().getText(pdf);
          assertThat(text).contains("Gespräch");
          text.lines().forEach(line -> note(left, line, path));
        }
      }
    }
    assertThat(left).isEmpty();
  }

  /** Each piece of text by itself, as it stands in its element, and what is read out or hovered over. */
  private static List<String> said(Element page, String path) {
    page.select(NOT_DULY).remove();
    OTHERS.forEach((begins, part) -> page.select(path.startsWith(begins) ? part : "no-such").remove());
    var all = new ArrayList<String>();
    for (var element : page.getAllElements()) {
      for (var node : element.childNodes()) {
        if (node instanceof TextNode text && !text.isBlank()) {
          all.add(text.text().strip());
        }
      }
      SPOKEN_ATTRIBUTES.stream().filter(element::hasAttr).map(element::attr).forEach(all::add);
    }
    return all;
  }

  private void note(Map<String, String> left, String text, String path) {
    var key = bundle.get(text);
    if (key != null && !written.contains(text)) {
      left.putIfAbsent(text, path + " (" + key + ")");
      return;
    }
    var rest = text.replaceAll("“[^”]*”|„[^“]*“|\\S+@\\S+|https?://\\S+|\\./duly \\S+( \\S+)*", "");
    for (var pattern : STAYS.keySet()) {
      rest = rest.replaceAll(pattern, "");
    }
    for (var theirs : written) {
      rest = rest.replace(theirs, "");
    }
    if (ENGLISH.matcher(rest).results().count() > 0 && WORDS.matcher(rest).results().count() > 1) {
      left.putIfAbsent(text, path);
    }
  }
}
