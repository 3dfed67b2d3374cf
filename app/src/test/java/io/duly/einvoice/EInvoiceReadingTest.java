package io.duly.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.einvoice.model.CannotRead;
import io.duly.einvoice.model.DocumentType;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.reading.EInvoiceReader;
import io.duly.einvoice.reading.Kind;
import io.duly.einvoice.rules.Rulebook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as senders write them, and as attackers do. */
@Tag("P03")
class EInvoiceReadingTest {
  private static final String TEXT = Ubl.invoice().text().strip();

  private static EInvoice read(byte[] bytes) {
    return EInvoiceReader.read(bytes).invoices().getFirst();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
  void theEncodingIsWhatTheFileSays(String encoding) {
    var bytes = TEXT.replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"").getBytes(Charset.forName(encoding));
    assertThat(Kind.of(bytes)).contains(Kind.XML);
    assertThat(read(bytes).buyer().contact().name()).contains("Ida Krüger");
  }

  @Test
  void marksSpacesCommentsAndPartsAreNoHindrance() {
    assertThat(read(utf8("\uFEFF" + TEXT)).number()).contains("B-1001");
    assertThat(read(utf8("\n  " + TEXT)).number()).contains("B-1001");
    assertThat(read(utf8(TEXT + "\n\u001A")).number()).contains("B-1001");
    assertThat(read(utf8(TEXT.replace("<cbc:ID>B-1001</cbc:ID>", "<cbc:ID><!-- ours --> <![CDATA[B-1001]]> </cbc:ID>"))).number()).contains("B-1001");
  }

  @Test
  void aZoneDoesNotChangeTheDay() {
    assertThat(read(utf8(Ubl.invoice().with("issued", "2026-05-04+02:00").text())).issuedOn()).contains(LocalDate.of(2026, 5, 4));
    var noDay = read(utf8(Ubl.invoice().with("issued", "2026-02-30").text()));
    assertThat(noDay.issuedOn()).isEmpty();
    assertThat(noDay.problems()).anyMatch(one -> one.message().contains("2026-02-30"));
  }

  @Test
  void documentTypesEntitiesAndDepthAreRefused() {
    var bomb = TEXT.replace("?>", "?><!DOCTYPE Invoice [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>").replace("B-1001", "&b;");
    assertThatThrownBy(() -> read(utf8(bomb))).isInstanceOf(CannotRead.class);
    var deep = TEXT.replace("<cbc:ID>B-1001</cbc:ID>", "<x>".repeat(200) + "</x>".repeat(200));
    assertThatThrownBy(() -> read(utf8(deep))).isInstanceOf(CannotRead.class).hasMessageContaining("levels");
    assertThatThrownBy(() -> read(utf8(TEXT.substring(0, TEXT.length() / 2)))).isInstanceOf(CannotRead.class).hasMessageContaining("Ask the sender");
  }

