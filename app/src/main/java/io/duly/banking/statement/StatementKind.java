package io.duly.banking.statement;

/** How much a statement commits the bank: only {@link #BOOKED} ones form the chain of an account's balances. */
public enum StatementKind {
  /** End of day, with balances: camt.053, MT940, CODA, BAI2 of the day before. */
  BOOKED,
  /** Within the day, repeated by the booked statement that follows: camt.052, MT942. */
  INTRADAY,
  /** Advice of single bookings without balances: camt.054. */
  ADVICE,
  /** What a person fetched for days of their choice, with the balance at the time of fetching: OFX, QIF. */
  DOWNLOAD
}
