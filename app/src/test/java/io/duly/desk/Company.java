package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cli.CommandRun;
import io.duly.correspondence.provider.RoughProvider;
import io.duly.correspondence.sending.HandClock;
import io.duly.correspondence.sending.Nodes;
import io.duly.cycle.DailyCycle;
import io.duly.doctor.Examined;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.intake.job.JobRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A company that collects its own invoices, seen from outside: its pages, its commands, the two nodes that send its mail, its
 * mail server and its bank. What a person or a file does goes in there; SQL only looks.
 */
final class Company implements AutoCloseable {
  static final String NAME = "Harbour & Vale Ltd";
  /** A Monday on which the policies of version 3 are followed. */
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  /** Of England, on days of the week, as far as the stories go. */
  private static final Set<LocalDate> HOLIDAYS =
      Stream.of("2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28", "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29")
          .map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String ACCOUNT = "GB33BUKB20201555555555";
  private static final String SECRET = "a secret of more than thirty-two signs";
  private static final String HEAD =
      "Customer No;Customer;Street;Postcode;City;Country;E-Mail;Phone;Contact;Customer Type;Invoice No;Invoice Date;Delivery Date;Due Date;Amount;Currency;Order No\n";

  final HandClock clock = new HandClock(MONDAY.atTime(8, 0).atZone(LONDON).toInstant(), ZoneOffset.UTC);
  final Desk desk =
      Desk.blank(
          clock, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.intake.by-itself=false",
          "DULY_HOOK_SECRET=" + SECRET);
  final RoughProvider sms = provider();
  final Nodes nodes = new Nodes(desk.database, clock, sms);
  final People.Admitted anna = desk.person("anna", Role.COLLECTOR);
  final People.Admitted ben = desk.person("ben", Role.COLLECTOR);
  final People.Admitted mona = desk.person("mona", Role.MANAGER);
  private final Path folder;
  private int files;
  private int statements;
  private java.math.BigDecimal balance = new java.math.BigDecimal("1000.00");

