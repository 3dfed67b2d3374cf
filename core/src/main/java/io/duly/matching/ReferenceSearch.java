package io.duly.matching;

import io.duly.matching.Hit.How;
import java.util.BitSet;

/** Finds payment references in a payer's text, also where they are written in groups. */
final class ReferenceSearch {
  private static final int GROUPS = 8;
  private static final int LONGEST = 34;
  private static final int SHORTEST = 4;

  private final Book book;
  private final Hits hits;
  private final Tokens tokens;

  ReferenceSearch(Book book, Hits hits, Tokens tokens) {
    this.book = book;
    this.hits = hits;
    this.tokens = tokens;
  }

  void run(BitSet used) {
    for (int first = 0; first < tokens.size(); first++) {
      var joined = new StringBuilder();
      for (int last = first; last < Math.min(tokens.size(), first + GROUPS); last++) {
        joined.append(tokens.get(last).text());
        if (joined.length() > LONGEST) {
          break;
        }
        if (joined.length() >= SHORTEST && Plain.hasDigit(joined) && look(book, hits, joined.toString())) {
          used.set(first, last + 1);
        }
      }
      noteWrong(tokens.get(first).text());
    }
  }

  private void noteWrong(String text) {
    if (text.length() >= 8 && References.wrong(text)) {
      hits.wrong(text);
    }
  }

  /** Whether it is the reference of invoices. */
  static boolean look(Book book, Hits hits, String text) {
    var key = Plain.withoutNoughts(text);
    var found = book.find(Hashes.of(Hashes.REFERENCE, key), 64);
    boolean any = false;
    for (int invoice : found) {
      if (book.references(invoice).contains(" " + key + " ")) {
        hits.add(new Hit(invoice, key.length() >= 6 ? 4 : 2, How.REFERENCE, text, found.length));
        any = true;
      }
    }
    return any;
  }
}
