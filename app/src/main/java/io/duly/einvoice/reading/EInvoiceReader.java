package io.duly.einvoice.reading;

import io.duly.einvoice.model.Attachment;
import io.duly.einvoice.model.CannotRead;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.model.Syntax;
import io.duly.einvoice.xml.Element;
import io.duly.einvoice.xml.XmlTree;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads whatever electronic invoice a file holds. */
public final class EInvoiceReader {
  /** A file may be so large, attachments included: what the archive keeps as one document. */
  public static final int MOST_BYTES = 64 << 20;

  /** The end of a file in old systems. */
  private static final byte CTRL_Z = 0x1A;

  private EInvoiceReader() {}

  /** @throws CannotRead with a sentence where nothing can be taken from it */
  public static EInvoiceFile read(byte[] bytes) {
    return switch (Kind.of(bytes).orElseThrow(() -> new CannotRead("This is no electronic invoice of a kind that is read here."))) {
      case PDF -> pdf(bytes);
      case SIGNED -> signed(bytes);
      case EDIFACT -> new EInvoiceFile("EDIFACT INVOIC", some(EdifactReader.read(bytes)), Optional.empty(), List.of(), List.of());
      case XML -> xml(bytes);
    };
  }

  private static EInvoiceFile xml(byte[] bytes) {
    int from = Kind.start(bytes);
    int to = bytes[bytes.length - 1] == CTRL_Z ? bytes.length - 1 : bytes.length;
    var root = Wrapped.unwrapped(XmlTree.read(new ByteArrayInputStream(bytes, from, to - from)));
    var invoices = some(invoices(root));
    return new EInvoiceFile(invoices.getFirst().syntax().toString(), invoices, Optional.of(root), List.of(), List.of());
  }

  private static List<EInvoice> invoices(Element root) {
    return switch (root.name()) {
      case "Invoice", "CreditNote", "SelfBilledInvoice", "SelfBilledCreditNote" -> List.of(UblReader.read(root));
      case "CrossIndustryInvoice", "CrossIndustryDocument" -> List.of(CiiReader.read(root));
      case "FatturaElettronica", "FatturaElettronicaSemplificata" -> FatturaReader.read(root);
      default -> throw new CannotRead("The XML is a " + root.name() + ", which is no electronic invoice of a kind that is read here.");
    };
  }

  private static List<EInvoice> some(List<EInvoice> invoices) {
    if (invoices.isEmpty()) {
      throw new CannotRead("The file has the frame of an electronic invoice, but no invoice in it. Ask the sender for the file again.");
    }
    return invoices;
  }

  private static EInvoiceFile signed(byte[] bytes) {
    var inner = Signed.content(bytes);
    if (inner.length > MOST_BYTES || Kind.of(inner).filter(kind -> kind != Kind.SIGNED).isEmpty()) {
      throw new CannotRead("The signed file holds no electronic invoice of a kind that is read here.");
    }
    var file = read(inner);
    var unchecked = Problem.told("signature-not-checked", "The file is signed; whether the signature is good was not checked.");
    return new EInvoiceFile("signed " + file.format(), file.invoices(), file.xml(), file.carried(), List.of(unchecked));
  }

  private static EInvoiceFile pdf(byte[] bytes) {
    var files = PdfReader.files(bytes);
    var data = files.stream().filter(EInvoiceReader::holdsInvoice).toList();
    if (data.isEmpty()) {
      throw new CannotRead("The PDF is only a picture of an invoice: it carries no invoice data (Factur-X or ZUGFeRD). Ask the sender for such a file, or put the invoice into a list.");
    }
    var chosen = data.stream().map(one -> xml(content(one))).sorted(Comparator.comparing(EInvoiceReader::syntax)).toList();
    var first = chosen.getFirst();
    return new EInvoiceFile("PDF with " + first.format(), first.invoices(), first.xml(), files.stream().filter(one -> !data.contains(one)).toList(), several(chosen));
  }

  /** The newer form counts where both are there. */
  private static Syntax syntax(EInvoiceFile file) {
    return file.invoices().getFirst().syntax();
  }

  private static boolean holdsInvoice(Attachment file) {
    return Kind.of(content(file)).filter(kind -> kind == Kind.XML).isPresent();
  }

  private static byte[] content(Attachment file) {
    return file.bytes().orElseThrow();
  }

  private static List<Problem> several(List<EInvoiceFile> found) {
    if (found.size() == 1) {
      return List.of();
    }
    var first = found.getFirst().invoices().getFirst();
    boolean same = found.stream().map(one -> one.invoices().getFirst()).allMatch(one -> one.number().equals(first.number()) && sameAmount(one, first));
    if (!same) {
      throw new CannotRead("The PDF carries " + found.size() + " sets of invoice data that say different things, and nobody can tell which counts. Ask the sender for one with one set.");
    }
    return List.of(Problem.fatal("several-invoice-data", "The PDF carries " + found.size() + " sets of invoice data; Factur-X allows one. The " + first.syntax() + " one was read."));
  }

  private static boolean sameAmount(EInvoice one, EInvoice other) {
    return one.totals().payable().isPresent() == other.totals().payable().isPresent()
        && Objects.equals(one.currency(), other.currency())
        && one.totals().payable().flatMap(a -> other.totals().payable().map(b -> a.compareTo(b) == 0)).orElse(true);
  }
}
