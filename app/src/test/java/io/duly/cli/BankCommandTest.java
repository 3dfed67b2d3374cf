package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What programs read of {@code duly bank}: fields, amounts as texts with their currency, exit codes. */
@Tag("P08")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BankCommandTest {
  @AutoClose private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String ACCOUNT = "DE89370400440532013000";
  private static final String DAY = "2026-11-21";
  private static final String INVOICES =
      """
      Customer No;Customer;E-Mail;Country;Invoice No;Invoice Date;Due Date;Amount;Currency
      C-1;Brennan Tools Ltd;ap@brennan.example;IE;RG-2026-10433;2026-09-20;2026-10-20;1250.40;EUR
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void takeIn() throws IOException {
    assertThat(run("import", file("invoices.csv", INVOICES), "--creditor", "Brightwell", "--dates", "ymd", "--date", DAY)).returns(0, CommandRun::exitCode);
    take("2026-11-17", "10.00", "10.00", "");
    take("2026-11-19", "110.00", "1360.40", payment("1250.40", "B. Holding", "inv RG-2026-10443 thanks"));
  }

  private static JsonNode take(String day, String opening, String closing, String entries) throws IOException {
    var taken = run("import", file(day + ".xml", statement(day, opening, closing, entries)), "--date", DAY, "--json");
    assertThat(taken).as(taken.out()).returns(0, CommandRun::exitCode);
    return taken.json().get("files").get(0);
  }

  private static String statement(String day, String opening, String closing, String entries) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>%1$sT23:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>%1$s</Id><CreDtTm>%1$sT23:00:00</CreDtTm><Acct><Id><IBAN>%2$s</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%3$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%1$s</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%4$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%1$s</Dt></Dt></Bal>
        %5$s</Stmt></BkToCstmrStmt></Document>
        """.formatted(day, ACCOUNT, opening, closing, entries);
  }

  private static String payment(String amount, String payer, String text) {
    return """
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-19</Dt></BookgDt><NtryDtls><TxDtls>
        <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """.formatted(amount, payer, text);
  }

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(DATABASE, words);
  }

  private static List<String> fields(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }

  @Test
  @Order(1)
  void accountsSayHowFarTheyAreKnownAndWhatIsMissing() {
    var account = run("bank", "accounts", "--json").json().get(0);
    assertThat(fields(account)).containsExactly("id", "creditor", "number", "currency", "knownTo", "closedOn", "statements", "balance", "gaps");
    assertThat(account.get("balance").asString()).isEqualTo("1360.40");
    assertThat(account.get("balance").isString()).isTrue();
    assertThat(account.get("currency").asString()).isEqualTo("EUR");
    assertThat(account.get("knownTo").asString()).as("something is missing after that").isEqualTo("2026-11-17");
    var gap = account.get("gaps").get(0);
    assertThat(fields(gap)).containsExactly("after", "until", "amount");
    assertThat(gap.get("amount").asString()).isEqualTo("100.00");
    assertThat(gap.get("until").asString()).isEqualTo("2026-11-19");
  }

  @Test
  @Order(2)
  void statementsHaveTheirBalancesAsTexts() {
    var statements = run("bank", "statements", ACCOUNT, "--json").json();
    assertThat(StreamSupport.stream(statements.spliterator(), false).map(one -> one.get("to").asString())).containsExactly("2026-11-19", "2026-11-17");
    assertThat(fields(statements.get(0))).containsExactly(
        "id", "kind", "format", "number", "from", "to", "opening", "closing", "entries", "total", "currency", "receipts", "file", "findings");
    assertThat(statements.get(0).get("opening").asString()).isEqualTo("110.00");
    assertThat(statements.get(0).get("total").asString()).isEqualTo("1250.40");
    assertThat(run("bank", "statements", "NOSUCH")).returns(ExitCode.COULD_NOT, CommandRun::exitCode);
  }

  @Test
  @Order(3)
  void whatWaitsSaysWhatItProbablyPays() {
    for (var command : List.of("unmatched", "proposals")) {
      var waiting = run("bank", command, "--json").json().get(0);
      assertThat(fields(waiting)).containsExactly("entry", "creditor", "day", "amount", "currency", "payer", "account", "text", "result", "candidates", "proposals");
      assertThat(waiting.get("amount").asString()).isEqualTo("1250.40");
      assertThat(waiting.get("currency").asString()).isEqualTo("EUR");
      var proposal = waiting.get("proposals").get(0);
      assertThat(fields(proposal)).containsExactly("id", "rank", "kind", "score", "parts", "creditNotes", "why");
      assertThat(proposal.get("parts").get(0).get("amount").asString()).isEqualTo("1250.40");
    }
  }

  @Test
  @Order(4)
  void whatIsDecidedOfNothingCannotBeDone() {
    var nobody = "00000000-0000-0000-0000-000000000000";
    for (var words : List.of(List.of("accept", nobody), List.of("decline", nobody), List.of("allocate", nobody, "--invoice", "RG-2026-10433"), List.of("set-aside", nobody, "--why", "x"), List.of("close", "NOSUCH"))) {
      var line = new ArrayList<>(List.of("bank"));
      line.addAll(words);
      var done = run(line.toArray(String[]::new));
      assertThat(done.exitCode()).as(words + done.out() + done.err()).isEqualTo(ExitCode.COULD_NOT);
    }
    assertThat(run("bank", "set-aside", nobody)).as("without a reason").returns(ExitCode.WRONG_USAGE, CommandRun::exitCode);
    assertThat(run("bank")).returns(ExitCode.WRONG_USAGE, CommandRun::exitCode);
  }

  @Test
  @Order(5)
  void aGapThatIsAcceptedIsNotWaitedForAnyMore() {
    assertThat(run("bank", "gap", "accept", ACCOUNT)).as("without a reason").returns(ExitCode.WRONG_USAGE, CommandRun::exitCode);
    var accepted = run("bank", "gap", "accept", ACCOUNT, "--why", "The bank changed its system", "--date", DAY, "--json");
    assertThat(accepted).as(accepted.err()).returns(0, CommandRun::exitCode);
    assertThat(fields(accepted.json())).containsExactly("account", "currency", "after", "until", "amount", "why", "knownTo");
    assertThat(accepted.json().get("amount").asString()).isEqualTo("100.00");
    assertThat(accepted.json().get("knownTo").asString()).isEqualTo("2026-11-19");
    assertThat(run("bank", "accounts", "--json").json().get(0).get("gaps")).isEmpty();
    assertThat(run("bank", "gap", "accept", ACCOUNT, "--why", "again")).returns(ExitCode.COULD_NOT, CommandRun::exitCode);
    assertThat(run("doctor")).returns(0, CommandRun::exitCode);
  }

  @Test
  @Order(6)
  void theChainGoesOnBeyondAnAcceptedGapButNotBeyondToday() throws IOException {
    var later = take("2026-12-24", "1360.40", "1360.40", "");
    assertThat(later.get("findings").get(0).get("code").asString()).isEqualTo("statement-ahead");
    assertThat(later.get("bankStatements").get("each").get(0).get("link").asString()).isEqualTo("follows");
    assertThat(run("bank", "accounts", "--json").json().get(0).get("knownTo").asString()).isEqualTo(DAY);
    assertThat(run("doctor")).returns(0, CommandRun::exitCode);
  }

  @Test
  @Order(7)
  void mapsThatWereGivenAreListedAndForgotten() throws IOException {
    assertThat(run("bank", "maps", "--json").json()).isEmpty();
    var map = "kind: bankStatements\nname: House bank\ncolumns: {Day: bookedOn, Wording: text, Sum: amount}\ndates: dmy\ndecimal: ','\ncurrency: EUR\naccount: DE02120300000000202051\n";
    var list = file("list.csv", "Day;Wording;Sum\n20.11.2026;Coffee;-3,00\n");
    assertThat(run("import", list, "--map", file("map.yaml", map), "--date", DAY)).returns(0, CommandRun::exitCode);
    var saved = run("bank", "maps", "--json").json().get(0);
    assertThat(fields(saved)).containsExactly("creditor", "name", "columns", "savedAt");
    assertThat(saved.get("name").asString()).isEqualTo("House bank");
    assertThat(run("bank", "maps", "remove", "House bank")).returns(0, CommandRun::exitCode);
    assertThat(run("bank", "maps", "remove", "House bank")).returns(ExitCode.COULD_NOT, CommandRun::exitCode);
  }
}
