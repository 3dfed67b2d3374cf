package io.duly.einvoice.rules;

import io.duly.einvoice.xml.Element;
import net.sf.saxon.s9api.SaxonApiException;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Writes a document out for its validator; of attachments only that they are there. */
final class Written {
  private static final char[] SOMETHING = {'A', 'A', '=', '='};
  private final ContentHandler to;

  Written(ContentHandler to) {
    this.to = to;
  }

  void write(Element root) throws SaxonApiException {
    try {
      to.startDocument();
      element(root);
      to.endDocument();
    } catch (SAXException refused) {
      throw new SaxonApiException(refused);
    }
  }

  private void element(Element one) throws SAXException {
    var attributes = new AttributesImpl();
    one.attributes().forEach((name, value) -> attributes.addAttribute("", name, name, "CDATA", value));
    to.startElement(one.namespace(), one.name(), one.name(), attributes);
    if (one.bytes().filter(bytes -> bytes.length > 0).isPresent()) {
      to.characters(SOMETHING, 0, SOMETHING.length);
    } else if (one.children().isEmpty() && !one.text().isEmpty()) {
      to.characters(one.text().toCharArray(), 0, one.text().length());
    }
    for (var child : one.children()) {
      element(child);
    }
    to.endElement(one.namespace(), one.name(), one.name());
  }
}
