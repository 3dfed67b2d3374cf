package io.duly.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Party;
import io.duly.einvoice.model.Syntax;
import io.duly.einvoice.reading.EInvoiceReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Invoices made by others, against what others say is in them. */
@Tag("P03")
class SampleInvoicesTest {
  static Stream<NamedCsvRecord> valid() {
    return Samples.expected("valid").stream();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void readsWhatTheSellerWrote(NamedCsvRecord row) {
    var file = EInvoiceReader.read(Samples.bytes(row.getField("file")));
    assertThat(file.invoices()).hasSize(1);
    holds(file.invoices().getFirst(), row);
  }

  private static void holds(EInvoice invoice, NamedCsvRecord row) {
    var all = new SoftAssertions();
    all.assertThat(invoice.number()).as("number").isEqualTo(said(row, "id"));
    all.assertThat(invoice.issuedOn()).as("issued").isEqualTo(said(row, "issue").map(LocalDate::parse));
    all.assertThat(invoice.dueOn()).as("due").isEqualTo(said(row, "due").map(LocalDate::parse));
    all.assertThat(invoice.typeCode()).as("type").isEqualTo(row.getField("type"));
    all.assertThat(invoice.currency()).as("currency").isEqualTo(said(row, "currency"));
    all.assertThat(invoice.seller().called()).as("seller").isEqualTo(said(row, "seller"));
    all.assertThat(invoice.buyer().called()).as("buyer").isEqualTo(said(row, "buyer"));
    all.assertThat(amount(invoice.totals().payable())).as("payable").isEqualTo(amount(row, "payable"));
    if (invoice.syntax() != Syntax.FATTURA_PA) {
      all.assertThat(amount(invoice.totals().gross())).as("gross").isEqualTo(amount(row, "gross"));
      all.assertThat(amount(invoice.totals().prepaid())).as("prepaid").isEqualTo(amount(row, "prepaid"));
    }
    all.assertThat(invoice.payment().reference()).as("reference").isEqualTo(said(row, "payment_id"));
    said(row, "payee_account").ifPresent(number -> all.assertThat(invoice.payment().accounts()).as("account").extracting("number").contains(number.replace(" ", "")));
    said(row, "billing_ref").ifPresent(number -> all.assertThat(invoice.references().preceding()).as("preceding").extracting("number").contains(number));
    all.assertThat(invoice.lines()).as("lines").hasSize(Integer.parseInt(row.getField("lines")));
    all.assertThat(invoice.problems()).as("problems").isEmpty();
    all.assertAll();
  }

  private static Optional<String> said(NamedCsvRecord row, String field) {
    return Optional.of(row.getField(field)).filter(text -> !text.isEmpty());
  }

  private static Optional<BigDecimal> amount(NamedCsvRecord row, String field) {
    return amount(said(row, field).map(BigDecimal::new));
  }

  private static Optional<BigDecimal> amount(Optional<BigDecimal> said) {
    return said.map(BigDecimal::stripTrailingZeros);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      zf__zugferd_2p0_BASIC_Einfach.pdf | 471102 | 2018-03-05 | 235.62
      zf__zugferd_2p0_EN16931_SEPA_Prenotification.pdf | 471102 | 2018-03-05 | 529.87
      zf__zugferd_2p0_EXTENDED_Fremdwaehrung.pdf | 47110815 | 2018-10-31 | 521.91
      zf__Facture_FR_MINIMUM.pdf | FA-2017-0010 | 2017-11-13 | 470.15
      zf__EN16931_Einfach_DueDate.pdf | 471102 | 2018-03-05 | 529.87
      zf__MustangGnuaccountingBeispielRE-20170509_505.pdf | RE-20170509/505 | 2017-05-09 | 571.04
      """)
  void readsTheInvoiceDataThatAPdfCarries(String name, String number, LocalDate issued, BigDecimal payable) {
    var invoice = EInvoiceReader.read(Samples.bytes("hybrid-pdf/" + name)).invoices().getFirst();
    assertThat(invoice.number()).contains(number);
    assertThat(invoice.issuedOn()).contains(issued);
    assertThat(invoice.totals().payable()).hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo(payable));
    assertThat(invoice.seller().called()).isPresent();
    assertThat(invoice.buyer().called()).isPresent();
    assertThat(invoice.problems()).allMatch(one -> one.code().equals("instalments"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      cen__EDIFACT_EXAMPLE1.TXT | 12115118 | 2015-01-09 | 2015-01-09 | 250.33 | De Koksmaat | ODIN 59 | Deb. 10202 / Fact. 12115118 | 20
      cen__EDIFACT_EXAMPLE9.TXT | 20150483 | 2015-04-01 | 2015-04-15 | 177.87 | Bluem BV | Provide Verzekeringen | 2015 0483 0000 0000 | 1
      """)
  void readsEdifact(String name, String number, LocalDate issued, LocalDate due, BigDecimal payable, String seller, String buyer, String reference, int lines) {
    var invoice = EInvoiceReader.read(Samples.bytes("edifact/" + name)).invoices().getFirst();
    assertThat(invoice.number()).contains(number);
    assertThat(invoice.issuedOn()).contains(issued);
    assertThat(invoice.dueOn()).contains(due);
    assertThat(invoice.currency()).contains("EUR");
    assertThat(invoice.totals().payable()).hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo(payable));
    assertThat(invoice.seller()).extracting(Party::called).isEqualTo(Optional.of(seller));
    assertThat(invoice.buyer()).extracting(Party::called).isEqualTo(Optional.of(buyer));
    assertThat(invoice.payment().reference()).contains(reference);
    assertThat(invoice.lines()).hasSize(lines);
    assertThat(invoice.taxes()).isNotEmpty();
    assertThat(invoice.problems()).isEmpty();
  }

  @Test
  void theFolderIsReadWhole() {
    assertThat(valid()).hasSizeGreaterThan(30);
  }
}
