package io.duly.einvoice.rules;

import io.duly.einvoice.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Published rules, as the XSLT that their publishers made of them. */
enum RuleSet {
  EN_16931_UBL("external/schematron/1.3.15/ubl/EN16931-UBL-validation.xslt"),
  EN_16931_CII("external/schematron/1.3.15/cii/EN16931-CII-validation.xslt"),
  PEPPOL("external/schematron/openpeppol/2025.11/xslt/PEPPOL-EN16931-UBL.xslt"),
  XRECHNUNG_UBL("external/schematron/3.0.2/XRechnung-UBL-validation.xslt"),
  XRECHNUNG_CII("external/schematron/3.0.2/XRechnung-CII-validation.xslt");

  private static final List<String> OURS = List.of("en16931", "xrechnung", "peppol.eu:2017:poacc", "factur-x", "zugferd");
  private static final String PEPPOL_BILLING = "urn:fdc:peppol.eu:2017:poacc:billing";

  private final String resource;

  RuleSet(String resource) {
    this.resource = resource;
  }

  String resource() {
    return resource;
  }

  /** Those that the document says it follows; none for one that is written in another way. */
  static List<RuleSet> of(Element root) {
    return switch (root.name()) {
      case "Invoice", "CreditNote" -> ubl(root);
      case "CrossIndustryInvoice" -> cii(root);
      default -> List.of();
    };
  }

  private static List<RuleSet> ubl(Element root) {
    var says = root.text("CustomizationID");
    if (isOther(says)) {
      return List.of();
    }
    var sets = new ArrayList<>(List.of(EN_16931_UBL));
    // A document that names no specification is held against the commonest.
    if (says.isEmpty() || says.get().contains(PEPPOL_BILLING)) {
      sets.add(PEPPOL);
    }
    if (isXRechnung(says)) {
      sets.add(XRECHNUNG_UBL);
    }
    return sets;
  }

  private static List<RuleSet> cii(Element root) {
    var says = specification(root);
    if (isLess(says) || isOther(says)) {
      return List.of();
    }
    return isXRechnung(says) ? List.of(EN_16931_CII, XRECHNUNG_CII) : List.of(EN_16931_CII);
  }

  static Optional<String> specification(Element root) {
    return root.text("CustomizationID").or(() -> root.text("ExchangedDocumentContext", "GuidelineSpecifiedDocumentContextParameter", "ID"));
  }

  private static boolean isXRechnung(Optional<String> says) {
    return says.filter(one -> one.toLowerCase(Locale.ROOT).contains("xrechnung")).isPresent();
  }

  /** Some other agreement, which EN 16931 does not bind: what came before it, or what other parts of the world use. */
  static boolean isOther(Optional<String> says) {
    return says.map(one -> one.toLowerCase(Locale.ROOT))
        .filter(one -> OURS.stream().noneMatch(one::contains))
        .isPresent();
  }

  /** Factur-X MINIMUM and BASIC WL have no lines and are no invoices for EN 16931. */
  static boolean isLess(Optional<String> says) {
    return says.map(one -> one.toLowerCase(Locale.ROOT)).filter(one -> one.contains("minimum") || one.contains("basicwl") || one.contains("basic-wl")).isPresent();
  }

  /** Factur-X EXTENDED allows what EN 16931 does not. */
  static boolean isMore(Optional<String> says) {
    return says.filter(one -> one.toLowerCase(Locale.ROOT).contains("conformant") && one.toLowerCase(Locale.ROOT).contains("extended")).isPresent();
  }
}
