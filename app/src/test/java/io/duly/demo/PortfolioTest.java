package io.duly.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.demo.DemoInvoice.Payment;
import io.duly.kernel.Money;
import io.duly.strategy.DebtorKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PortfolioTest {
  private static final LocalDate END = LocalDate.of(2026, 11, 20);
  private static final Portfolio PORTFOLIO = PortfolioMaker.make(7, END);

  @Test
  void hasAsManyOfEverythingAsItShould() {
    assertThat(PORTFOLIO.creditors()).hasSize(3);
    assertThat(PORTFOLIO.debtors()).hasSize(400);
    assertThat(PORTFOLIO.invoices()).hasSize(3000);
    assertThat(PORTFOLIO.debtors().map(debtor -> debtor.land().country()).distinct())
        .containsExactlyInAnyOrder("GB", "FR", "NL", "DE", "IT", "ES", "JP", "KW");
    assertThat(PORTFOLIO.debtors().map(debtor -> debtor.details().kind()).distinct())
        .containsExactlyInAnyOrder(DebtorKind.COMPANY, DebtorKind.SOLE_TRADER, DebtorKind.CONSUMER);
    assertThat(PORTFOLIO.debtors().map(DemoDebtor::temper).distinct()).containsExactlyInAnyOrder(Temper.values());
    assertThat(PORTFOLIO.invoices().map(invoice -> invoice.gross().currency().getCurrencyCode()).distinct())
        .containsExactlyInAnyOrder("EUR", "GBP", "JPY", "KWD");
  }

  @Test
  void isTheSameForTheSameSeedToTheLastCent() {
    assertThat(PortfolioMaker.make(7, END)).isEqualTo(PORTFOLIO);
    assertThat(totals(PortfolioMaker.make(8, END))).isNotEqualTo(totals(PORTFOLIO));
    assertThat(totals(PORTFOLIO).values().stream().map(Money::toString))
        .containsExactly("1,450,729.53 EUR", "658,443.85 GBP", "45,802,686 JPY", "27,392.567 KWD");
  }

  @Test
  void coversTwoYearsThatEndOnTheDay() {
    assertThat(PORTFOLIO.invoices().map(DemoInvoice::issuedOn)).allSatisfy(day -> {
      assertThat(day).isAfterOrEqualTo(END.minusDays(InvoiceMaker.HISTORY_DAYS + 2L)).isBeforeOrEqualTo(END);
      assertThat(Days.isWorkday(day)).isTrue();
    });
  }

  @Test
  void nobodyPaysOrIsCreditedMoreThanIsOwed() {
    assertThat(PORTFOLIO.invoices()).allSatisfy(invoice -> {
      var zero = Money.zero(invoice.gross().currency());
      var paid = invoice.payments().stream().map(Payment::amount).reduce(zero, Money::plus);
      var credited = invoice.credit().map(DemoInvoice.Credit::amount).orElse(zero);
      var upheld = invoice.contest().filter(DemoInvoice.Contest::upheld).map(DemoInvoice.Contest::amount).orElse(zero);
      assertThat(paid.plus(credited).plus(upheld)).isLessThanOrEqualTo(invoice.gross());
      assertThat(invoice.payments()).allSatisfy(payment -> assertThat(payment.on()).isAfter(invoice.issuedOn()));
    });
  }

  @Test
  void numbersAreUniqueAndRunInTheOrderOfIssue() {
    for (var creditor : PORTFOLIO.creditors()) {
      var byNumber =
          creditor.debtors().stream()
              .flatMap(debtor -> debtor.invoices().stream())
              .collect(Collectors.toMap(DemoInvoice::number, DemoInvoice::issuedOn, (one, _) -> one, TreeMap::new));
      assertThat(byNumber).hasSize((int) creditor.debtors().stream().mapToLong(debtor -> debtor.invoices().size()).sum());
      assertThat(List.copyOf(byNumber.values())).isSorted();
    }
  }

  @Test
  void namesAreInTheFormOfTheCountry() {
    assertThat(PORTFOLIO.debtors().filter(debtor -> debtor.land().country().equals("JP"))).allSatisfy(debtor -> {
      assertThat(debtor.details().name()).matches("[^a-zA-Z{}]+");
      assertThat(debtor.alsoKnownAs().orElseThrow()).matches("[A-Za-z. ]+");
    });
    assertThat(PORTFOLIO.debtors().map(debtor -> debtor.details().name())).allMatch(name -> !name.contains("{") && !name.contains("|"));
    assertThat(PORTFOLIO.debtors().flatMap(debtor -> debtor.details().email().stream()))
        .allMatch(email -> email.matches("[a-z]+@[a-z0-9-]+\\.example"));
    assertThat(PORTFOLIO.debtors().flatMap(debtor -> debtor.details().phone().stream())).allMatch(phone -> phone.matches("\\+[0-9]{9,13}"));
  }

  private static Map<String, Money> totals(Portfolio portfolio) {
    return portfolio
        .invoices()
        .collect(
            Collectors.toMap(
                invoice -> invoice.gross().currency().getCurrencyCode(), DemoInvoice::gross, Money::plus, TreeMap::new));
  }
}
