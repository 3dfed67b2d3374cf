package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.einvoice.Ubl;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Story 2: "The carrier lost two pallets." Another invoice of the same days asks for just what the rest of the first one is:
 * what runs on the one has to run on the other.
 */
record CarriersFault(Company company) {
  private static final String WHO = "Harbour Stores GmbH";
  private static final String MAIL = "ida@harbour.example";

  void play() {
    var day = company.nextMonday();
    company.handIn("B-2001.xml", threeLines(day));
    company.handIn("B-2002.xml", invoice(day, "B-2002").amounting("400.00", "76.00", "476.00").text());
    company.day(day);
    assertThat(asked()).containsExactly("142800");
    company.to(day.plusDays(1), 10, 0);
    var invoice = company.invoice("B-2001");
    try (var anna = company.visit(company.anna)) {
      anna.postAll(
          invoice, invoice + "/disputes", "line", List.of("2", "3"),
          Map.of("words", "The carrier lost two pallets.", "category", "GOODS_MISSING", "ask", "the carrier", "answerDue", day.plusDays(14).toString()));
      assertThat(anna.get(invoice).body()).contains("476.00");
      assertThat(anna.get("/tasks?later=1").body()).contains(WHO, "ask the carrier");
    }
    assertThat(company.of(WHO, "select own_words, category, whom_to_ask from cases.reason where case_id = :case")).isEqualTo("The carrier lost two pallets.,goods_missing,the carrier");
    until(day.plusDays(1), day.plusDays(11));
    assertThat(asked()).as("the rest is chased").containsExactly("142800", "95200");
    theCarrierConfirms(invoice, day);
    until(day.plusDays(11), day.plusDays(15));
    assertThat(company.words(MAIL).getLast()).contains("sorry");
    nothingRanOnIt();
    company.handIn("paid.csv", "Receipt Id;Date;Amount;Currency;Customer No;Invoice No\nB-1;" + day.plusDays(15) + ";476.00;EUR;;B-2001\nB-2;" + day.plusDays(15) + ";476.00;EUR;;B-2002\n");
    chargesAreLetGo();
    until(day.plusDays(15), day.plusDays(19));
    assertThat(company.of(WHO, "select stage from cases.recovery_case where id = :case")).isEqualTo("closed");
    assertThat(asked()).as("the contested part never was chased again").allMatch(sum -> sum.equals("142800") || sum.equals("95200"));
    assertThat(company.journal(WHO)).containsSubsequence("dispute-opened", "reason-verified", "dispute-closed", "closed");
  }

  private void until(LocalDate from, LocalDate to) {
    for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
      company.day(day);
    }
  }

  private void theCarrierConfirms(String invoice, LocalDate day) {
    company.to(day.plusDays(11), 11, 0);
    var reason = company.of(WHO, "select id from cases.reason where case_id = :case");
    try (var anna = company.visit(company.anna)) {
      var address = company.caseOf(WHO);
      anna.post(address, address + "/reasons/" + reason + "/verification", Map.of("outcome", "CONFIRMED", "how", "the carrier's loss report 88"));
      anna.post(invoice, invoice + "/answer", Map.of("outcome", "UPHELD", "mistake", "NEVER_DELIVERED", "answer", "You are right: two pallets were lost."));
      assertThat(anna.get(invoice).body()).contains("CN-B-2001");
    }
    assertThat(company.of(WHO, "select outcome from cases.dispute where debtor_id = :debtor")).isEqualTo("upheld");
    assertThat(company.open("B-2001")).isEqualTo(47600);
  }

  /** Posted by a person, the interest of both is the same to the cent: the contested part bore none, not even before it was contested. */
  private void nothingRanOnIt() {
    try (var anna = company.visit(company.anna)) {
      var address = company.caseOf(WHO);
      anna.post(address + "/statement", address + "/charges", Map.of());
    }
    var interest = company.rows(WHO, "select sum(c.amount) from ledger.charge c where c.debtor_id = :debtor and c.kind = 'interest' group by c.invoice_id");
    assertThat(interest).hasSize(2);
    assertThat(interest.getFirst()).isEqualTo(interest.getLast()).isNotEqualTo("0");
  }

  private void chargesAreLetGo() {
    try (var mona = company.visit(company.mona)) {
      var address = company.caseOf(WHO);
      for (var charge : company.rows(WHO, "select id from ledger.charge where debtor_id = :debtor and settled_on is null")) {
        mona.post(address + "/statement", address + "/charges/" + charge + "/waiver", Map.of("why", "two pallets were lost, we leave it at that"));
      }
    }
  }

  /** What each demand that left asked for, in all. */
  private List<String> asked() {
    return company.rows(WHO, "select (select sum(a) from unnest(amounts) a) from correspondence.message where debtor_id = :debtor and state = 'sent' and purpose = 'demand' order by sent_on");
  }

  private static Ubl invoice(LocalDate day, String number) {
    return Ubl.invoice().with("number", number).with("order", "PO-" + number).with("reference", number).with("sellerName", Company.NAME.replace("&", "&amp;")).with("issued", day.minusDays(31).toString())
        .with("delivered", day.minusDays(33).toString()).with("due", "<cbc:DueDate>" + day.minusDays(1) + "</cbc:DueDate>");
  }

  private static String threeLines(LocalDate day) {
    var text = invoice(day, "B-2001").amounting("800.00", "152.00", "952.00").text();
    int at = text.indexOf("<cac:InvoiceLine>");
    return text.substring(0, at) + line(1, "Shelving, bay 1", 400) + line(2, "Shelving, bay 2", 250) + line(3, "Shelving, bay 3", 150) + "</Invoice>";
  }

  private static String line(int number, String text, int net) {
    return """
        <cac:InvoiceLine><cbc:ID>%d</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">%d.00</cbc:LineExtensionAmount>
        <cac:Item><cbc:Name>%s</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
        <cac:Price><cbc:PriceAmount currencyID="EUR">%d.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
        """.formatted(number, net, text, net);
  }
}
