package io.duly.correspondence.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Asks veraPDF what keeps a file from being PDF/A-2a and PDF/UA-1. */
final class Validator {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Validator() {}

  static List<String> broken(byte[] pdf) throws VeraPDFException, IOException {
    return Stream.concat(broken(pdf, PDFAFlavour.PDFA_2_A).stream(), broken(pdf, PDFAFlavour.PDFUA_1).stream()).toList();
  }

  private static List<String> broken(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
    try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(one -> one.getRuleId().getClause() + ": " + one.getMessage() + " " + one.getLocation().getContext())
          .distinct()
          .toList();
    }
  }
}
