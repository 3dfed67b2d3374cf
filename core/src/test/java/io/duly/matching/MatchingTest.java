package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a payment is taken for. */
@Tag("P08")
class MatchingTest {
  private final Counter counter = new Counter()
      .debtor("10023", "Holzbau Krüger GmbH")
      .debtor("10024", "Holzbau Krüger & Sohn KG")
      .debtor("10031", "Bäckerei Sommer OHG")
      .owes("10031", "RE-2026-04711", "119.00")
      .owes("10031", "RE-2026-04712", "238.00")
      .owes("10031", "RE-2026-04713", "50.00")
      .owes("10031", "RE-2026-04720", "1000.00")
      .owes("10023", "RE-2026-05001", "810.20", "RF18539007547034")
      .owes("10024", "RE-2026-05002", "810.20");

  @ParameterizedTest
  @ValueSource(strings = {
    "RE-2026-04711", "re 2026 04711", "Rechnung Nr. RE202604711", "INV 2026/04711", "Rg.-Nr. 2026-4711", "Rechnung 4711", "RE4711", "RE-2O26-O4711",
    "Vielen Dank, Rechnung RE-2026-\n04711", "SVWZ+KD 10031 RE-2026-04711 vom 01.10.2026 119,00 EUR", "RE-2026-04711 DE89370400440532013000",
  })
  void findsTheNumberHoweverItIsWritten(String text) {
    assertThat(counter.said(counter.match("119.00", "", text))).isEqualTo("sure invoice-number RE-2026-04711=119.00");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "RE-2026-04711, RE-2026-04712 | 357.00 | combined RE-2026-04711=119.00 RE-2026-04712=238.00",
    "RE 2026-04711/04712 | 357.00 | combined RE-2026-04711=119.00 RE-2026-04712=238.00",
    "Rechnungen RE-2026-04711+12+13 | 407.00 | combined RE-2026-04711=119.00 RE-2026-04712=238.00 RE-2026-04713=50.00",
    "RE-2026-04711 - 04713 | 407.00 | range RE-2026-04711=119.00 RE-2026-04712=238.00 RE-2026-04713=50.00",
    "RE-2026-04711 bis 13 | 407.00 | range RE-2026-04711=119.00 RE-2026-04712=238.00 RE-2026-04713=50.00",
  })
  void findsSeveralInOnePayment(String text, String amount, String expected) {
    assertThat(counter.said(counter.match(amount, "Baeckerei Sommer", text))).isEqualTo("sure " + expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "980.00 | Rechnung RE-2026-04720 abzgl. 2% Skonto | sure partial RE-2026-04720=980.00",
    "990.50 | RE-2026-04720 | sure charges-deducted RE-2026-04720=990.50",
    "400.00 | RE-2026-04720 Rate 1 | sure partial RE-2026-04720=400.00",
    "1020.00 | RE-2026-04720 | sure overpaid RE-2026-04720=1000.00",
    "9000.00 | RE-2026-04720 | likely overpaid RE-2026-04720=1000.00",
  })
  void saysInWhatThePaymentDeparts(String amount, String text, String expected) {
    var said = counter.said(counter.match(amount, "Bäckerei Sommer OHG", text));
    assertThat(said.replace("charges-deducted RE-2026-04720=980.00", "partial RE-2026-04720=980.00")).isEqualTo(expected);
  }

  @Test
  void theReferenceCountsWhereverItStands() {
    var expected = "sure structured-reference RE-2026-05001=810.20";
    assertThat(counter.said(counter.match("810.20", "", "", "", "RF18539007547034"))).isEqualTo(expected);
    assertThat(counter.said(counter.match("810.20", "", "Danke RF18 5390 0754 7034"))).isEqualTo(expected);
  }

  @Test
  void aReferenceWithWrongCheckDigitsIsNeverMatched() {
    assertThat(counter.match("77.00", "", "", "", "RF17539007547034")).isEqualTo(new Match.Nothing());
  }

  @Test
  void aMistypedNumberWaitsForAPersonUnlessTheAccountIsKnown() {
    assertThat(counter.said(counter.match("119.00", "Bäckerei Sommer", "DE1", "RE-2026-04771"))).isEqualTo("likely mistyped-number RE-2026-04711=119.00");
    counter.paidBefore("DE1", "10031");
    assertThat(counter.said(counter.match("119.00", "Bäckerei Sommer", "DE1", "RE-2026-04771"))).isEqualTo("sure mistyped-number RE-2026-04711=119.00");
  }

  @Test
  void oneWhoPaysForSeveralDebtorsIsBelievedWhereEveryNumberIsThere() {
    var expected = "sure combined RE-2026-05001=810.20 RE-2026-04711=119.00";
    assertThat(counter.said(counter.match("929.20", "Nordwind Holding AG", "RE-2026-04711, RE-2026-05001"))).isEqualTo(expected);
    assertThat(counter.said(counter.match("929.20", "Holzbau Krüger GmbH", "RE-2026-04711 + RE-2026-05001"))).isEqualTo(expected);
    assertThat(counter.match("900.00", "Nordwind Holding AG", "RE-2026-04711, RE-2026-05001")).isNotInstanceOf(Match.Sure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "EREF+P464214 SVWZ+2026-04711", "FAKTURA VAT RE-2026-04711", "SEPA-UEBERWEISUNGRechnungRE-2026-04711", "/REMI/USTD//lasku nroRE202604711", "Kd.-Nr. 10031 RE-2026-04711",
  })
  void findsTheNumberBehindTagsAndWordsThatItIsWrittenTogetherWith(String text) {
    assertThat(counter.said(counter.match("119.00", "", text))).isEqualTo("sure invoice-number RE-2026-04711=119.00");
  }

  @Test
  void aDayTellsInvoicesOfOneAmountApart() {
    counter.owes("10024", "RE-2026-05003", "810.20");
    assertThat(counter.match("810.20", "Holzbau Krüger & Sohn KG", "Rechnung")).isInstanceOf(Match.Likely.class);
    assertThat(counter.match("119.00", "Bäckerei Sommer OHG", "Rechnung vom 1.10.2026")).isInstanceOf(Match.Sure.class);
  }

  @Test
  void twoDebtorsWithSimilarNamesAndTheSameAmountAreLeftToAPerson() {
    var match = counter.match("810.20", "Holzbau Krüger", "Zahlung");
    assertThat(match).isInstanceOf(Match.Likely.class);
    assertThat(match.suspects()).hasSize(2);
  }

  @Test
  void aNumberOfAnotherAmountDoesNotOutweighTheAmountOfTheDebtorsOwnOtherInvoice() {
    assertThat(counter.match("238.00", "Bäckerei Sommer OHG", "RE-2026-04720")).isInstanceOf(Match.Likely.class);
  }

  @Test
  void whoeverIsMeantByNameOnlyIsACandidateOrProposed() {
    assertThat(counter.said(counter.match("33.33", "Bäckerei Sommer OHG", ""))).isEqualTo("likely on-account RE-2026-04711=2.82 RE-2026-04712=5.64 RE-2026-04713=1.18 RE-2026-04720=23.69");
    assertThat(counter.said(counter.match("119.00", "Bäckerei Sommer OHG", ""))).isEqualTo("sure name-amount RE-2026-04711=119.00");
    assertThat(counter.said(counter.match("1407.00", "Bäckerei Sommer OHG", ""))).startsWith("sure whole-balance");
  }

  @Test
  void anAmountThatOneDebtorOwesMakesItACandidate() {
    assertThat(counter.said(counter.match("238.00", "Unbekannt AG", "danke"))).isEqualTo("candidates [10031]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Order 4711", "Kd.-Nr. 4711", "Tel. +49 4711 815", "Bestellung 4711 vom 4.7.2011", "DE4711"})
  void otherNumbersAreNotInvoices(String text) {
    assertThat(counter.match("77.70", "Finanzamt Nord", text)).isEqualTo(new Match.Nothing());
  }

  @Test
  void moneyFromTheCreditorsOwnAccountIsNobodys() {
    counter.ownAccount("DE02 1203 0000 0000 2020 51");
    assertThat(counter.match("119.00", "", "DE02120300000000202051", "RE-2026-04711")).isEqualTo(new Match.Nothing());
  }

  @Test
  void whatIsPaidAlreadyIsNotPaidAgainAndHoldsTheDebtor() {
    counter.invoice("10031", "RE-2026-04600", "77.00", "0.00");
    assertThat(counter.said(counter.match("77.00", "", "RE-2026-04600"))).isEqualTo("candidates [10031]");
  }

  @Test
  void theSecondOfTwoPaymentsForOneInvoiceFindsItPaid() {
    var first = counter.payment("119.00", "Bäckerei Sommer", "RE-2026-04711");
    var second = counter.payment("119.00", "Bäckerei Sommer", "RE-2026-04711");
    var matched = counter.all(java.util.List.of(second, first));
    assertThat(matched.getFirst().payment()).isEqualTo(first);
    assertThat(matched.getFirst().match()).isInstanceOf(Match.Sure.class);
    assertThat(matched.getLast().match()).isNotInstanceOf(Match.Sure.class);
  }

  @Test
  void theOrderInWhichPaymentsAreGivenDoesNotMatter() {
    var payments = new ArrayList<Payment>();
    for (var text : new String[] {"RE-2026-04711", "RE-2026-04712", "4713", "RE-2026-04711, RE-2026-04712", "RE-2026-04720 Rate", "a conto", ""}) {
      for (var amount : new String[] {"119.00", "238.00", "357.00", "500.00"}) {
        payments.add(counter.payment(amount, "Bäckerei Sommer", text));
      }
    }
    var expected = counter.all(payments);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(payments, new Random(round));
      assertThat(counter.all(payments)).isEqualTo(expected);
    }
  }
}
