package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.duly.banking.cash.CashMatching;
import io.duly.identity.People;
import io.duly.identity.Role;
import io.duly.intake.job.JobRunner;
import io.duly.intake.job.SpoolCleaning;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Money that came with a slip of the pen in its text, on the bank page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BankPagesTest {
  private static final String WITH_GAP = "DE89370400440532013000";

  private Desk desk;
  private People.Admitted nora;
  private People.Admitted ofBrightwell;
  private People.Admitted auditor;
  private String entry = "";

  @BeforeAll
  void open() throws SQLException {
    desk = new Desk("duly.intake.by-itself=false");
    nora = desk.person("nora", Role.MANAGER, desk.portfolio.creditor(Portfolio.NORDWIND));
    ofBrightwell = desk.person("mara", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL));
    auditor = desk.person("otto", Role.AUDITOR);
    try (var visitor = new Visitor(desk).signedInAs(nora)) {
      assertThat(visitor.upload("statement.xml", STATEMENT.getBytes(StandardCharsets.UTF_8), Map.of()).statusCode()).isEqualTo(302);
      assertThat(visitor.upload("first.sta", mt940("1110", "1", "500", "600"), Map.of()).statusCode()).isEqualTo(302);
      assertThat(visitor.upload("third.sta", mt940("1116", "3", "900", "1000"), Map.of()).statusCode()).isEqualTo(302);
    }
    desk.application.getBean(JobRunner.class).runAll();
    desk.application.getBean(CashMatching.class).match(Portfolio.TODAY);
    entry = "/bank/entries/" + value("select id from banking.entry where counterparty like 'KOWALSKI%'");
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  @Order(1)
  @Tag("P08")
  void theBankPageSaysHowFarAccountsAreKnownAndWhatMoneyWaits() {
    try (var visitor = new Visitor(desk).signedInAs(nora)) {
      assertThat(visitor.get("/bank").body())
          .contains("DE02120300000000202051", "known up to yesterday", "KOWALSKI TRANSPORT", "3,905.10", "RE 10817");
      assertThat(visitor.get("/bank/accounts/" + account("DE02120300000000202051")).body()).contains("4,905.10", "statement.xml");
      assertThat(visitor.get("/intake").body()).contains("statement.xml", "nora");
    }
  }

  @Test
  @Order(2)
  void thePagesAreAccessibleAndFitTheirScreens() {
    try (var chromium = Chromium.started()) {
      var addresses = List.of("/bank", entry + "?q=kowalski", "/bank/accounts/" + account("DE02120300000000202051"), "/bank/accounts/" + account(WITH_GAP));
      for (var look : List.of(new Look(360, ColorScheme.LIGHT), new Look(360, ColorScheme.DARK), new Look(1440, ColorScheme.LIGHT), new Look(1440, ColorScheme.DARK), new Look(2560, ColorScheme.LIGHT))) {
        int width = look.width();
        var page = chromium.signedIn(desk, nora, width, 900, look.theme());
        for (var address : addresses) {
          page.navigate(address);
          page.evaluate("document.querySelectorAll('details.act').forEach(one => one.open = true)");
          var shot = "bank-" + addresses.indexOf(address) + "-" + width + "-" + look.theme().name().toLowerCase(java.util.Locale.ROOT) + ".png";
          page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", shot)));
          assertThat(Accessibility.breaches(page))
              .as(address).isEmpty();
          assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(address).isLessThanOrEqualTo(width);
        }
        page.context().close();
      }
      assertThat(chromium.complaints).isEmpty();
    }
  }

  @Test
  @Order(3)
  @Tag("P40")
  void nobodySeesOrTouchesTheMoneyOfAnotherCreditor() {
    try (var mara = new Visitor(desk).signedInAs(ofBrightwell);
        var otto = new Visitor(desk).signedInAs(auditor)) {
      assertThat(mara.get("/bank").body()).doesNotContain("KOWALSKI", "DE0212030");
      assertThat(mara.get(entry).statusCode()).isEqualTo(404);
      assertThat(mara.post("/bank", entry + "/setting-aside", Map.of("why", "x")).statusCode()).isEqualTo(404);
      assertThat(mara.post("/bank", entry + "/allocation", Map.of("currency", "EUR", "to.RE-10871", "1")).statusCode()).isEqualTo(404);
      assertThat(otto.get(entry).body()).contains("KOWALSKI").doesNotContain("/allocation", "/setting-aside");
      assertThat(otto.post("/bank", entry + "/setting-aside", Map.of("why", "x")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  @Order(4)
  void aPersonChoosesTheInvoiceAndTakesItBack() {
    try (var visitor = new Visitor(desk).signedInAs(nora)) {
      assertThat(visitor.get(entry + "?q=kowalski").body()).contains("RE-10871", "name=\"to.RE-10871\"");
      visitor.post(entry, entry + "/allocation", Map.of("currency", "EUR", "to.RE-10871", "much"));
      assertThat(visitor.get(entry).body()).contains("“much” is no amount");
      visitor.post(entry, entry + "/allocation", Map.of("currency", "EUR", "to.RE-10871", "1,905.10"));
      assertThat(visitor.get("/bank").body()).contains("The money is allocated");
      var gone = visitor.get(entry).body();
      assertThat(gone).contains("Where it went", "1,905.10", "2,000.00");
      var reversal = gone.replaceAll("(?s).*action=\"([^\"]*/reversal)\".*", "$1");
      visitor.post(entry, reversal, Map.of("why", ""));
      assertThat(visitor.get(entry).body()).contains("Say why");
      visitor.post(entry, reversal, Map.of("why", "not theirs after all"));
      assertThat(visitor.get(entry).body()).contains("The allocation is taken back", "3,905.10").doesNotContain("Where it went");
      visitor.post(entry, entry + "/setting-aside", Map.of("why", "a deposit, no debtor's"));
      assertThat(visitor.get("/bank").body()).contains("The money is set aside");
    }
  }

  private record Look(int width, ColorScheme theme) {}

  /** One day's statement of an account of which the day after it is missing. */
  private static byte[] mt940(String day, String number, String opening, String closing) {
    return (":20:D" + number + "\n:25:" + WITH_GAP + "\n:28C:" + number + "/1\n:60F:C26" + day + "EUR" + opening + ",00\n:61:26" + day + day + "C100,00NTRFNONREF//B" + number
        + "\n:86:Miete Halle 4\n:62F:C26" + day + "EUR" + closing + ",00\n-\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @Order(5)
  void aFileThatNobodyTookInGoesAfterThirtyDaysAndThePageSaysSo() throws SQLException {
    try (var visitor = new Visitor(desk).signedInAs(nora)) {
      visitor.upload("nothing.csv", "a;b\nc;d\n".getBytes(StandardCharsets.UTF_8), Map.of());
      visitor.upload("unmapped.csv", "a;b\nc;d\n".getBytes(StandardCharsets.UTF_8), Map.of("look", "true"));
      desk.application.getBean(JobRunner.class).runAll();
      desk.database.execute("update intake.job set added_at = timestamptz '2026-10-20 12:00Z', ended_at = case when ended_at is null then null else timestamptz '2026-10-20 12:00Z' end where name in ('nothing.csv', 'unmapped.csv')");
      var jobs = desk.application.getBean(SpoolCleaning.class);
      assertThat(jobs.clean(LocalDate.of(2026, 11, 18))).isZero();
      assertThat(jobs.clean(Portfolio.TODAY.plusDays(1))).isEqualTo(2);
      assertThat(jobs.clean(Portfolio.TODAY.plusDays(2))).isZero();
      var job = "/intake/jobs/" + value("select id from intake.job where name = 'unmapped.csv'");
      assertThat(visitor.get("/intake").body()).contains("nothing.csv", "unmapped.csv", "The file was removed");
      assertThat(visitor.get(job + "/map").headers().firstValue("Location").orElse("")).as("nobody is asked about its columns any more").endsWith(job);
      assertThat(visitor.get(job).body()).contains("The file was removed").doesNotContain("/repetition");
    }
  }

  private String account(String number) {
    return value("select id from banking.account where number = '" + number + "'");
  }

  private String value(String sql) {
    return desk.database.ask(tx -> String.valueOf(tx.fetchValue(sql)));
  }

  private static String balance(String code, String amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-19</Dt></Dt></Bal>";
  }

  static final String STATEMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-19T20:00:00</CreDtTm></GrpHdr>
      <Stmt><Id>S1</Id><CreDtTm>2026-11-19T20:00:00</CreDtTm><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
      """
          + balance("OPBD", "1000.00") + balance("CLBD", "4905.10")
          + """
      <Ntry><Amt Ccy="EUR">3905.10</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-19</Dt></BookgDt>
      <ValDt><Dt>2026-11-19</Dt></ValDt><AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
      <RltdPties><Dbtr><Pty><Nm>KOWALSKI TRANSPORT</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>PL61109010140000071219812874</IBAN></Id></DbtrAcct></RltdPties>
      <RmtInf><Ustrd>Faktura RE 10817</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
      """;
}
