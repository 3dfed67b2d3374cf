package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.duly.identity.People;
import io.duly.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A script in every text that the database holds and does not itself refuse, whatever way it came in by: names, addresses, numbers,
 * remittance texts, notes, replies, names of files. Every page and paper of the desk is then opened in a real browser.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFieldsTest {
  /** Words of a program's own, which no file, person or stranger ever brings: what is in them is read back as a name, a zone or a key. */
  private static final Set<String> OWN_WORDS =
      Set.of("kind", "state", "stage", "currency", "language", "country", "time_zone", "zone", "channel", "tone", "template", "step", "action", "next_action", "policy", "role", "actor",
          "recorded_by", "placed_by", "written_by", "looked_by", "done_by", "claimed_by", "region", "outcome", "category", "media_type", "due_zone", "item", "form", "code", "format",
          "purpose", "source_key", "currency_code", "login", "jurisdiction", "basis", "severity", "theme", "encoding", "map", "node", "digest", "hash", "prefix", "whys", "reasons", "journal.entry.body", "because_of", "facts", "parts");

  /** Nothing is in them when the pages are walked: tests of their own show what stands in them. A new table is filled above, or named here. */
  private static final Set<String> EMPTY =
      new TreeSet<>(List.of(
          "agreements.authority", "agreements.bargain_rules", "agreements.counter_offer", "agreements.direct_debit", "agreements.mandate", "agreements.payment_notice", "agreements.plan", "agreements.settlement", "banking.accepted_gap", "banking.csv_map", "banking.payer_account", "banking.payout", "calls.money_looked", "cases.answer_time", "cases.bulk", "cases.bulk_line", "cases.creditor_hold", "cases.inquiry", "cases.saved_view",
          "cases.task_put_off", "corrections.correction", "corrections.possible_duplicate", "correspondence.attempt", "correspondence.attempt_end", "correspondence.branding",
          "correspondence.contact_outcome", "correspondence.dead_address", "correspondence.house_mail", "correspondence.mailbox_message", "correspondence.message_text", "correspondence.own_words",
          "correspondence.pause", "correspondence.pay_to", "correspondence.recap", "correspondence.reply_attachment", "correspondence.reword_draft", "correspondence.sender", "correspondence.server_pace",
          "correspondence.stated_wish", "correspondence.template_draft", "correspondence.template_version", "correspondence.unsent", "cycle.set_aside", "debits.collection", "debits.file", "debits.kept_back", "einvoice.attachment",
          "einvoice.e_invoice", "einvoice.known_as", "einvoice.line", "einvoice.lookalike", "hardship.space", "hardship.telling", "intake.kept_back", "intake.mending", "intake.saved_map", "ledger.charge",
          "ledger.charge_posting", "ledger.companion", "ledger.credit_note", "ledger.payment_reference", "ledger.receipt_return", "ledger.recovery_evidence", "ledger.reference_choice",
          "parties.acceptance", "parties.terms", "parties.terms_figures", "payments.happening", "payments.payment_link", "payments.provider"));

  private static final Set<String> NOT_LOOKED_AT = Set.of("identity.session", "identity.person", "intake.job", "cycle.run", "cycle.chunk", "demo.day");
  /** What no page shows, and why not; of all else that is filled some page, paper or list shows it, or this test fails. */
  private static final Map<String, String> ON_NO_PAGE =
      Map.of(
          "cases.dispute.answer", "the disputes here are open and have none yet; of one that was answered the page of the invoice shows it",
          "cases.hold.lifted_why", "a hold that was lifted is not shown any more; the line of the journal that tells of its end closes with these words",
          "correspondence.reply.message_id", "tells the same message from another; it stands in the message as it came, which the page hands out",
          "correspondence.reply.taken_by", "which mailbox, hook or command took it in; the command's report says it",
          "intake.quarantine.field", "the program's own name of a column; the page marks the cell instead");

  private static final Pattern RUNS = Pattern.compile("<img src=x|<script>alert", Pattern.CASE_INSENSITIVE);

  private static final Pattern SCRIPT = Pattern.compile("onerror=alert\\((?:'|&#39;|&#x27;)([a-z_.]+)");

  private Chromium chromium;
  private Desk desk;
  private String theCase;
  private People.Admitted mia;
  private Endpoints endpoints;
  private final List<String> poisoned = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Set<String> empty = new TreeSet<>();
  private final Set<String> seen = new TreeSet<>();

  @BeforeAll
  void open() throws java.sql.SQLException {
    chromium = Chromium.started();
    desk = new Desk(Desk.MONDAY, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.intake.by-itself=false");
    mia = desk.person("mia", Role.ADMINISTRATOR);
    Busy.with(desk, mia, "Hotel Seeblick GmbH", Portfolio.NORDWIND);
    var number = desk.portfolio.caseOf("Hotel Seeblick GmbH");
    theCase = "/cases/" + number;
    whatEnds();
    endpoints = new Endpoints(desk, Portfolio.NORDWIND, number);
    desk.database.ask(tx -> {
      tx.execute("set session_replication_role = replica");
      for (var row : tx.fetch(TEXTS)) {
        poison(tx, row.get(0, String.class), row.get(1, String.class), row.get(2, String.class));
      }
      tx.execute("update calls.draft set fields = jsonb_build_object('words', ?::text, 'note', ?::text, 'who', ?::text, 'reading', ?::text, 'needs', ?::text)", all("calls.draft", 5));
      return 0;
    });
  }

  /** What is only to be seen once it is over, or waits for a person's yes. */
  private void whatEnds() {
    var reason = desk.database.ask(tx -> tx.fetchSingle("select r.id::text from cases.reason r join cases.recovery_case c on c.id = r.case_id where '/cases/' || c.number = ?", theCase).get(0, String.class));
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      visitor.post(theCase, theCase + "/reasons/" + reason + "/verification", Map.of("outcome", "CONFIRMED", "how", "the carrier says so", "impression", "they are honest"));
      visitor.post(theCase, theCase + "/checklist", Map.of("item", "order", "state", "MISSING", "supplier", "the shop"));
    }
    var answered = new Letterbox(desk).from("Hotel S", "zebra: thank you");
    desk.database.ask(tx -> {
      tx.execute("set session_replication_role = replica");
      tx.execute(
          "insert into calls.call select (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(), 'ended_at', k.began_at, 'outcome', 'reached', 'next_step', 'by_policy', 'next_on', '2026-11-24'))).* from calls.call k");
      tx.execute("insert into calls.draft select k.id, k.creditor_id, 1, '{}', k.began_at from calls.call k where not exists (select from calls.draft d where d.call_id = k.id)");
      tx.execute("update correspondence.reply set state = 'settled', reading = '{paid}', our_words = 'x', followed = 'y', settled_by = 'person:mia', settled_at = received_at where id = ?", answered);
      tx.execute("update correspondence.message m set approval = 'needed' from parties.debtor d where d.id = m.debtor_id and d.name like 'Moreau%' and m.state = 'checked'");
      return 0;
    });
  }

  private static final String TEXTS =
      """
      select c.oid::regclass::text, a.attname::text, a.atttypid::regtype::text from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype) and a.attgenerated = ''
         and n.nspname in ('parties', 'ledger', 'cases', 'agreements', 'correspondence', 'banking', 'intake', 'journal', 'calls', 'corrections', 'einvoice', 'cycle', 'payments', 'hardship', 'debits')
       order by 1, 2
      """;

  private static Object[] all(String where, int times) {
    return java.util.Collections.nCopies(times, script(where)).toArray();
  }

  private static String script(String where) {
    return "\"><img src=x onerror=alert('" + where + "')><script>alert('" + where + "')</script></textarea>'";
  }

  /** Each row another text, so that what is unique stays so; what a constraint refuses stays as it is. */
  private void poison(DSLContext tx, String table, String column, String type) {
    if (OWN_WORDS.contains(column) || OWN_WORDS.contains(table + "." + column) || NOT_LOOKED_AT.contains(table)) {
      return;
    }
    var value = type.endsWith("[]") ? "array[? || ctid::text]" : "left(coalesce(" + column + ", ''), 3) || ? || ctid::text";
    try {
      if (tx.execute("update " + table + " set " + column + " = " + value, script(table + "." + column)) > 0) {
        poisoned.add(table + "." + column);
      } else {
        empty.add(table);
      }
    } catch (DataAccessException no) {
      refused.add(table + "." + column);
    }
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (desk != null) {
      desk.close();
    }
  }

  /** Every address that can be looked at, once for each thing of the debtor that is there, and what it answers with. */
  private Map<String, String> shown(Visitor visitor) {
    var all = new TreeMap<String, String>();
    var broken = new TreeSet<String>();
    for (var endpoint : endpoints.all()) {
      if (endpoint.method() == RequestMethod.GET && !endpoint.pattern().startsWith("/welcome") && !endpoint.pattern().startsWith("/sign-in") && !endpoint.pattern().equals("/error")) {
        for (var path : endpoints.paths(endpoint)) {
          var answer = visitor.get(path);
          if (answer.statusCode() >= 500) {
            broken.add(path);
          } else if (answer.statusCode() == 200) {
            all.putIfAbsent(path, answer.headers().firstValue("Content-Type").orElse(""));
          }
        }
      }
    }
    assertThat(broken).as("pages that could not be shown").isEmpty();
    return all;
  }

  /** Where disputes, holds, promises and people to talk to are. */
  private List<String> ofOtherCases() {
    return desk.database.ask(tx -> tx.fetch("select number from cases.recovery_case order by 1 limit 12").getValues(0, Long.class)).stream()
        .flatMap(number -> Stream.of("", "/statement", "/contact", "/brief").map(part -> "/cases/" + number + part))
        .toList();
  }

  @Test
  void noScriptRunsOnAnyPage() {
    assertThat(poisoned).contains(
        "parties.debtor.name", "parties.debtor.street", "parties.debtor.city", "parties.debtor.email", "parties.contact_person.name", "ledger.invoice.number", "ledger.receipt.reference",
        "journal.entry.summary", "journal.document.name", "cases.reason.own_words", "cases.task.why", "calls.plan_line.line");
    assertThat(poisoned).hasSizeGreaterThan(50);
    try (var visitor = new Visitor(desk).signedInAs(mia)) {
      var shown = shown(visitor);
      var pages = new TreeSet<String>(List.of("/search?q=onerror", "/search?q=zeb", "/search?q=the", theCase + "?q=alert", theCase + "?words=now", "/?work=call", "/outbox?show=waiting", "/outbox?show=approval"));
      shown.forEach((path, type) -> {
        if (type.startsWith("text/html")) {
          pages.add(path);
        } else {
          assertThat(type).as(path).doesNotContain("svg", "javascript", "xml");
        }
      });
      assertThat(pages).hasSizeGreaterThan(40);
      // What is printed is parsed as XML first: markup that came through would have been a page that could not be shown.
      assertThat(shown).containsEntry(theCase + "/brief.pdf", "application/pdf").containsEntry(theCase + "/statement.pdf", "application/pdf");
      pages.addAll(ofOtherCases());
      var window = chromium.signedIn(desk, mia);
      var faults = new TreeMap<String, List<String>>();
      pages.forEach(path -> faults.put(path, faults(window, path)));
      window.context().close();
      faults.values().removeIf(List::isEmpty);
      assertThat(faults).isEmpty();
      System.out.printf("%d texts hold a script, %d are refused by the database itself; %d of them are shown on %d pages%n", poisoned.size(), refused.size(), seen.size(), pages.size());
      assertThat(empty).as("tables in which nothing is here, so that nothing of them is looked at").isEqualTo(EMPTY);
      assertThat(poisoned.stream().filter(one -> !seen.contains(one))).as("texts on no page of which nothing is said here").containsExactlyInAnyOrderElementsOf(ON_NO_PAGE.keySet());
    }
  }

  /** The test's own eyes: the page of the case as it would be if its texts were not escaped, with the policy of the desk and without one. */
  @Test
  void aPageWhoseTextsWereNotEscapedIsNoticed() {
    assertThat(faultsUnescaped(true)).anyMatch(fault -> fault.contains("Content Security Policy")).anyMatch(fault -> fault.startsWith("markup")).anyMatch(fault -> fault.startsWith("elements"));
    assertThat(faultsUnescaped(false)).anyMatch(fault -> fault.startsWith("a dialog: parties.debtor."));
  }

  private List<String> faultsUnescaped(boolean withPolicy) {
    var window = chromium.signedIn(desk, mia);
    window.route("**" + theCase, route -> {
      var answer = route.fetch();
      var headers = new HashMap<>(answer.headers());
      if (!withPolicy) {
        headers.remove("content-security-policy");
      }
      route.fulfill(new Route.FulfillOptions().setStatus(200).setHeaders(headers).setBody(answer.text().replaceFirst("<h1.*?>(?s:.*?)</h1>", Matcher.quoteReplacement("<h1>" + script("parties.debtor.name") + "</h1>"))));
    });
    var faults = faults(window, theCase);
    window.context().close();
    return faults;
  }

  /** What is wrong with a page: nothing, where every text stayed text. */
  private List<String> faults(Page window, String path) {
    chromium.complaints.clear();
    var answer = window.navigate(path);
    var body = answer.text();
    var faults = new ArrayList<String>();
    if (answer.status() != 200) {
      faults.add("status: " + answer.status());
    }
    var running = RUNS.matcher(body);
    if (running.find()) {
      faults.add("markup: " + body.substring(Math.max(0, running.start() - 60), Math.min(body.length(), running.end() + 60)));
    }
    var elements = window.locator("img[src=x], script:not([src])").count();
    if (elements > 0) {
      faults.add("elements: " + elements);
    }
    // A part of a page has no icon of its own: the browser asks for one and finds none.
    chromium.complaints.stream().filter(text -> !text.startsWith("Failed to load resource: the server responded with a status of 404")).forEach(faults::add);
    SCRIPT.matcher(body).results().forEach(script -> seen.add(script.group(1)));
    return faults;
  }
}
