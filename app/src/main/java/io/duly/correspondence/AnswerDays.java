package io.duly.correspondence;

import io.duly.cases.AnswerTimes;
import io.duly.kernel.CreditorId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The days by which we acknowledge and answer what a debtor contests: working days of the creditor's country, from the creditor's own times. */
@Component
public final class AnswerDays {
  private final AnswerTimes times;
  private final ContactPermission permission;

  AnswerDays(AnswerTimes times, ContactPermission permission) {
    this.times = times;
    this.permission = permission;
  }

  /** @param from the day on which it was contested */
  public record Due(LocalDate from, LocalDate acknowledgeBy, LocalDate answerBy) {}

  public Due of(DSLContext tx, CreditorId creditor, LocalDate day) {
    var time = times.of(tx, creditor);
    var country = Optional.ofNullable(tx.fetchSingle("select country from parties.creditor where id = ?", creditor.value()).get(0, String.class));
    return new Due(day, after(day, time.acknowledge(), country), after(day, time.answer(), country));
  }

  private LocalDate after(LocalDate day, int workingDays, Optional<String> country) {
    var at = day;
    for (int left = workingDays; left > 0; ) {
      at = at.plusDays(1);
      left -= isWorkingDay(at, country) ? 1 : 0;
    }
    return at;
  }

  private boolean isWorkingDay(LocalDate day, Optional<String> country) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && country.filter(place -> permission.holidays().on(place.strip(), day)).isEmpty();
  }
}
