package io.duly.einvoice.reading;

import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.xml.Element;
import java.util.List;
import java.util.Optional;

/** What came with a UBL document. */
final class UblAttachments {
  private UblAttachments() {}

  static List<Attachment> of(Element root, Reading reading) {
    return root.all("AdditionalDocumentReference").flatMap(one -> attachment(one, reading).stream()).toList();
  }

  private static Optional<Attachment> attachment(Element reference, Reading reading) {
    var embedded = reference.at("Attachment", "EmbeddedDocumentBinaryObject");
    var link = reference.text("Attachment", "ExternalReference", "URI");
    var name = embedded.flatMap(one -> one.attribute("filename")).or(() -> reference.text("ID")).orElse("attachment");
    return of(name, embedded, link, reading);
  }

  static Optional<Attachment> of(String name, Optional<Element> embedded, Optional<String> link, Reading reading) {
    var bytes = embedded.flatMap(Element::bytes).filter(some -> some.length > 0);
    if (embedded.isPresent() && bytes.isEmpty() && link.isEmpty()) {
      reading.tell(Problem.told("attachment-damaged", "The attachment " + name + " is empty or damaged and was left out. Ask the sender for it."));
    }
    var mime = embedded.flatMap(one -> one.attribute("mimeCode")).orElse("application/octet-stream");
    return bytes.isPresent() || link.isPresent() ? Optional.of(new Attachment(name, mime, bytes, link)) : Optional.empty();
  }
}
