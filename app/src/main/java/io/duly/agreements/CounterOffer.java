package io.duly.agreements;

import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.plans.Offer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a debtor asks for.
 *
 * @param offer as it was worked out for them
 * @param answerBy when they hear from us
 * @param answered empty while they wait
 */
public record CounterOffer(UUID id, CaseId recovery, Offer offer, Optional<String> ownWords, LocalDate toldOn, LocalDate answerBy, UUID hold, Optional<Answered> answered) {
  /** How far back an answer is shown to the debtor, in days. */
  public static final int SHOWN_DAYS = 14;

  /** @param words what they are told; empty where a yes speaks for itself */
  public record Answered(Answer answer, LocalDate on, Optional<String> words) {}

  /** What became of it. */
  public enum Answer {
    AGREED,
    /** Somebody who may go so far is asked. */
    ASKED_ABOVE,
    DECLINED,
    /** They asked for something else meanwhile. */
    REPLACED
  }

  public Money total() {
    return offer.plan().total();
  }

  public boolean waits() {
    return answered.isEmpty();
  }
}
