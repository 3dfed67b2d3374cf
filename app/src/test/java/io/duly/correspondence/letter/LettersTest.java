package io.duly.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.duly.correspondence.template.Correspondent;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.PayTo;
import io.duly.correspondence.template.Transfer;
import io.duly.wording.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A letter can be kept for decades, read aloud, paid with a telephone, and says what its message says. */
class LettersTest {
  static Stream<Arguments> all() {
    return Kind.ofTemplates().stream()
        .filter(kind -> kind != Kind.CALL)
        .flatMap(kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyLetterCanBeKeptAndReadAloud(Kind kind, Language language) throws Exception {
    var pdf = Letter.of(kind, language, 2);
    assertThat(Validator.broken(pdf)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLongOneToo(Language language) throws Exception {
    var pdf = Letter.of(Kind.FINAL_DEMAND, language, 75);
    assertThat(Validator.broken(pdf)).isEmpty();
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      assertThat(new PDFTextStripper().getText(document)).contains("R-2026-4711", "R-2026-4785");
    }
  }

  @Test
  void theValidatorSeesWhatIsWrong() throws Exception {
    try (var plain = new PDDocument()) {
      plain.addPage(new PDPage());
      var out = new ByteArrayOutputStream();
      plain.save(out);
      assertThat(Validator.broken(out.toByteArray())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysWhatTheMessageSaysWithEveryLetterInItsFont(Language language) throws IOException {
    var composed = Letter.composed(Kind.FORMAL_DEMAND, language, 3);
    try (var document = Loader.loadPDF(Letters.pdf(composed, Letter.look(language)))) {
      var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text).contains(composed.subject(), composed.occasion().recipient().name(), composed.occasion().recipient().person().orElseThrow());
      for (var word : composed.words().replaceAll("[-\\s\u00A0\u202F]+", " ").split(" ", -1)) {
        assertThat(text.replace("-", " ")).contains(word);
      }
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(composed.forms().locale().toLanguageTag());
    }
  }

  @Test
  void theSameMessageMakesTheSameBytes() {
    assertThat(Letter.of(Kind.RECAP, Language.DE, 2)).isEqualTo(Letter.of(Kind.RECAP, Language.DE, 2));
  }

  @Test
  void aTelephoneReadsTheCodeFromTheDrawnPage() throws IOException, NotFoundException {
    assertThat(code(Letter.of(Kind.FORMAL_DEMAND, Language.DE, 1)))
        .isEqualTo("BCD\n002\n1\nSCT\nBYLADEM1001\nSeeblick Technik GmbH\nDE02120300000000202051\nEUR734.56\n\nRF45G72UUR\n");
    assertThat(code(Letter.of(Kind.FORMAL_DEMAND, Language.NL, 2))).endsWith("EUR2101.04\n\n\nK-2041 R-2026-4711 R-2026-4712");
  }

  @Test
  void poundsHaveNoCode() throws IOException {
    assertThatThrownBy(() -> code(Letter.of(Kind.FORMAL_DEMAND, Language.EN, 1))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aSwissAccountHasTheSwissSlipOnAPageOfItsOwn() throws Exception {
    var reference = "210000000003139471430009017";
    var occasion = Correspondent.swiss(Kind.FORMAL_DEMAND, Language.DE, "CH4431999123000889012", reference);
    var pdf = Letters.pdf(Correspondent.composed(Kind.FORMAL_DEMAND, Language.DE, occasion), Letter.DIN);
    assertThat(Validator.broken(pdf)).isEmpty();
    try (var document = Loader.loadPDF(pdf)) {
      int last = document.getNumberOfPages() - 1;
      assertThat(code(document, last).split("\n", -1))
          .containsExactly(
              "SPC", "0200", "1", "CH4431999123000889012", "S", "Alpenblick Werkzeuge AG", "Bahnhofstrasse 12", "", "8001", "Zürich", "CH",
              "", "", "", "", "", "", "", "3949.75", "CHF", "S", "Chäserei Rütli GmbH", "Dorfplatz 1", "", "6441", "Rütli", "CH",
              "QRR", reference, "K-2041 R-2026-4711", "EPD");
      assertThat(new PDFTextStripper().getText(document)).contains("Empfangsschein", "Zahlteil", "21 00000 00003 13947 14300 09017");
    }
  }

  @Test
  void anAccountForSwissReferencesWithoutOneHasNoSlip() {
    var occasion = Correspondent.swiss(Kind.FORMAL_DEMAND, Language.DE, "CH4431999123000889012", "210000000003139471430009018");
    var transfer = new Transfer(occasion.sender().accounts().getFirst(), occasion.owed().getFirst().total(), Optional.of("210000000003139471430009018"), "x");
    assertThat(SwissCode.of(transfer, occasion.sender(), occasion.recipient())).isEmpty();
    var other = new PayTo(transfer.to().currency(), "A", "CH9300762011623852957", Optional.empty(), Optional.empty(), Optional.empty());
    var free = new Transfer(other, transfer.amount(), Optional.empty(), "K-2041");
    assertThat(SwissCode.of(free, occasion.sender(), occasion.recipient()).orElseThrow().kind()).isEqualTo("NON");
    var creditorReference = new Transfer(other, transfer.amount(), Optional.of("RF18539007547034"), "K-2041");
    assertThat(SwissCode.of(creditorReference, occasion.sender(), occasion.recipient()).orElseThrow().kind()).isEqualTo("SCOR");
  }

  private static String code(byte[] pdf) throws IOException, NotFoundException {
    try (var document = Loader.loadPDF(pdf)) {
      return code(document, 0);
    }
  }

  private static String code(PDDocument document, int page) throws IOException, NotFoundException {
      var image = new PDFRenderer(document).renderImageWithDPI(page, 200);
      int[] points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), points)));
      return new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))[0].getText();
  }

  @Test
  void namesOfOtherScriptsAreWrittenSoThatThePostCanReadThem() throws IOException {
    var one = Correspondent.occasion(Kind.FORMAL_DEMAND, Language.EN, 1);
    var composed = Correspondent.composed(Kind.FORMAL_DEMAND, Language.EN, Correspondent.to(one, "Ψάρι Ж Łąka 株式会社 {{total}} <b>", "Иван Петров"));
    try (var document = Loader.loadPDF(Letters.pdf(composed, Letter.DIN))) {
      assertThat(new PDFTextStripper().getText(document)).contains("Иван Петров").contains("Ψάρι Ж Łąka zhū").doesNotContain("<b>", "{{");
    }
  }
}
