package io.duly.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.doctor.Doctor;
import io.duly.intake.FileReport;
import io.duly.intake.Finding;
import io.duly.intake.ImportRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Electronic invoices from the file to the books; each test has a seller of its own. */
@Tag("P03")
class EInvoicesInTest {
  private static Counter counter;
  private static int sellers;
  private final String seller = "Seller " + ++sellers + " Tools Ltd";

  @BeforeAll
  static void open() {
    counter = new Counter();
  }

  @AfterAll
  static void close() {
    counter.close();
  }

  @AfterEach
  void theBooksStayWhole() throws SQLException {
    assertThat(counter.office.the(Doctor.class).examine(_ -> {})).allMatch(one -> one.isHealthy());
  }

  private Ubl ubl() {
    return Ubl.invoice().with("sellerName", seller).with("sellerVat", "GB9990000" + sellers).with("buyerName", "Harbour Stores " + sellers + " GmbH").with("buyerVat", "DE9990000" + sellers);
  }

  private long open(String number) {
    return counter.number("select ledger.open_on(i.id, '2026-12-31') from ledger.invoice i join parties.creditor c on c.id = i.creditor_id where i.number = '" + number
        + "' and c.name = '" + seller + "'");
  }

  private static AbstractListAssert<?, List<? extends String>, String, ?> codes(FileReport report) {
    return assertThat(report.findings()).extracting(Finding::code);
  }

  @Test
  void anInvoiceBecomesAClaimOfItsSeller() {
    var report = counter.take(ubl().text());
    assertThat(report).extracting(FileReport::kind, FileReport::format, FileReport::imported, FileReport::refused).containsExactly("eInvoices", "UBL", 1L, false);
    assertThat(report.creditors()).containsExactly(seller);
    assertThat(report.findings().stream().filter(one -> one.message().startsWith("Invalid"))).isEmpty();
    var row = counter.row("select i.*, d.name, d.kind, d.city, d.email, d.phone, c.country as from_country from ledger.invoice i join parties.debtor d on d.id = i.debtor_id"
        + " join parties.creditor c on c.id = i.creditor_id where c.name = '" + seller + "'");
    assertThat(row).containsEntry("number", "B-1001").containsEntry("gross", 11900L).containsEntry("tax", 1900L).containsEntry("payment_reference", "RF18B1001")
        .containsEntry("order_number", "PO-77").containsEntry("kind", "company").containsEntry("city", "Hamburg").containsEntry("email", "ida@harbour.example")
        .containsEntry("from_country", "GB");
    assertThat(row.get("due_on")).hasToString("2026-06-03");
    assertThat(row.get("delivered_on")).hasToString("2026-05-02");
    assertThat(counter.number("select count(*) from parties.contact_person p join ledger.invoice i on i.debtor_id = p.debtor_id join parties.creditor c on c.id = i.creditor_id"
        + " where p.name = 'Ida Krüger' and c.name = '" + seller + "'")).isEqualTo(1);
  }

  @Test
  @Tag("P06")
  void theOriginalAndItsAttachmentsAreArchivedByteForByte() {
    var attached = "wrench;1;100.00".getBytes(StandardCharsets.UTF_8);
    var text = ubl().with("attachment", "<cac:AdditionalDocumentReference><cbc:ID>D1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/csv\" filename=\"proof.csv\">\n"
        + Base64.getEncoder().encodeToString(attached) + "\n</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>").text();
    counter.take(text);
    var original = counter.row("select j.bytes, j.media_type from ledger.invoice i join parties.creditor c on c.id = i.creditor_id join journal.document j on j.sha256 = i.document where c.name = '" + seller + "'");
    assertThat((byte[]) original.get("bytes")).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    var attachment = counter.row("select j.bytes, a.name from einvoice.attachment a join journal.document j on j.sha256 = a.archived join parties.creditor c on c.id = a.creditor_id where c.name = '" + seller + "'");
    assertThat((byte[]) attachment.get("bytes")).isEqualTo(attached);
    assertThat(attachment).containsEntry("name", "proof.csv");
  }

  @Test
  void takenAgainItChangesNothing() {
    var text = ubl().text();
    counter.take(text);
    var again = counter.take(text);
    assertThat(again).extracting(FileReport::imported, FileReport::duplicates).containsExactly(0L, 1L);
    assertThat(counter.take(ubl().text().replace("cbc:", "b:").replace("xmlns:cbc", "xmlns:b").replace(":cbc=", ":b="))).extracting(FileReport::duplicates).isEqualTo(1L);
  }

  @Test
  @Tag("P09")
  void theSameNumberWithAnotherContentIsSetAside() {
    counter.take(ubl().text());
    var other = counter.take(ubl().amounting("200.00", "38.00", "238.00").text());
    assertThat(other).extracting(FileReport::imported, FileReport::quarantined).containsExactly(0L, 1L);
    codes(other).contains("number-taken");
    assertThat(open("B-1001")).isEqualTo(11900);
    assertThat(counter.number("select count(*) from intake.quarantine q join parties.creditor c on c.id = q.creditor_id where c.name = '" + seller + "'")).isEqualTo(1);
  }

