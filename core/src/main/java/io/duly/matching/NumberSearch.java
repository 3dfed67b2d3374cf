package io.duly.matching;

import io.duly.matching.Hit.How;
import io.duly.matching.Token.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds invoice numbers in a payer's text: each run of characters, and each few runs put together, is looked up. */
final class NumberSearch {
  private static final int TOGETHER = 4;
  private static final int MANY = 48;
  private static final int LONGEST = 30;
  private static final int SURELY = 6;

  private final Book book;
  private final Hits hits;
  private final Tokens tokens;
  private final BitSet used = new BitSet();
  private final BitSet inReference = new BitSet();
  private final List<Found> all = new ArrayList<>();
  private final Series series;

  /** A hit and the runs that name it. */
  private record Found(int first, int last, Hit hit) {
    /** A part of a longer number that names an invoice by itself says nothing of its own. */
    boolean within(Found longer) {
      return hit.how() != How.RANGE && hit.how() != How.ABBREVIATED && longer.first <= first && longer.last >= last && longer.last - longer.first > last - first
          && longer.hit.strength() >= 3 && longer.hit.how() == How.NUMBER;
    }
  }

  NumberSearch(Book book, Hits hits, Tokens tokens) {
    this.book = book;
    this.hits = hits;
    this.tokens = tokens;
    this.series = new Series(tokens);
  }

  void run() {
    search();
    noteUnknown();
    hits.text(tokens, used);
  }

  /** In a payer's own reference: a number there that names no invoice is the payer's. */
  void runOnOwn() {
    search();
  }

  private void search() {
    if (book.hasReferences()) {
      new ReferenceSearch(book, hits, tokens).run(inReference);
      used.or(inReference);
    }
    for (int first = 0; first < tokens.size(); first++) {
      from(first);
    }
    new Mentions(book, hits).in(tokens);
    all.stream().filter(one -> all.stream().noneMatch(one::within)).forEach(one -> hits.add(one.hit()));
  }

  private void from(int first) {
    if (!begins(tokens.get(first))) {
      return;
    }
    var joined = new StringBuilder();
    for (int last = first; last < Math.min(first + TOGETHER, tokens.size()); last++) {
      if (last > first && !goesOn(last)) {
        return;
      }
      joined.append(tokens.get(last).text());
      if (joined.length() > LONGEST) {
        return;
      }
      look(joined.toString(), first, last, tokens.get(last).role() == Role.INVOICE);
      if (joined.length() == tokens.get(first).text().length() || !used.get(first)) {
        behindWord(joined.toString(), first, last);
      }
    }
  }

  /** A number that is written together with the word before it, and perhaps with the one behind it. */
  private void behindWord(String text, int first, int last) {
    if (!tokens.get(first).mayNameInvoice() || used.get(first)) {
      return;
    }
    int letters = lettersBefore(text);
    for (int at = 0; at <= letters; at++) {
      if (at == 0 || Wording.leads(text.substring(0, at))) {
        boolean told = at > 0 && Wording.invoice(text.substring(0, at));
        alone(text.substring(at), at > 0, first, last, told);
      }
    }
  }

  private void alone(String rest, boolean cut, int first, int last, boolean told) {
    if (cut && rest.length() >= SURELY) {
      look(rest, first, last, told);
    }
    int digits = 0;
    while (digits < rest.length() && Plain.isDigit(rest.charAt(digits))) {
      digits++;
    }
    if (digits >= SURELY && digits < rest.length()) {
      look(rest.substring(0, digits), first, last, told);
    }
  }

  private static int lettersBefore(String text) {
    int to = 0;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean begins(Token token) {
    return token.role() == Role.OTHER || token.role() == Role.ORDER || token.role() == Role.CUSTOMER
        ? false
        : token.digits() || token.text().length() <= 6;
  }

  private boolean goesOn(int next) {
    var token = tokens.get(next);
    int gap = tokens.gap(next - 1).length();
    return token.digits() ? token.role() != Role.OTHER && gap <= 4 : token.text().length() <= 2 && gap <= 1 && tokens.get(next - 1).digits();
  }

  private void look(String text, int first, int last, boolean told) {
    if (!Plain.hasDigit(text) || text.length() < 2 || inReference.nextClearBit(first) > last) {
      return;
    }
    int found = named(text, told, How.NUMBER, first, last);
    if (found > 0) {
      used.set(first, last + 1);
    }
    if (found > 0 && found <= 2) {
      series.after(text, last, (number, inRange) -> {
        named(number, told, inRange ? How.RANGE : How.ABBREVIATED, last, last);
      }, used);
    }
  }

  /** How many invoices it names. */
  private int named(String text, boolean told, How how, int first, int last) {
    int number = named(Hashes.of(Hashes.NUMBER, Plain.folded(text)), text, told, how, first, last);
    var digits = NumberKeys.digitsOf(text);
    boolean behindWord = first < last && !tokens.get(first).digits();
    return digits.isEmpty() || behindWord ? number : Math.max(number, named(Hashes.of(Hashes.DIGITS, Plain.withoutNoughts(digits)), text, told, how, first, last));
  }

  private int named(long key, String text, boolean told, How how, int first, int last) {
    var found = book.find(key, MANY);
    if (found.length == MANY) {
      return 0;
    }
    int real = 0;
    for (int invoice : found) {
      var keys = NumberKeys.of(book.number(invoice));
      int strength = keys.strength(text, told) - (first < last && text.length() < 6 ? 1 : 0);
      if (strength > 0) {
        real++;
        boolean part = keys.isPart(text);
        int counted = part && found.length > 1 || how != How.NUMBER ? Math.min(1, strength) : strength;
        all.add(new Found(first, last, new Hit(invoice, counted, how == How.NUMBER && part ? How.PART : how, text, found.length)));
      }
    }
    return real;
  }

  /** A number that names no invoice says that something else may be paid: behind the word for one, or long enough to be one. */
  private void noteUnknown() {
    for (int at = 0; at < tokens.size(); at++) {
      var token = tokens.get(at);
      boolean like = token.role() == Role.INVOICE ? token.text().length() >= 3 : token.role() == Role.PLAIN && (token.text().length() >= 4 || goesOnClosely(at));
      if (token.digits() && like && !used.get(at) && !NumberKeys.year(token.text()) && !customerNumber(token.text())) {
        hits.unknown(token.text());
      }
    }
  }

  /** {@code 122.478} is as long as it is together. */
  private boolean goesOnClosely(int at) {
    return at + 1 < tokens.size() && tokens.gap(at).length() == 1 && !tokens.gap(at).isBlank() && !used.get(at + 1) && tokens.get(at + 1).mayNameInvoice()
        && token(at).length() + token(at + 1).length() >= 4;
  }

  private String token(int at) {
    return tokens.get(at).text();
  }

  private boolean customerNumber(String text) {
    return book.debtors().byCustomerNumber(Plain.withoutNoughts(text)).length > 0;
  }
}
