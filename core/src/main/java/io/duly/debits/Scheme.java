package io.duly.debits;

import java.util.Locale;

/** Which rules a mandate is under. */
public enum Scheme {
  /** For everybody; the payer may have the money back for eight weeks. */
  CORE,
  /** Between businesses; the payer's bank knows the mandate, and the money stays. */
  B2B;

  /** As tables and forms spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
