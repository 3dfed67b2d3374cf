package io.duly.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the law says of terms that were agreed. Nothing is charged otherwise because of it: what the
 * milder reading gives is charged, and a person is told that the law may say more.
 */
public sealed interface Limit {
  Basis basis();

  AppliesTo appliesTo();

  /**
   * What is to be said of a claim; empty where it keeps the limit.
   *
   * @param agreed the rule of the terms' interest
   * @param late the first day of lateness
   */
  Optional<String> on(Claim claim, Optional<InterestRule> agreed, LocalDate late);

  /**
   * The longest term of payment.
   *
   * @param days from the invoice
   * @param beginsWith whether the day of the invoice is the first of them
   * @param monthEndDays days after the end of the invoice's month that are allowed too; zero: none
   */
  record LongestTerm(
      Basis basis, AppliesTo appliesTo, int days, boolean beginsWith, int monthEndDays)
      implements Limit {

    @Override
    public Optional<String> on(Claim claim, Optional<InterestRule> agreed, LocalDate late) {
      return claim.due() instanceof Due.Agreed due
          ? due.invoicedOn().filter(from -> due.on().isAfter(last(from))).map(from -> said(due, from))
          : Optional.empty();
    }

    private LocalDate last(LocalDate from) {
      LocalDate plain = from.plusDays(beginsWith ? days - 1L : days);
      LocalDate monthEnd = YearMonth.from(from).atEndOfMonth().plusDays(monthEndDays);
      return monthEndDays > 0 && monthEnd.isAfter(plain) ? monthEnd : plain;
    }

    private String said(Due.Agreed due, LocalDate from) {
      return "The agreed day "
          + due.on()
          + " is "
          + ChronoUnit.DAYS.between(from, due.on())
          + " days after the invoice; "
          + basis.named()
          + " lets terms of more than "
          + days
          + " days stand only where they are fair to the creditor, else the debt was late from "
          + last(from).plusDays(1)
          + ". Nothing is charged before the agreed day";
    }
  }

  /**
   * The least rate that terms may agree.
   *
   * @param table of the rate
   * @param times that rate
   */
  record LeastRate(Basis basis, AppliesTo appliesTo, RateTable table, int times)
      implements Limit {

    @Override
    public Optional<String> on(Claim claim, Optional<InterestRule> agreed, LocalDate late) {
      var since = new Rates.Since(late, claim.contractedOn());
      return agreed
          .flatMap(rule -> rule.rates().on(late, since))
          .flatMap(rate ->
              table
                  .on(late)
                  .map(row -> row.percent().multiply(BigDecimal.valueOf(times)))
                  .filter(least -> rate.percent().compareTo(least) < 0)
                  .map(least -> said(rate.percent(), least)));
    }

    private String said(BigDecimal percent, BigDecimal least) {
      return "The agreed rate of "
          + percent.toPlainString()
          + " % is below the least of "
          + least.toPlainString()
          + " % that "
          + basis.named()
          + " lets terms agree. What was agreed is charged, which is milder to the debtor";
    }
  }

  /** An agreed day that is no working day may move to the next one. */
  record NextWorkingDay(Basis basis, AppliesTo appliesTo) implements Limit {

    @Override
    public Optional<String> on(Claim claim, Optional<InterestRule> agreed, LocalDate late) {
      return claim.due() instanceof Due.Agreed due && !LastDay.GERMAN_WORKING_DAY.of(due.on()).equals(due.on())
          ? Optional.of(said(due.on()))
          : Optional.empty();
    }

    private String said(LocalDate day) {
      return "The agreed day "
          + day
          + " is a Saturday, Sunday or holiday; by "
          + basis.named()
          + " payment on "
          + LastDay.GERMAN_WORKING_DAY.of(day)
          + " may still have been in time. Interest is computed from the agreed day; waive these days where the debtor paid then";
    }
  }
}
