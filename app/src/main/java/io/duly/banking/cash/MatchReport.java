package io.duly.banking.cash;

/**
 * What matching made of what nobody had looked at.
 *
 * @param entries looked at
 * @param sure allocated, {@code parts} to so many invoices
 * @param likely waiting for a person with proposals
 * @param candidates waiting with debtors whose it could be
 * @param nothing that fits nothing
 * @param returned receipts taken back
 */
public record MatchReport(int entries, int sure, int parts, int likely, int candidates, int nothing, int returned) {
  static final MatchReport NONE = new MatchReport(0, 0, 0, 0, 0, 0, 0);

  MatchReport plus(MatchReport other) {
    return new MatchReport(entries + other.entries, sure + other.sure, parts + other.parts, likely + other.likely, candidates + other.candidates,
        nothing + other.nothing, returned + other.returned);
  }
}
