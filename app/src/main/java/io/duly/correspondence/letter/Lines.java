package io.duly.correspondence.letter;

import io.duly.correspondence.template.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** Breaks words into lines of a width. */
final class Lines {
  /** Words of one font, from so many points behind the line's begin. */
  record Span(Face face, float x, String text) {}

  private final Face regular;
  private final Face bold;
  private final float size;
  private final float width;
  private final List<List<Span>> lines = new ArrayList<>();
  private List<Span> line = new ArrayList<>();
  private float x;
  private boolean space;

  private Lines(Face regular, Face bold, float size, float width) {
    this.regular = regular;
    this.bold = bold;
    this.size = size;
    this.width = width;
  }

  static List<List<Span>> of(List<Piece.Run> runs, Face regular, Face bold, float size, float width) {
    var broken = new Lines(regular, bold, size, width);
    runs.forEach(broken::add);
    broken.endLine();
    return broken.lines;
  }

  static List<List<Span>> of(String text, Face face, float size, float width) {
    return of(List.of(new Piece.Run(text, false, Optional.empty())), face, face, size, width);
  }

  /** Paper cannot be clicked on: the address of a link is printed behind its words. */
  private void add(Piece.Run run) {
    var face = run.strong() ? bold : regular;
    var address = run.address().filter(to -> !to.equals(run.text())).map(to -> " (" + to + ")").orElse("");
    var words = new StringTokenizer(face.legible(run.text() + address), " \n", true);
    while (words.hasMoreTokens()) {
      var word = words.nextToken();
      switch (word) {
        case " " -> space = true;
        case "\n" -> endLine();
        default -> word(face, word);
      }
    }
  }

  private void word(Face face, String word) {
    float gap = space && !line.isEmpty() ? face.width(" ", size) : 0;
    float length = face.width(word, size);
    if (!line.isEmpty() && space && x + gap + length > width) {
      endLine();
      gap = 0;
    }
    space = false;
    if (x + gap + length > width) {
      word = broken(face, word, width - x - gap);
      length = face.width(word, size);
    }
    x += gap;
    line.add(new Span(face, x, word));
    x += length;
  }

  /** Puts as many letters of a long word on lines of their own as fit, and answers the rest. */
  private String broken(Face face, String word, float room) {
    var rest = word;
    while (rest.length() > 1 && face.width(rest, size) > room) {
      int end = 1;
      while (end < rest.length() && face.width(rest.substring(0, end + 1), size) <= room) {
        end++;
      }
      line.add(new Span(face, x, rest.substring(0, end)));
      rest = rest.substring(end);
      endLine();
      room = width;
    }
    return rest;
  }

  private void endLine() {
    lines.add(line);
    line = new ArrayList<>();
    x = 0;
    space = false;
  }
}
