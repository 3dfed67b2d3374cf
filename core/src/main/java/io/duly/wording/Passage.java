package io.duly.wording;

import java.util.ArrayList;
import java.util.List;

/** One sentence and the concepts found in it. */
final class Passage {
  private static final List<Occurrence> NOTHING = List.of();

  private final List<Token> tokens;
  private final List<List<Occurrence>> found;

  Passage(List<Token> tokens, int concepts) {
    this.tokens = tokens;
    this.found = new ArrayList<>(java.util.Collections.nCopies(concepts, NOTHING));
  }

  void add(int concept, Occurrence occurrence) {
    if (found.get(concept).isEmpty()) {
      found.set(concept, new ArrayList<>(2));
    }
    found.get(concept).add(occurrence);
  }

  List<Occurrence> of(int concept) {
    return found.get(concept);
  }

  Token token(int number) {
    return tokens.get(number);
  }

  /** The clause in which something begins. */
  int clause(Occurrence occurrence) {
    return tokens.get(occurrence.from()).clause();
  }

  /** The clause in which something ends. */
  int lastClause(Occurrence occurrence) {
    return tokens.get(occurrence.to() - 1).clause();
  }

  boolean isQuoted(Occurrence occurrence) {
    return tokens.get(occurrence.from()).quoted();
  }

  boolean isDisguised(Occurrence occurrence) {
    return tokens.subList(occurrence.from(), occurrence.to()).stream().anyMatch(Token::disguised);
  }
}
