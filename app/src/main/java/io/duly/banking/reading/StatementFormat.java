package io.duly.banking.reading;

/** The formats of statement files that are read. */
public enum StatementFormat {
  CAMT("camt.052, 053 or 054"),
  MT940("MT940 or MT942"),
  OFX("OFX"),
  BAI2("BAI2"),
  CODA("CODA"),
  QIF("QIF");

  private final String words;

  StatementFormat(String words) {
    this.words = words;
  }

  /** The name people know it by. */
  public String words() {
    return words;
  }
}
