package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "The carrier lost two pallets": two lines are contested, the carrier is asked, the rest is chased, the contested part never is. */
@Tag("P26")
class TheCarriersFaultTest {
  private static final LocalDate DUE = LocalDate.of(2026, 4, 1);
  private static final LocalDate CONTESTED = LocalDate.of(2026, 4, 8);

  /** Nine points above the base rate of the first half of 2026. */
  private static final BigDecimal RATE = new BigDecimal("10.27");

  @AutoClose private final TestDatabase database = TestDatabase.fresh();
  @TempDir private Path folder;
  private DSLContext sql;
  private String theCase;

  @BeforeEach
  void theDebtorContestsTwoLines() throws SQLException, IOException {
    sql = DSL.using(database.connectAsOwner(), SQLDialect.POSTGRES);
    var file = Files.writeString(folder.resolve("B-2001.xml"), invoice());
    var taken = run("import", file.toString(), "--creditor", "Brightwell Tools Ltd", "--date", "2026-03-05");
    assertThat(taken.exitCode()).as(taken.out() + taken.err()).isLessThan(2);
    done("replay", "--from", "2026-04-01", "--to", "2026-04-08");
    theCase = run("case", "list", "--json").json().get(0).get("number").asString();
    done("case", "dispute", "B-2001", "--lines", "2,3", "--words", "The carrier lost two pallets.", "--category", "goods_missing",
        "--ask", "the carrier", "--answer-due", "2026-04-20", "--date", CONTESTED.toString());
  }

