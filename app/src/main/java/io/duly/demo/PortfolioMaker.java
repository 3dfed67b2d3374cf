package io.duly.demo;

import io.duly.demo.DemoCreditor.Terms;
import io.duly.demo.PortfolioPlan.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Makes up the whole portfolio. The same seed and the same last day give the same portfolio, to the last cent. */
final class PortfolioMaker {
  /** The days before the last one that are lived through one by one. */
  static final int LIVED_DAYS = 100;

  private final long seed;
  private final LocalDate end;
  private final Map<String, Land> lands = Land.read();
  private final int[] invoiceCounts;
  private int debtors;

  private PortfolioMaker(long seed, LocalDate end) {
    this.seed = seed;
    this.end = end;
    this.invoiceCounts = invoiceCounts();
  }

  static Portfolio make(long seed, LocalDate end) {
    var maker = new PortfolioMaker(seed, end);
    return new Portfolio(seed, end, PortfolioPlan.CREDITORS.stream().map(maker::creditor).toList());
  }

  private DemoCreditor creditor(PortfolioPlan.Creditor plan) {
    var made = new ArrayList<DemoDebtor>();
    for (var group : plan.groups()) {
      for (int n = 0; n < group.debtors(); n++) {
        made.add(debtor(plan, group, Integer.toString(10_001 + made.size())));
      }
    }
    return new DemoCreditor(plan.name(), land(plan.country()), plan.policy(), terms(plan), numbered(plan, made));
  }

  private DemoDebtor debtor(PortfolioPlan.Creditor plan, Group group, String number) {
    int invoices = invoiceCounts[debtors++];
    var draw = new Draw(seed, debtors);
    return new DebtorMaker(plan, group, land(group.country()), end, draw).make(number, invoices, land(plan.country()));
  }

  /** Numbers run in the order of issue over all debtors of the creditor. */
  private List<DemoDebtor> numbered(PortfolioPlan.Creditor plan, List<DemoDebtor> made) {
    var numbers = new IdentityHashMap<DemoInvoice, String>();
    made.stream()
        .flatMap(debtor -> debtor.invoices().stream())
        .sorted(Comparator.comparing(DemoInvoice::issuedOn))
        .forEach(invoice -> numbers.put(invoice, plan.prefix() + (20_001 + numbers.size())));
    return made.stream()
        .map(debtor -> debtor.billed(debtor.invoices().stream().map(one -> one.numbered(Objects.requireNonNull(numbers.get(one)))).toList()))
        .toList();
  }

  private List<Terms> terms(PortfolioPlan.Creditor plan) {
    return IntStream.of(PortfolioPlan.FIRST_TERMS_DAYS, PortfolioPlan.SECOND_TERMS_DAYS)
        .mapToObj(days -> terms(plan, end.minusDays(days)))
        .toList();
  }

  private static Terms terms(PortfolioPlan.Creditor plan, LocalDate from) {
    var interest = "statutory interest for commercial transactions";
    var text =
        """
        %s, terms of trade, version of %s
        1. Invoices are payable within %d days of their date without deduction.
        2. From the day after the due date %s is owed.
        3. Goods remain ours until they are paid.
        """
            .formatted(plan.name(), from, plan.paymentDays(), interest);
    return new Terms(from.toString(), from, plan.paymentDays(), interest, text);
  }

  /** Every debtor has one; the rest are spread unevenly, as customers are. */
  private int[] invoiceCounts() {
    int all = PortfolioPlan.CREDITORS.stream().flatMap(one -> one.groups().stream()).mapToInt(Group::debtors).sum();
    var draw = new Draw(seed, 0);
    var weights = IntStream.range(0, all).mapToDouble(one -> draw.factor(0.8)).toArray();
    double sum = Arrays.stream(weights).sum();
    var counts = new int[all];
    int left = PortfolioPlan.INVOICES;
    for (int n = 0; n < all; n++) {
      counts[n] = 1 + (int) ((PortfolioPlan.INVOICES - all) * weights[n] / sum);
      left -= counts[n];
    }
    for (int n = 0; left > 0; n++, left--) {
      counts[n]++;
    }
    return counts;
  }

  private Land land(String country) {
    return Objects.requireNonNull(lands.get(country), country);
  }
}
