package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.journal.Sha256;

/** Papers, as the API names them: by the hash of their bytes in hexadecimal digits. */
final class PaperHash {
  private PaperHash() {}

  /** @throws Refusal where it is none */
  static Sha256 of(String hex, String pointer) {
    try {
      return Sha256.ofHex(hex);
    } catch (IllegalArgumentException none) {
      throw new Refusal(ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.", Problem.Part.of(pointer, "A SHA-256 in 64 hexadecimal digits."));
    }
  }
}
