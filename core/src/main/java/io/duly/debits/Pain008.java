package io.duly.debits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** Writes a file of direct debits as banks of the SEPA area take it: ISO 20022 {@code pain.008.001.08} by EPC130-08 and EPC131-08. */
public final class Pain008 {
  /** Of the message. */
  public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";

  private static final int NAME = 70;
  private static final int TEXT = 140;
  private static final int TOWN = 35;
  private static final int POSTCODE = 16;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

  private final XmlText xml;

  private Pain008(XmlText xml) {
    this.xml = xml;
  }

  /** The file, in UTF-8. */
  public static byte[] write(DebitFile file) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      out.setDefaultNamespace(NAMESPACE);
      new Pain008(new XmlText(out)).document(file);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("An array of bytes takes what is written.", e);
    }
    return bytes.toByteArray();
  }

  private void document(DebitFile file) throws XMLStreamException {
    xml.root("Document", NAMESPACE, () -> xml.in("CstmrDrctDbtInitn", () -> {
      head(file);
      for (var order : file.orders()) {
        order(file, order);
      }
    }));
  }

  private void head(DebitFile file) throws XMLStreamException {
    xml.in("GrpHdr", () -> {
      xml.text("MsgId", file.id());
      xml.text("CreDtTm", MOMENT.format(file.madeAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)) + "Z");
      xml.text("NbOfTxs", Integer.toString(file.collections().size()));
      xml.text("CtrlSum", file.total().plain());
      xml.in("InitgPty", () -> xml.text("Nm", SepaText.of(file.collector().name(), NAME)));
    });
  }

  private void order(DebitFile file, DebitFile.Order order) throws XMLStreamException {
    var key = order.key();
    var collector = file.collector();
    xml.in("PmtInf", () -> {
      xml.text("PmtInfId", file.id() + "-" + (file.orders().indexOf(order) + 1));
      xml.text("PmtMtd", "DD");
      // each collection is told of alone, so that it is known which came
      xml.text("BtchBookg", "false");
      xml.text("NbOfTxs", Integer.toString(order.collections().size()));
      xml.text("CtrlSum", order.total().plain());
      xml.in("PmtTpInf", () -> {
        xml.in("SvcLvl", () -> xml.text("Cd", "SEPA"));
        xml.in("LclInstrm", () -> xml.text("Cd", key.scheme().name()));
        xml.text("SeqTp", "RCUR");
      });
      xml.text("ReqdColltnDt", key.on().toString());
      xml.in("Cdtr", () -> xml.text("Nm", SepaText.of(collector.name(), NAME)));
      account("CdtrAcct", collector.iban());
      bank("CdtrAgt", collector.bic());
      xml.text("ChrgBr", "SLEV");
      xml.in("CdtrSchmeId", () -> xml.in("Id", () -> xml.in("PrvtId", () -> xml.in("Othr", () -> {
        xml.text("Id", collector.identifier());
        xml.in("SchmeNm", () -> xml.text("Prtry", "SEPA"));
      }))));
      for (var one : order.collections()) {
        collection(one);
      }
    });
  }

  private void collection(Collection one) throws XMLStreamException {
    var mandate = one.mandate();
    xml.in("DrctDbtTxInf", () -> {
      xml.in("PmtId", () -> xml.text("EndToEndId", one.endToEnd()));
      xml.amount("InstdAmt", one.amount().currency().getCurrencyCode(), one.amount().plain());
      xml.in("DrctDbtTx", () -> xml.in("MndtRltdInf", () -> {
        xml.text("MndtId", mandate.reference());
        xml.text("DtOfSgntr", mandate.signedOn().toString());
      }));
      bank("DbtrAgt", mandate.bic());
      payer(mandate);
      account("DbtrAcct", mandate.iban());
      xml.in("RmtInf", () -> xml.text("Ustrd", SepaText.of(one.text(), TEXT)));
    });
  }

  private void payer(Collection.Mandate mandate) throws XMLStreamException {
    xml.in("Dbtr", () -> {
      xml.text("Nm", SepaText.of(mandate.holder(), NAME));
      if (mandate.address().isPresent()) {
        address(mandate.address().get());
      }
    });
  }

  private void address(Collection.Address at) throws XMLStreamException {
    xml.in("PstlAdr", () -> {
      optional("StrtNm", at.street(), NAME);
      optional("PstCd", at.postcode(), POSTCODE);
      xml.text("TwnNm", SepaText.of(at.town(), TOWN));
      xml.text("Ctry", at.country());
    });
  }

  private void optional(String name, Optional<String> text, int longest) throws XMLStreamException {
    var plain = SepaText.of(text.orElse(""), longest);
    if (!plain.isEmpty()) {
      xml.text(name, plain);
    }
  }

  private void account(String name, String iban) throws XMLStreamException {
    xml.in(name, () -> xml.in("Id", () -> xml.text("IBAN", iban)));
  }

  /** Within the European Economic Area the number of the account is enough. */
  private void bank(String name, Optional<String> bic) throws XMLStreamException {
    xml.in(name, () -> xml.in("FinInstnId", () -> {
      if (bic.isPresent()) {
        xml.text("BICFI", bic.get());
      } else {
        xml.in("Othr", () -> xml.text("Id", "NOTPROVIDED"));
      }
    }));
  }
}
