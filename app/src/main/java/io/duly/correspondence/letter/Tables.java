package io.duly.correspondence.letter;

import io.duly.correspondence.template.Piece;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;

/** Draws tables, over as many pages as they take; the headings come again on each, the totals never stand alone. */
final class Tables {
  private static final float SIZE = 9;
  private static final float LEADING = 11.6f;
  private static final float BETWEEN = 12;

  private final Sheets sheets;
  private final Pace pace;
  private final float padding;
  private final float row;
  private final Tint accent;

  Tables(Sheets sheets, Pace pace, Tint accent) {
    this.sheets = sheets;
    this.pace = pace;
    this.padding = pace.gap() * 0.44f;
    this.row = LEADING + 2 * padding;
    this.accent = accent;
  }

  void draw(Piece.Table table) {
    var tags = sheets.tags();
    float[] widths = widths(table);
    var element = tags.element(tags.document(), "Table");
    sheets.need(this.row * Math.min(4, 2 + table.rows().size()));
    caption(tags.element(element, "Caption"), table.caption());
    heading(tags.element(element, "THead"), table, widths);
    var body = tags.element(element, "TBody");
    for (int at = 0; at < table.rows().size(); at++) {
      boolean last = at == table.rows().size() - 1;
      var row = table.rows().get(at);
      float height = height(row, widths);
      if (!sheets.hasRoom(height + (last ? totals(table) : 0))) {
        sheets.next();
        sheets.decoration(() -> headings(table, widths));
        sheets.skip(this.row);
      }
      row(tags.element(body, "TR"), row, widths, table.numbersFrom(), height);
    }
    totals(element, table);
  }

  private void caption(COSDictionary element, String caption) {
    sheets.tagged(element, () -> {
      sheets.ink().colour(Tint.BLACK);
      sheets.ink().text(sheets.bold, pace.size(), Body.LEFT, sheets.y() + 10, sheets.bold.legible(caption));
    });
    sheets.skip(LEADING + 4);
  }

  private void heading(COSDictionary element, Piece.Table table, float[] widths) {
    var row = sheets.tags().element(element, "TR");
    float x = Body.LEFT;
    for (int at = 0; at < widths.length; at++) {
      float left = x;
      int column = at;
      sheets.tagged(sheets.tags().headingCell(row, "Column"), () -> headingCell(table, column, left, widths[column]));
      x += widths[at];
    }
    sheets.decoration(this::ruleBelowHeadings);
    sheets.skip(this.row);
  }

  private void headings(Piece.Table table, float[] widths) {
    float x = Body.LEFT;
    for (int at = 0; at < widths.length; at++) {
      headingCell(table, at, x, widths[at]);
      x += widths[at];
    }
    ruleBelowHeadings();
  }

  private void headingCell(Piece.Table table, int column, float x, float width) {
    sheets.ink().colour(Tint.QUIET);
    cell(sheets.regular, table.columns().get(column), x, width, sheets.y() + padding, column >= table.numbersFrom());
  }

  private void ruleBelowHeadings() {
    sheets.ink().colour(accent);
    sheets.ink().box(Body.LEFT, sheets.y() + this.row - 1, Body.WIDTH, 0.9f);
  }

  private void row(COSDictionary row, List<String> cells, float[] widths, int numbersFrom, float height) {
    float x = Body.LEFT;
    for (int at = 0; at < widths.length; at++) {
      float left = x;
      int column = at;
      var cell = at == 0 ? sheets.tags().headingCell(row, "Row") : sheets.tags().element(row, "TD");
      sheets.tagged(cell, () -> {
        sheets.ink().colour(Tint.TEXT);
        float y = sheets.y() + padding;
        for (var line : column == 0 ? wrapped(cells.getFirst(), widths[0]) : List.of(cells.get(column))) {
          cell(sheets.regular, line, left, widths[column], y, column >= numbersFrom);
          y += LEADING;
        }
      });
      x += widths[at];
    }
    sheets.decoration(() -> {
      sheets.ink().colour(Tint.LINE);
      sheets.ink().box(Body.LEFT, sheets.y() + height - 0.5f, Body.WIDTH, 0.4f);
    });
    sheets.skip(height);
  }

