package io.duly.desk.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with the places that were searched for. */
public final class Marked {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  private Marked() {}

  /** @param hit it is one of the words, or begins with one */
  public record Piece(String text, boolean hit) {}

  /** The text in pieces, in its order; whole where nothing of it was searched. */
  public static List<Piece> in(String text, String asked) {
    var words = WORD.matcher(asked).results().map(word -> Pattern.quote(word.group())).distinct().collect(Collectors.joining("|"));
    if (words.isEmpty()) {
      return List.of(new Piece(text, false));
    }
    var found = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
    var pieces = new ArrayList<Piece>();
    int from = 0;
    while (found.find()) {
      if (found.start() > from) {
        pieces.add(new Piece(text.substring(from, found.start()), false));
      }
      pieces.add(new Piece(found.group(), true));
      from = found.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), false));
    }
    return pieces;
  }
}
