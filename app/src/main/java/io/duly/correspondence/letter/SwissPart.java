package io.duly.correspondence.letter;

import io.duly.wording.Language;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Draws the receipt and the payment part of a Swiss QR bill at the foot of a page of its own: 210 by 105 mm. */
final class SwissPart {
  private static final float TOP = Ink.mm(297 - 105);
  private static final float CODE = Ink.mm(46);
  private static final Column RECEIPT = new Column(Ink.mm(5), Ink.mm(52), 6, 8);
  private static final Column LEFT = new Column(Ink.mm(67), Ink.mm(46), 8, 10);
  private static final Column RIGHT = new Column(Ink.mm(118), Ink.mm(87), 8, 10);

  /** Where a part's words stand, and how large its headings and its values are. */
  private record Column(float x, float width, float heading, float size) {}

  private final Sheets sheets;
  private final SwissCode code;
  private final Language language;

  private SwissPart(Sheets sheets, SwissCode code, Language language) {
    this.sheets = sheets;
    this.code = code;
    this.language = language;
  }

  /** On a new page. */
  static void draw(Sheets sheets, SwissCode code, Language language) {
    sheets.next();
    new SwissPart(sheets, code, language).draw();
  }

  private void draw() {
    sheets.decoration(() -> {
      sheets.ink().colour(Tint.TEXT);
      sheets.ink().box(0, TOP, Ink.WIDTH, 0.5f);
      sheets.ink().box(Ink.mm(62), TOP, 0.5f, Ink.mm(105));
      var separate = SwissWords.SEPARATE.in(language);
      sheets.ink().text(sheets.regular, 7, (Ink.WIDTH - sheets.regular.width(separate, 7)) / 2, TOP - 4, separate);
    });
    receipt();
    payment();
  }

  private void receipt() {
    title(SwissWords.RECEIPT, RECEIPT);
    float y = facts(SwissWords.ACCOUNT, account(), RECEIPT, TOP + Ink.mm(12));
    y = facts(SwissWords.REFERENCE, reference(), RECEIPT, y);
    payer(RECEIPT, y, Ink.mm(20));
    amount(RECEIPT, Ink.mm(12));
    var acceptance = SwissWords.ACCEPTANCE.in(language);
    text("P", sheets.bold, 6, RECEIPT.x + RECEIPT.width - sheets.bold.width(acceptance, 6), TOP + Ink.mm(84), acceptance);
  }

  private void payment() {
    title(SwissWords.PAYMENT, LEFT);
    square();
    amount(LEFT, Ink.mm(16));
    float y = facts(SwissWords.ACCOUNT, account(), RIGHT, TOP + Ink.mm(6));
    y = facts(SwissWords.REFERENCE, reference(), RIGHT, y);
    y = facts(SwissWords.MESSAGE, code.message().isEmpty() ? List.of() : List.of(code.message()), RIGHT, y);
    payer(RIGHT, y, Ink.mm(25));
  }

  private List<String> account() {
    var lines = new ArrayList<String>(List.of(code.transfer().to().readable()));
    lines.addAll(lines(code.creditor()));
    return lines;
  }

  private static List<String> lines(SwissCode.Party party) {
    var town = (party.country().equals("CH") ? "" : party.country() + "-") + party.postalCode() + " " + party.town();
    return party.street().isEmpty() ? List.of(party.name(), town) : List.of(party.name(), party.street(), town);
  }

  private List<String> reference() {
    var reference = code.reference();
    if (reference.isEmpty()) {
      return List.of();
    }
    return List.of(
        code.kind().equals("QRR")
            ? reference.substring(0, 2) + reference.substring(2).replaceAll("(.{5})", " $1")
            : reference.replaceAll("(.{4})(?=.)", "$1 "));
  }

  /** A payer who is not known in parts has a field to write in. */
  private void payer(Column column, float y, float height) {
    if (code.debtor().isPresent()) {
      facts(SwissWords.PAYER, lines(code.debtor().get()), column, y);
      return;
    }
    text("P", sheets.bold, column.heading, column.x, y + column.heading, SwissWords.NO_PAYER.in(language));
    float width = Math.min(column.width, Ink.mm(65));
    sheets.decoration(() -> corners(column.x, y + column.heading + 4, width, height));
  }

  private void corners(float x, float y, float width, float height) {
    float arm = Ink.mm(3);
    sheets.ink().colour(Tint.BLACK);
    for (float left : new float[] {x, x + width - arm}) {
      sheets.ink().box(left, y, arm, 0.75f);
      sheets.ink().box(left, y + height, arm, 0.75f);
    }
    for (float side : new float[] {x, x + width}) {
      sheets.ink().box(side, y, 0.75f, arm);
      sheets.ink().box(side, y + height - arm, 0.75f, arm);
    }
  }

  private void amount(Column column, float gap) {
    var amount = code.transfer().amount();
    var number = amount.plain().replaceAll("(\\d)(?=(\\d{3})+\\.)", "$1\u00A0");
    float y = TOP + Ink.mm(68);
    facts(SwissWords.CURRENCY, List.of(amount.currency().getCurrencyCode()), column, y);
    facts(SwissWords.AMOUNT, List.of(number), new Column(column.x + gap, column.width - gap, column.heading, column.size), y);
  }

  private void square() {
    float y = TOP + Ink.mm(17);
    var figure = sheets.tags().element(sheets.tags().document(), "Figure");
    figure.setItem(COSName.ALT, new COSString("Swiss QR code: " + code.transfer().amount()));
    Figures.bounds(figure, LEFT.x, y, CODE, CODE);
    sheets.tagged(figure, () -> {
      QrCode.of(code.words()).draw(sheets.ink(), LEFT.x, y, CODE);
      cross(LEFT.x + CODE / 2, y + CODE / 2);
    });
  }

  /** The Swiss cross of 7 by 7 mm, in the middle of the code. */
  private void cross(float x, float y) {
    box(Tint.WHITE, x, y, 7, 7);
    box(Tint.BLACK, x, y, 6, 6);
    box(Tint.WHITE, x, y, 1.17, 3.89);
    box(Tint.WHITE, x, y, 3.89, 1.17);
  }

  private void box(Tint tint, float x, float y, double width, double height) {
    sheets.ink().colour(tint);
    sheets.ink().box(x - Ink.mm(width) / 2, y - Ink.mm(height) / 2, Ink.mm(width), Ink.mm(height));
  }

  private void title(SwissWords title, Column column) {
    text("H2", sheets.bold, 11, column.x, TOP + Ink.mm(5) + 9, title.in(language));
  }

  /** A heading and its lines, where there are any; answers where the next begins. */
  private float facts(SwissWords heading, List<String> lines, Column column, float top) {
    if (lines.isEmpty()) {
      return top;
    }
    float y = top + column.heading;
    text("P", sheets.bold, column.heading, column.x, y, heading.in(language));
    for (var line : lines) {
      for (var spans : Lines.of(line, sheets.regular, column.size, column.width)) {
        y += column.size * 1.1f;
        var words = new StringBuilder();
        spans.forEach(span -> words.append(words.isEmpty() ? "" : " ").append(span.text()));
        text("P", sheets.regular, column.size, column.x, y, words.toString());
      }
    }
    return y + column.size * 0.9f;
  }

  private void text(String role, Face face, float size, float x, float y, String text) {
    sheets.tagged(sheets.tags().element(sheets.tags().document(), role), () -> {
      sheets.ink().colour(Tint.BLACK);
      sheets.ink().text(face, size, x, y, text);
    });
  }
}
