package io.duly.matching;

/**
 * That a text names an invoice.
 *
 * @param strength 1 a few digits that may be anything, 2 its number, 3 its whole number; 4 a reference with check digits
 * @param written as the payer wrote it
 * @param many how many invoices are written so
 */
record Hit(int invoice, int strength, How how, String written, int many) {

  /** How it is named. */
  enum How {
    REFERENCE,
    NUMBER,
    PART,
    ABBREVIATED,
    RANGE
  }

  /** Whether it counts only beside another hit of the same debtor. */
  boolean dependent() {
    return how == How.ABBREVIATED || how == How.RANGE;
  }
}
