package io.duly.einvoice.reading;

import io.duly.einvoice.xml.Element;
import io.duly.einvoice.xml.XmlTree;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is, from its first bytes. */
public enum Kind {
  XML,
  PDF,
  SIGNED,
  EDIFACT;

  /** So much of a file tells what it is. */
  public static final int LOOK = 64 << 10;

  private static final Pattern INVOIC = Pattern.compile("(?s)\\s*UN[AB].*UNH.[^']*INVOIC.*");
  private static final int PDF_LOOK = 1024;

  /** @param head the first {@link #LOOK} bytes, or all of a shorter file */
  public static Optional<Kind> of(byte[] head) {
    var start = new String(head, 0, Math.min(head.length, PDF_LOOK), StandardCharsets.ISO_8859_1);
    if (start.contains("%PDF-")) {
      return Optional.of(PDF);
    }
    if (INVOIC.matcher(new String(head, 0, Math.min(head.length, LOOK), StandardCharsets.ISO_8859_1)).matches()) {
      return Optional.of(EDIFACT);
    }
    if (Signed.is(head)) {
      return Optional.of(SIGNED);
    }
    int from = start(head);
    return XmlTree.root(new ByteArrayInputStream(head, from, head.length - from)).filter(Kind::isInvoice).map(_ -> XML);
  }

  /** Spaces and line ends that some senders put before the XML declaration, where XML allows none. */
  static int start(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && at < LOOK && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static boolean isInvoice(Element root) {
    var namespace = root.namespace().toLowerCase(Locale.ROOT);
    return switch (root.name()) {
      case "SelfBilledInvoice", "SelfBilledCreditNote" -> namespace.startsWith("urn:oasis:names:specification:ubl:schema:xsd:selfbilled");
      case "Invoice" -> namespace.startsWith("urn:oasis:names:specification:ubl:schema:xsd:invoice-2");
      case "CreditNote" -> namespace.startsWith("urn:oasis:names:specification:ubl:schema:xsd:creditnote-2");
      case "CrossIndustryInvoice" -> namespace.startsWith("urn:un:unece:uncefact:data:standard:crossindustryinvoice");
      case "CrossIndustryDocument" -> namespace.startsWith("urn:ferd:crossindustrydocument:invoice");
      case "FatturaElettronica", "FatturaElettronicaSemplificata" -> namespace.contains("fatturapa.gov.it") || namespace.contains("agenziaentrate.gov.it");
      case Wrapped.ENVELOPE -> namespace.contains("standardbusinessdocument");
      default -> false;
    };
  }
}
