package io.duly.webhooks;

/** A webhook that cannot be made; says why. */
public final class CannotMakeWebhook extends RuntimeException {
  /** What is wrong with it. */
  public enum Why {
    NAME,
    /** It is no address of the web, or not of https. */
    ADDRESS,
    /** Its name is not known, or leads inside. */
    INSIDE,
    KINDS,
    CREDITORS,
    TOO_MANY
  }

  private final Why why;

  CannotMakeWebhook(Why why, String sentence) {
    super(sentence);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
