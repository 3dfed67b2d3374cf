package io.duly.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a webhook is told of.
 *
 * @param id what the receiver knows it by
 * @param caseNumber empty for a test
 * @param state {@code waiting}, {@code taken} or {@code left_out}
 * @param due when it is tried next, while it waits
 * @param last the last attempt
 */
public record Event(
    UUID id, String kind, Optional<Long> caseNumber, Optional<Integer> seq, Instant occurredAt, Instant madeAt, String state, Instant due, int attempts, Optional<Attempt> last) {

  /**
   * An attempt to tell it.
   *
   * @param status that was answered, where something was
   * @param trouble why it was not taken: {@code status}, {@code unknown-host}, {@code inside}, {@code refused}, {@code tls}, {@code timeout} or {@code broken}
   */
  public record Attempt(Instant at, Optional<Integer> status, Optional<String> trouble) {}

  public boolean isWaiting() {
    return state.equals("waiting");
  }
}
