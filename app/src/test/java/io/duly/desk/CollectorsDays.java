package io.duly.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.duly.correspondence.sending.HandClock;
import io.duly.correspondence.sending.MailRoom;
import io.duly.correspondence.sending.PostRoom;
import io.duly.correspondence.sending.Senders;
import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import io.duly.cycle.DailyCycle;
import io.duly.cycle.RunReport;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.kernel.CreditorId;
import io.duly.parties.Parties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A creditor whose desk is empty on a Monday morning, the people there, their browser, their post and their bank. */
final class CollectorsDays implements AutoCloseable {
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final String CREDITOR = "Harbour & Vale Ltd";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Path SHOTS = Path.of("target", "screenshots", "days-of-a-collector");
  private static final String ACCOUNT = "GB33BUKB20201555555555";

  private static final List<String> BY_HAND = List.of("duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.portal.by-itself=false");

  final HandClock clock = new HandClock(MONDAY.atTime(8, 0).atZone(LONDON).toInstant(), ZoneOffset.UTC);
  final Chromium chromium = Chromium.started();
  final Desk desk;
  final PostRoom post;
  final CreditorId creditor;
  final People.Admitted anna;
  final People.Admitted ben;
  final People.Admitted mona;
  final People.Admitted ada;
  final People.Admitted clara;
  private int lived;
  private int statements;
  private String balance = "1000.00";

  CollectorsDays() {
    this(Optional.empty());
  }

  /** Whose messages lead to the debtors' portal and leave by a mail server of the test. */
  CollectorsDays(MailRoom mail, String portal) {
    this(Optional.of(new Post(mail, portal)));
  }

  private record Post(MailRoom mail, String portal) {}

  private CollectorsDays(Optional<Post> own) {
    desk = own.map(one -> Desk.blank(clock, one.mail(), Stream.concat(BY_HAND.stream(), Stream.of("duly.portal.url=" + one.portal())).toArray(String[]::new)))
        .orElseGet(() -> Desk.blank(clock, BY_HAND.toArray(String[]::new)));
    post = new PostRoom(desk.database, clock);
    creditor = creditor();
    anna = desk.person("anna", Role.COLLECTOR);
    ben = desk.person("ben", Role.COLLECTOR);
    mona = desk.person("mona", Role.MANAGER);
    ada = desk.person("ada", Role.ADMINISTRATOR);
    clara = desk.person("clara", Role.CLIENT, creditor);
  }

  private CreditorId creditor() {
    var parties = desk.application.getBean(Parties.class);
    return new TransactionTemplate(desk.application.getBean(PlatformTransactionManager.class)).execute(_ -> {
      var tx = desk.application.getBean(DSLContext.class);
      var made = parties.creditor(tx, CREDITOR).in("GB", Currency.getInstance("GBP"), "en", LONDON).following("firm");
      parties.change(tx, made);
      var person = new Sender.Person("Ada Vale", Optional.empty(), "+44 113 496 0001", Optional.empty());
      var account = new PayTo(Currency.getInstance("GBP"), CREDITOR, ACCOUNT, Optional.empty(), Optional.empty(), Optional.empty());
      var sender =
          new Sender(
              CREDITOR, Optional.empty(), List.of("18 Mill Lane", "Leeds LS1 4AB"), Optional.of("accounts@harbour.example"), Optional.of("+44 113 496 0000"),
              Optional.empty(), Optional.of(person), List.of(account), List.of());
      desk.application.getBean(Brandings.class)
          .save(tx, made, new Branding(sender, Branding.QUIET, Branding.LetterForm.UK, Optional.empty()), "duly", clock.instant());
      desk.application.getBean(Senders.class).change(tx, made.id(), new Senders.Sender(CREDITOR, "accounts@harbour.example", Optional.empty(), false, "default", false));
      return made.id();
    });
  }

  /** The working day of a number, from 1; eight in the morning. Skipped where the day before did not end: it would tell nothing. */
  void morning(int nth) {
    Assumptions.assumeTrue(lived == nth - 1, "the day before did not end");
    clock.moveTo(day(nth).atTime(8, 0).atZone(LONDON).toInstant());
  }

  /** The day is over, and what was asked of it holds. */
  void evening() {
    lived++;
  }

  static LocalDate day(int nth) {
    return MONDAY.plusDays(nth - 1L + (nth > 5 ? 2 : 0));
  }

  /** Later on the same day. */
  void at(int hour, int minute) {
    clock.moveTo(clock.instant().atZone(LONDON).toLocalDate().atTime(hour, minute).atZone(LONDON).toInstant());
  }

