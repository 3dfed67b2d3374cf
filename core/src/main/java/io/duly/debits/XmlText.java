package io.duly.debits;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements within elements; the writer escapes what stands in them. */
final class XmlText {
  private final XMLStreamWriter out;

  XmlText(XMLStreamWriter out) {
    this.out = out;
  }

  /** What stands in an element. */
  interface Content {
    void write() throws XMLStreamException;
  }

  void root(String name, String namespace, Content content) throws XMLStreamException {
    out.writeStartElement(namespace, name);
    out.writeDefaultNamespace(namespace);
    content.write();
    out.writeEndElement();
  }

  void in(String name, Content content) throws XMLStreamException {
    out.writeStartElement(name);
    content.write();
    out.writeEndElement();
  }

  void text(String name, String text) throws XMLStreamException {
    in(name, () -> out.writeCharacters(text));
  }

  void amount(String name, String currency, String amount) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeAttribute("Ccy", currency);
    out.writeCharacters(amount);
    out.writeEndElement();
  }
}
