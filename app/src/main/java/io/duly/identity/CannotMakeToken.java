package io.duly.identity;

/** A token that its person cannot have; says why. */
public final class CannotMakeToken extends RuntimeException {
  /** What is wrong with it. */
  public enum Why {
    NAME,
    NO_SCOPE,
    SCOPE_OF_ROLE,
    CREDITORS,
    LASTING,
    TOO_MANY
  }

  private final Why why;

  CannotMakeToken(Why why, String sentence) {
    super(sentence);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
