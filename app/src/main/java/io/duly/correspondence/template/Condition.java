package io.duly.correspondence.template;

import io.duly.strategy.Channel;
import io.duly.strategy.Tone;
import io.duly.wording.Claim;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a part of a template can hang on, written <code>{{if agency}}</code>, alone in a paragraph. */
enum Condition {
  /** Something was paid of what is asked for. */
  PAID,
  /** More than one invoice is named. */
  SEVERAL,
  /** A part is contested, which is not asked for. */
  DISPUTED,
  /** Charges are asked for. */
  CHARGES,
  /** A part is still open. */
  OPEN,
  /** A time for a call is agreed. */
  CALL_AGREED,
  /** The policy foresees an agency for this case. */
  AGENCY,
  /** A court may be asked, as policy and stage have it. */
  COURT,
  /** The policy has a further step after this message. */
  FURTHER,
  /** The number is known to be the debtor's own. */
  VERIFIED,
  EMAIL,
  LETTER,
  FRIENDLY,
  NEUTRAL,
  FIRM,
  FORMAL;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Optional<Condition> of(String word) {
    return Arrays.stream(values()).filter(condition -> condition.word().equals(word)).findFirst();
  }

  boolean holds(Occasion occasion, Tone tone, Channel channel) {
    return switch (this) {
      case PAID -> occasion.owed().stream().anyMatch(Owed::hasPayments);
      case SEVERAL -> occasion.invoices() > 1;
      case DISPUTED -> occasion.owed().stream().anyMatch(Owed::hasDisputes);
      case CHARGES -> occasion.owed().stream().anyMatch(owed -> !owed.charges().isEmpty());
      case OPEN -> occasion.owed().stream().anyMatch(owed -> owed.total().isPositive());
      case CALL_AGREED -> occasion.callOn().isPresent();
      case AGENCY -> occasion.claims().contains(Claim.AGENCY);
      case COURT -> occasion.claims().contains(Claim.COURT);
      case FURTHER -> occasion.claims().contains(Claim.FURTHER_STEPS);
      case VERIFIED -> occasion.recipient().numberIsOwn();
      case EMAIL -> channel == Channel.EMAIL;
      case LETTER -> channel == Channel.LETTER;
      case FRIENDLY -> tone == Tone.FRIENDLY;
      case NEUTRAL -> tone == Tone.NEUTRAL;
      case FIRM -> tone == Tone.FIRM;
      case FORMAL -> tone == Tone.FORMAL;
    };
  }
}
