package io.duly.calls;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.KnownDebtor;
import io.duly.kernel.Money;
import io.duly.talk.BankDays;
import io.duly.talk.NoSchedule;
import io.duly.talk.Rhythm;
import io.duly.talk.Schedule;
import io.duly.talk.Way;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What a way of paying that was typed comes to (P27). */
@Component
public final class Offers {
  private static final int DAYS_TO_PAY = 7;
  private static final int DAYS_TO_THE_REST = 30;
  private static final int PARTS = 3;

  private final ContactPermission permission;

  Offers(ContactPermission permission) {
    this.permission = permission;
  }

  /** The days on which a debtor can pay. */
  public BankDays days(KnownDebtor debtor) {
    return new BankDays(day -> permission.isHoliday(debtor, day));
  }

  /**
   * The schedule of what stands in the sheet; what is left out there is filled with what is usual. Empty where no way is chosen.
   *
   * @param amount reads what was typed; empty where it is no amount
   * @throws NoSchedule where it cannot be paid so
   */
  public Optional<Schedule> of(Sheet sheet, Money open, Function<String, Optional<Money>> amount, LocalDate today, BankDays days) {
    return sheet.text(Field.WAY).flatMap(Way::of).map(way -> schedule(way, sheet, open, amount, today, days));
  }

  private static Schedule schedule(Way way, Sheet sheet, Money open, Function<String, Optional<Money>> amount, LocalDate today, BankDays days) {
    return switch (way) {
      case ALL_TODAY -> Schedule.once(open, open, today, today, days);
      case BY_DATE -> Schedule.once(open, amount(sheet, open, amount), sheet.day(Field.FIRST_ON).orElse(today.plusDays(DAYS_TO_PAY)), today, days);
      case PART_AND_REST ->
          Schedule.partAndRest(
              open, amount(sheet, half(open), amount), sheet.day(Field.FIRST_ON).orElse(today), sheet.day(Field.REST_ON).orElse(today.plusDays(DAYS_TO_THE_REST)),
              today, days);
      case INSTALMENTS ->
          Schedule.instalments(
              open, count(sheet), sheet.day(Field.FIRST_ON).orElse(today.plusDays(DAYS_TO_PAY)),
              sheet.text(Field.RHYTHM).flatMap(Rhythm::of).orElse(Rhythm.MONTHLY), today, days);
    };
  }

  private static Money amount(Sheet sheet, Money usual, Function<String, Optional<Money>> amount) {
    return sheet.text(Field.AMOUNT).map(typed -> amount.apply(typed).orElseGet(() -> Money.zero(usual.currency()))).orElse(usual);
  }

  private static Money half(Money open) {
    return new Money(open.minor() / 2, open.currency());
  }

  private static int count(Sheet sheet) {
    return sheet.text(Field.COUNT).map(typed -> typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0).orElse(PARTS);
  }
}
