package io.duly.einvoice.rules;

import static net.sf.saxon.s9api.streams.Predicates.hasLocalName;
import static net.sf.saxon.s9api.streams.Steps.child;
import static net.sf.saxon.s9api.streams.Steps.descendant;

import io.duly.einvoice.model.Problem;
import io.duly.einvoice.xml.Element;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Step;

/** The report of a validator (Schematron Validation Report Language). */
final class Svrl {
  /** What failed. */
  static final Step<XdmNode> ASSERTIONS =
      descendant().where(hasLocalName("failed-assert").or(hasLocalName("successful-report")));

  private static final Pattern STEP = Pattern.compile("/(?:\\*:|[\\w.-]+:)?([A-Za-z]\\w*)(?:\\[namespace-uri\\(\\)='[^']*'\\])?(?:\\[(\\d+)\\])?");
  private static final Pattern LINE = Pattern.compile("(?:InvoiceLine|CreditNoteLine|IncludedSupplyChainTradeLineItem)");

  private Svrl() {}

  static Problem problem(XdmNode assertion, Element root, Sentences sentences) {
    var id = attribute(assertion, "id").orElse("rule");
    var text = assertion.select(child().where(hasLocalName("text"))).map(XdmNode::getStringValue).findFirst().orElse("");
    var flag = attribute(assertion, "flag").or(() -> attribute(assertion, "role")).orElse("fatal");
    var place = Place.of(attribute(assertion, "location").orElse(""), root);
    var code = id.replaceFirst("^\\[|\\]$", "");
    return new Problem(code, flag.equals("fatal") || flag.equals("error"), place.row(), place.where(), place.line().map(line -> line + ": ").orElse("") + sentences.of(code, text));
  }

  private static Optional<String> attribute(XdmNode node, String name) {
    return Optional.ofNullable(node.getAttributeValue(new QName(name))).filter(value -> !value.isBlank());
  }

  /**
   * Where in the document.
   *
   * @param where the element's name
   * @param line which line of the invoice, in words
   */
  record Place(Optional<Long> row, Optional<String> where, Optional<String> line) {

    static Place of(String location, Element root) {
      var step = STEP.matcher(location);
      var line = Optional.<String>empty();
      Optional<Element> at = Optional.empty();
      var where = Optional.<String>empty();
      while (step.find()) {
        var name = step.group(1);
        int index = step.group(2) == null ? 1 : Integer.parseInt(step.group(2));
        where = Optional.of(name);
        at = at.isEmpty() ? Optional.of(root) : at.flatMap(parent -> parent.all(name).skip(index - 1L).findFirst());
        line = LINE.matcher(name).matches() ? Optional.of("Line " + number(at).orElse(Integer.toString(index))) : line;
      }
      return new Place(at.map(Element::row).filter(row -> row > 0), where, line);
    }

    private static Optional<String> number(Optional<Element> line) {
      return line.flatMap(one -> one.text("ID").or(() -> one.text("AssociatedDocumentLineDocument", "LineID")));
    }
  }
}
