package io.duly.correspondence.letter;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Phrases;
import io.duly.correspondence.template.Plain;
import io.duly.correspondence.template.Sender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** The first page's upper part: who writes, to whom, when and about what. */
final class Head {
  private static final float RIGHT = Ink.mm(190);
  private static final float INFO_LEFT = Ink.mm(125);
  private static final float INFO_VALUES = Ink.mm(153);
  private static final float INFO_TOP = Ink.mm(50);
  private static final float LOGO_WIDTH = Ink.mm(55);
  private static final float LOGO_HEIGHT = Ink.mm(18);

  private final Sheets sheets;
  private final Composed composed;
  private final LetterLook look;
  private final Phrases phrases;
  private final Sender sender;

  Head(Sheets sheets, Composed composed, LetterLook look) {
    this.sheets = sheets;
    this.composed = composed;
    this.look = look;
    this.phrases = Phrases.of(composed.forms().language());
    this.sender = composed.occasion().sender();
  }

  void draw() throws IOException {
    letterhead();
    if (look.form() == Branding.LetterForm.DIN5008B) {
      din();
    } else {
      uk();
    }
    info();
    marks();
    sheets.moveTo(Ink.mm(look.form() == Branding.LetterForm.DIN5008B ? 101 : 97));
  }

  private void letterhead() throws IOException {
    if (look.logo().isPresent()) {
      logo(look.logo().get());
    } else {
      text("P", sheets.bold, 15, Ink.mm(25), Ink.mm(24), Plain.name(sender.name()), Tint.of(look.colour()));
    }
    float y = Ink.mm(17);
    for (var line : contacts()) {
      var words = sheets.regular.legible(line);
      text("P", sheets.regular, 8, RIGHT - sheets.regular.width(words, 8), y, line, Tint.QUIET);
      y += 10.5f;
    }
    sheets.decoration(() -> {
      sheets.ink().colour(Tint.of(look.colour()));
      sheets.ink().box(Ink.mm(25), Ink.mm(36.5), Ink.mm(165), 0.9f);
    });
  }

  private List<String> contacts() {
    var lines = new ArrayList<>(sender.address().stream().map(Plain::name).toList());
    Stream.of(sender.phone().map(Plain::phone), sender.email().flatMap(Plain::email), sender.website().map(Plain::name))
        .forEach(one -> one.ifPresent(lines::add));
    return lines.size() <= 5 ? lines : lines.subList(0, 5);
  }

  private void logo(byte[] png) throws IOException {
    var size = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    float scale = Math.min(LOGO_WIDTH / size.getWidth(), LOGO_HEIGHT / size.getHeight());
    float width = size.getWidth() * scale;
    float height = size.getHeight() * scale;
    var name = sheets.picture(png);
    var figure = sheets.tags().element(sheets.tags().document(), "Figure");
    figure.setItem(COSName.ALT, new COSString(sender.name()));
    float x = Ink.mm(25);
    float y = Ink.mm(33) - height;
    Figures.bounds(figure, x, y, width, height);
    sheets.tagged(figure, () -> sheets.ink().picture(name, x, y, width, height));
  }

  /** The address field of form B: 45 mm from the top, 85 by 45 mm; the sender on one line in its first 17.7 mm. */
  private void din() {
    var back = Stream.concat(Stream.of(sender.name()), sender.address().stream()).map(Plain::name).toList();
    var words = sheets.regular.legible(String.join(" · ", back));
    float size = Math.min(7, 7 * Ink.mm(80) / Math.max(1, sheets.regular.width(words, 7)));
    text("P", sheets.regular, size, Ink.mm(25), Ink.mm(60.5), words, Tint.QUIET);
    sheets.decoration(() -> {
      sheets.ink().colour(Tint.LINE);
      sheets.ink().box(Ink.mm(25), Ink.mm(61.6), Ink.mm(80), 0.4f);
    });
    address(Ink.mm(25), Ink.mm(62.7) + 11, Ink.mm(80));
  }

