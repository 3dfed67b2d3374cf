package io.duly.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.kernel.Money;
import io.duly.rules.SharedFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Schedules without interest that the makers of a loan system published, made, moved, paused, extended and increased by ours. What bears interest there depends on
 * that product's own settings (day counts, equal instalments of principal and interest, recalculation) and is left out.
 */
@Tag("P28")
class ZeroInterestSchedulesTest {
  private static final String FILE = "data/interest-plans/fineract-schedule-scenarios.json";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final Pattern PRODUCT = Pattern.compile("LP[0-9](?:_[A-Z0-9]+)+");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  record Scenario(String name, List<Map<String, Object>> steps) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Scenario> scenarios() throws IOException {
    return SharedFiles.find(FILE).stream().flatMap(file -> read(file, true));
  }

  @SuppressWarnings("unchecked") // as the file is
  private static Stream<Scenario> read(Path file, boolean free) {
    try {
      var options = new LoaderOptions();
      options.setCodePointLimit(50_000_000);
      var all = (List<Map<String, Object>>) new Yaml(options).load(Files.readString(file));
      return all.stream().filter(one -> ((Number) one.get("annual_rate")).doubleValue() == 0 == free)
          .map(one -> new Scenario((String) one.get("scenario"), (List<Map<String, Object>>) one.get("steps")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void allThatBearNoInterestAreThere() throws IOException {
    assumeTrue(SharedFiles.find(FILE).isPresent(), "skipped: " + FILE + " is not beside this checkout");
    assertThat(scenarios()).hasSize(21);
  }

  /** Interest and principal in equal instalments, by the day count and the recalculation of the product that is named: ours are of principal, with simple interest at the end. */
  @Test
  void whatBearsInterestIsListedWithTheReason() throws IOException {
    assumeTrue(SharedFiles.find(FILE).isPresent(), "skipped: " + FILE + " is not beside this checkout");
    var left = read(SharedFiles.find(FILE).orElseThrow(), false).toList();
    assertThat(left).hasSize(34);
    for (var one : left) {
      var product = PRODUCT.matcher(String.valueOf(one.steps()));
      assertThat(product.find()).as(one.name()).isTrue();
      System.out.println("left out: " + one.name() + ": bears interest by the settings of " + product.group());
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("scenarios")
  void theSameDaysAndAmounts(Scenario scenario) {
    var loan = new Loan();
    for (var step : scenario.steps()) {
      loan.play((String) step.get("step"), table(step));
    }
    assertThat(loan.compared).as("schedules compared").isPositive();
  }

  @SuppressWarnings("unchecked") // as the file is
  private static List<List<String>> table(Map<String, Object> step) {
    return (List<List<String>>) step.getOrDefault("table", List.of());
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text, DAY);
  }

  private static Money euros(String text) {
    return Money.ofMajor(new BigDecimal(text), java.util.Currency.getInstance("EUR"));
  }

  /** A loan as its scenario tells it. */
  private static final class Loan {
    private Pace pace = new Pace.Days(30);
    private int count = 1;
    private boolean down;
    private Optional<Plan> plan = Optional.empty();
    private Optional<Plan> before = Optional.empty();
    private int compared;

    void play(String step, List<List<String>> table) {
      if (!table.isEmpty() && table.getFirst().contains("LoanProduct")) {
        terms(table.get(1));
      } else if (step.contains("a loanTermFrequency: 1 months")) {
        pace = new Pace.Months(1);
      } else if (step.contains("undo last disbursal")) {
        plan = before;
      } else if (step.contains("disburse the loan")) {
        var said = QUOTED.matcher(step);
        paidOut(day(next(said)), euros(next(said)));
      } else if (step.contains("rescheduleLoan from")) {
        var said = QUOTED.matcher(step);
        var from = day(next(said));
        plan = Optional.of(changed(from).movedTo(day(next(said)), BankDay.ANY));
      } else if (step.contains("creates and approves Loan reschedule")) {
        rescheduled(table.get(1));
      } else if (step.startsWith("Then Loan Repayment schedule has") && table.getFirst().contains("Nr")) {
        compare(table.subList(1, table.size()));
      }
    }

    private static String next(Matcher said) {
      assertThat(said.find()).isTrue();
      return said.group(1);
    }

    private void terms(List<String> row) {
      down = row.getFirst().contains("DOWNPAYMENT");
      int every = Integer.parseInt(row.get(9));
      pace = row.get(10).equals("MONTHS") ? new Pace.Months(every) : new Pace.Days(every);
      count = Integer.parseInt(row.get(11));
    }

    /** The first time a plan is made; afterwards what is owed grows. */
    private void paidOut(LocalDate on, Money amount) {
      var first = down ? Optional.of(new Instalment(on, new Money(amount.minor() / 4, amount.currency()))) : Optional.<Instalment>empty();
      before = plan;
      plan = Optional.of(plan.map(one -> one.lastOn().isBefore(on) ? Renegotiated.followed(one, amount, pace, BankDay.ANY) : changed(on).increasedBy(amount, first, BankDay.ANY))
          .orElseGet(() -> Plan.of(amount, new PlanTerms(first, count, pace.day(on, 1), pace, Interest.FROZEN), on, BankDay.ANY)));
    }

    private void rescheduled(List<String> row) {
      var from = changed(day(row.get(0)));
      if (!row.get(2).isEmpty()) {
        plan = Optional.of(from.movedTo(day(row.get(2)), BankDay.ANY));
        from = new Renegotiated(plan.get(), from.kept(), pace);
      }
      if (!row.get(3).isEmpty()) {
        plan = Optional.of(from.pausedFor(Integer.parseInt(row.get(3)), BankDay.ANY));
        from = new Renegotiated(plan.get(), from.kept(), pace);
      }
      if (!row.get(5).isEmpty()) {
        plan = Optional.of(from.extendedBy(Integer.parseInt(row.get(5)), BankDay.ANY));
      }
    }

    private Renegotiated changed(LocalDate from) {
      var before = plan.orElseThrow();
      return new Renegotiated(before, (int) before.instalments().stream().filter(one -> one.dueOn().isBefore(from)).count() + (startsOn(before, from) ? 1 : 0), pace);
    }

    /** What is due on the very day of a payment out is its first part, which is not divided again. */
    private boolean startsOn(Plan before, LocalDate from) {
      return down && before.instalments().getFirst().dueOn().equals(from);
    }

    private void compare(List<List<String>> rows) {
      var theirs = rows.stream().filter(row -> !row.get(0).isEmpty() && new BigDecimal(row.get(5)).signum() > 0).map(row -> day(row.get(2)) + " " + euros(row.get(5)).plain()).toList();
      assertThat(plan.orElseThrow().instalments()).extracting(one -> one.dueOn() + " " + one.amount().plain()).isEqualTo(theirs);
      compared++;
    }
  }
}