  Company() {
    try {
      folder = Files.createTempDirectory("stories");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    command("import", file("first.csv", HEAD + "K-0;Opening Ltd;;;;GB;;;;company;INV-0;2026-11-23;;2028-12-31;1.00;GBP;\n").toString(), "--creditor", NAME, "--date", MONDAY.toString());
    command(
        "creditor", "branding", NAME, "--person", "Ada Vale", "--person-phone", "+44 113 496 0001", "--pay-to", "GBP," + ACCOUNT, "--pay-to", "EUR,DE02120300000000202051", "--address", "18 Mill Lane",
        "--address", "Leeds LS1 4AB");
    command("sender", NAME, "--name", NAME, "--address", "accounts@harbour.example", "--sms-provider", "default", "--sms-from", "Harbour");
  }

  private static RoughProvider provider() {
    try {
      return RoughProvider.in();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command, as a person runs it, that goes well. */
  CommandRun command(String... words) {
    var run = CommandRun.of(desk.database, words);
    assertThat(run.exitCode()).as(String.join(" ", words) + "\n" + run.out() + run.err()).isZero();
    return run;
  }

  Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(++files + "-" + name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** The next Monday of a week without a bank holiday, at eight in the morning: on one less is sent, and that is no story. */
  LocalDate nextMonday() {
    var day = today().plusDays(1);
    while (day.getDayOfWeek() != java.time.DayOfWeek.MONDAY || HOLIDAYS.stream().anyMatch(day.datesUntil(day.plusDays(7)).toList()::contains)) {
      day = day.plusDays(1);
    }
    to(day, 8, 0);
    return day;
  }

  void to(LocalDate day, int hour, int minute) {
    clock.moveTo(day.atTime(hour, minute).atZone(LONDON).toInstant());
  }

  LocalDate today() {
    return clock.instant().atZone(LONDON).toLocalDate();
  }

  /** The daily run of today, as the server does it in the morning. */
  void run() {
    assertThat(desk.application.getBean(DailyCycle.class).run(today()).failed()).isZero();
  }

  /** Eight o'clock: the run. Half past nine: the first node sends. */
  void day(LocalDate day) {
    to(day, 8, 0);
    run();
    to(day, 9, 30);
    nodes.send();
  }

  Visitor visit(People.Admitted person) {
    return new Visitor(desk).signedInAs(person);
  }

  /** Hands a file in on the page, as a manager does, and waits until it is taken in. */
  void handIn(String name, String text) {
    try (var visitor = visit(mona)) {
      var job = visitor.upload(name, text.getBytes(StandardCharsets.UTF_8), Map.of()).headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
      desk.application.getBean(JobRunner.class).runAll();
      assertThat(visitor.get(job).body()).contains("Taken in");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A list of open items in which each line is a row. */
  void list(String... rows) {
    handIn("open items " + ++files + ".csv", HEAD + String.join("\n", rows) + "\n");
  }

  /** @param details from street to type of customer, ended by none */
  static String row(String number, String name, String details, String invoice, LocalDate issued, LocalDate due, String amount) {
    return String.join(";", number, name, details, invoice, issued.toString(), issued.toString(), due.toString(), amount, "GBP", "PO-" + invoice);
  }

  /** Of a company in Manchester with an address for everything. */
  static String details(String domain, int nth) {
    return nth + " Quay Street;M3 3HF;Manchester;GB;accounts@" + domain + ";+4416149601%02d;Kim Doe;company".formatted(nth);
  }

  record Payment(String amount, String payer, String text) {}

  /** The bank's statement of the day before, handed in on the page. */
  void bank(Payment... payments) {
    var day = today().minusDays(1);
    var opening = balance;
    var entries = new StringBuilder();
    for (var one : payments) {
      balance = balance.add(new java.math.BigDecimal(one.amount()));
      entries.append(
          """
          <Ntry><Amt Ccy="GBP">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt><NtryDtls><TxDtls>
          <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
          """
              .formatted(one.amount(), day, one.payer(), one.text()));
    }
    handIn("bank-" + day + ".xml", camt(day, opening.toPlainString(), balance.toPlainString(), entries.toString()));
  }

  private String camt(LocalDate day, String opening, String closing, String entries) {
    var line = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>%2$d</MsgId><CreDtTm>%1$sT23:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>%2$d</Id><CreDtTm>%1$sT23:00:00</CreDtTm><Acct><Id><IBAN>%3$s</IBAN></Id><Ccy>GBP</Ccy></Acct>%4$s%5$s%6$s</Stmt></BkToCstmrStmt></Document>
        """
        .formatted(day, ++statements, ACCOUNT, line.formatted("OPBD", opening, day), line.formatted("CLBD", closing, day), entries);
  }

  /** A mail of a debtor comes in as a provider hands it over. */
  void mailFrom(String address, String subject, String words) {
    var mail = "From: Kim Doe <" + address + ">\r\nTo: accounts@harbour.example\r\nSubject: " + subject + "\r\nMessage-ID: <" + ++files + "@" + address + ">\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words + "\r\n";
    assertThat(Signed.post(desk.url() + "/hooks/mail", SECRET, mail.getBytes(StandardCharsets.UTF_8), clock.instant())).isEqualTo(202);
  }

  /** Every value of every row, rows by line. */
  String one(String sql) {
    return desk.database.ask(tx -> tx.fetch(sql).formatCSV(false)).strip();
  }

  /** The same of a debtor: {@code :debtor} in the question is its id, {@code :case} that of its latest case. */
  String of(String debtor, String sql) {
    var who = "(select d.id from parties.debtor d where d.name = '" + debtor + "')";
    return one(sql.replace(":debtor", who).replace(":case", "(select c.id from cases.recovery_case c where c.debtor_id = " + who + " order by c.opened_on desc, c.number desc limit 1)"));
  }

  List<String> rows(String debtor, String sql) {
    return of(debtor, sql).lines().toList();
  }

  /** The address of the page of its latest case. */
  String caseOf(String debtor) {
    return "/cases/" + of(debtor, "select number from cases.recovery_case where id = :case");
  }

  String invoice(String number) {
    return "/invoices/" + one("select id from ledger.invoice where number = '" + number + "'");
  }

  /** The kinds of the lines of its latest case's journal, in order. */
  List<String> journal(String debtor) {
    return rows(debtor, "select kind from journal.entry where case_id = :case order by seq");
  }

  /** The subjects of what arrived for an address, in order. */
  List<String> subjects(String address) {
    return nodes.arrivedFor(address).stream().map(Nodes::subject).toList();
  }

  /** The plain words of what arrived for an address, in order. */
  List<String> words(String address) {
    return nodes.arrivedFor(address).stream().map(Nodes::words).toList();
  }

  /** A person has the letters of the day printed, where there are any. */
  void post() {
    var creditor = one("select creditor_id from correspondence.message where state = 'checked' and channel = 'letter' and planned_on <= '" + today() + "' limit 1");
    if (creditor.isEmpty()) {
      return;
    }
    try (var visitor = visit(anna)) {
      assertThat(visitor.post("/outbox?show=letters", "/outbox/letters/" + creditor + "/batch", Map.of()).statusCode()).isEqualTo(302);
    }
  }

  /** What of all that a debtor was sent left, in order: what for, how, and on which day. */
  List<String> left(String debtor) {
    return rows(debtor, "select template || ' by ' || channel || ' on ' || sent_on from correspondence.message where debtor_id = :debtor and state = 'sent' order by sent_on");
  }

  /** What became of all that it was to be sent, for whoever reads why a story failed. */
  String fate(String debtor) {
    return of(debtor, "select step, planned_on, state, waits_why, withdrawn_why from correspondence.message where debtor_id = :debtor order by planned_on")
        + "\n" + of(debtor, "select because, review_on from cases.recovery_case where id = :case");
  }

  long open(String invoice) {
    return Long.parseLong(one("select i.gross - coalesce((select sum(amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint from ledger.invoice i where i.number = '" + invoice + "'"));
  }

  void isWhole() {
    assertThat(Examined.complaints(desk.database)).isEmpty();
  }

  @Override
  public void close() {
    nodes.close();
    desk.close();
    try {
      sms.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
