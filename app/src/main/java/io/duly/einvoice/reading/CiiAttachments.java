package io.duly.einvoice.reading;

import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.xml.Element;
import java.util.List;
import java.util.Optional;

/** What came with a CII document. */
final class CiiAttachments {
  private CiiAttachments() {}

  static List<Attachment> of(Element agreement, Reading reading) {
    return agreement.all("AdditionalReferencedDocument").flatMap(one -> attachment(one, reading).stream()).toList();
  }

  private static Optional<Attachment> attachment(Element document, Reading reading) {
    var embedded = document.at("AttachmentBinaryObject");
    var name = embedded.flatMap(one -> one.attribute("filename")).or(() -> document.text("IssuerAssignedID")).or(() -> document.text("ID")).orElse("attachment");
    return UblAttachments.of(name, embedded, document.text("URIID"), reading);
  }
}
