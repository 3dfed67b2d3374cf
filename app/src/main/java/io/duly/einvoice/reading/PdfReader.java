package io.duly.einvoice.reading;

import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.model.CannotRead;
import io.duly.journal.PdfBounds;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The files that a PDF carries. Pages are not looked at and nothing in it is run. */
final class PdfReader {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_FILES = 200;
  private static final int DEEPEST = 12;

  private PdfReader() {}

  /** @throws CannotRead where it is encrypted, broken or swells beyond bounds */
  static List<Attachment> files(byte[] pdf) {
    if (PdfBounds.swells(pdf)) {
      throw new CannotRead("The PDF has parts that swell to a size no invoice has, so it is not opened. Ask the sender for the XML of the invoice.");
    }
    try (var document = Loader.loadPDF(pdf)) {
      if (document.isEncrypted()) {
        throw encrypted();
      }
      return carried(document);
    } catch (InvalidPasswordException locked) {
      throw encrypted();
    } catch (IOException broken) {
      throw new CannotRead("The PDF is broken (" + broken.getMessage() + "). Ask the sender for it again.", broken);
    }
  }

  private static CannotRead encrypted() {
    return new CannotRead("The PDF is encrypted, and its invoice data cannot be read. Ask the sender for it without a password.");
  }

  private static List<Attachment> carried(PDDocument document) throws IOException {
    var found = new LinkedHashMap<COSDictionary, PDComplexFileSpecification>();
    var names = document.getDocumentCatalog().getNames();
    if (names != null && names.getEmbeddedFiles() != null) {
      gather(names.getEmbeddedFiles(), found, 0);
    }
    associated(document, found);
    var files = new ArrayList<Attachment>();
    long total = 0;
    for (var one : found.values()) {
      var file = file(one);
      file.ifPresent(files::add);
      total += file.flatMap(Attachment::bytes).map(bytes -> bytes.length).orElse(0);
      if (files.size() > MOST_FILES || total > MOST_BYTES) {
        throw new CannotRead("The PDF carries more files than an invoice needs (more than " + MOST_FILES + ", or 64 MB). Ask the sender for it without them.");
      }
    }
    return files;
  }

  private static void gather(PDNameTreeNode<PDComplexFileSpecification> node, Map<COSDictionary, PDComplexFileSpecification> found, int depth) throws IOException {
    var names = node.getNames();
    if (names != null) {
      names.values().forEach(one -> found.putIfAbsent(one.getCOSObject(), one));
    }
    var kids = node.getKids();
    if (kids != null && depth < DEEPEST) {
      for (var kid : kids) {
        gather(kid, found, depth + 1);
      }
    }
  }

  /** PDF/A-3 names its files in an array of the catalogue too, and some writers only there. */
  private static void associated(PDDocument document, Map<COSDictionary, PDComplexFileSpecification> found) {
    if (document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.getPDFName("AF")) instanceof COSArray all) {
      for (int i = 0; i < all.size() && i < MOST_FILES; i++) {
        if (all.getObject(i) instanceof COSDictionary one) {
          found.putIfAbsent(one, new PDComplexFileSpecification(one));
        }
      }
    }
  }

  private static Optional<Attachment> file(PDComplexFileSpecification specification) throws IOException {
    var embedded = Optional.<PDEmbeddedFile>ofNullable(specification.getEmbeddedFileUnicode()).or(() -> Optional.ofNullable(specification.getEmbeddedFile()));
    if (embedded.isEmpty()) {
      return Optional.empty();
    }
    var name = Optional.ofNullable(specification.getFilename()).filter(one -> !one.isBlank()).orElse("attachment");
    var mime = Optional.ofNullable(embedded.get().getSubtype()).filter(one -> !one.isBlank()).orElse("application/octet-stream");
    try (InputStream in = embedded.get().createInputStream()) {
      return Optional.of(new Attachment(name, mime, Optional.of(in.readNBytes(MOST_BYTES + 1)), Optional.empty()));
    }
  }
}
