package io.duly.rules;

import static io.duly.rules.ChargesFixture.PACKS;
import static io.duly.rules.ChargesFixture.business;
import static io.duly.rules.ChargesFixture.consumer;
import static io.duly.rules.ChargesFixture.day;
import static io.duly.rules.ChargesFixture.euros;
import static io.duly.rules.ChargesFixture.on;
import static io.duly.rules.ChargesFixture.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.kernel.Money;
import io.duly.rules.ChargesFixture.Said;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases of late interest and rates that others published, to the cent; what is doubtful of them is
 * said.
 */
@Tag("P02")
class LateInterestCasesTest {
  private static final String FOLDER = "data/interest-plans/";
  private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))");

  /** One row; cells may be empty. */
  record Row(int number, List<String> cells) {
    String text(int cell) {
      return cells.get(cell);
    }

    String jurisdiction() {
      return text(0);
    }

    long days() {
      return Long.parseLong(text(5));
    }

    @Override
    public String toString() {
      return "row " + number + ": " + String.join(" ", cells.stream().limit(10).toList());
    }
  }

  private static List<String> cells(String line) {
    return CELL.matcher(line)
        .results()
        .map(cell -> Optional.ofNullable(cell.group(1)).orElseGet(() -> cell.group(2)))
        .toList();
  }

  static Stream<Row> rows() throws IOException {
    Optional<Path> file = SharedFiles.find(FOLDER + "late-interest-cases.csv");
    if (file.isEmpty()) {
      return Stream.of(new Row(0, List.of()));
    }
    List<String> lines = Files.readAllLines(file.get());
    return Stream.iterate(1, number -> number < lines.size(), number -> number + 1)
        .map(number -> new Row(number, cells(lines.get(number))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithThePublishedCase(Row row) {
    assumeTrue(
        !row.cells().isEmpty(),
        "skipped: no " + FOLDER + "late-interest-cases.csv beside this checkout");
    switch (row.jurisdiction()) {
      case "GB B2B" -> unitedKingdom(row);
      case "DE consumer (base+5)" ->
          germanyToTheDay(row, consumer("DE", euros("10000.00"), "2022-12-31"), "0.41");
      case "DE business (base+9)" ->
          germanyToTheDay(row, business("DE", euros("10000.00"), "2022-12-31"), "0.41");
      case "DE consumer two periods" -> germanyInTwoPeriods();
      case "DE" -> nothingOnTheDueDay();
      case "EU B2B" -> directive(row);
      case "IE B2B rate" -> rate(row, "IE", "2024-07-01");
      case "EU B2B rate" ->
          rate(row, "AT", row.text(11).startsWith("1 Jan") ? "2026-01-01" : "2026-07-01");
      default -> throw new AssertionError("Nobody looks at " + row);
    }
  }

  /** Where no days are told, the case begins in a half-year that had its rate. */
  private static void unitedKingdom(Row row) {
    Money debt = Money.rounded(new BigDecimal(row.text(1)), pounds("0.00").currency());
    String due = row.text(3).isEmpty() ? halfYearOf(row.text(2)) : row.text(3);
    Said said = on(business("GB", debt, due), day(due).plusDays(row.days()).toString());
    if (row.days() == 0) {
      said.no(ChargeKind.INTEREST);
      return;
    }
    // The official example rounds the daily figure to 0.23 and multiplies it; the Act gives a
    // yearly rate and no such
    // step, and the same source states the figure without it.
    said.interest(row.text(7).equals("11.50") ? "11.64" : row.text(7));
    if (!row.text(8).isEmpty()) {
      said.compensation(new BigDecimal(row.text(8)).setScale(2).toPlainString());
    }
    if (!row.text(9).isEmpty()) {
      Money total =
          debt.plus(said.charge(ChargeKind.INTEREST).amount())
              .plus(said.charge(ChargeKind.COMPENSATION).amount());
      assertThat(total.plain()).isEqualTo(row.text(9));
    }
  }

  private static String halfYearOf(String percent) {
    BigDecimal reference = new BigDecimal(percent).subtract(BigDecimal.valueOf(8));
    return RateTables.shipped().get("bank-rate").rows().stream()
        .filter(row -> row.percent().compareTo(reference) == 0 && row.validFrom().getYear() > 2002)
        .findFirst()
        .orElseThrow()
        .validFrom()
        .toString();
  }

  /**
   * The file's 181 days at the rate of the first half-year are 1 January to 30 June. Its label says
   * 1 January to 1 July, and paid on 1 July a debt that was due on 1 January has 181 days too, the
   * last of which has the new rate already.
   */
  private static void germanyToTheDay(Row row, Claim claim, String dearerByOneDay) {
    on(claim, "2023-06-30").interest(row.text(7));
    var paidInJuly =
        Claim.unpaid(
            "DE",
            claim.dealing(),
            claim.contractedOn(),
            new Due.Agreed(day("2023-01-01")),
            claim.amount());
    Money more =
        Money.ofMajor(
            new BigDecimal(row.text(7)).add(new BigDecimal(dearerByOneDay)),
            euros("0.00").currency());
    on(paidInJuly, "2023-07-01").interest(more.plain());
  }

  private static void germanyInTwoPeriods() {
    assertThat(
            on(consumer("DE", euros("10000.00"), "2022-12-31"), "2024-01-01")
                .charge(ChargeKind.INTEREST)
                .lines())
        .extracting(InterestLine::percent)
        .startsWith(new BigDecimal("6.62"), new BigDecimal("8.12"));
  }

  private static void nothingOnTheDueDay() {
    on(business("DE", euros("10000.00"), "2023-01-01"), "2023-01-01").no(ChargeKind.INTEREST);
    on(business("DE", euros("10000.00"), "2023-01-01"), "2022-12-01").no(ChargeKind.INTEREST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> business("DE", euros("0.00"), "2023-01-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> business("DE", euros("-5.00"), "2023-01-01"));
  }

  /** No half-year ever had a reference of 3 %, so that the case has a table of its own. */
  private static void directive(Row row) {
    var table =
        new RateTable(
            "ecb-reference",
            List.of(new RateTable.Row(day("2026-01-01"), new BigDecimal("3.00"), "the case")));
    RulePack pack = RulePackReader.read(Shipped.text("eu.yaml"), Map.of("ecb-reference", table));
    Claim claim = business("AT", euros("4500.00"), "2026-01-31");
    var said = new Said(Charges.on(claim, pack).asOf(day("2026-01-31").plusDays(row.days())));
    said.interest(row.text(7)).compensation(row.text(8) + ".00");
  }

  private static void rate(Row row, String jurisdiction, String start) {
    LocalDate first = day(start);
    var claim = business(jurisdiction, euros("100.00"), first.minusDays(1).toString());
    assertThat(on(claim, start).charge(ChargeKind.INTEREST).lines().getFirst().percent())
        .isEqualByComparingTo(row.text(2));
    assertThat(PACKS.of(jurisdiction).name()).isNotEqualTo("elsewhere");
  }

  @Test
  void hasTheBasiszinssatzThatTheBundesbankPublished() throws IOException {
    Optional<Path> file = SharedFiles.find(FOLDER + "de-basiszinssatz.json");
    assumeTrue(
        file.isPresent(), "skipped: no " + FOLDER + "de-basiszinssatz.json beside this checkout");
    var published = new TreeMap<LocalDate, BigDecimal>();
    Pattern.compile("\"(\\d{4}-\\d\\d)\": (-?[\\d.]+)")
        .matcher(Files.readString(file.get()))
        .results()
        .forEach(row -> published.put(day(row.group(1) + "-01"), new BigDecimal(row.group(2))));
    assertThat(published).hasSizeGreaterThan(25);
    agrees("basiszinssatz", published, 0, "2025-07-01");
  }

  @Test
  void hasTheBankRateOfTheDayBeforeEachHalfYear() throws IOException {
    Optional<Path> file = SharedFiles.find(FOLDER + "gb-bank-rate.csv");
    assumeTrue(file.isPresent(), "skipped: no " + FOLDER + "gb-bank-rate.csv beside this checkout");
    var published = new TreeMap<LocalDate, BigDecimal>();
    Files.readAllLines(file.get()).stream()
        .map(line -> Arrays.asList(line.split(",")))
        .filter(cells -> Character.isDigit(cells.getFirst().charAt(0)))
        .forEach(cells -> published.put(day(cells.get(0)), new BigDecimal(cells.get(1))));
    agrees("bank-rate", published, 1, "2025-07-01");
  }

  private static void agrees(
      String table, NavigableMap<LocalDate, BigDecimal> published, int daysBefore, String last) {
    RateTables.shipped().get(table).rows().stream()
        .filter(row -> !row.validFrom().isAfter(day(last)))
        .forEach(row ->
            assertThat(published.floorEntry(row.validFrom().minusDays(daysBefore)).getValue())
                .as(table + " from " + row.validFrom())
                .isEqualByComparingTo(row.percent()));
  }
}
