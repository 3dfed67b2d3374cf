package io.duly.correspondence.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The pages of a letter while it is being laid out, and where on the last of them the next line goes. */
final class Sheets {
  private static final float BOTTOM = Ink.mm(272);
  private static final float TOP_OF_NEXT = Ink.mm(34);
  private static final float ALMOST_EMPTY = Ink.mm(120);

  private final PDDocument document = new PDDocument();
  private final PDResources resources = new PDResources();
  private final Tags tags = new Tags();
  private final List<PDPage> pages = new ArrayList<>();
  private final List<Ink> inks = new ArrayList<>();
  final Face regular;
  final Face bold;
  private float y;
  private int images;

  Sheets(Typeface regular, Typeface bold) throws IOException {
    this.regular = face(regular, "R");
    this.bold = face(bold, "B");
    next();
  }

  private Face face(Typeface typeface, String name) throws IOException {
    var embedded = PDType0Font.load(document, typeface.font(), true);
    resources.put(COSName.getPDFName(name), embedded);
    return new Face(typeface, embedded, name);
  }

  /** Begins a page. */
  void next() {
    var page = new PDPage(new PDRectangle(Ink.WIDTH, Ink.HEIGHT));
    page.setResources(resources);
    document.addPage(page);
    pages.add(page);
    inks.add(new Ink());
    tags.page(page);
    y = TOP_OF_NEXT;
  }

  /** Where the next line's top is, from the top of the page. */
  float y() {
    return y;
  }

  void moveTo(float position) {
    y = position;
  }

  void skip(float height) {
    y += height;
  }

  boolean hasRoom(float height) {
    return y + height <= BOTTOM;
  }

  /** Begins a page where so much does not fit any more. */
  void need(float height) {
    if (!hasRoom(height)) {
      next();
    }
  }

  float roomLeft() {
    return BOTTOM - y;
  }

  /** More pages than one, and little on the last. */
  boolean runsOver() {
    return pages.size() > 1 && y < ALMOST_EMPTY;
  }

  /** Lets go of what will not be finished. */
  void discard() throws IOException {
    document.close();
  }

  Ink ink() {
    return inks.getLast();
  }

  Tags tags() {
    return tags;
  }

  int count() {
    return pages.size();
  }

  /** Draws something that belongs to an element. */
  void tagged(COSDictionary element, Runnable drawing) {
    int number = tags.content(element, pages.size() - 1, pages.getLast());
    ink().begin(element.getNameAsString(COSName.S), number);
    drawing.run();
    ink().end();
  }

  void decoration(Runnable drawing) {
    ink().beginDecoration();
    drawing.run();
    ink().end();
  }

  /** Draws decoration on every page, given its index from 0; {@link #ink()} is that page's. */
  void onEachPage(IntConsumer drawing) {
    var all = List.copyOf(inks);
    for (int page = 0; page < all.size(); page++) {
      inks.add(all.get(page));
      ink().beginDecoration();
      drawing.accept(page);
      ink().end();
      inks.removeLast();
    }
  }

  String picture(byte[] png) throws IOException {
    var name = "I" + images++;
    resources.put(COSName.getPDFName(name), PDImageXObject.createFromByteArray(document, png, name));
    return name;
  }

  /** The bytes of the finished letter. */
  byte[] finished(PdfA form) throws IOException {
    for (int page = 0; page < pages.size(); page++) {
      var stream = new PDStream(document);
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(inks.get(page).bytes());
      }
      pages.get(page).setContents(stream);
    }
    tags.finish();
    regular.embedded().subset();
    bold.embedded().subset();
    form.complete(document, tags);
    var out = new ByteArrayOutputStream(40_000);
    document.save(out);
    document.close();
    return out.toByteArray();
  }
}
