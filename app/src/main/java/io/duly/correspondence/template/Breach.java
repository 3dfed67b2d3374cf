package io.duly.correspondence.template;

import io.duly.agreements.AgreedPlan;
import io.duly.plans.Offer;
import java.util.Locale;

/** What follows where what was agreed does not come on its day, as a recap says it. */
public enum Breach {
  ONE_GRACE,
  RENEGOTIATE,
  FALLS_DUE,
  /** The whole debt is owed again. */
  SETTLEMENT;

  static Breach of(AgreedPlan plan) {
    return plan.kind() == Offer.Kind.SETTLEMENT ? SETTLEMENT : valueOf(plan.onMiss().name());
  }

  /** As the words of recaps are named. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
