package io.duly.rules.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P13")
class FederalDaysTest {

  /** 12 CFR 1006.34 (b)(5); Veterans Day is a Wednesday in 2026. */
  @ParameterizedTest
  @CsvSource({"2026-11-02, 2026-11-09, 2026-12-09", "2026-11-05, 2026-11-13, 2026-12-13", "2026-12-23, 2026-12-31, 2027-01-30"})
  void aNoticeIsTakenAsReceivedOnTheFifthBusinessDayAndThirtyDaysFollow(LocalDate sent, LocalDate received, LocalDate end) {
    assertThat(FederalDays.assumedReceipt(sent)).isEqualTo(received);
    assertThat(FederalDays.endOfValidation(sent)).isEqualTo(end);
  }

  @Test
  void thereAreElevenHolidaysAndThoseOnWeekendsAreKeptOnAWeekday() {
    assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(FederalDays::isHoliday).map(LocalDate::toString))
        .containsExactly(
            "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-07-04", "2026-09-07", "2026-10-12", "2026-11-11",
            "2026-11-26", "2026-12-25");
  }
}
