package io.duly.einvoice.reading;

import io.duly.einvoice.xml.Element;
import java.util.Set;

/** An invoice inside the envelope in which a network carries it (SBDH, as Peppol does). */
final class Wrapped {
  static final String ENVELOPE = "StandardBusinessDocument";
  private static final Set<String> INVOICES = Set.of("Invoice", "CreditNote", "CrossIndustryInvoice", "FatturaElettronica");

  private Wrapped() {}

  static Element unwrapped(Element root) {
    return root.name().equals(ENVELOPE) ? root.children().stream().filter(one -> INVOICES.contains(one.name())).findFirst().orElse(root) : root;
  }
}