  @Test
  void aFileOfTwoDocumentsOrInAnotherEncodingThanItSaysIsRefusedWithTheReason() {
    assertThatThrownBy(() -> read(utf8(TEXT + TEXT.substring(TEXT.indexOf("?>") + 2)))).isInstanceOf(CannotRead.class).hasMessageContaining("holds one");
    assertThatThrownBy(() -> read(TEXT.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(CannotRead.class).hasMessageContaining("encoding");
  }

  @Test
  void otherXmlIsNoInvoice() {
    assertThat(Kind.of(utf8("<Invoice xmlns='urn:other'/>"))).isEmpty();
    assertThat(Kind.of(utf8("number;amount\n1;2\n"))).isEmpty();
  }

  @Test
  void theCurrencyIsThatOfTheAmountWhereTheDocumentNamesNone() {
    assertThat(read(utf8(TEXT.replaceAll("<cbc:DocumentCurrencyCode>.*?</cbc:DocumentCurrencyCode>", ""))).currency()).contains("EUR");
  }

  @Test
  void aSelfBilledInvoiceOfUblIsRead() {
    var self = TEXT.replace("Invoice-2", "SelfBilledInvoice-2").replace("<Invoice ", "<SelfBilledInvoice ").replace("</Invoice>", "</SelfBilledInvoice>").replaceAll("<cbc:InvoiceTypeCode>.*?</cbc:InvoiceTypeCode>", "");
    assertThat(Kind.of(utf8(self))).contains(Kind.XML);
    assertThat(read(utf8(self)).type()).isEqualTo(DocumentType.SELF_BILLED);
  }

  @Test
  void aSimplifiedFatturaNamesTheBuyerByItsTaxNumber() {
    var invoice = read(utf8(SIMPLE));
    assertThat(invoice.buyer().called()).contains("IT06655971007");
    assertThat(invoice.seller().called()).contains("Bottega Verdi");
    assertThat(invoice.totals().payable()).contains(new BigDecimal("146.40"));
    assertThat(invoice.totals().tax()).contains(new BigDecimal("26.40"));
    assertThat(read(utf8(SIMPLE.replace("TD07", "TD08"))).type()).isEqualTo(DocumentType.CREDIT_NOTE);
  }

  @Test
  void whoFollowsAnotherSpecificationIsNotHeldAgainstThisOne() {
    var other = TEXT.replace("urn:cen.eu:en16931:2017", "urn:www.cenbii.eu:transaction:biitrns010:ver2.0").replaceAll("<cbc:DocumentCurrencyCode>.*?</cbc:DocumentCurrencyCode>", "");
    var found = new Rulebook().check(EInvoiceReader.read(utf8(other)).xml().orElseThrow());
    assertThat(found).extracting(Problem::code).containsExactly("other-specification");
    assertThat(found.getFirst().fatal()).isFalse();
  }

  @Test
  void manyFieldsTooManyAreOneFinding() {
    var more = TEXT.replace("<cbc:ID>B-1001</cbc:ID>", "<cbc:ID>B-1001</cbc:ID><cbc:CopyIndicator>false</cbc:CopyIndicator><cbc:UUID>x</cbc:UUID>");
    var found = new Rulebook().check(EInvoiceReader.read(utf8(more)).xml().orElseThrow());
    assertThat(found).filteredOn(one -> one.code().equals("superfluous-fields")).singleElement().extracting(Problem::message).asString()
        .contains("2 fields", "CopyIndicator", "UUID");
    assertThat(found).noneMatch(one -> one.code().startsWith("UBL-CR"));
  }

  @Test
  void aSignedFileIsOpened() throws CMSException, IOException {
    var envelope = new CMSSignedDataGenerator().generate(new CMSProcessableByteArray(utf8(FATTURA)), true).getEncoded();
    assertThat(Kind.of(envelope)).contains(Kind.SIGNED);
    var file = EInvoiceReader.read(envelope);
    assertThat(file.invoices()).hasSize(2);
    assertThat(file.problems()).anyMatch(one -> one.code().equals("signature-not-checked"));
    assertThat(EInvoiceReader.read(Base64.getMimeEncoder().encode(envelope)).invoices()).hasSize(2);
  }

  @Test
  void aFatturaTellsWhatTheBuyerPaysToTheState() {
    var invoices = EInvoiceReader.read(utf8(FATTURA)).invoices();
    assertThat(invoices).extracting(one -> one.number().orElse("")).containsExactly("7/A", "8/A");
    assertThat(invoices.getFirst().totals().payable()).hasValueSatisfying(owed -> assertThat(owed).isEqualByComparingTo("100.00"));
    assertThat(invoices.get(1).totals().payable()).hasValueSatisfying(owed -> assertThat(owed).isEqualByComparingTo("60.50"));
    assertThat(Claims.of(invoices.getFirst()).payable().minor()).isEqualTo(10_000);
  }

  @Test
  void edifactOfTheNinetiesIsRead() {
    var invoice = read(utf8(EDIFACT));
    assertThat(invoice.number()).contains("RE 4711");
    assertThat(invoice.seller().called()).contains("Brightwell Tools");
    assertThat(invoice.buyer().called()).contains("O'Hara Stores");
    assertThat(invoice.dueOn()).contains(LocalDate.of(2026, 6, 3));
    assertThat(invoice.references().order()).contains("PO-77");
    assertThat(invoice.totals().payable()).hasValueSatisfying(owed -> assertThat(owed).isEqualByComparingTo(new BigDecimal("119.00")));
    assertThat(invoice.lines()).hasSize(1);
  }

  @Test
  void aPdfIsReadByTheDataItCarries() throws IOException {
    var file = EInvoiceReader.read(pdf(Map.of("factur-x.xml", utf8(TEXT), "proof.txt", utf8("delivered")), false));
    assertThat(file.invoices().getFirst().number()).contains("B-1001");
    assertThat(file.carried()).extracting(one -> one.name()).containsExactly("proof.txt");
  }

  @Test
  void aPdfWithoutDataOrWithAPasswordOrThatSwellsIsRefused() throws IOException {
    var picture = pdf(Map.of("proof.txt", utf8("delivered")), false);
    assertThatThrownBy(() -> read(picture)).isInstanceOf(CannotRead.class).hasMessageContaining("picture");
    var locked = pdf(Map.of("factur-x.xml", utf8(TEXT)), true);
    assertThatThrownBy(() -> read(locked)).isInstanceOf(CannotRead.class).hasMessageContaining("encrypted");
    var bomb = pdf(Map.of("factur-x.xml", new byte[200 << 20]), false);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> read(bomb)).isInstanceOf(CannotRead.class).hasMessageContaining("swell");
  }

  private static byte[] pdf(Map<String, byte[]> files, boolean locked) throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      var specifications = new HashMap<String, PDComplexFileSpecification>();
      for (var file : files.entrySet()) {
        var one = new PDComplexFileSpecification();
        one.setFile(file.getKey());
        one.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(file.getValue()), COSName.FLATE_DECODE));
        specifications.put(file.getKey(), one);
      }
      var tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(specifications);
      var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      if (locked) {
        document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static final String EDIFACT =
      """
      UNA:+.? '
      UNB+UNOC:3+4000001000005:14+4000002000004:14+260504:1403+1'
      UNH+1+INVOIC:D:96A:UN:EAN008'
      BGM+380+RE 4711+9'
      DTM+137:20260504:102'
      DTM+35:20260502:102'
      RFF+ON:PO-77'
      NAD+SU+4000001000005::9++Brightwell Tools+1 Forge Lane+Leeds++LS1 4AP+GB'
      RFF+VA:GB123456782'
      NAD+BY+4000002000004::9++O?'Hara Stores+Kai 7+Hamburg++20457+DE'
      CUX+2:EUR:4'
      PAT+3'
      DTM+13:20260603:102'
      LIN+1++4000001000104:EN'
      IMD+F++:::Torque wrench'
      QTY+47:2:PCE'
      MOA+203:100,00'
      PRI+AAA:50'
      UNS+S'
      MOA+79:100'
      MOA+86:119,00'
      TAX+7+VAT+++:::19+S'
      MOA+125:100'
      MOA+124:19'
      UNT+22+1'
      UNZ+1+1'
      """;
  private static final String SIMPLE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <p:FatturaElettronicaSemplificata versione="FSM10" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0">
        <FatturaElettronicaHeader>
          <DatiTrasmissione><FormatoTrasmissione>FSM10</FormatoTrasmissione><CodiceDestinatario>0000000</CodiceDestinatario></DatiTrasmissione>
          <CedentePrestatore><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234560157</IdCodice></IdFiscaleIVA><Denominazione>Bottega Verdi</Denominazione>
            <Sede><Indirizzo>Via Roma 1</Indirizzo><CAP>20100</CAP><Comune>Milano</Comune><Nazione>IT</Nazione></Sede></CedentePrestatore>
          <CessionarioCommittente><IdentificativiFiscali><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>06655971007</IdCodice></IdFiscaleIVA></IdentificativiFiscali></CessionarioCommittente>
        </FatturaElettronicaHeader>
        <FatturaElettronicaBody>
          <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD07</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-24</Data><Numero>9/S</Numero></DatiGeneraliDocumento></DatiGenerali>
          <DatiBeniServizi><Descrizione>Sedia</Descrizione><Importo>122.00</Importo><DatiIVA><Imposta>22.00</Imposta></DatiIVA></DatiBeniServizi>
          <DatiBeniServizi><Descrizione>Vernice</Descrizione><Importo>24.40</Importo><DatiIVA><Imposta>4.40</Imposta></DatiIVA></DatiBeniServizi>
        </FatturaElettronicaBody>
      </p:FatturaElettronicaSemplificata>
      """;
  private static final String FATTURA =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <n:FatturaElettronica versione="FPA12" xmlns:n="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
        <FatturaElettronicaHeader>
          <DatiTrasmissione><FormatoTrasmissione>FPA12</FormatoTrasmissione><CodiceDestinatario>ABC123</CodiceDestinatario></DatiTrasmissione>
          <CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>12345670017</IdCodice></IdFiscaleIVA>
            <Anagrafica><Nome>Rita</Nome><Cognome>Verdi</Cognome></Anagrafica></DatiAnagrafici></CedentePrestatore>
          <CessionarioCommittente><DatiAnagrafici><CodiceFiscale>80012345678</CodiceFiscale><Anagrafica><Denominazione>Comune di Prova</Denominazione></Anagrafica></DatiAnagrafici></CessionarioCommittente>
        </FatturaElettronicaHeader>
        <FatturaElettronicaBody>
          <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-05-04</Data><Numero>7/A</Numero></DatiGeneraliDocumento></DatiGenerali>
          <DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Sedie</Descrizione><Quantita>2.00</Quantita><PrezzoUnitario>50.00</PrezzoUnitario><PrezzoTotale>100.00</PrezzoTotale></DettaglioLinee>
            <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>100.00</ImponibileImporto><Imposta>22.00</Imposta><EsigibilitaIVA>S</EsigibilitaIVA></DatiRiepilogo></DatiBeniServizi>
        </FatturaElettronicaBody>
        <FatturaElettronicaBody>
          <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-05-04</Data><Numero>8/A</Numero></DatiGeneraliDocumento></DatiGenerali>
          <DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Tavolo</Descrizione><PrezzoUnitario>50.00</PrezzoUnitario><PrezzoTotale>50.00</PrezzoTotale></DettaglioLinee>
            <DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>50.00</ImponibileImporto><Imposta>11.00</Imposta></DatiRiepilogo></DatiBeniServizi>
          <DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento><DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-06-03</DataScadenzaPagamento><ImportoPagamento>60.50</ImportoPagamento></DettaglioPagamento></DatiPagamento>
        </FatturaElettronicaBody>
      </n:FatturaElettronica>
      """;
}
