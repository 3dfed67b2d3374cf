package io.duly.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.template.Correspondent;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Occasion;
import io.duly.wording.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters look as they did when somebody last looked at them: pictures of every page are kept beside this test. */
class GoldenLettersTest {
  private static final int DOTS_PER_INCH = 60;
  private static final Path SEEN = Path.of("target", "letters");

  @ParameterizedTest
  @CsvSource({"FIRST_REMINDER, DE, 1", "FORMAL_DEMAND, EN, 1", "FINAL_DEMAND, FR, 60", "RECAP, NL, 2", "SECOND_REMINDER, ES, 3"})
  void lettersOfFiveLanguagesLookAsTheyDid(Kind kind, Language language, int invoices) throws IOException {
    look(kind.word() + "-" + language.code(), Letter.of(kind, language, invoices));
  }

  @Test
  void theSwissSlipLooksAsItDid() throws IOException {
    var occasion = Correspondent.swiss(Kind.FORMAL_DEMAND, Language.DE, "CH4431999123000889012", "210000000003139471430009017");
    look("swiss", Letters.pdf(Correspondent.composed(Kind.FORMAL_DEMAND, Language.DE, occasion), Letter.DIN));
  }

  @Test
  void theLettersThatLawsWantLookAsTheyDid() throws Exception {
    statutory("fourteen-days-nl", Correspondent.statutory(Kind.FORMAL_DEMAND, Language.NL, "NL", false), Language.NL);
    statutory("agency-de", Correspondent.statutory(Kind.FIRST_REMINDER, Language.DE, "DE", true, "Nordlicht Inkasso GmbH, Hafenstraße 3, 24103 Kiel", "Aufsichtsbehörde: Bundesamt für Justiz, 53094 Bonn"), Language.DE);
    statutory("mise-en-demeure-fr", Correspondent.statutory(Kind.FORMAL_DEMAND, Language.FR, "FR", true, "Recouvrements du Rhin SARL, 4 quai Kléber, 67000 Strasbourg, recouvrement amiable"), Language.FR);
    statutory("validation-en", Correspondent.statutory(Kind.FIRST_REMINDER, Language.EN, "US", true, "Harbor Recovery Inc., 12 Dock Street, Boston MA 02110"), Language.EN);
  }

  private static void statutory(String name, Occasion occasion, Language language) throws Exception {
    var pdf = Letters.pdf(Correspondent.composed(occasion.kind(), language, occasion), Letter.look(language));
    assertThat(Validator.broken(pdf)).as("PDF/A").isEmpty();
    look(name, pdf);
  }

  private static void look(String name, byte[] pdf) throws IOException {
    var pages = pages(pdf);
    for (int page = 1; page <= pages.size(); page++) {
      ImageIO.write(pages.get(page - 1), "png", SEEN.resolve(name + "-" + page + ".png").toFile());
    }
    for (int page = 1; page <= pages.size(); page++) {
      var file = name + "-" + page + ".png";
      assertThat(difference(pages.get(page - 1), kept(file)))
          .as("share of dots that differ in %s; look at target/letters/%s, and keep it if it is right", file, file)
          .isLessThan(0.004);
    }
    assertThat(GoldenLettersTest.class.getResource(name + "-" + (pages.size() + 1) + ".png")).as("more pages were kept").isNull();
  }

  private static List<BufferedImage> pages(byte[] pdf) throws IOException {
    Files.createDirectories(SEEN);
    try (var document = Loader.loadPDF(pdf)) {
      var renderer = new PDFRenderer(document);
      var pages = new ArrayList<BufferedImage>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        pages.add(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY));
      }
      return pages;
    }
  }

  private static BufferedImage kept(String file) throws IOException {
    try (var stream = Objects.requireNonNull(GoldenLettersTest.class.getResourceAsStream(file), "target/letters/" + file + " is not kept yet")) {
      return ImageIO.read(stream);
    }
  }

  /** The share of dots that are clearly lighter or darker. */
  private static double difference(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return 1;
    }
    int different = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        different += Math.abs((one.getRGB(x, y) & 255) - (other.getRGB(x, y) & 255)) > 60 ? 1 : 0;
      }
    }
    return (double) different / (one.getWidth() * one.getHeight());
  }
}