  @Test
  void theSameNumberOfAnotherSellerIsAnotherInvoice() {
    counter.take(ubl().text());
    var other = counter.take(ubl().with("sellerName", seller.replace("Tools", "Paints")).with("sellerVat", "GB8880000" + sellers).text());
    assertThat(other.imported()).isEqualTo(1);
  }

  @Test
  @Tag("P09")
  void sentTwiceUnderTwoNumbersItLooksLikeADuplicate() {
    counter.take(ubl().text());
    var again = counter.take(ubl().with("number", "B-1002").with("issued", "2026-05-20").text());
    assertThat(again.imported()).isEqualTo(1);
    codes(again).contains("looks-like-duplicate");
    var nextMonth = counter.take(ubl().with("number", "B-1003").with("issued", "2026-06-04").with("delivered", "2026-06-02").text());
    codes(nextMonth).doesNotContain("looks-like-duplicate");
  }

  @Test
  void whatWasPrepaidIsOff() {
    var report = counter.take(ubl().with("extra", "<cbc:PrepaidAmount currencyID=\"EUR\">50.00</cbc:PrepaidAmount>").with("payable", "69.00").text());
    codes(report).contains("prepaid");
    assertThat(open("B-1001")).isEqualTo(6900);
    assertThat(counter.number("select count(*) from ledger.receipt r join parties.creditor c on c.id = r.creditor_id where c.name = '" + seller + "' and r.kind = 'reported' and r.amount = 5000 and r.used_up")).isEqualTo(1);
  }

  @Test
  void aPrepaymentThatWasInvoicedApartComesOffOnce() {
    counter.take(ubl().with("number", "A-1").with("type", "386").amounting("42.02", "7.98", "50.00").text());
    var report = counter.take(ubl().naming("A-1").with("extra", "<cbc:PrepaidAmount currencyID=\"EUR\">50.00</cbc:PrepaidAmount>").with("payable", "69.00").text());
    codes(report).contains("prepaid-apart");
    assertThat(open("B-1001")).isEqualTo(6900);
    assertThat(counter.number("select count(*) from ledger.receipt r join parties.creditor c on c.id = r.creditor_id where c.name = '" + seller + "'")).isZero();
  }

  @Test
  void oneThatWasPrepaidWholeIsSettled() {
    var report = counter.take(ubl().with("extra", "<cbc:PrepaidAmount currencyID=\"EUR\">119.00</cbc:PrepaidAmount>").with("payable", "0.00").text());
    codes(report).contains("nothing-due");
    assertThat(open("B-1001")).isZero();
  }

  @Test
  void aCreditNoteReducesTheInvoiceItNames() {
    counter.take(ubl().text());
    var report = counter.take(ubl().with("number", "C-1").naming("B-1001").amounting("40.00", "7.60", "47.60").creditNote());
    codes(report).contains("credit-allocated");
    assertThat(open("B-1001")).isEqualTo(7140);
  }

  @Test
  void aCreditNoteThatComesFirstWaitsForItsInvoice() {
    var first = counter.take(ubl().with("number", "C-2").naming("B-1001").creditNote());
    codes(first).contains("invoice-unknown");
    counter.take(ubl().text());
    assertThat(open("B-1001")).isZero();
  }

  @Test
  void handedInTogetherTheCreditNoteGoesLast() {
    var note = counter.file(ubl().with("number", "C-3").naming("B-1001").creditNote().getBytes(StandardCharsets.UTF_8));
    var invoice = counter.file(ubl().text().getBytes(StandardCharsets.UTF_8));
    var reports = counter.take(ImportRequest.on(Counter.TODAY), note, invoice);
    codes(reports.getFirst()).contains("credit-allocated");
  }

  @Test
  void moreCreditThanIsOpenStaysUnallocated() {
    counter.take(ubl().text());
    counter.take(ubl().with("number", "C-4").naming("B-1001").amounting("200.00", "38.00", "238.00").creditNote());
    assertThat(open("B-1001")).isZero();
    assertThat(counter.number("select count(*) from ledger.credit_note n join parties.creditor c on c.id = n.creditor_id where c.name = '" + seller + "' and not n.used_up")).isEqualTo(1);
  }

  @Test
  void aNegativeInvoiceIsACreditNote() {
    counter.take(ubl().text());
    var report = counter.take(ubl().with("number", "B-1004").naming("B-1001").amounting("-100.00", "-19.00", "-119.00").text());
    codes(report).contains("negative", "credit-allocated");
    assertThat(open("B-1001")).isZero();
  }

