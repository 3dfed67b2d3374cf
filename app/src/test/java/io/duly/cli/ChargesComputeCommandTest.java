package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The law asked about an amount that no case knows: no database is opened. */
@Tag("P02")
class ChargesComputeCommandTest {

  @Test
  void showsEachSliceWithItsRateAndSourceAndWhatIsNotCharged() {
    var run = compute("DE", "10000.00", "EUR", "--due", "2025-05-15", "--to", "2025-09-10");
    assertThat(run.out())
        .contains("Late from 2025-05-16.", "interest 344.62 EUR, BGB § 288 (2)", "11.27", "10.27", "Bundesbank")
        .contains("compensation 40.00 EUR", "No late fee:", "No collection cost:", "= 10,384.62 EUR", "141.50 EUR");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void saysTheSameAsJson() {
    var said = json("GB", "12500.00", "GBP", "--due", "2025-04-30", "--to", "2025-09-15");
    assertThat(said.at("/items/0/amount").asString()).isEqualTo("602.57");
    assertThat(said.at("/items/0/lines/0/days").asInt()).isEqualTo(138);
    assertThat(said.at("/items/0/lines/0/percent").asString()).isEqualTo("12.75");
    assertThat(said.at("/items/1/amount").asString()).isEqualTo("100.00");
    assertThat(said.at("/owed").asString()).isEqualTo("13202.57");
    // Five per cent of 13,102.57, rounded down: an English court counts the interest.
    assertThat(said.at("/courtFee/amount").asString()).isEqualTo("655.12");
  }

  @Test
  void takesTheLawsPeriodWhereNoDayWasAgreed() {
    var said =
        json("GB", "4800.00", "GBP", "--performed", "2026-03-10", "--invoiced", "2026-03-12", "--contract", "2026-03-01", "--to", "2026-07-10");
    assertThat(said.at("/lateFrom").asString()).isEqualTo("2026-04-11");
    assertThat(said.at("/items/0/amount").asString()).isEqualTo("140.61");
  }

  @Test
  void takesPaymentsTermsAndWhatWasDoneToRecover() {
    var paid = json("DE", "10000.00", "EUR", "--due", "2025-05-30", "--paid", "2025-07-01=4000.00", "--to", "2025-07-31");
    assertThat(paid.at("/items/0/amount").asString()).isEqualTo("149.18");
    assertThat(paid.at("/open").asString()).isEqualTo("6000.00");
    var agreed = json("AU", "1000.00", "AUD", "--due", "2025-12-31", "--rate", "10", "--late-fee", "25.00", "--to", "2026-12-31");
    assertThat(agreed.at("/charges").asString()).isEqualTo("125.00");
    var costs = json("NL", "1000.00", "EUR", "--consumer", "--due", "2026-01-31", "--notice", "2026-02-05", "--vat", "21", "--to", "2026-03-31");
    assertThat(costs.at("/items/1/amount").asString()).isEqualTo("181.50");
  }

  @Test
  void saysWhereARateIsNotKnownInsteadOfGuessing() {
    var said = json("FR", "1000.00", "EUR", "--consumer", "--due", "2026-01-31", "--notice", "2026-02-28", "--to", "2026-08-31");
    assertThat(said.at("/nothing/0/why").asString()).contains("No rate is known from 2026-07-01");
  }

  @Test
  void asksForWhatIsMissingAndRefusesWhatCannotBe() {
    assertThat(compute("GB", "100.00", "GBP").err()).contains("--due");
    assertThat(compute("GB", "-5.00", "GBP", "--due", "2026-01-31").err()).contains("above zero");
    assertThat(compute("GB", "100.001", "GBP", "--due", "2026-01-31").err()).contains("2 decimals");
    assertThat(compute("GB", "100.00", "GBP", "--due", "2026-01-31", "--paid", "soon").err()).contains("2026-03-31=500.00");
  }

  private static CommandRun compute(String place, String amount, String currency, String... more) {
    var words = new ArrayList<>(List.of("charges", "compute", "--jurisdiction", place));
    words.addAll(List.of("--amount=" + amount, "--currency", currency));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray(String[]::new));
  }

  private static JsonNode json(String place, String amount, String currency, String... more) {
    var words = new ArrayList<>(List.of(more));
    words.add("--json");
    var run = compute(place, amount, currency, words.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.json();
  }
}