  /** What the window of a DL envelope shows however the sheet lies in it. */
  private void uk() {
    address(Ink.mm(25), Ink.mm(52) + 10, Ink.mm(78));
  }

  private void address(float x, float top, float width) {
    var element = sheets.tags().element(sheets.tags().document(), "P");
    sheets.tagged(element, () -> {
      sheets.ink().colour(Tint.BLACK);
      float y = top;
      for (var line : recipient()) {
        var words = sheets.regular.legible(line);
        float size = Math.min(Pace.EASY.size(), Pace.EASY.size() * width / Math.max(1, sheets.regular.width(words, Pace.EASY.size())));
        sheets.ink().text(sheets.regular, size, x, y, words);
        y += 12.4f;
      }
    });
  }

  private List<String> recipient() {
    var to = composed.occasion().recipient();
    var lines = new ArrayList<String>();
    lines.add(to.name());
    to.person().filter(person -> !person.equals(to.name())).ifPresent(lines::add);
    lines.addAll(to.address());
    to.country().filter(country -> sender.country().filter(country::equals).isEmpty()).map(Head::country).ifPresent(lines::add);
    return lines.stream().map(Plain::name).filter(line -> !line.isEmpty()).limit(6).toList();
  }

  /** In English and capitals, which every post office reads. */
  private static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT);
  }

  private void info() {
    float y = INFO_TOP + 8;
    for (var row : rows()) {
      var element = sheets.tags().element(sheets.tags().document(), "P");
      text(element, sheets.regular, 8, INFO_LEFT, y, row.getFirst(), Tint.QUIET);
      var value = sheets.regular.legible(row.getLast());
      float size = Math.min(9, 9 * (RIGHT - INFO_VALUES) / Math.max(1, sheets.regular.width(value, 9)));
      text(element, sheets.regular, size, INFO_VALUES, y, value, Tint.TEXT);
      y += 13.2f;
    }
    float below = y;
    sender.person().flatMap(Sender.Person::email).flatMap(Plain::email).ifPresent(email -> {
      var words = sheets.regular.legible(email);
      float size = Math.min(9, 9 * (RIGHT - INFO_LEFT) / Math.max(1, sheets.regular.width(words, 9)));
      text("P", sheets.regular, size, INFO_LEFT, below, words, Tint.TEXT);
    });
  }

  private List<List<String>> rows() {
    var occasion = composed.occasion();
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(phrases.say("letter.date"), composed.forms().day(occasion.day())));
    rows.add(List.of(phrases.say("letter.case"), Long.toString(occasion.caseNumber())));
    if (!occasion.kind().isForStrangers()) {
      rows.add(List.of(phrases.say("letter.number"), Plain.name(occasion.recipient().number())));
    }
    sender.person().ifPresent(person -> {
      rows.add(List.of(phrases.say("letter.contact"), Plain.name(person.name())));
      rows.add(List.of(phrases.say("letter.phone"), Plain.phone(person.phone())));
    });
    return rows;
  }

  /** Where the sheet is folded for the envelope, and its middle for the punch. */
  private void marks() {
    var places = look.form() == Branding.LetterForm.DIN5008B ? List.of(105.0, 148.5, 210.0) : List.of(99.0, 198.0);
    sheets.decoration(() -> {
      sheets.ink().colour(Tint.LINE);
      places.forEach(place -> sheets.ink().box(Ink.mm(5), Ink.mm(place), Ink.mm(place == 148.5 ? 6 : 4), 0.4f));
    });
  }

  private void text(String role, Face face, float size, float x, float y, String words, Tint tint) {
    text(sheets.tags().element(sheets.tags().document(), role), face, size, x, y, words, tint);
  }

  private void text(COSDictionary element, Face face, float size, float x, float y, String words, Tint tint) {
    sheets.tagged(element, () -> {
      sheets.ink().colour(tint);
      sheets.ink().text(face, size, x, y, face.legible(words));
    });
  }
}
