package io.duly.kernel;

import java.util.UUID;

/** Identifies a task: work for a person. */
public record TaskId(UUID value) implements Id {

  /**
   * Reads an id as {@link #toString} wrote it.
   *
   * @throws IllegalArgumentException where {@code text} is not a UUID
   */
  public static TaskId of(String text) {
    return new TaskId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
