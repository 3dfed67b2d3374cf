package io.duly.desk.api;

import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what is changed is still what was read. */
final class Precondition {
  private Precondition() {}

  /**
   * @param read the header If-Match; {@code *}: as it is now, whatever it is
   * @param now the tag of what is there, without its quotes
   * @throws Refusal where it was not read, or has changed since
   */
  static void require(Optional<String> read, Optional<String> now) {
    if (read.isEmpty()) {
      throw new Refusal(ProblemType.PRECONDITION_REQUIRED, "Read it, and send its ETag as If-Match: what is changed is exactly what was read.");
    }
    if (!read.get().equals("*") && now.filter(tag -> tags(read.get()).anyMatch(tag::equals)).isEmpty()) {
      throw new Refusal(ProblemType.PRECONDITION_FAILED, "It has changed since it was read. Read it again.");
    }
  }

  /** A weak one does not hold for a change (RFC 9110, 13.1.1), so its W/ stays with it. */
  private static Stream<String> tags(String header) {
    return Arrays.stream(header.split(",", -1)).map(tag -> tag.strip().replace("\"", ""));
  }
}