  @Test
  void theClaimOfAFactorIsTheFactors() {
    var factor = "Factor " + sellers + " Bank AG";
    var report = counter.take(ubl().with("payee", "<cac:PayeeParty><cac:PartyName><cbc:Name>" + factor + "</cbc:Name></cac:PartyName></cac:PayeeParty>").text());
    assertThat(report.creditors()).containsExactly(factor);
    codes(report).contains("payee-is-another");
    var other = counter.take(ubl().with("sellerName", seller.replace("Tools", "Paints")).with("sellerVat", "GB8880000" + sellers)
        .with("payee", "<cac:PayeeParty><cac:PartyName><cbc:Name>" + factor + "</cbc:Name></cac:PartyName></cac:PayeeParty>").text());
    assertThat(other.imported()).isEqualTo(1);
    codes(other).contains("number-of-another");
  }

  @Test
  @Tag("P09")
  void aBillThatWeHaveToPayIsNoClaim() {
    counter.take(ubl().text());
    var bill = counter.take(ubl().with("sellerName", "Stranger " + sellers + " Ltd").with("sellerVat", "GB7770000" + sellers).with("buyerName", seller).with("buyerVat", "GB9990000" + sellers).text());
    assertThat(bill.refused()).isTrue();
    codes(bill).contains("bill-to-pay");
  }

  @Test
  void aMissingDueDateIsTakenFromTheTerms() {
    var report = counter.take(ubl().with("due", "").with("terms", "Payable within 14 days").text());
    codes(report).contains("due-date-missing");
    assertThat(counter.row("select i.due_on from ledger.invoice i join parties.creditor c on c.id = i.creditor_id where c.name = '" + seller + "'").get("due_on")).hasToString("2026-05-18");
  }

  @Test
  void whatIsNoClaimIsRefusedWithEveryReason() {
    var report = counter.take(ubl().with("number", "").with("issued", "31.12.2026").with("payable", "119,00").text());
    assertThat(report.refused()).isTrue();
    codes(report).contains("BR-02", "BR-03", "BR-15", "unreadable");
    assertThat(report.findings()).anyMatch(one -> one.message().contains("119,00"));
    codes(counter.take(ubl().with("payable", "1190.00").text())).contains("BR-CO-16");
    codes(counter.take(ubl().with("currency", "XYZ").text())).contains("BR-05");
    codes(counter.take(ubl().with("type", "325").text())).contains("no-claim");
    assertThat(counter.number("select count(*) from parties.creditor where name = '" + seller + "'")).isZero();
  }

  @Test
  void theRulesJoinTheLint() {
    var report = counter.take(ubl().with("net", "90.00").text());
    codes(report).contains("BR-CO-15");
    assertThat(report.findings()).anyMatch(one -> one.code().equals("BR-CO-15") && one.message().startsWith("Invalid: Total without tax"));
    assertThat(counter.number("select count(*) from intake.finding f join parties.creditor c on c.id = f.creditor_id where c.name = '" + seller + "' and f.code = 'BR-CO-15' and f.invoice_id is not null")).isEqualTo(1);
  }

  @Test
  void discountsForThoseWhoPayEarlyAreKept() {
    counter.take(ubl().with("terms", "#SKONTO#TAGE=10#PROZENT=2.00#\nZahlbar in 30 Tagen netto").text());
    var row = counter.row("select x.* from einvoice.discount x join parties.creditor c on c.id = x.creditor_id where c.name = '" + seller + "'");
    assertThat(row).containsEntry("amount", 238L);
    assertThat(row.get("until")).hasToString("2026-05-14");
  }

  @Test
  void mistypedNumbersAndTheCostOfADiscountAreTold() {
    var report = counter.take(ubl().with("buyerVat", "DE136695970").with("terms", "#SKONTO#TAGE=10#PROZENT=2.00#\n").text());
    assertThat(report.findings()).extracting(Finding::message)
        .contains("The buyer's VAT id DE136695970 has a wrong check digit; compare it with the customer's own invoices and papers.")
        .anyMatch(message -> message.startsWith("2 % for paying within 10 days instead of 30 cost as much as a loan at 37.2 % a year (44.6 %"));
    assertThat(report.imported()).isEqualTo(1);
  }

  @Test
  void anInvoiceKnownFromAListGetsItsOriginal() {
    counter.take(ImportRequest.on(Counter.TODAY).of(seller), counter.file("number,customer number,customer name,issue date,due date,currency,amount\nB-1001,4711,Harbour,2026-05-04,2026-06-03,EUR,119.00\n".getBytes(StandardCharsets.UTF_8)));
    var report = counter.take(ubl().text());
    assertThat(report).extracting(FileReport::imported, FileReport::duplicates).containsExactly(0L, 1L);
    codes(report).contains("original-added");
    assertThat(counter.take(ubl().text()).findings()).isEmpty();
  }

  @Test
  void theNamedCreditorIsTaken() {
    var report = counter.take(ImportRequest.on(Counter.TODAY).of("Named " + sellers), counter.file(ubl().text().getBytes(StandardCharsets.UTF_8))).getFirst();
    assertThat(report.creditors()).containsExactly("Named " + sellers);
    codes(report).contains("seller-is-another");
  }
}
