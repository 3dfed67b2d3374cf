package io.duly.correspondence.letter;

import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Occasion;
import io.duly.correspondence.template.Phrases;
import io.duly.correspondence.template.Piece;
import io.duly.correspondence.template.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Lays the pieces of a message out, one below the other. */
final class Body {
  static final float LEFT = Ink.mm(25);
  static final float WIDTH = Ink.mm(165);
  private static final float SMALL = 8;
  private static final float SMALL_LEADING = 10.6f;
  private static final float CODE = Ink.mm(31);
  private static final float WAY = Ink.mm(22);

  private final Sheets sheets;
  private final Pace pace;
  private final Tint accent;
  private final Phrases phrases;
  private final Occasion occasion;

  Body(Sheets sheets, Pace pace, Tint accent, Composed composed) {
    this.sheets = sheets;
    this.pace = pace;
    this.accent = accent;
    this.phrases = Phrases.of(composed.forms().language());
    this.occasion = composed.occasion();
  }

  /** The words before a signature go with it: nobody signs an empty page. */
  void draw(List<Piece> pieces) {
    for (int at = 0; at < pieces.size(); at++) {
      if (at + 1 < pieces.size() && pieces.get(at) instanceof Piece.Paragraph words && pieces.get(at + 1) instanceof Piece.Signature signature) {
        sheets.need(Lines.of(words.runs(), sheets.regular, sheets.bold, pace.size(), WIDTH).size() * pace.leading() + pace.gap() + height(signature));
      }
      draw(pieces.get(at));
    }
  }

  void subject(String subject) {
    var lines = Lines.of(subject, sheets.bold, 11.5f, WIDTH);
    block(sheets.tags().element(sheets.tags().document(), "H1"), lines, 11.5f, 15, LEFT, Tint.BLACK);
    sheets.skip(pace.gap() + 3);
  }

  private void draw(Piece piece) {
    switch (piece) {
      case Piece.Paragraph one -> paragraph(one.runs());
      case Piece.Items list -> items(list);
      case Piece.Table table -> {
        new Tables(sheets, pace, accent).draw(table);
        sheets.skip(pace.gap() + 3);
      }
      case Piece.Payment payment -> payment(payment);
      case Piece.Signature signature -> signature(signature);
      case Piece.Way way -> way(way);
      case Piece.Notice notice -> {
        var lines = Lines.of(notice.text(), sheets.regular, SMALL, WIDTH);
        block(sheets.tags().element(sheets.tags().document(), "P"), lines, SMALL, SMALL_LEADING, LEFT, Tint.QUIET);
        sheets.skip(pace.gap());
      }
    }
  }

  private void paragraph(List<Piece.Run> runs) {
    block(sheets.tags().element(sheets.tags().document(), "P"), Lines.of(runs, sheets.regular, sheets.bold, pace.size(), WIDTH), pace.size(), pace.leading(), LEFT, Tint.TEXT);
    sheets.skip(pace.gap());
  }

  private void items(Piece.Items list) {
    var element = sheets.tags().element(sheets.tags().document(), "L");
    for (var runs : list.items()) {
      var item = sheets.tags().element(element, "LI");
      var lines = Lines.of(runs, sheets.regular, sheets.bold, pace.size(), WIDTH - 12);
      sheets.need(Math.min(lines.size(), 2) * pace.leading());
      sheets.tagged(sheets.tags().element(item, "Lbl"), () -> line(List.of(new Lines.Span(sheets.regular, 0, "–")), pace.size(), pace.leading(), LEFT, Tint.TEXT));
      block(sheets.tags().element(item, "LBody"), lines, pace.size(), pace.leading(), LEFT + 12, Tint.TEXT);
    }
    sheets.skip(pace.gap());
  }

  /** Lines that run over pages; at least two of them stay together. */
  private void block(COSDictionary element, List<List<Lines.Span>> lines, float size, float leading, float left, Tint tint) {
    int at = 0;
    while (at < lines.size()) {
      int fitting = (int) (sheets.roomLeft() / leading);
      int rest = lines.size() - at;
      int here = fitting >= rest ? rest : rest - fitting == 1 ? fitting - 1 : fitting;
      if (here < Math.min(2, rest)) {
        sheets.next();
        continue;
      }
      var part = lines.subList(at, at + here);
      sheets.tagged(element, () -> {
        for (var line : part) {
          line(line, size, leading, left, tint);
          sheets.skip(leading);
        }
      });
      at += here;
    }
  }

  private void line(List<Lines.Span> line, float size, float leading, float left, Tint tint) {
    sheets.ink().colour(tint);
    for (var span : line) {
      sheets.ink().text(span.face(), size, left + span.x(), sheets.y() + leading * 0.76f, span.text());
    }
  }

