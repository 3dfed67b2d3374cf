package io.duly.matching;

import io.duly.matching.Hit.How;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every invoice that the texts of one payment name, and what they name that is none. */
final class Hits {
  private final TreeMap<Integer, Hit> byInvoice = new TreeMap<>();
  private final TreeSet<Integer> mentioned = new TreeSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<Tokens> texts = new ArrayList<>();
  private final List<BitSet> used = new ArrayList<>();

  void add(Hit hit) {
    byInvoice.merge(hit.invoice(), hit, (one, other) -> other.strength() > one.strength() ? other : one);
  }

  void mention(int invoice) {
    mentioned.add(invoice);
  }

  /** Whose short number is written somewhere, in the order of the book. */
  Set<Integer> mentioned() {
    return mentioned;
  }

  void text(Tokens tokens, BitSet usedTokens) {
    texts.add(tokens);
    used.add(usedTokens);
  }

  /** Whether the text has the day, given as the days since 1970. */
  boolean dated(int day) {
    return texts.stream().anyMatch(text -> text.dates().contains(day)) || unknown.stream().anyMatch(text -> Dates.is(text, day));
  }

  void unknown(String written) {
    unknown.add(written);
  }

  void wrong(String reference) {
    wrong.add(reference);
  }

  /** In the order of the book. */
  List<Hit> all() {
    return List.copyOf(byInvoice.values());
  }

  boolean any(int strength) {
    return byInvoice.values().stream().anyMatch(hit -> hit.strength() >= strength);
  }

  boolean hasReference() {
    return byInvoice.values().stream().anyMatch(hit -> hit.how() == How.REFERENCE);
  }

  List<String> unknown() {
    return unknown.stream().sorted().toList();
  }

  List<String> wrong() {
    return wrong;
  }

  /** Runs that look like a number and name no invoice of the debtor exactly. */
  List<Loose> loose() {
    var loose = new ArrayList<Loose>();
    for (int text = 0; text < texts.size(); text++) {
      var tokens = texts.get(text);
      for (int at = 0; at < tokens.size(); at++) {
        if (tokens.get(at).mayNameInvoice()) {
          loose.add(new Loose(tokens, at, used.get(text).get(at)));
        }
      }
    }
    return loose;
  }

  /** A token, and whether it belongs to what names an invoice. */
  record Loose(Tokens tokens, int at, boolean used) {
    Token token() {
      return tokens.get(at);
    }
  }
}
