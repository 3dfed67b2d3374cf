package io.duly.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many contacts are asked about at once, in many countries, by a process that has just begun. */
@Tag("P13")
class PublicHolidaysTest {
  private static final List<String> COUNTRIES =
      List.of("DE", "FR", "NL", "GB", "US", "CA", "AU", "AT", "CH", "IE", "ES", "IT", "PL", "SE", "NO", "DK", "FI", "PT", "BE", "LU", "CZ", "HU", "GR", "RO");

  @Test
  void theCalendarsOfManyCountriesAreReadByManyThreadsAtOnce() throws InterruptedException, ExecutionException {
    var holidays = new PublicHolidays();
    var begun = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(COUNTRIES.size())) {
      var all = COUNTRIES.stream().map(country -> threads.submit(isChristmasHoliday(holidays, begun, country))).toList();
      begun.countDown();
      for (var christmas : all) {
        assertThat(christmas.get()).isTrue();
      }
    }
  }

  private static Callable<Boolean> isChristmasHoliday(PublicHolidays holidays, CountDownLatch begun, String country) {
    return () -> {
      begun.await();
      return holidays.on(country, LocalDate.of(2026, 12, 25));
    };
  }
}
