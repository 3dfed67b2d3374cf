package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.banking.reading.CannotRead;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementReader;
import io.duly.banking.statement.Details;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.StatementKind;
import io.duly.banking.statement.SumCheck;
import io.duly.kernel.Money;
import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** MT940 and MT942, by files written for these tests. */
@Tag("P08")
class MtFixtureTest {
  private static final String HEAD = ":20:START\n:25:12030000/202051\n:28C:7/1\n:60F:C260330EUR100,00\n";
  private static final String TAIL = ":62F:C260331EUR200,\n-\n";

  @Test
  void readsTheNumberedFieldsOfGermanBanks() {
    Details details =
        entry(":61:2603310331CR100,00N051NONREF//B123\n:86:166?00GUTSCHRIFT?20EREF+INV-2026-1?21SVWZ+Rechnung 2026-?221 danke?30BYLADEM1001?31DE02120300000\n000202051?32Kunde?33 GmbH\n").details();
    assertThat(details.endToEnd()).contains("INV-2026-1");
    assertThat(details.remittance()).containsExactly("Rechnung 2026-1 danke");
    assertThat(details.counterparty().name()).contains("Kunde GmbH");
    assertThat(details.counterparty().account()).contains("DE02120300000000202051");
    assertThat(details.bankText()).contains("GUTSCHRIFT");
  }

  @Test
  void readsTheSlashedCodesOfDutchBanks() {
    Details details = entry(":61:2603310331C100,00NTRFEREF//B9\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/A\ncme BV/REMI/Factuur 77/EREF/K-1\n").details();
    assertThat(details.counterparty().account()).contains("NL91ABNA0417164300");
    assertThat(details.counterparty().name()).contains("Acme BV");
    assertThat(details.remittance()).containsExactly("Factuur 77");
    assertThat(details.endToEnd()).contains("K-1");
  }

  @Test
  void readsTheCounterpartyThatIsInOneCode() {
    Details details = entry(":61:260331C100,00NTRFEREF\n:86:/EREF/X1//CNTP/NL91ABNA0417164300/ABNANL2A/Acme BV///REMI/STRD/CUR/RF18539007547034/\n").details();
    assertThat(details.counterparty().name()).contains("Acme BV");
    assertThat(details.references()).containsExactly("RF18539007547034");
    assertThat(details.endToEnd()).contains("X1");
  }

  @Test
  void aReversedDebitComesInAndAReversedCreditGoesOut() {
    Statement statement = one(HEAD + ":61:2603310331RD150,00NTRFNONREF\n:61:2603310331RC50,00NTRFNONREF\n" + TAIL);
    assertThat(statement.entries()).extracting(Entry::amount).containsExactly(Money.ofMinor(15000, "EUR"), Money.ofMinor(-5000, "EUR"));
    assertThat(statement.entries()).allMatch(Entry::reversal);
    assertThat(SumCheck.of(statement)).isEqualTo(new SumCheck.AddsUp());
  }

  @Test
  void recognisesAReturnedDirectDebit() {
    Statement statement = one(HEAD.replace("C260330EUR100,00", "C260330EUR300,00") + ":61:2603310331D100,00NRTIKREF+//B1\n:86:109?00RUECKLASTSCHRIFT?20EREF+E7?34901\n" + TAIL);
    assertThat(statement.entries().getFirst().returned()).isTrue();
    assertThat(statement.entries().getFirst().details().returned().orElseThrow().code()).contains("901");
  }

  @Test
  void keepsChargesAndTheForeignAmount() {
    Details details = entry(":61:2603310331C100,00NTRFX//B1\n/OCMT/USD112,00//CHGS/EUR1,50/\n:86:text\n").details();
    assertThat(details.charges()).containsExactly(Money.ofMinor(150, "EUR"));
    assertThat(details.original().orElseThrow().amount()).isEqualTo(Money.ofMinor(11200, "USD"));
  }

  @Test
  void theBookingDayOfANewYearIsInTheNewYear() {
    Entry entry = entry(":61:2512310102C100,00NTRFNONREF\n");
    assertThat(entry.bookingDate()).contains(LocalDate.of(2026, 1, 2));
    assertThat(entry.valueDate()).contains(LocalDate.of(2025, 12, 31));
  }

  @Test
  void theThirtiethOfFebruaryIsItsLastDayAndIsTold() {
    Statement statement = one(HEAD + ":61:2602300301C100,00NTRFNONREF\n" + TAIL);
    assertThat(statement.entries().getFirst().valueDate()).contains(LocalDate.of(2026, 2, 28));
    assertThat(statement.findings()).hasSize(1);
  }

  @Test
  void readsWindowsLettersWhereTheyAreNotUtf8() {
    byte[] bytes = (HEAD + ":61:2603310331C100,00NTRFNONREF\n:86:166?32M\u00fcller\n" + TAIL).getBytes(Charset.forName("windows-1252"));
    Entry entry = new StatementReader().read(StatementFile.of("x", bytes)).getFirst().entries().getFirst();
    assertThat(entry.details().counterparty().name()).contains("M\u00fcller");
  }

  @Test
  void readsAnIntradayReport() {
    Statement statement = one(":20:X\n:25:GB1\n:28C:1/1\n:34F:EURD0,00\n:13D:2603311730+0000\n:61:2603310331C5,00NTRFNONREF\n:90C:1EUR5,00\n");
    assertThat(statement.kind()).isEqualTo(StatementKind.INTRADAY);
    assertThat(statement.findings()).isEmpty();
  }

  @Test
  void refusesAFileThatWasCutOffAtAnyLine() {
    String whole = HEAD + ":61:2603310331C100,00NTRFNONREF\n:86:text\n" + TAIL;
    for (int end = whole.indexOf('\n'); end < whole.indexOf(":62F:") - 1; end = whole.indexOf('\n', end + 1)) {
      String cut = whole.substring(0, end + 1);
      assertThatThrownBy(() -> Samples.readText("cut.sta", cut)).isInstanceOf(CannotRead.class).hasMessageContaining("Nothing of the file was taken");
    }
  }

  @Test
  void refusesAnEntryThatCannotBeUnderstoodWithItsLine() {
    assertThatThrownBy(() -> Samples.readText("bad.sta", HEAD + ":61:garbage\n" + TAIL)).isInstanceOf(CannotRead.class).hasMessageContaining("bad.sta").hasMessageContaining("line 5");
  }

  @Test
  void refusesAFileThatIsNotText() {
    assertThatThrownBy(() -> Samples.readText("bin.sta", HEAD + "\0\0\0")).isInstanceOf(CannotRead.class).hasMessageContaining("not text");
    assertThatThrownBy(() -> Samples.readText("bin.sta", HEAD + "x".repeat(200_000))).isInstanceOf(CannotRead.class).hasMessageContaining("line without end");
  }

  private static Entry entry(String lines) {
    return one(HEAD + lines + TAIL).entries().getFirst();
  }

  private static Statement one(String text) {
    var found = Samples.readText("own.sta", text);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
