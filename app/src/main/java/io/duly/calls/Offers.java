package io.duly.calls;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.KnownDebtor;
import io.duly.kernel.Money;
import io.duly.plans.Instalment;
import io.duly.plans.Ladder;
import io.duly.plans.Offer;
import io.duly.talk.BankDays;
import io.duly.talk.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What ways of paying come to (P27), on the days on which the debtor's bank works. */
@Component
public final class Offers {
  private final ContactPermission permission;

  Offers(ContactPermission permission) {
    this.permission = permission;
  }

  /** The days on which a debtor can pay. */
  public BankDays days(KnownDebtor debtor) {
    return new BankDays(day -> permission.isHoliday(debtor, day));
  }

  /**
   * What stands in the sheet; empty where no way is chosen.
   *
   * @param amount reads what was typed; empty where it is no amount
   * @throws NoOffer where it cannot be paid so
   */
  public static Optional<Offer> of(Sheet sheet, Ladder.Facts facts, Function<String, Optional<Money>> amount) {
    return sheet.text(Field.WAY).flatMap(Way::of).map(way -> new TypedOffer(sheet, facts, amount).of(way));
  }

  /**
   * The sheet with an option of the ladder in it, so that it can be changed there.
   *
   * @param today from which the ladder counts
   */
  public static Sheet taken(Sheet sheet, Offer offer, LocalDate today) {
    var parts = offer.plan().instalments();
    var clear = sheet.with(Map.of(Field.WAY, offer.kind().name().toLowerCase(Locale.ROOT), Field.AMOUNT, "", Field.FIRST_ON, "", Field.REST_ON, "", Field.COUNT, "", Field.RHYTHM, ""));
    return switch (offer.kind()) {
      case ALL_TODAY -> clear;
      case SETTLEMENT -> clear.with(Map.of(Field.AMOUNT, offer.plan().debt().plain(), Field.FIRST_ON, parts.getFirst().dueOn().toString()));
      case BY_DATE -> clear.with(Map.of(Field.FIRST_ON, parts.getFirst().dueOn().toString()));
      case PART_AND_REST ->
          clear.with(Map.of(
              Field.AMOUNT, parts.getFirst().amount().plain(), Field.FIRST_ON, parts.getFirst().dueOn().toString(), Field.REST_ON, parts.getLast().dueOn().toString()));
      case INSTALMENTS ->
          clear.with(Map.of(
              Field.COUNT, String.valueOf(parts.size()), Field.RHYTHM, Rhythm.MONTHLY.word(), Field.FIRST_ON, today.toString(), Field.AMOUNT, down(parts)));
    };
  }

  /** Of what is divided evenly no first payment has to be named. */
  private static String down(List<Instalment> parts) {
    return parts.getFirst().amount().compareTo(parts.get(1).amount()) > 0 ? parts.getFirst().amount().plain() : "";
  }
}
