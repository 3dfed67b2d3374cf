package io.duly.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sets of words a token belongs to. Words may be whole,
 * or beginnings with a star behind, or {@code #} for every number. */
final class Vocabulary {
  private static final int LETTERS = 37;

  private final Node root = new Node();
  private int[] numbers = Node.NONE;
  private final Map<Set<String>, Integer> sets = new HashMap<>();

  /** The number of a set of words, new or known. */
  int set(Set<String> words) {
    Integer known = sets.get(words);
    if (known != null) {
      return known;
    }
    int number = sets.size() + 1;
    sets.put(words, number);
    words.forEach(word -> put(word, number));
    return number;
  }

  private void put(String word, int set) {
    if (word.equals("#")) {
      numbers = with(numbers, set);
      return;
    }
    boolean beginning = word.endsWith("*");
    String letters = beginning ? word.substring(0, word.length() - 1) : word;
    Node node = root;
    for (int at = 0; at < letters.length(); at++) {
      int index = index(letters.charAt(at));
      if (index < 0) {
        throw new IllegalArgumentException("\"" + word + "\" has a sign that no folded word has");
      }
      node = node.made(index);
    }
    if (beginning) {
      node.beginnings = with(node.beginnings, set);
    } else {
      node.whole = with(node.whole, set);
    }
  }

  /** The sets a token belongs to in any of its readings. */
  int[] sets(Token token) {
    int[] found = token.isNumber() ? numbers : Node.NONE;
    for (String form : token.forms()) {
      found = sets(form, found);
    }
    return found;
  }

  private int[] sets(String form, int[] before) {
    int[] found = before;
    Node node = root;
    for (int at = 0; at < form.length(); at++) {
      int index = index(form.charAt(at));
      Node next = index < 0 ? null : node.next[index];
      if (next == null) {
        return found;
      }
      node = next;
      found = with(found, node.beginnings);
    }
    return with(found, node.whole);
  }

  private static int index(char letter) {
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a';
    }
    if (letter >= '0' && letter <= '9') {
      return 26 + letter - '0';
    }
    return letter == '\'' ? 36 : -1;
  }

  private static int[] with(int[] some, int... more) {
    if (more.length == 0) {
      return some;
    }
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** The sets of every token, in their order. */
  int[][] sets(List<Token> tokens) {
    var all = new ArrayList<int[]>(tokens.size());
    tokens.forEach(token -> all.add(sets(token)));
    return all.toArray(int[][]::new);
  }

  private static final class Node {
    static final int[] NONE = {};
    private final @org.jspecify.annotations.Nullable Node[] next =
        new @org.jspecify.annotations.Nullable Node[LETTERS];
    private int[] whole = NONE;
    private int[] beginnings = NONE;

    Node made(int index) {
      Node known = next[index];
      if (known == null) {
        known = new Node();
        next[index] = known;
      }
      return known;
    }
  }
}