  private void cell(Face face, String text, float x, float width, float y, boolean right) {
    var words = face.legible(text);
    float at = right ? x + width - face.width(words, SIZE) : x;
    sheets.ink().text(face, SIZE, at, y + LEADING * 0.76f, words);
  }

  private void totals(COSDictionary table, Piece.Table of) {
    if (of.totals().isEmpty()) {
      return;
    }
    var foot = sheets.tags().element(table, "TFoot");
    for (int at = 0; at < of.totals().size(); at++) {
      boolean last = at == of.totals().size() - 1;
      total(sheets.tags().element(foot, "TR"), of.totals().get(at), of.columns().size(), last);
    }
  }

  private void total(COSDictionary row, List<String> total, int columns, boolean last) {
    var face = last ? sheets.bold : sheets.regular;
    float size = last ? pace.size() : SIZE;
    var amount = face.legible(total.getLast());
    float width = face.width(amount, size);
    var lines = Lines.of(total.getFirst(), face, size, Body.WIDTH - width - BETWEEN);
    float height = lines.size() * LEADING + 2 * padding;
    sheets.need(height);
    var name = sheets.tags().headingCell(row, "Row");
    sheets.tags().spans(name, columns - 1);
    sheets.tagged(name, () -> {
      sheets.ink().colour(last ? Tint.BLACK : Tint.TEXT);
      float y = sheets.y() + padding + LEADING * 0.76f;
      for (var line : lines) {
        for (var span : line) {
          sheets.ink().text(face, size, Body.LEFT + span.x(), y, span.text());
        }
        y += LEADING;
      }
    });
    sheets.tagged(sheets.tags().element(row, "TD"), () -> {
      sheets.ink().colour(last ? Tint.BLACK : Tint.TEXT);
      sheets.ink().text(face, size, Body.LEFT + Body.WIDTH - width, sheets.y() + padding + LEADING * 0.76f, amount);
    });
    sheets.decoration(() -> {
      sheets.ink().colour(last ? accent : Tint.LINE);
      sheets.ink().box(Body.LEFT, sheets.y() + height - 0.5f, Body.WIDTH, last ? 0.9f : 0.4f);
    });
    sheets.skip(height);
  }

  private float totals(Piece.Table table) {
    return table.totals().size() * this.row;
  }

  private float height(List<String> row, float[] widths) {
    return wrapped(row.getFirst(), widths[0]).size() * LEADING + 2 * padding;
  }

  private List<String> wrapped(String cell, float width) {
    var lines = new ArrayList<String>();
    for (var line : Lines.of(cell, sheets.regular, SIZE, width - 4)) {
      var words = new StringBuilder();
      line.forEach(span -> words.append(words.isEmpty() ? "" : " ").append(span.text()));
      lines.add(words.toString());
    }
    return lines;
  }

  /** Of what is left the first column has its part, and the others the rest between them. */
  private static void spread(float[] widths, float left) {
    float even = Math.max(0, (left - Ink.mm(45)) / (widths.length + 1));
    for (int at = 1; at < widths.length; at++) {
      widths[at] += even;
    }
    widths[0] = Math.max(left - even * (widths.length - 1), Body.WIDTH / 6);
  }

  /** Each column is as wide as its widest cell at least. */
  private float[] widths(Piece.Table table) {
    float[] widths = new float[table.columns().size()];
    float others = 0;
    for (int at = 1; at < widths.length; at++) {
      widths[at] = BETWEEN + sheets.regular.width(sheets.regular.legible(table.columns().get(at)), SIZE);
      for (var row : table.rows()) {
        widths[at] = Math.max(widths[at], BETWEEN + sheets.regular.width(sheets.regular.legible(row.get(at)), SIZE));
      }
      others += widths[at];
    }
    spread(widths, Body.WIDTH - others);
    return widths;
  }
}