  LocalDate today() {
    return clock.instant().atZone(LONDON).toLocalDate();
  }

  RunReport run() {
    var report = desk.application.getBean(DailyCycle.class).run(today());
    assertThat(report.failed()).isZero();
    return report;
  }

  Page sit(People.Admitted person) {
    return chromium.signedIn(desk, person);
  }

  long number(String debtor) {
    return Long.parseLong(one("select c.number from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = '" + debtor + "'"));
  }

  String caseOf(String debtor) {
    return "/cases/" + number(debtor);
  }

  String invoice(String number) {
    return "/invoices/" + one("select id from ledger.invoice where number = '" + number + "'");
  }

  /** Every value of every row, rows by line. */
  String one(String sql) {
    return desk.database.ask(tx -> tx.fetch(sql).formatCSV(false)).strip();
  }

  /** The same of a debtor's case: {@code :case} in the question is its id, {@code :debtor} the debtor's. */
  String of(String debtor, String sql) {
    var from = " from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id where d.name = '" + debtor + "')";
    return one(sql.replace(":case", "(select c.id" + from).replace(":debtor", "(select d.id" + from));
  }

  /** The kinds of the lines of a case's journal on a day, in order. */
  List<String> journal(String debtor, LocalDate day) {
    return of(debtor, "select kind from journal.entry where case_id = :case and (occurred_at at time zone 'UTC')::date = '" + day + "' order by seq").lines().toList();
  }

  static FilePayload file(String name, String type, String text) {
    return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Hands a file in and waits until it is taken in. */
  static void handIn(Page page, FilePayload file) {
    page.navigate("/intake");
    page.setInputFiles("#file", file);
    page.locator(".drop button.primary").click();
    assertThat(page.locator("#job.done")).isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
  }

  /** The bank's statement of the day before, Sundays too, with what came in. */
  FilePayload statement(Payment... payments) {
    var day = today().minusDays(1);
    var opening = new java.math.BigDecimal(balance);
    var entries = new StringBuilder();
    var closing = opening;
    for (var one : payments) {
      closing = closing.add(new java.math.BigDecimal(one.amount()));
      entries.append(one.entry(day));
    }
    balance = closing.toPlainString();
    return file("bank-" + day + ".xml", "application/xml", camt(day, ++statements, opening.toPlainString(), balance, entries.toString()));
  }

  record Payment(String amount, String payer, String text) {
    private String entry(LocalDate day) {
      return """
          <Ntry><Amt Ccy="GBP">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt><NtryDtls><TxDtls>
          <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
          """
          .formatted(amount, day, payer, text);
    }
  }

  private static String camt(LocalDate day, int number, String opening, String closing, String entries) {
    var balance = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>%2$d</MsgId><CreDtTm>%1$sT23:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>%2$d</Id><CreDtTm>%1$sT23:00:00</CreDtTm><Acct><Id><IBAN>%3$s</IBAN></Id><Ccy>GBP</Ccy></Acct>%4$s%5$s%6$s</Stmt></BkToCstmrStmt></Document>
        """
        .formatted(day, number, ACCOUNT, balance.formatted("OPBD", opening, day), balance.formatted("CLBD", closing, day), entries);
  }

  /** Looks at the page as it stands: nothing that axe finds in either theme, no wider than its screen, and a picture. */
  static void look(Page page, String name) {
    page.evaluate("document.activeElement?.blur()");
    for (var theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      assertThat(Accessibility.breaches(page)).as(name + " " + theme).isEmpty();
    }
    shot(page, name);
  }

  /** The same on a phone, in the dark. */
  static void lookOnAPhone(Page page, String name) {
    page.setViewportSize(390, 844);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    shot(page, name + "-phone");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1440, 900);
  }

  /** What makes the page scroll sideways, by name; empty when nothing does. */
  private static final String WIDER_THAN_ITS_SCREEN =
      """
      () => document.documentElement.scrollWidth <= window.innerWidth ? "" : [...document.querySelectorAll("body *")]
        .filter(it => it.getBoundingClientRect().right > window.innerWidth)
        .map(it => it.tagName + "." + it.className + " " + it.textContent.trim().slice(0, 60)).join("; ")
      """;

  private static void shot(Page page, String name) {
    assertThat(page.evaluate(WIDER_THAN_ITS_SCREEN)).as(name + ": wider than its screen").isEqualTo("");
    try {
      Files.createDirectories(SHOTS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    chromium.close();
    post.close();
    desk.close();
  }
}
