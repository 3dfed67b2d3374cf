package io.duly.einvoice.model;

/** In which language an invoice is written. */
public enum Syntax {
  UBL("UBL"),
  CII("CII"),
  ZUGFERD_1("ZUGFeRD 1"),
  FATTURA_PA("FatturaPA"),
  EDIFACT("EDIFACT INVOIC");

  private final String words;

  Syntax(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
