package io.duly.correspondence.letter;

import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Phrases;
import io.duly.correspondence.template.Plain;

/** What stands at the edge of every page: the sender's particulars and the page's number; on later pages what letter it is. */
final class Foot {
  private static final float LEFT = Ink.mm(25);
  private static final float RIGHT = Ink.mm(190);
  private static final float SIZE = 7.5f;

  private Foot() {}

  /** @param slipsFrom the index of the first page whose foot is a payment slip */
  static void draw(Sheets sheets, Composed composed, int slipsFrom) {
    var phrases = Phrases.of(composed.forms().language());
    int pages = sheets.count();
    sheets.onEachPage(page -> {
      var ink = sheets.ink();
      float top = Ink.mm(page >= slipsFrom ? 30 : 276);
      ink.colour(Tint.LINE);
      ink.box(LEFT, top, Ink.mm(165), 0.4f);
      ink.colour(Tint.QUIET);
      right(sheets, phrases.say("letter.page", page + 1, pages), top + 11);
      float y = top + 11;
      for (var line : composed.occasion().sender().footer()) {
        ink.text(sheets.regular, SIZE, LEFT, y, fitting(sheets.regular, line));
        y += 9.4f;
      }
      if (page > 0) {
        var sender = composed.occasion().sender().name();
        ink.text(sheets.regular, 8, LEFT, Ink.mm(20), fitting(sheets.regular, sender + " · " + composed.subject()));
        right(sheets, composed.forms().day(composed.occasion().day()), Ink.mm(20));
        ink.colour(Tint.LINE);
        ink.box(LEFT, Ink.mm(23), Ink.mm(165), 0.4f);
      }
    });
  }

  private static void right(Sheets sheets, String words, float y) {
    var legible = sheets.regular.legible(words);
    sheets.ink().text(sheets.regular, 8, RIGHT - sheets.regular.width(legible, 8), y, legible);
  }

  /** Leaves room for what stands at the right. */
  private static String fitting(Face face, String words) {
    var legible = face.legible(Plain.name(words));
    if (face.width(legible, 8) <= Ink.mm(125)) {
      return legible;
    }
    while (legible.length() > 1 && face.width(legible + "…", 8) > Ink.mm(125)) {
      legible = legible.substring(0, legible.length() - 1);
    }
    return legible.strip() + "…";
  }
}
