package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reminder waits; the bank's file brings the money with a typo in the number; the collector accepts, and it is over. */
@Tag("P08")
class PaidYesterdayTest {
  @AutoClose private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String INVOICES =
      """
      Customer No;Customer;E-Mail;Country;Invoice No;Invoice Date;Due Date;Amount;Currency
      C-1;Brennan Tools Ltd;ap@brennan.example;IE;RG-2026-10433;2026-09-20;2026-10-20;1250.40;EUR
      C-2;Hotel Seeblick GmbH;office@seeblick.example;DE;RG-2026-10434;2026-09-22;2026-10-22;862.40;EUR
      """;
  private static final String STATEMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-20T23:00:00</CreDtTm></GrpHdr>
      <Stmt><Id>1</Id><CreDtTm>2026-11-20T23:00:00</CreDtTm><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
      <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>
      <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">2122.80</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-20</Dt></Dt></Bal>
      <Ntry><Amt Ccy="EUR">1250.40</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls>
      <RltdPties><Dbtr><Pty><Nm>B. Holding</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>inv RG-2026-10443 thanks</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
      <Ntry><Amt Ccy="EUR">862.40</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls>
      <RltdPties><Dbtr><Pty><Nm>HOTEL SEEBLICK GMBH</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Rechnung 10434 vom 22.09.</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
      </Stmt></BkToCstmrStmt></Document>
      """;
  private static final String DAY = "2026-11-21";

  @TempDir private Path folder;

  @Test
  void theReminderDoesNotGoAndTheCaseClosesWhenTheMatchIsAccepted() throws IOException {
    assertThat(run("import", file("invoices.csv", INVOICES), "--creditor", "Brightwell", "--dates", "ymd", "--date", DAY)).returns(0, CommandRun::exitCode);
    assertThat(run("run", "--date", DAY, "--json").json().get("messages").asInt()).isEqualTo(2);

    var matching = run("import", file("statement.xml", STATEMENT), "--date", DAY, "--json").json().get("files").get(0).get("bankStatements").get("matching");
    assertThat(matching.get("allocated").asInt()).isEqualTo(1);
    assertThat(matching.get("waiting").asInt()).isEqualTo(1);
    assertThat(matching.get("casesClosed")).as("the hotel's is over").hasSize(1);
    var brennan = run("case", "list", "--json").json();
    assertThat(brennan).as("what is sure is over").hasSize(1);
    assertThat(brennan.get(0).get("debtor").asString()).isEqualTo("Brennan Tools Ltd");
    assertThat(brennan.get(0).get("nextAction").get("kind").asString()).isEqualTo("allocate");

    var proposals = run("bank", "proposals", "--json").json();
    assertThat(run("bank", "accept", proposals.get(0).get("proposals").get(0).get("id").asString(), "--date", DAY)).returns(0, CommandRun::exitCode);
    assertThat(run("case", "list", "--json").json()).isEmpty();
    assertThat(run("doctor")).returns(0, CommandRun::exitCode);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(DATABASE, words);
  }
}
