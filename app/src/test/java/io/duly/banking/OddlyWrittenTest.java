package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.banking.reading.CannotRead;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementReader;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Finding;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.SumCheck;
import io.duly.kernel.Money;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What banks do that the descriptions of their formats do not say. */
@Tag("P08")
class OddlyWrittenTest {
  private static final String MT = ":20:X\n:25:ACCOUNT\n:28C:7/1\n:60F:C260330EUR100,00\n:61:2603310331C100,00NTRFNONREF//B1\nTEXT:62F:C260331EUR200,\n-\n";
  private static final String OFX =
      "OFXHEADER:100\nDATA:OFXSGML\n\nBEFORE<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>77</BANKACCTFROM><BANKTRANLIST>"
          + "TRANSACTIONS</BANKTRANLIST><LEDGERBAL><BALAMT>12.50<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
  private static final String TRANSACTION = "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260305<TRNAMT>12.50<FITID>F1<NAME>Acme</STMTTRN>";
  private static final String BAI2 = "01,S,R,260401,0800,1,,,2/\n02,R,S,1,260331,,USD,/\n03,77,,010,10000,,,015,15000,,/\nRECORDS49,30000,5/\n98,30000,1,7/\n99,30000,1,9/\n";
  private static final String CAMT =
      "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.13\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>"
          + "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-31</Dt></Dt></Bal></Stmt></BkToCstmrStmt></Document>";

  @ParameterizedTest
  @ValueSource(strings = {"NL91ABNA0417164300EUR", "NL91ABNA0417164300 EUR", "ABNANL2A/NL91ABNA0417164300", "NL91 ABNA 0417 1643 00"})
  void anAccountIsItsIbanWhateverStandsAroundIt(String written) {
    assertThat(mt(MT.replace("ACCOUNT", written).replace("TEXT", "")).account()).isEqualTo("NL91ABNA0417164300");
  }

  @Test
  void anAccountThatIsNoIbanStaysAsItIsWritten() {
    assertThat(mt(MT.replace("ACCOUNT", "12030000/202051EUR").replace("TEXT", "")).account()).isEqualTo("12030000/202051EUR");
  }

