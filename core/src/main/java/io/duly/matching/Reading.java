package io.duly.matching;

/** Reads everything that a payment says of invoices. */
final class Reading {
  private Reading() {}

  static Hits of(Book book, Payment payment) {
    var hits = new Hits();
    for (var reference : payment.references()) {
      structured(book, hits, reference);
    }
    long amount = payment.amount().minor();
    for (var document : payment.documents()) {
      new NumberSearch(book, hits, Tokens.of("INVOICE " + document, amount)).run();
    }
    new NumberSearch(book, hits, Tokens.of(payment.remittance(), amount)).run();
    payment.endToEnd()
        .filter(text -> !text.startsWith("NOT") && text.length() >= 4)
        .ifPresent(text -> new NumberSearch(book, hits, Tokens.of(text, amount)).runOnOwn());
    return hits;
  }

  /** A field for a reference; payers put invoice numbers there too. */
  private static void structured(Book book, Hits hits, String reference) {
    if (!ReferenceSearch.look(book, hits, References.bare(reference))) {
      if (References.wrong(reference)) {
        hits.wrong(reference);
      } else {
        other(book, hits, reference);
      }
    }
  }

  private static void other(Book book, Hits hits, String text) {
    int before = hits.all().size();
    new NumberSearch(book, hits, Tokens.of(text, 0)).run();
    if (hits.all().size() == before && Plain.hasDigit(text)) {
      hits.unknown(text);
    }
  }
}
