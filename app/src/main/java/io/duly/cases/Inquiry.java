package io.duly.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What we asked somebody who may know about a dispute: the carrier, the warehouse, the salesperson.
 *
 * @param answerBy the day by which we want to know
 * @param answered what they said, and when; empty while we wait
 */
public record Inquiry(UUID id, UUID dispute, String whom, String question, LocalDate askedOn, String askedBy, LocalDate answerBy, Optional<Answered> answered) {

  /** @param by who wrote it down */
  public record Answered(LocalDate on, String by, String words) {}

  public boolean isLate(LocalDate today) {
    return answered.isEmpty() && answerBy.isBefore(today);
  }
}