  @Test
  void aBalanceWithoutItsDayHasThatOfTheEntryBesideIt() {
    var statement = mt(MT.replace("C260330EUR", "C000000EUR").replace("TEXT", ""));
    assertThat(statement.opening().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(SumCheck.of(statement)).isEqualTo(new SumCheck.AddsUp());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
  void wideLettersNeedNoMark(String charset) {
    var statement = read(MT.replace("TEXT", ":86:M\u00fcller\n").getBytes(Charset.forName(charset)));
    assertThat(statement.entries().getFirst().details().remittance()).containsExactly("M\u00fcller");
  }

  @Test
  void fieldsMayBeIndented() {
    assertThat(mt(MT.replace("TEXT", "").replace("\n", "\n  ").indent(2)).entries()).hasSize(1);
  }

  @Test
  void aNameIsNotRunIntoTheStreetBehindIt() {
    assertThat(text("020~00VE02~20Faktura 12~32PGN SA~33UL. KRUCZA 25").details().counterparty().name()).contains("PGN SA UL. KRUCZA 25");
    assertThat(text("166?00X?32Verein zur Foerderung der Fr?33eunde").details().counterparty().name()).contains("Verein zur Foerderung der Freunde");
  }

  @Test
  void aNameEndsWhereAnotherCodeBegins() {
    var details = text("/BAI/399/MISCELLANEOUS CREDIT\n/ORDP/Harbour Stores\n/ACNO/12-3011-0334122-37").details();
    assertThat(details.counterparty().name()).contains("Harbour Stores");
    assertThat(details.counterparty().account()).contains("12-3011-0334122-37");
  }

  @Test
  void wordsBehindTheForeignAmountAreKept() {
    assertThat(text("/ORDP/HARBOUR STORES/OCMT/USD2853,12/PAYMENT OF INV 20401").details().remittance()).containsExactly("PAYMENT OF INV 20401");
  }

  @Test
  void whatOnlyPointsToAReferenceIsNone() {
    assertThat(mt(MT.replace("NONREF//B1", "PREF//B1").replace("TEXT", "")).entries().getFirst().details().endToEnd()).isEmpty();
  }

  @Test
  void ofxMayHaveCommentsLiteralTextAndTheNameOfItsType() {
    var odd = OFX.replace("BEFORE", "<!DOCTYPE OFX SYSTEM \"ofx160.dtd\">\n<!-- <OFX>\n - ends -->\n").replace("TRANSACTIONS", "<!-- one\n<STMTTRN> -->" + TRANSACTION.replace("Acme", "<![CDATA[A & <B>\nLtd]]>"));
    assertThat(read(odd).entries()).extracting(one -> one.details().counterparty().name()).containsExactly(Optional.of("A & <B>\nLtd"));
  }

  @Test
  void ofxThatDefinesEntitiesIsRefused() {
    assertThatThrownBy(() -> read(OFX.replace("BEFORE", "<!DOCTYPE OFX [<!ENTITY a \"b\">]>"))).isInstanceOf(CannotRead.class).hasMessageContaining("entities");
  }

  @Test
  void ofxMayBeOneLine() {
    var statement = read(OFX.replace("BEFORE", "").replace("TRANSACTIONS", TRANSACTION.repeat(2000)));
    assertThat(statement.entries()).hasSize(2000).extracting(Entry::amount).containsOnly(Money.ofMinor(1250, "USD"));
  }

  @Test
  void ofxWithoutItsCurrencyTakesTheOneThatIsSaid() {
    var odd = OFX.replace("BEFORE", "").replace("<CURDEF>USD", "").replace("TRANSACTIONS", TRANSACTION.replace("20260305", "2026-03-05"));
    var found = new ArrayList<Statement>();
    new StatementReader().read(file(odd), new StatementReader.Said(Optional.empty(), Optional.of(Currency.getInstance("CAD"))), found::add);
    assertThat(found.getFirst().entries().getFirst().amount()).isEqualTo(Money.ofMinor(1250, "CAD"));
    assertThat(found.getFirst().entries().getFirst().bookingDate()).contains(LocalDate.of(2026, 3, 5));
    assertThatThrownBy(() -> read(odd)).isInstanceOf(CannotRead.class).hasMessageContaining("--currency");
  }

  @Test
  void ofSecuritiesOnlyCashIsTakenAndThatIsTold() {
    var securities = OFX.replace("BEFORE", "").replace("STMTRS>", "INVSTMTRS>").replace("TRANSACTIONS", TRANSACTION);
    assertThat(read(securities).findings()).extracting(Finding::sentence).anyMatch(told -> told.contains("securities"));
  }

  @Test
  void bai2WithoutMoneyIsNoEntryAndOwnCodesHaveTheirDirection() {
    var statement = read(BAI2.replace("RECORDS", "16,890,,,,,NEWS FROM THE BANK\n16,930,7000,,A,,IN\n16,970,2000,,B,,OUT\n"));
    assertThat(statement.entries()).extracting(Entry::amount).containsExactly(Money.ofMinor(7000, "USD"), Money.ofMinor(-2000, "USD"));
    assertThat(SumCheck.of(statement)).isEqualTo(new SumCheck.AddsUp());
  }

  @Test
  void bai2RecordsMayShareALineAndContinueAfterAColon() {
    var statement = read(BAI2.replace("RECORDS", "16,195,4000,,A,,FIRST/  16,195,1000,,B,,SECOND/\n88:DBNM: Harbour Stores\n"));
    assertThat(statement.entries()).extracting(Entry::amount).containsExactly(Money.ofMinor(4000, "USD"), Money.ofMinor(1000, "USD"));
    assertThat(statement.entries().getLast().details().counterparty().name()).contains("Harbour Stores");
  }

  @Test
  void qifMayDescribeItsAccountAndHoldListsBesideTheEntries() {
    var statement = qif("!Option:AutoSwitch\n!Account\nNChecking\nTBank\n^\n!Clear:AutoSwitch\n!Type:Cat\nNFood\nE\n^\n!Account\nNChecking\n^\n!Type:Bank \nD3/15/2026\nT100.00\nPAcme\n^\n");
    assertThat(statement.entries()).singleElement().extracting(Entry::amount).isEqualTo(Money.ofMinor(10000, "EUR"));
  }

  @Test
  void qifOfSeveralAccountsOrOfSecuritiesIsRefused() {
    var one = "!Account\nNA\n^\n!Type:Bank\nD3/15/2026\nT1.00\n^\n";
    assertThatThrownBy(() -> qif(one + one.replace("NA", "NB"))).isInstanceOf(CannotRead.class).hasMessageContaining("several accounts");
    assertThatThrownBy(() -> qif("!Type:Invst\nD1/31'26\nNBuy\nT50.00\n^\n")).isInstanceOf(CannotRead.class).hasMessageContaining("securities");
  }

  @Test
  void camtMayHaveBlankLinesBeforeItAndTheEndOfFileOfOldBehindIt() {
    var xml = "\r\n \n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- " + "x".repeat(20_000) + " -->\n" + CAMT + "\n\u001a";
    assertThat(read(xml).account()).isEqualTo("DE89370400440532013000");
    assertThat(read(("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + CAMT).getBytes(StandardCharsets.UTF_16)).account()).isEqualTo("DE89370400440532013000");
  }

  private static Statement qif(String text) {
    var found = new ArrayList<Statement>();
    new StatementReader().read(file(text), new StatementReader.Said(Optional.of("77"), Optional.of(Currency.getInstance("EUR"))), found::add);
    return found.getFirst();
  }

  private static Entry text(String text) {
    return mt(MT.replace("ACCOUNT", "77").replace("TEXT", ":86:" + text + "\n")).entries().getFirst();
  }

  private static Statement mt(String text) {
    return read(text);
  }

  private static Statement read(String text) {
    return new StatementReader().read(file(text)).getFirst();
  }

  private static Statement read(byte[] bytes) {
    return new StatementReader().read(StatementFile.of("odd", bytes)).getFirst();
  }

  private static StatementFile file(String text) {
    return StatementFile.of("odd", text.getBytes(StandardCharsets.UTF_8));
  }
}