  private void payment(Piece.Payment payment) {
    var code = payment.transfer()
        .filter(transfer -> SwissCode.of(transfer, occasion.sender(), occasion.recipient()).isEmpty())
        .flatMap(EpcCode::of);
    float name = 8 + (float) payment.rows().stream().mapToDouble(row -> sheets.regular.width(row.getFirst(), pace.size())).max().orElse(0);
    float room = WIDTH - name - 20 - (code.isPresent() ? CODE + 16 : 0);
    float height = 26 + (float) payment.rows().stream().mapToDouble(row -> lines(row.getLast(), room).size() * pace.leading()).sum();
    float whole = Math.max(height, code.isPresent() ? CODE + 30 : 0);
    sheets.need(whole);
    float top = sheets.y();
    sheets.decoration(() -> {
      sheets.ink().colour(accent);
      sheets.ink().box(LEFT, top, 2, whole - 4);
    });
    sheets.skip(1);
    caption(payment.caption());
    pairs(payment, name, room);
    code.ifPresent(drawing -> code(drawing, top, payment));
    sheets.moveTo(top + whole + pace.gap());
  }

  private List<List<Lines.Span>> lines(String text, float room) {
    return Lines.of(text, sheets.regular, pace.size(), room);
  }

  private void caption(String caption) {
    sheets.tagged(sheets.tags().element(sheets.tags().document(), "H2"), () ->
        line(List.of(new Lines.Span(sheets.bold, 0, sheets.bold.legible(caption))), pace.size(), pace.leading(), LEFT + 12, Tint.BLACK));
    sheets.skip(pace.leading() + 3);
  }

  private void pairs(Piece.Payment payment, float name, float room) {
    var tags = sheets.tags();
    var table = tags.element(tags.document(), "Table");
    for (var row : payment.rows()) {
      var element = tags.element(table, "TR");
      sheets.tagged(tags.headingCell(element, "Row"), () ->
          line(List.of(new Lines.Span(sheets.regular, 0, sheets.regular.legible(row.getFirst()))), pace.size(), pace.leading(), LEFT + 12, Tint.QUIET));
      sheets.tagged(tags.element(element, "TD"), () -> {
        for (var line : lines(row.getLast(), room)) {
          line(line, pace.size(), pace.leading(), LEFT + 12 + name, Tint.TEXT);
          sheets.skip(pace.leading());
        }
      });
    }
  }

  private void code(QrCode code, float top, Piece.Payment payment) {
    code(code, top, CODE, "letter.code", payment.transfer().map(Transfer::amount).map(Object::toString).orElse(""));
  }

  private void code(QrCode code, float top, float side, String name, String of) {
    float x = LEFT + WIDTH - side;
    var figure = sheets.tags().element(sheets.tags().document(), "Figure");
    figure.setItem(COSName.ALT, new COSString(phrases.say(name) + ": " + of));
    Figures.bounds(figure, x, top, side, side);
    sheets.tagged(figure, () -> code.draw(sheets.ink(), x, top, side));
    var label = sheets.regular.legible(phrases.say(name));
    sheets.tagged(sheets.tags().element(sheets.tags().document(), "P"), () -> {
      sheets.ink().colour(Tint.QUIET);
      sheets.ink().text(sheets.regular, SMALL, x + (side - sheets.regular.width(label, SMALL)) / 2, top + side + 11, label);
    });
  }

  /** The words, the address as it is typed, the code beside it, and at the right a code that a telephone reads. */
  private void way(Piece.Way way) {
    var runs = new ArrayList<>(List.of(new Piece.Run(way.words() + "\n" + way.address(), false, Optional.empty())));
    way.code().ifPresent(code -> runs.add(new Piece.Run("\n" + code, true, Optional.empty())));
    var lines = Lines.of(runs, sheets.regular, sheets.bold, pace.size(), WIDTH - WAY - 20);
    float whole = Math.max(lines.size() * pace.leading(), WAY + 14);
    sheets.need(whole);
    float top = sheets.y();
    block(sheets.tags().element(sheets.tags().document(), "P"), lines, pace.size(), pace.leading(), LEFT, Tint.TEXT);
    code(QrCode.of(way.address()), top - pace.size(), WAY, "door.scan", way.address());
    sheets.moveTo(top + whole + pace.gap());
  }

  /** The closing, room to sign, and who it is; never apart. */
  private void signature(Piece.Signature signature) {
    sheets.need(height(signature));
    sheets.skip(3);
    single(signature.closing(), sheets.regular, Tint.TEXT);
    float line = sheets.y() + pace.signing() - 4;
    sheets.decoration(() -> {
      sheets.ink().colour(Tint.LINE);
      sheets.ink().box(LEFT, line, Ink.mm(62), 0.5f);
    });
    sheets.skip(pace.signing());
    single(signature.name(), sheets.bold, Tint.TEXT);
    for (int at = 0; at < signature.lines().size(); at += 2) {
      var both = signature.lines().subList(at, Math.min(at + 2, signature.lines().size()));
      single(String.join(" · ", both), sheets.regular, Tint.TEXT);
    }
    sheets.skip(pace.gap());
  }

  private float height(Piece.Signature signature) {
    return pace.leading() * (2 + (signature.lines().size() + 1) / 2) + pace.signing() + 3;
  }

  private void single(String words, Face face, Tint tint) {
    block(sheets.tags().element(sheets.tags().document(), "P"), Lines.of(words, face, pace.size(), WIDTH), pace.size(), pace.leading(), LEFT, tint);
  }
}
