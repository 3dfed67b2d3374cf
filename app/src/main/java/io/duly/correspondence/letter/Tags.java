package io.duly.correspondence.letter;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/** The structure of a letter: which words are a heading, a paragraph, a cell (ISO 32000-1, 14.7). */
final class Tags {
  private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");
  private static final COSName TABLE_OWNER = COSName.getPDFName("Table");

  private final COSDictionary root = new COSDictionary();
  private final COSDictionary document;
  private final List<COSArray> pages = new ArrayList<>();

  Tags() {
    root.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
    document = element(root, "Document");
  }

  /** The element that all others are within. */
  COSDictionary document() {
    return document;
  }

  COSDictionary root() {
    return root;
  }

  /** A piece of the structure within another. */
  COSDictionary element(COSDictionary parent, String role) {
    var element = new COSDictionary();
    element.setItem(COSName.TYPE, STRUCT_ELEM);
    element.setItem(COSName.S, COSName.getPDFName(role));
    element.setItem(COSName.P, parent);
    kids(parent).add(element);
    return element;
  }

  /** A heading cell of a table, for its row or its column. */
  COSDictionary headingCell(COSDictionary row, String scope) {
    var cell = element(row, "TH");
    attributes(cell).setItem(COSName.getPDFName("Scope"), COSName.getPDFName(scope));
    return cell;
  }

  void spans(COSDictionary cell, int columns) {
    attributes(cell).setInt(COSName.getPDFName("ColSpan"), columns);
  }

  private static COSDictionary attributes(COSDictionary cell) {
    if (cell.getDictionaryObject(COSName.A) instanceof COSDictionary already) {
      return already;
    }
    var attributes = new COSDictionary();
    attributes.setItem(COSName.O, TABLE_OWNER);
    cell.setItem(COSName.A, attributes);
    return attributes;
  }

  /** A new page; its number from 0. */
  int page(PDPage page) {
    pages.add(new COSArray());
    page.setStructParents(pages.size() - 1);
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    return pages.size() - 1;
  }

  /** The number of the next piece of content on a page, which belongs to an element. */
  int content(COSDictionary element, int pageNumber, PDPage page) {
    var parents = pages.get(pageNumber);
    int number = parents.size();
    parents.add(element);
    var reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
    reference.setItem(COSName.PG, page.getCOSObject());
    reference.setInt(COSName.MCID, number);
    kids(element).add(reference);
    return number;
  }

  private static COSArray kids(COSDictionary element) {
    if (element.getDictionaryObject(COSName.K) instanceof COSArray already) {
      return already;
    }
    var kids = new COSArray();
    element.setItem(COSName.K, kids);
    return kids;
  }

  /** Which element each piece of content belongs to. */
  void finish() {
    var numbers = new COSArray();
    for (int page = 0; page < pages.size(); page++) {
      numbers.add(COSInteger.get(page));
      numbers.add(pages.get(page));
    }
    var tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.setItem(COSName.PARENT_TREE, tree);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, pages.size());
  }
}
