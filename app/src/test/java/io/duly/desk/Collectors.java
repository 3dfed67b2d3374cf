package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.Dispatcher;
import io.duly.correspondence.sending.HandClock;
import io.duly.correspondence.sending.MailRoom;
import io.duly.correspondence.sending.Senders;
import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Sender;
import io.duly.cycle.DailyCycle;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.intake.ImportRequest;
import io.duly.intake.Intake;
import io.duly.intake.Progress;
import io.duly.kernel.CreditorId;
import io.duly.parties.Parties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** A creditor in Berlin whose debtor pays by direct debit: the days, the bank's statements, and the programs that work there. */
final class Collectors implements AutoCloseable {
  static final String CREDITOR = "Küstenhandel Müller & Söhne";
  static final String ACCOUNT = "DE02120300000000202051";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String LIST =
      """
      Customer No;Customer;Street;Postcode;City;Country;E-Mail;Phone;Contact;Customer Type;Invoice No;Invoice Date;Due Date;Amount;Currency
      K-9;Hafen Gastro GmbH;Kai 9;20457;Hamburg;DE;buero@hafen-gastro.example;+494012345678;Hanna Hafen;company;HG-4711;2026-10-11;2026-11-10;900.00;EUR
      """;

  final HandClock clock = new HandClock(LocalDate.of(2026, 11, 30).atTime(9, 0).atZone(BERLIN).toInstant(), ZoneOffset.UTC);
  final MailRoom mail = new MailRoom();
  final Desk desk = Desk.blank(clock, mail, "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false", "duly.portal.by-itself=false", "duly.portal.url=" + DebtorsDoor.PORTAL);
  final CreditorId creditor;
  final Program mia;
  private final People.Admitted mona;
  private BigDecimal balance = new BigDecimal("1000.00");
  private int statements;

  Collectors() {
    creditor = desk.application.getBean(DSLContext.class).transactionResult(tx -> creditor(tx.dsl()));
    mia = Program.of(desk, desk.person("mia", Role.MANAGER).person());
    mona = desk.person("mona", Role.MANAGER);
    take("list.csv", LIST);
    statement();
    run();
  }

  private CreditorId creditor(DSLContext tx) {
    var parties = desk.application.getBean(Parties.class);
    var made = parties.creditor(tx, CREDITOR).in("DE", Currency.getInstance("EUR"), "de", BERLIN).following("firm");
    parties.change(tx, made);
    var person = new Sender.Person("Mona Müller", Optional.empty(), "+49 30 901820", Optional.empty());
    var account = new PayTo(Currency.getInstance("EUR"), "Küstenhandel Müller", ACCOUNT, Optional.empty(), Optional.empty(), Optional.empty());
    var sender = new Sender(
        CREDITOR, Optional.empty(), List.of("Am Kai 1", "10115 Berlin"), Optional.of("buch@kueste.example"), Optional.of("+49 30 901820"), Optional.empty(), Optional.of(person),
        List.of(account), List.of());
    desk.application.getBean(Brandings.class).save(tx, made, new Branding(sender, Branding.QUIET, Branding.LetterForm.DIN5008B, Optional.empty()), "duly", clock.instant());
    desk.application.getBean(Senders.class).change(tx, made.id(), new Senders.Sender("Küstenhandel", "buch@kueste.example", Optional.empty(), false, "default", false));
    return made.id();
  }

  /** At the desk; after a day nobody is signed in any more. */
  Visitor mona() {
    return new Visitor(desk).signedInAs(mona);
  }

  LocalDate today() {
    return clock.instant().atZone(BERLIN).toLocalDate();
  }

  /** A morning: the statement of the day before, the run, and what may leave. */
  void morning(String day, Line... lines) {
    clock.moveTo(LocalDate.parse(day).atTime(9, 0).atZone(BERLIN).toInstant());
    statement(lines);
    run();
    send();
  }

  void run() {
    desk.application.getBean(DailyCycle.class).run(today());
  }

  void send() {
    clock.moveTo(today().atTime(11, 0).atZone(BERLIN).toInstant());
    try {
      desk.application.getBean(Dispatcher.class).round();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A line of the bank: what came by a direct debit, or what of it went back and why. */
  record Line(String endToEnd, String amount, Optional<String> backFor) {
    private String xml(LocalDate day) {
      var back = backFor.map("<RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf>"::formatted).orElse("");
      return """
          <Ntry><Amt Ccy="EUR">%2$s</Amt><CdtDbtInd>%3$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%1$s</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>%4$s</EndToEndId></Refs>
          <RltdPties><Dbtr><Pty><Nm>HAFEN GASTRO</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>HG-4711</Ustrd></RmtInf>%5$s</TxDtls></NtryDtls></Ntry>
          """.formatted(day, amount, backFor.isPresent() ? "DBIT" : "CRDT", endToEnd, back);
    }

    BigDecimal signed() {
      return backFor.isPresent() ? new BigDecimal(amount).negate() : new BigDecimal(amount);
    }
  }

  private void statement(Line... lines) {
    var day = today().minusDays(1);
    var opening = balance;
    var entries = new StringBuilder();
    for (var line : lines) {
      balance = balance.add(line.signed());
      entries.append(line.xml(day));
    }
    var sum = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>";
    take("bank-" + day + ".xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>%2$d</MsgId><CreDtTm>%1$sT23:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>%2$d</Id><CreDtTm>%1$sT23:00:00</CreDtTm><Acct><Id><IBAN>%3$s</IBAN></Id><Ccy>EUR</Ccy></Acct>%4$s%5$s%6$s</Stmt></BkToCstmrStmt></Document>
        """.formatted(day, ++statements, ACCOUNT, sum.formatted("OPBD", opening, day), sum.formatted("CLBD", balance, day), entries));
  }

  private void take(String name, String text) {
    try {
      var file = Files.createTempDirectory("debits").resolve(name);
      Files.writeString(file, text);
      var reports = desk.application.getBean(Intake.class).take(List.<Path>of(file), ImportRequest.on(today()).of(CREDITOR), Progress.NONE);
      assertThat(reports).allSatisfy(report -> assertThat(report.quarantined()).isZero());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every value of every row, rows by line. */
  String one(String sql) {
    return desk.database.ask(tx -> tx.fetch(sql).formatCSV(false)).strip();
  }

  String recovery() {
    return "/cases/" + one("select number from cases.recovery_case");
  }

  @Override
  public void close() {
    mia.close();
    desk.close();
    mail.close();
  }
}
