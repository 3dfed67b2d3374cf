package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.banking.reading.CannotRead;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementFormat;
import io.duly.banking.reading.StatementReader;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.SumCheck;
import io.duly.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OFX, BAI2, CODA and QIF, by files written for these tests. */
@Tag("P08")
class OtherFixtureTest {
  private static final String OFX =
      "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>77</BANKACCTFROM><BANKTRANLIST>"
          + "<DTSTART>20260301<DTEND>20260331<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260305120000<TRNAMT>AMOUNT<FITID>F1<NAME>Acme &amp; Co<MEMO>INV 9</STMTTRN>"
          + "</BANKTRANLIST><LEDGERBAL><BALAMT>12.50<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
  private static final String BAI2 =
      """
      01,S,R,260401,0800,1,,,2/
      02,R,S,1,260331,,USD,/
      03,77,,010,10000,,,015,20000,,/
      16,195,15000,V,260401,,BR1,CR1,WIRE IN/
      88,INVOICE 9
      16,495,5000,,BR2,,FEE/
      49,50000,5/
      98,50000,1,7/
      99,50000,1,9/
      """;

  @Test
  void readsOfxWithoutClosedTags() {
    Statement statement = one(OFX.replace("AMOUNT", "12.50"));
    Entry entry = statement.entries().getFirst();
    assertThat(entry.amount()).isEqualTo(Money.ofMinor(1250, "USD"));
    assertThat(entry.details().counterparty().name()).contains("Acme & Co");
    assertThat(entry.bookingDate()).contains(LocalDate.of(2026, 3, 5));
    assertThat(statement.closing().orElseThrow().amount()).isEqualTo(Money.ofMinor(1250, "USD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1006,60", "-1.006,60", "-1,006.60", "-1006.60"})
  void readsOfxAmountsHoweverTheyAreGrouped(String amount) {
    assertThat(one(OFX.replace("AMOUNT", amount)).entries().getFirst().amount()).isEqualTo(Money.ofMinor(-100660, "USD"));
  }

  @Test
  void refusesOfxThatIsCutOffOrHasADocumentType() {
    refuses(OFX.replace("AMOUNT", "1.00").replace("</OFX>", ""), "ends in the middle");
    refuses("<?xml version=\"1.0\"?><!DOCTYPE OFX [<!ENTITY a \"b\">]>\n" + OFX.substring(OFX.indexOf("<OFX>")), "document type");
    refuses(OFX.replace("<TRNAMT>AMOUNT", ""), "no amount");
  }

  @Test
  void readsBai2WithContinuedTextAndItsBalances() {
    Statement statement = one(BAI2);
    assertThat(SumCheck.of(statement)).isEqualTo(new SumCheck.AddsUp());
    assertThat(statement.entries().getFirst().details().remittance()).containsExactly("WIRE IN", "INVOICE 9");
    assertThat(statement.entries().getFirst().valueDate()).contains(LocalDate.of(2026, 4, 1));
    assertThat(statement.entries()).extracting(Entry::amount).containsExactly(Money.ofMinor(15000, "USD"), Money.ofMinor(-5000, "USD"));
  }

  @Test
  void refusesBai2ThatIsCutOffOrUnknown() {
    refuses(BAI2.replace("99,50000,1,9/\n", ""), "last record (99)");
    refuses(BAI2.replace("16,195", "16,95x"), "neither money in nor out");
  }

  @Test
  void readsCodaWithItsReferenceAndPartsOfABatch() {
    Statement statement = one(coda());
    assertThat(statement.account()).isEqualTo("BE68539007547034");
    assertThat(SumCheck.of(statement)).isEqualTo(new SumCheck.AddsUp());
    assertThat(statement.entries()).hasSize(2);
    assertThat(statement.entries().getFirst().details().references()).containsExactly("090933755493");
    assertThat(statement.entries().getFirst().details().counterparty().name()).contains("KLANT NV");
    assertThat(statement.entries().getLast().parts()).hasSize(2);
    assertThat(statement.findings()).isEmpty();
  }

  @Test
  void refusesCodaWithoutItsEnd() {
    refuses(coda().substring(0, coda().indexOf("\n9")), "last line (9)");
    refuses(coda().replaceFirst("(?m)^8.*\n", ""), "no closing balance");
  }

  @Test
  void readsQifOnceItsAccountIsSaidAndOneDateProvesTheOrder() {
    var found = new ArrayList<Statement>();
    new StatementReader().read(file("!Type:Bank\nD03/04/2026\nT1,250.00\nPAcme\nMINV 9\n^\nD03/31/2026\nT-5.00\n^\n"), said(), found::add);
    assertThat(found.getFirst().entries()).extracting(Entry::bookingDate).containsExactly(Optional.of(LocalDate.of(2026, 3, 4)), Optional.of(LocalDate.of(2026, 3, 31)));
    assertThat(found.getFirst().entries().getFirst().amount()).isEqualTo(Money.ofMinor(125000, "USD"));
  }

  @Test
  void neverGuessesWhichNumberOfADateIsTheMonth() {
    assertThatThrownBy(() -> new StatementReader().read(file("!Type:Bank\nD03/04/2026\nT1.00\n^\n"), said(), statement -> {}))
        .isInstanceOf(CannotRead.class).hasMessageContaining("whether the day or the month");
  }

  @Test
  void tellsTheFormatByTheContentAndNeverByTheName() {
    assertThat(new StatementReader().recognise(StatementFile.of("a.csv", BAI2.getBytes(StandardCharsets.UTF_8)))).contains(StatementFormat.BAI2);
    assertThat(new StatementReader().recognise(StatementFile.of("a.csv", coda().getBytes(StandardCharsets.UTF_8)))).contains(StatementFormat.CODA);
    assertThat(new StatementReader().recognise(file(OFX))).contains(StatementFormat.OFX);
    assertThat(new StatementReader().recognise(file("name,amount\nx,1\n"))).isEmpty();
    refuses("<Invoice/>", "none of the statement formats");
    refuses("", "none of the statement formats");
  }

  private static String coda() {
    String movement = "21%04d%04d%-21s0%015d310326%-8s%s%-53s310326007 0 0\n";
    return String.format("%-127s2\n", "0000031032600000005        REF       FIRMA NV                  BBRUBEBB")
        + String.format("12007%-37s0%015d300326%-26s%-35s007\n", "BE68539007547034                  EUR", 100000, "FIRMA NV", "ACCOUNT")
        + String.format(movement, 1, 0, "BANKREF1", 60000, "00150000", "1", "101090933755493")
        + String.format("%-127s0\n", String.format("2300010000%-37s%-35s", "BE22313215646432                  EUR", "KLANT NV"))
        + String.format(movement, 2, 0, "BANKREF2", 40000, "00150000", "0", "BATCH")
        + String.format(movement, 2, 1, "BANKREF2", 10000, "00150000", "0", "INV 1")
        + String.format(movement, 2, 2, "BANKREF2", 30000, "00150000", "0", "INV 2")
        + String.format("8007%-37s0%015d310326%-70s\n", "BE68539007547034                  EUR", 200000, "")
        + String.format("9%15s%06d%015d%015d%75s2\n", "", 8, 0, 100000, "");
  }

  private static StatementReader.Said said() {
    return new StatementReader.Said(Optional.of("77"), Optional.of(Currency.getInstance("USD")));
  }

  private static StatementFile file(String text) {
    return StatementFile.of("own", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Statement one(String text) {
    var found = new StatementReader().read(file(text));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static void refuses(String text, String why) {
    assertThatThrownBy(() -> new StatementReader().read(file(text))).isInstanceOf(CannotRead.class).hasMessageContaining(why);
  }
}
