package io.duly.calls;

import io.duly.kernel.Money;
import io.duly.plans.Instalment;
import io.duly.plans.Ladder;
import io.duly.plans.NoPlan;
import io.duly.plans.Offer;
import io.duly.plans.Pace;
import io.duly.plans.Plan;
import io.duly.plans.PlanTerms;
import io.duly.talk.Way;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a way of paying that was typed comes to (P27). What is left out is filled with what is usual.
 *
 * @param amount reads what was typed; empty where it is no amount
 */
record TypedOffer(Sheet sheet, Ladder.Facts facts, Function<String, Optional<Money>> amount) {
  private static final int DAYS_TO_PAY = 7;
  private static final int DAYS_TO_THE_REST = 30;
  private static final int PARTS = 3;
  private static final Pattern LINE = Pattern.compile("\\s*(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})[\\s:;,]+(\\S.*?)\\s*");
  private static final DateTimeFormatter WITH_DOTS = DateTimeFormatter.ofPattern("d.M.uuuu");
  private static final Pace ONCE = new Pace.Days(1);

  /** @throws NoOffer where it cannot be paid so */
  Offer of(Way way) {
    if (!facts.owed().isPositive()) {
      throw new NoOffer(NoOffer.Why.NOTHING_OPEN);
    }
    try {
      return switch (way) {
        case ALL_TODAY -> offer(Offer.Kind.ALL_TODAY, facts.owed(), PlanTerms.equalParts(1, facts.today(), ONCE));
        case BY_DATE -> offer(Offer.Kind.BY_DATE, part(facts.owed()), PlanTerms.equalParts(1, day(Field.FIRST_ON, facts.today().plusDays(DAYS_TO_PAY)), ONCE));
        case PART_AND_REST -> partAndRest();
        case INSTALMENTS -> instalments();
        case SETTLEMENT -> settlement();
      };
    } catch (NoPlan no) {
      throw NoOffer.of(no);
    }
  }

  private Offer settlement() {
    if (!facts.mayBeSettled()) {
      throw new NoOffer(NoOffer.Why.GROUND);
    }
    var least = new Money(facts.owed().minor() - facts.owed().minor() * facts.authority().deepestDiscount() / 100, facts.owed().currency());
    var amount = part(least);
    if (amount.equals(facts.owed())) {
      throw new NoOffer(NoOffer.Why.AMOUNT);
    }
    var terms = PlanTerms.equalParts(1, day(Field.FIRST_ON, facts.today().plusDays(DAYS_TO_PAY)), ONCE);
    return new Offer(Offer.Kind.SETTLEMENT, facts.owed(), Plan.of(amount, terms, facts.today(), facts.days()));
  }

  private Offer partAndRest() {
    var rest = PlanTerms.equalParts(1, day(Field.REST_ON, facts.today().plusDays(DAYS_TO_THE_REST)), ONCE);
    var half = new Money(facts.owed().minor() / 2, facts.owed().currency());
    return offer(Offer.Kind.PART_AND_REST, facts.owed(), rest.after(day(Field.FIRST_ON, facts.today()), part(half)).bearing(facts.interest()));
  }

  private Offer instalments() {
    var pace = sheet.text(Field.RHYTHM).flatMap(Rhythm::of).orElse(Rhythm.MONTHLY).pace();
    return pace.map(this::paced).orElseGet(() -> new Offer(Offer.Kind.INSTALMENTS, facts.owed(), Plan.typed(facts.owed(), typed(), facts.interest(), facts.today())));
  }

  private Offer paced(Pace pace) {
    int count = sheet.text(Field.COUNT).map(text -> text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0).orElse(PARTS);
    if (count < 2) {
      throw new NoOffer(NoOffer.Why.COUNT);
    }
    var first = begin(pace);
    var terms = sheet.text(Field.AMOUNT)
        .map(_ -> PlanTerms.equalParts(count - 1, pace.day(first, 1), pace).after(first, part(facts.owed())))
        .orElseGet(() -> PlanTerms.equalParts(count, first, pace));
    return offer(Offer.Kind.INSTALMENTS, facts.owed(), terms.bearing(facts.interest()));
  }

  /** A month whose last bank day is over is left out. */
  private LocalDate begin(Pace pace) {
    var first = day(Field.FIRST_ON, facts.today().plusDays(DAYS_TO_PAY));
    boolean over = pace instanceof Pace.MonthEnd && !first.isBefore(facts.today()) && facts.days().of(pace.day(first, 0), pace).isBefore(facts.today());
    return over ? first.withDayOfMonth(1).plusMonths(1) : first;
  }

  private List<Instalment> typed() {
    return sheet.typed(Field.TYPED).lines().filter(line -> !line.isBlank()).map(this::line).toList();
  }

  private Instalment line(String text) {
    var found = LINE.matcher(text);
    if (!found.matches()) {
      throw new NoOffer(NoOffer.Why.LINE);
    }
    var money = amount.apply(found.group(2)).filter(Money::isPositive).orElseThrow(() -> new NoOffer(NoOffer.Why.LINE));
    return new Instalment(facts.days().of(readDay(found.group(1)), ONCE), money);
  }

  private static LocalDate readDay(String text) {
    try {
      return text.indexOf('-') > 0 ? LocalDate.parse(text) : LocalDate.parse(text, WITH_DOTS);
    } catch (DateTimeException no) {
      throw new NoOffer(NoOffer.Why.LINE);
    }
  }

  private Money part(Money usual) {
    var found = sheet.text(Field.AMOUNT).map(text -> amount.apply(text).orElseThrow(() -> new NoOffer(NoOffer.Why.AMOUNT))).orElse(usual);
    if (!found.isPositive() || found.compareTo(facts.owed()) > 0) {
      throw new NoOffer(NoOffer.Why.AMOUNT);
    }
    return found;
  }

  private LocalDate day(Field field, LocalDate usual) {
    return sheet.day(field).orElse(usual);
  }

  /** Of a part that is promised by a day the offer is about that part. */
  private Offer offer(Offer.Kind kind, Money owed, PlanTerms terms) {
    return new Offer(kind, owed, Plan.of(owed, terms, facts.today(), facts.days()));
  }
}
