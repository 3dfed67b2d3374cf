package io.duly.desk.api;

import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import java.util.Optional;

/** Whether what is changed is still what was read. */
final class Precondition {
  private Precondition() {}

  /**
   * @param read the header If-Match
   * @param now the tag of what is there, without its quotes
   * @throws Refusal where it was not read, or has changed since
   */
  static void require(Optional<String> read, Optional<String> now) {
    if (read.isEmpty()) {
      throw new Refusal(ProblemType.PRECONDITION_REQUIRED, "Read it, and send its ETag as If-Match: what is changed is exactly what was read.");
    }
    holds(read, now);
  }

  /** The same, where the header need not be sent. */
  static void holds(Optional<String> read, Optional<String> now) {
    if (read.isPresent() && !read.get().equals("*") && !read.map(tag -> tag.replace("\"", "")).equals(now)) {
      throw new Refusal(ProblemType.PRECONDITION_FAILED, "It has changed since it was read. Read it again.");
    }
  }
}