  @Test
  void theCarrierConfirmsAndWhatWasContestedWasNeverOwed() {
    var shown = run("case", "show", theCase, "--json").json();
    assertThat(shown.get("disputes").get(0).get("amount").asString()).as("400 of 800 net, with tax").isEqualTo("476.00");
    assertThat(shown.get("statedReasons").get(0).get("ownWords").asString()).isEqualTo("The carrier lost two pallets.");
    assertThat(shown.get("tasks").get(0).get("why").asString()).startsWith("ask the carrier");
    assertThat(shown.get("tasks").get(0).get("dueOn").asString()).isEqualTo("2026-04-20");
    done("replay", "--from", "2026-04-09", "--to", "2026-04-16");
    assertThat(asked()).containsExactly("952.00 on 2026-04-02", "476.00 on 2026-04-11");
    for (var day = DUE.plusDays(1); !day.isAfter(LocalDate.of(2026, 4, 16)); day = day.plusDays(1)) {
      assertThat(interest(day)).as("on %s", day).isEqualByComparingTo(ran(952, DUE, day).subtract(ran(476, CONTESTED.minusDays(1), day)).setScale(2, RoundingMode.HALF_EVEN));
    }

    done("case", "verify", theCase, "--outcome", "confirmed", "--how", "The carrier's loss report 88 says so.", "--date", "2026-04-16");
    var answered = run("case", "answer", "B-2001", "--outcome", "accepted", "--reason", "never_delivered", "--why", "You are right: two pallets were lost.",
        "--date", "2026-04-16");
    assertThat(answered.out()).contains("Dispute of invoice B-2001 accepted.", "credited 476.00 EUR with CN-B-2001", "An apology is drafted for 2026-04-16");
    done("replay", "--from", "2026-04-16", "--to", "2026-05-20");
    assertThat(asked()).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("476.00") || line.equals("952.00 on 2026-04-02"));
    for (var day = LocalDate.of(2026, 4, 17); !day.isAfter(LocalDate.of(2026, 5, 20)); day = day.plusDays(11)) {
      assertThat(interest(day)).as("on %s", day).isEqualByComparingTo(ran(476, DUE, day).setScale(2, RoundingMode.HALF_EVEN));
    }
    assertThat(sql.fetchValue("select outcome from cases.dispute")).isEqualTo("upheld");
    assertThat(run("case", "show", theCase, "--json").json().get("invoices").get(0).get("open").asString()).isEqualTo("476.00");
    done("doctor");
  }

  @Test
  void chargesThatWerePostedOnTheContestedPartComeDown() {
    done("charges", "post", theCase, "--date", "2026-04-16");
    assertThat(posted("interest")).isEqualTo("2.81");
    done("case", "answer", "B-2001", "--outcome", "accepted", "--why", "You are right.", "--date", "2026-04-16");
    assertThat(posted("interest")).as("476.00 for 15 days").isEqualTo("2.01");
    done("doctor");
  }

  @Test
  void withoutGroundItIsOwedFromTheDueDay() {
    done("case", "answer", "B-2001", "--outcome", "rejected", "--why", "The carrier has your signature.", "--date", "2026-04-16");
    var day = LocalDate.of(2026, 4, 20);
    assertThat(interest(day)).isEqualByComparingTo(ran(952, DUE, day).setScale(2, RoundingMode.HALF_EVEN));
    done("replay", "--from", "2026-04-17", "--to", "2026-05-20");
    assertThat(asked()).anyMatch(line -> line.startsWith("952.00 on 2026-05"));
    done("doctor");
  }

  @Test
  void bothGiveWay() {
    assertThat(run("case", "answer", "B-2001", "--outcome", "settled", "--credit", "500", "--why", "x").err()).contains("No more than 476.00 EUR is contested");
    var settled = run("case", "answer", "B-2001", "--outcome", "settled", "--credit", "238", "--why", "We share it.", "--date", "2026-04-16", "--json").json();
    assertThat(settled.get("corrected").get("credited").asString()).isEqualTo("238.00");
    assertThat(run("case", "show", theCase, "--json").json().get("invoices").get(0).get("open").asString()).isEqualTo("714.00");
    assertThat(run("case", "answer", "B-2001", "--outcome", "rejected", "--why", "x").err()).contains("no open dispute");
    done("doctor");
  }

  /** What ran on so many euros from the day after one day to another one, unrounded. */
  private static BigDecimal ran(long euros, LocalDate after, LocalDate to) {
    long days = Math.max(0, ChronoUnit.DAYS.between(after, to));
    return RATE.multiply(BigDecimal.valueOf(euros * days)).divide(BigDecimal.valueOf(36500), 12, RoundingMode.HALF_EVEN);
  }

  private BigDecimal interest(LocalDate day) {
    var charges = run("charges", "show", theCase, "--as-of", day.toString(), "--json").json().get("invoices").get(0).get("charges");
    for (var charge : charges) {
      if (charge.get("kind").asString().equals("interest")) {
        return new BigDecimal(charge.get("whole").asString());
      }
    }
    throw new AssertionError("no interest in " + charges);
  }

  private String posted(String kind) {
    return sql.fetchSingle(
            """
            select (coalesce(sum(c.amount), 0) / 100.0)::numeric(10, 2)::text from ledger.charge c
             where c.kind = ? and not exists (select from ledger.charge_posting p where p.charge_id = c.id and p.kind = 'cancellation')
            """,
            kind)
        .get(0, String.class);
  }

  private List<String> asked() {
    return sql.fetch(
            """
            select (select sum(a) from unnest(amounts) a) / 100.0 as sum, planned_on from correspondence.message
             where purpose = 'demand' and state = 'taken_as_sent' order by planned_on
            """)
        .map(row -> "%.2f on %s".formatted(row.get("sum", BigDecimal.class), row.get("planned_on", LocalDate.class)));
  }

  private void done(String... words) {
    var run = run(words);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private CommandRun run(String... words) {
    return CommandRun.of(database, words);
  }

  private static String invoice() {
    return HEAD + line(1, "Shelving, bay 1", 400) + line(2, "Shelving, bay 2", 250) + line(3, "Shelving, bay 3", 150) + "</Invoice>";
  }

  private static String line(int number, String text, int net) {
    return """
        <cac:InvoiceLine><cbc:ID>%d</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">%d.00</cbc:LineExtensionAmount>
        <cac:Item><cbc:Name>%s</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
        <cac:Price><cbc:PriceAmount currencyID="EUR">%d.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
        """.formatted(number, net, text, net);
  }

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
          xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
          xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
        <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>B-2001</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate><cbc:DueDate>2026-04-01</cbc:DueDate>
        <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
        <cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>
        <cac:AccountingSupplierParty><cac:Party><cac:PostalAddress><cbc:CityName>Leeds</cbc:CityName><cac:Country><cbc:IdentificationCode>GB</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
          <cac:PartyTaxScheme><cbc:CompanyID>GB123456782</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
          <cac:PartyLegalEntity><cbc:RegistrationName>Brightwell Tools Ltd</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
        <cac:AccountingCustomerParty><cac:Party><cac:PostalAddress><cbc:StreetName>Kai 7</cbc:StreetName><cbc:CityName>Hamburg</cbc:CityName><cbc:PostalZone>20457</cbc:PostalZone>
            <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
          <cac:PartyTaxScheme><cbc:CompanyID>DE136695976</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
          <cac:PartyLegalEntity><cbc:RegistrationName>Harbour Stores GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
          <cac:Contact><cbc:ElectronicMail>ida@harbour.example</cbc:ElectronicMail></cac:Contact></cac:Party></cac:AccountingCustomerParty>
        <cac:Delivery><cbc:ActualDeliveryDate>2026-02-27</cbc:ActualDeliveryDate></cac:Delivery>
        <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">152.00</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">800.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">152.00</cbc:TaxAmount>
          <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
        <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">800.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">800.00</cbc:TaxExclusiveAmount>
          <cbc:TaxInclusiveAmount currencyID="EUR">952.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">952.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
      """;
}
