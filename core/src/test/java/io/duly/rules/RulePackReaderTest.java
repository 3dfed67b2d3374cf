package io.duly.rules;

import static io.duly.rules.ChargesFixture.PACKS;
import static io.duly.rules.ChargesFixture.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule packs and rate tables are data that says where it comes from. */
@Tag("P02")
class RulePackReaderTest {

  private static Stream<Basis> bases() {
    return PACKS.all().stream()
        .flatMap(pack ->
            Stream.of(
                    pack.periods().stream().map(PaymentPeriod::basis),
                    pack.interest().stream().map(InterestRule::basis),
                    pack.compensations().stream().map(CompensationRule::basis),
                    pack.costs().stream().map(CostRule::basis),
                    pack.refusals().stream().map(Refusal::basis),
                    Stream.of(pack.allocation().basis()))
                .flatMap(each -> each));
  }

  @Test
  void everyShippedRuleNamesItsStatuteAndHasAnIdOfItsOwn() {
    assertThat(bases())
        .hasSizeGreaterThan(35)
        .allSatisfy(basis -> {
          assertThat(basis.statute()).isNotBlank();
          assertThat(basis.section()).isNotBlank();
          assertThat(basis.source()).isNotBlank();
        });
    assertThat(bases().map(Basis::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyRateHasItsDayAndSource() {
    assertThat(RateTables.shipped().values())
        .hasSize(5)
        .allSatisfy(table ->
            assertThat(table.rows()).allSatisfy(row -> assertThat(row.source()).isNotBlank()));
  }

  /** The rates that were read last end where their reading ended; after that none is guessed. */
  @ParameterizedTest
  @CsvSource({
    "bank-rate, 50, 2026-12-31",
    "basiszinssatz, 50, 2026-12-31",
    "ecb-reference, 50, 2026-12-31",
    "wettelijke-rente, 33, 2026-06-30",
    "taux-legal, 23, 2026-06-30"
  })
  void everyTableSaysUntilWhenItIsKnown(String name, int rows, String knownUntil) {
    RateTable table = RateTables.require(name);
    assertThat(table.rows()).hasSize(rows);
    assertThat(table.knownUntil()).isEqualTo(day(knownUntil));
  }

  @Test
  void theReferenceOfTheEcbGoesWithTheBasiszinssatz() {
    Map<String, RateTable> tables = RateTables.shipped();
    assertThat(tables.get("ecb-reference").rows())
        .allSatisfy(row ->
            assertThat(
                    row.percent()
                        .subtract(
                            tables
                                .get("basiszinssatz")
                                .on(row.validFrom())
                                .orElseThrow()
                                .percent()))
                .isEqualByComparingTo("0.88"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "days: 30 | days: soon | a whole number belongs here",
        "appliesTo: business | appliesTo: companies | one of [business, consumer, everybody] belongs here",
        "validFrom: 2013-03-16 | validFrom: 2013-02-30 | a date as in 2026-01-01 belongs here",
        "reference: ecb-reference | reference: libor | no such rate table",
        "sum: 40.00 | sum: 40.001 | an amount as in 40.00 belongs here",
        "kind: actual | kind: invented | costs are actual, scale, collector or reminders",
        "currency: EUR | currency: Taler | a currency as in EUR belongs here",
        "within: [principal, interest, costs] | within: [principal, interest] | names costs, interest and principal",
        "beginsWith: false | begins: false | the key \"begins\" is not known here",
        "statute: Directive 2011/7/EU | law: x | \"statute\" is missing"
      })
  void saysWhereAPackIsWrongAndWhatBelongsThere(String right, String wrong, String message) {
    String text = Shipped.text("eu.yaml");
    assertThat(text).contains(right);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            RulePackReader.read(
                text.replaceFirst(Pattern.quote(right), wrong), RateTables.shipped()))
        .withMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoPack() {
    for (String text :
        new String[] {
          "",
          "a: [",
          "- one",
          "x: &a [*a]",
          "!!java.net.URL [\"http://localhost\"]",
          "a".repeat(100_001)
        }) {
      assertThatExceptionOfType(InvalidRulePack.class)
          .isThrownBy(() -> RulePackReader.read(text, Map.of()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-01,1.27 | lacks its value or its source",
        "2026-01-01,much,a source | cannot be read",
        "2026-02-01,1.27,a source | a half-year begins on 1 January or 1 July",
        "valid_from,percent,source | has no rows"
      })
  void refusesARateWithoutDayValueOrSource(String csv, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateTables.read("test", csv))
        .withMessageContaining(message);
  }

  @Test
  void refusesATableWithAGap() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateTables.read("test", "2025-01-01,1,a source\n2026-01-01,1,a source"))
        .withMessageContaining("goes from 2025-01-01 to 2026-01-01");
  }
}
