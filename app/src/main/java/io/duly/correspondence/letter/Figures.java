package io.duly.correspondence.letter;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Where pictures stand, for those who have the page read to them. */
final class Figures {
  private Figures() {}

  static void bounds(COSDictionary figure, float x, float y, float width, float height) {
    var layout = new COSDictionary();
    layout.setItem(COSName.O, COSName.getPDFName("Layout"));
    layout.setItem(COSName.getPDFName("Placement"), COSName.getPDFName("Block"));
    layout.setItem(COSName.BBOX, new PDRectangle(x, Ink.HEIGHT - y - height, width, height).getCOSArray());
    figure.setItem(COSName.A, layout);
  }
}
