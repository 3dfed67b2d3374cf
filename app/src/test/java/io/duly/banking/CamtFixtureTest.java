package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.banking.reading.CannotRead;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementReader;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Part;
import io.duly.banking.statement.ReturnReason;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.banking.statement.SumCheck;
import io.duly.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** camt, by files written for these tests. */
@Tag("P08")
class CamtFixtureTest {
  @ParameterizedTest
  @ValueSource(strings = {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"})
  void readsEveryVersionByItsLocalNames(String version) {
    Statement found = one(Camt.statement(version, Camt.entry("100.00", "CRDT", "")));
    assertThat(found.kind()).isEqualTo(StatementKind.BOOKED);
    assertThat(found.entries()).hasSize(1);
    assertThat(SumCheck.of(found)).isEqualTo(new SumCheck.AddsUp());
  }

  @Test
  void splitsABatchIntoPartsThatAddUp() {
    String payments = Camt.payment("60.00", "INV-1", "Acme Ltd") + Camt.payment("40.00", "INV-2", "Bolt GmbH");
    Entry entry = one(Camt.statement("08", Camt.entry("100.00", "CRDT", payments))).entries().getFirst();
    assertThat(entry.parts()).extracting(Part::amount).containsExactly(euros(6000), euros(4000));
    assertThat(entry.parts()).extracting(part -> part.details().counterparty().name()).containsExactly(Optional.of("Acme Ltd"), Optional.of("Bolt GmbH"));
    assertThat(entry.parts().getFirst().details().remittance()).containsExactly("INV-1");
  }

  @Test
  void neverSplitsABatchThatDoesNotAddUpAndSaysSo() {
    String payments = Camt.payment("60.00", "INV-1", "Acme Ltd") + Camt.payment("41.00", "INV-2", "Bolt GmbH");
    Statement statement = one(Camt.statement("08", Camt.entry("100.00", "CRDT", payments)));
    assertThat(statement.entries().getFirst().parts()).isEmpty();
    assertThat(statement.entries().getFirst().details().remittance()).contains("INV-1", "INV-2");
    assertThat(statement.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence()).contains("do not add up"));
  }

  @Test
  void recognisesAReturnedDirectDebitAndWhoReturnedIt() {
    String returned =
        "<TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Late Payer</Nm></Pty></Dbtr>"
            + "<Cdtr><Pty><Nm>Us</Nm></Pty></Cdtr></RltdPties><RtrInf><Rsn><Cd>AC06</Cd></Rsn><AddtlInf>blocked</AddtlInf></RtrInf></TxDtls>";
    String entry = Camt.entry("100.00", "DBIT", returned).replace("<CdtDbtInd>DBIT</CdtDbtInd>", "<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>");
    Entry found = one(Camt.statement("08", entry).replace(">200.00<", ">0.00<")).entries().getFirst();
    assertThat(found.reversal()).isTrue();
    assertThat(found.amount()).isEqualTo(euros(-10000));
    assertThat(found.details().returned()).contains(new ReturnReason(Optional.of("AC06"), Optional.of("blocked")));
    assertThat(found.details().counterparty().name()).contains("Late Payer");
  }

  @Test
  void keepsStructuredReferenceDocumentNumbersChargesAndForeignAmount() {
    String payment =
        "<TxDtls><AmtDtls><InstdAmt><Amt Ccy=\"USD\">112.00</Amt><CcyXchg><SrcCcy>USD</SrcCcy><XchgRate>1.12</XchgRate></CcyXchg></InstdAmt></AmtDtls>"
            + "<Chrgs><Rcrd><Amt Ccy=\"EUR\">1.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>"
            + "<RmtInf><Strd><RfrdDocInf><Nb>2026-77</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>";
    Details details = one(Camt.statement("04", Camt.entry("100.00", "CRDT", payment))).entries().getFirst().details();
    assertThat(details.references()).containsExactly("RF18539007547034");
    assertThat(details.documents()).containsExactly("2026-77");
    assertThat(details.charges()).containsExactly(euros(150));
    assertThat(details.original().orElseThrow().amount()).isEqualTo(Money.ofMinor(11200, "USD"));
    assertThat(details.original().orElseThrow().rate().orElseThrow()).isEqualByComparingTo("1.12");
  }

  @Test
  void aPendingEntryIsNotCountedIntoTheBalance() {
    String pending = Camt.entry("5.00", "CRDT", "").replace("BOOK", "PDNG");
    Statement statement = one(Camt.statement("08", Camt.entry("100.00", "CRDT", "") + pending));
    assertThat(statement.entries().getLast().booked()).isFalse();
    assertThat(SumCheck.of(statement)).isEqualTo(new SumCheck.AddsUp());
  }

  @Test
  void tellsByHowMuchAStatementDoesNotAddUp() {
    assertThat(SumCheck.of(one(Camt.statement("08", Camt.entry("99.00", "CRDT", ""))))).isEqualTo(new SumCheck.Differs(euros(19900), euros(20000)));
  }

  @Test
  void neverRoundsAnAmountInSilence() {
    Statement statement = one(Camt.statement("08", Camt.entry("100.005", "CRDT", "")));
    assertThat(statement.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence()).contains("100.005").contains("more decimals"));
  }

  @Test
  void refusesAnExternalEntity() {
    refuses("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + body().replace("Payer", "&x;"), "document type");
  }

  @Test
  void refusesAnXmlBombWithoutUnfoldingIt() {
    refuses("<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" + body(), "document type");
  }

  @Test
  void refusesDeepNesting() {
    refuses(body().replace("<BookgDt>", "<X>".repeat(500) + "<BookgDt>"), "nested deeper");
  }

  @Test
  void refusesAPieceLargerThanAnyPayment() {
    refuses(body().replace("<BookgDt>", "<AddtlNtryInf>" + "x".repeat(300_000) + "</AddtlNtryInf><BookgDt>"), "larger than any payment");
  }

  @Test
  void refusesAFileThatWasCutOffAnywhere() {
    String whole = body();
    for (int length = whole.indexOf("<Stmt>"); length < whole.length() - 1; length += 97) {
      refuses(whole.substring(0, length), "cut.xml");
    }
  }

  @Test
  void refusesLettersThatAreNotInTheDeclaredEncoding() {
    byte[] latin = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body().replace("Payer", "M\u00fcller & S\u00f6hne".replace("&", "und"))).getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> new StatementReader().read(StatementFile.of("cut.xml", latin)))
        .isInstanceOf(CannotRead.class).hasMessageContaining("encoding");
  }

  @Test
  void refusesAnUnknownCurrencyAndAnAmountThatIsNone() {
    refuses(body().replace("Ccy=\"EUR\">100.00", "Ccy=\"XQQ\">100.00"), "no currency");
    refuses(body().replace("100.00", "1e99"), "no amount");
  }

  private static String body() {
    return Camt.statement("08", Camt.entry("100.00", "CRDT", Camt.payment("100.00", "INV-1", "Payer"))).replaceFirst("<\\?xml[^>]*>", "");
  }

  private static void refuses(String text, String why) {
    assertThatThrownBy(() -> Samples.readText("cut.xml", text)).isInstanceOf(CannotRead.class).hasMessageContaining(why).hasMessageContaining("Nothing of the file was taken");
  }

  private static Statement one(String text) {
    List<Statement> found = Samples.readText("own.xml", text);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static Money euros(long minor) {
    return Money.ofMinor(minor, "EUR");
  }
}
