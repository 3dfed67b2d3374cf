package io.duly.matching;

import io.duly.matching.Token.Role;

/**
 * Finds invoices whose whole number is so short that its characters may be anything: {@code R-1}. To be named so allocates
 * nothing; beside the exact amount it keeps a debtor from being asked for what may have come.
 */
final class Mentions {
  private static final int SHORT = 5;
  private static final int GAP = 4;
  private static final int MANY = 48;

  private final Book book;
  private final Hits hits;

  Mentions(Book book, Hits hits) {
    this.book = book;
    this.hits = hits;
  }

  void in(Tokens tokens) {
    for (int first = 0; first < tokens.size(); first++) {
      from(tokens, first);
    }
  }

  private void from(Tokens tokens, int first) {
    var joined = new StringBuilder();
    for (int at = first; at < tokens.size() && tokens.get(at).role() != Role.OTHER; at++) {
      joined.append(tokens.get(at).text());
      if (joined.length() > SHORT || at > first && tokens.gap(at - 1).length() > GAP) {
        return;
      }
      look(joined.toString());
    }
  }

  private void look(String text) {
    if (Plain.hasDigit(text)) {
      var folded = Plain.folded(text);
      for (int invoice : book.find(Hashes.of(Hashes.NUMBER, folded), MANY)) {
        if (NumberKeys.of(book.number(invoice)).folded().equals(folded)) {
          hits.mention(invoice);
        }
      }
    }
  }
}
