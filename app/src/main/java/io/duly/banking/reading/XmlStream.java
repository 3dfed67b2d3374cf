package io.duly.banking.reading;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML from strangers: no document type, no entities, no depth, no piece larger than a payment can be. */
final class XmlStream {
  private static final int DEEPEST = 60;
  private static final int MOST_NODES = 5_000;
  private static final int MOST_TEXT = 200_000;
  private final XMLStreamReader xml;
  private final Reading reading;
  private int depth;
  private int nodes;
  private int letters;

  XmlStream(InputStream in, Reading reading) {
    this.reading = reading;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLReporter((message, kind, about, place) -> reading.at("line " + place.getLineNumber()));
    try {
      xml = factory.createXMLStreamReader(in);
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
  }

  /** The name of the next element that begins below the given depth, or nothing when that level ends. */
  Optional<String> nextChild(int below) {
    while (true) {
      int event = event();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return Optional.of(xml.getLocalName());
      }
      if (depth < below || event == XMLStreamConstants.END_DOCUMENT) {
        return Optional.empty();
      }
    }
  }

  int depth() {
    return depth;
  }

  String namespace() {
    return Optional.ofNullable(xml.getNamespaceURI()).orElse("");
  }

  /** The whole of the element that has just begun. */
  Node node() {
    nodes = 0;
    letters = 0;
    return nodeHere();
  }

  /** Leaves out the whole of the element that has just begun. */
  void skip() {
    int level = depth;
    while (depth >= level) {
      event();
    }
  }

  private Node nodeHere() {
    bound(++nodes > MOST_NODES);
    Node node = Node.of(xml.getLocalName(), Optional.ofNullable(xml.getAttributeValue(null, "Ccy")).orElse(""));
    int level = depth;
    while (true) {
      int event = event();
      if (depth < level) {
        return node;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        node.children().add(nodeHere());
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        letters += xml.getTextLength();
        bound(letters > MOST_TEXT);
        node.text().append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
  }

  private void bound(boolean crossed) {
    if (crossed) {
      throw reading.refusal("One piece of the file is larger than any payment can be.", "Ask the bank for a right file.");
    }
  }

  private int event() {
    try {
      int event = xml.next();
      reading.at("line " + xml.getLocation().getLineNumber());
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw reading.refusal("A document type or an entity, which no bank's statement has.", "It may be an attack: ask the bank for a right file.");
      }
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      if (depth > DEEPEST) {
        throw reading.refusal("Elements are nested deeper than " + DEEPEST + " levels.", "Ask the bank for a right file.");
      }
      return event;
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
  }

  private CannotRead refusal(XMLStreamException broken) {
    if (broken.getLocation() != null) {
      reading.at("line " + broken.getLocation().getLineNumber());
    }
    String message = String.valueOf(broken.getMessage()).replaceFirst("(?s).*Message: ", "").strip();
    if (message.contains("same entity") || message.contains("Premature") || message.contains("Unexpected end")) {
      return reading.refusal("The file ends in the middle.", "It was cut off on its way: fetch it again from the bank.");
    }
    if (message.contains("UTF-8") || message.contains("encoding")) {
      return reading.refusal("The letters are not in the encoding that the first line declares.", "Fetch the file again without opening or saving it in between.");
    }
    return reading.refusal("The XML is broken: " + message, "Fetch the file again from the bank.");
  }
}
