package io.duly.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of many cases to which something is to be done.
 *
 * @param debtor whose case it is, by name
 * @param owner whose list it is on
 * @param taken who else is in it at the moment, as in {@code person:anna}
 * @param task the open task of its next step
 * @param held a hold by hand of the same kind is in force
 * @param refusal why it would not be done: the end of a key of a sentence
 */
public record BulkLine(
    CaseHead head, String debtor, Optional<UUID> owner, Optional<String> taken, Optional<Open> task, boolean held, Optional<String> refusal) {

  /** A task as it is before. */
  public record Open(UUID id, LocalDate dueOn, @Nullable OffsetDateTime dueAt, @Nullable String zone) {}

  BulkLine refused(Optional<String> why) {
    return new BulkLine(head, debtor, owner, taken, task, held, why);
  }

  public boolean isDone() {
    return refusal.isEmpty();
  }
}
