package io.duly.approvals;

import io.duly.agreements.Agreed;
import io.duly.plans.OnMiss;
import io.duly.agreements.PaidBy;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import io.duly.plans.Authority;
import io.duly.plans.Instalment;
import io.duly.plans.Offer;
import io.duly.plans.Plan;
import io.duly.plans.Valued;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An offer, as a proposal keeps it: all that who decides about it should see. */
public final class OfferText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OfferText() {}

  /**
   * What was offered, and what it is worth.
   *
   * @param why who offered it wants it
   * @param on the business date on which it was offered: by that its length is measured
   * @param anew the running plan that it is to take the place of; empty where it is an offer of its own
   */
  public record Offered(Agreed agreed, Valued valued, String why, LocalDate on, Optional<PlanId> anew) {
    /** An offer of its own. */
    public Offered(Agreed agreed, Valued valued, String why, LocalDate on) {
      this(agreed, valued, why, on, Optional.empty());
    }

    /** In what it goes further than somebody may. */
    public Set<Authority.Beyond> beyond(Authority limits) {
      return anew.isPresent() ? limits.beyondAnew(agreed.offer(), on) : limits.beyond(agreed.offer(), on);
    }
  }

  record Day(LocalDate on, long amount) {}

  record Whole(
      Offer.Kind kind, String currency, long owed, long debt, long interest, List<Day> days, OnMiss onMiss, int graceDays, PaidBy paidBy, @Nullable String ownWords,
      long presentValue, long expected, int chance, Set<Authority.Beyond> beyond, String why, LocalDate on, @Nullable UUID anew) {}

  static String text(Offered offered) {
    var agreed = offered.agreed();
    var plan = agreed.offer().plan();
    var valued = offered.valued();
    var days = plan.instalments().stream().map(one -> new Day(one.dueOn(), one.amount().minor())).toList();
    return JSON.writeValueAsString(new Whole(
        agreed.offer().kind(), plan.debt().currency().getCurrencyCode(), agreed.offer().owed().minor(), plan.debt().minor(), plan.interest().minor(), days, agreed.onMiss(),
        agreed.graceDays(), agreed.paidBy(), agreed.ownWords().orElse(null), valued.presentValue().minor(), valued.expected().minor(), valued.chance(), valued.beyond(),
        offered.why(), offered.on(), offered.anew().map(PlanId::value).orElse(null)));
  }

  /** What such a text offers. */
  public static Offered of(String text) {
    var whole = JSON.readValue(text, Whole.class);
    var plan = new Plan(
        money(whole, whole.debt()), money(whole, whole.interest()), whole.days().stream().map(one -> new Instalment(one.on(), money(whole, one.amount()))).toList());
    var offer = new Offer(whole.kind(), money(whole, whole.owed()), plan);
    var valued = new Valued(offer, money(whole, whole.presentValue()), money(whole, whole.expected()), whole.chance(), whole.beyond());
    return new Offered(new Agreed(offer, whole.onMiss(), whole.graceDays(), whole.paidBy(), Optional.ofNullable(whole.ownWords())), valued, whole.why(), whole.on(),
        Optional.ofNullable(whole.anew()).map(PlanId::new));
  }

  private static Money money(Whole whole, long minor) {
    return Money.ofMinor(minor, whole.currency());
  }
}
