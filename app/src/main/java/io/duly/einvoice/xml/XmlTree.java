package io.duly.einvoice.xml;

import io.duly.einvoice.model.CannotRead;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a document whole. What no invoice has is refused: a document type, entities, hundreds of levels, gigabytes. */
public final class XmlTree {
  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 1_000_000;
  private static final long MOST_TEXT = 64_000_000;
  private static final long MOST_BYTES = 100L << 20;
  /** Where attachments stand: in UBL, in CII, in FatturaPA. */
  private static final Set<String> ATTACHED = Set.of("EmbeddedDocumentBinaryObject", "AttachmentBinaryObject", "Attachment");

  private final XMLStreamReader xml;
  private int elements;
  private long text;
  private long attached;

  private XmlTree(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** @throws CannotRead with a sentence */
  public static Element read(InputStream in) {
    try {
      var tree = new XmlTree(factory().createXMLStreamReader(in));
      tree.toRoot();
      var root = tree.element(1);
      tree.toEnd();
      return root;
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
  }

  /** The outermost element alone, without what is in it; nothing where there is none. */
  public static Optional<Element> root(InputStream in) {
    try {
      var tree = new XmlTree(factory().createXMLStreamReader(in));
      tree.toRoot();
      return Optional.of(tree.begun(Map.of()));
    } catch (XMLStreamException | CannotRead none) {
      return Optional.empty();
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLReporter((message, kind, about, place) -> {});
    return factory;
  }

  private void toRoot() throws XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // A comment, a space or an instruction before the document.
    }
  }

  private void toEnd() throws XMLStreamException {
    while (xml.hasNext()) {
      next();
    }
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new CannotRead(
          "The file has a document type or an entity (line " + row() + "), which no electronic invoice has and which can be an attack. Ask the sender for a right file.");
    }
    return event;
  }

  private Element element(int depth) throws XMLStreamException {
    bound(depth > DEEPEST, "nests deeper than " + DEEPEST + " levels");
    bound(++elements > MOST_ELEMENTS, "has more than " + MOST_ELEMENTS + " elements");
    var begun = begun(attributes());
    var words = new StringBuilder();
    var base64 = ATTACHED.contains(begun.name()) ? Optional.of(new Base64Text()) : Optional.<Base64Text>empty();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        begun.children().add(element(depth + 1));
      } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
        take(words, base64);
      }
    }
    return new Element(begun.namespace(), begun.name(), begun.attributes(), begun.children(), words.toString(), base64.map(Base64Text::bytes), begun.row());
  }

  private void take(StringBuilder words, Optional<Base64Text> base64) {
    if (base64.isPresent()) {
      int before = base64.get().size();
      base64.get().add(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      attached += base64.get().size() - before;
      bound(attached > MOST_BYTES, "has more than 100 MB of attachments");
    } else {
      text += xml.getTextLength();
      bound(text > MOST_TEXT, "has more text than any invoice");
      words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  private Element begun(Map<String, String> attributes) {
    var namespace = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    return new Element(namespace, xml.getLocalName(), attributes, new ArrayList<>(), "", Optional.empty(), row());
  }

  private Map<String, String> attributes() {
    var found = new HashMap<String, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      found.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return found;
  }

  private long row() {
    return xml.getLocation().getLineNumber();
  }

  private static void bound(boolean crossed, String how) {
    if (crossed) {
      throw new CannotRead("The file " + how + ", so it is not taken. Ask the sender for it in parts, or leave large attachments out.");
    }
  }

  private static String why(String message) {
    if (message.contains("same entity") || message.contains("remature")) {
      return "the file ends in the middle";
    }
    if (message.contains("UTF-8") || message.contains("encoding")) {
      return "its letters are not in the encoding that its first line declares (" + message + ")";
    }
    return message.contains("trailing section") || message.contains("following the root") ? "something stands behind the document; a file holds one" : message;
  }

  private static CannotRead refusal(XMLStreamException broken) {
    var place = Optional.ofNullable(broken.getLocation()).map(at -> " at line " + at.getLineNumber()).orElse("");
    var message = String.valueOf(broken.getMessage()).replaceFirst("(?s).*Message: ", "").strip();
    var why = why(message.replaceFirst("\\.$", ""));
    return new CannotRead("The XML is broken" + place + ": " + why + ". Ask the sender for the file again; it was cut off or changed on its way.", broken);
  }
}
