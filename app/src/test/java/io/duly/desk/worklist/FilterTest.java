package io.duly.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.rules.contact.Answer;
import io.duly.strategy.TrackRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @CsvSource({
    "from, 120, true", "from, 121, false", "to, 120, true", "to, 119, false",
    "older, 30, true", "older, 31, false",
    "promise, broken, true", "promise, running, false", "promise, none, false",
    "now, 1, true"
  })
  void aLineOf120EurosThatIs30DaysOldWithABrokenPromiseFits(String name, String value, boolean fits) {
    var filter = Filter.of(Map.of(name, value));
    assertThat(filter.looks()).isTrue();
    assertThat(filter.fits(line("EUR", 120_00, Optional.of(new Answer.Allowed(List.of()))), TODAY)).isEqualTo(fits);
  }

  @Test
  void amountsAreInMajorUnitsOfEachCurrency() {
    var filter = Filter.of(Map.of("from", "100", "to", "5000"));
    assertThat(filter.fits(line("JPY", 4_000, Optional.empty()), TODAY)).isTrue();
    assertThat(filter.fits(line("JPY", 9_000, Optional.empty()), TODAY)).isFalse();
  }

  @Test
  void whoMayNotBeCalledOrWasNotAskedAboutIsNotCallableNow() {
    var filter = Filter.of(Map.of("now", "1"));
    assertThat(filter.fits(line("EUR", 1, Optional.empty()), TODAY)).isFalse();
    assertThat(filter.fits(line("EUR", 1, Optional.of(new Answer.Refused(List.of(), Optional.empty()))), TODAY)).isFalse();
  }

  @Test
  void anAddressKeepsWhatItSaysAndLosesWhatIsNoFilter() {
    var values = Map.of("currency", "eur", "stage", "reminder", "country", "de", "name", " O'Neill & Söhne ", "older", "a", "from", "-3", "now", "2");
    var filter = Filter.of(values);
    assertThat(filter.values()).containsExactly(
        Map.entry("currency", "EUR"), Map.entry("stage", "reminder"), Map.entry("country", "DE"), Map.entry("name", "O'Neill & Söhne"));
    assertThat(filter.looks()).isFalse();
    assertThat(Filter.of(filter.values())).isEqualTo(filter);
    assertThat(Filter.NONE.isNone()).isTrue();
  }

  private static Line line(String currency, long open, Optional<Answer> mayCall) {
    var todo =
        new WorkLine(
            UUID.randomUUID(), 1, "Any Ltd", "Brightwell", currency, "reminder", Work.CALL, TODAY, "because", open, 0, Optional.empty(),
            Optional.of(TODAY.minusDays(30)), Optional.empty(), false, 0);
    var now = new Now(TODAY.atTime(9, 40).atZone(ZoneId.of("Europe/London")), true, mayCall);
    return new Line(
        todo, new Facts(new Promised(Optional.empty(), 1), TrackRecord.NONE, Optional.empty(), now, Optional.empty(), Optional.empty()));
  }
}
