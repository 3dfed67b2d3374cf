package io.duly.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Correspondent;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Logo;
import io.duly.wording.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that comes from outside breaks a letter or leaves its page. */
class HostileLettersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\r\nB\u0000\u0007\u001B[31m", "\u202Egnp.exe\u202C \u2066x\u2069 \u200B\u00AD", "😀 👩‍💻 \uD83D", "مرحبا שלום", "(Tj) ET Q <</MCID 0>> BDC",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "<b>&amp;{{total}}</b>", "ﷺ ﬀ ǅ ſ ẞ"
      })
  void aNameStaysANameOnOnePage(String name) throws Exception {
    var one = Correspondent.occasion(Kind.FIRST_REMINDER, Language.DE, 1);
    var pdf = Letters.pdf(Correspondent.composed(Kind.FIRST_REMINDER, Language.DE, Correspondent.to(one, name, name)), Letter.DIN);
    assertThat(Validator.broken(pdf)).isEmpty();
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document)).contains("734,56", "DE02 1203 0000 0000 2020 51").doesNotContain("{{", "\u202E");
    }
  }

  @Test
  void tenThousandSignsAreCut() throws Exception {
    var one = Correspondent.occasion(Kind.FIRST_REMINDER, Language.DE, 1);
    var pdf = Letters.pdf(Correspondent.composed(Kind.FIRST_REMINDER, Language.DE, Correspondent.to(one, "x".repeat(10_000), "<{ ".repeat(3_000))), Letter.DIN);
    assertThat(Validator.broken(pdf)).isEmpty();
  }

  @Test
  void aLogoIsDrawnAnewAndALetterWithOneCanBeKept() throws Exception {
    var logo = Logo.redrawn(picture("jpeg", 2_000, 900));
    var drawn = ImageIO.read(new ByteArrayInputStream(logo));
    assertThat(drawn.getWidth()).isLessThanOrEqualTo(1_200);
    assertThat(drawn.getHeight()).isLessThanOrEqualTo(500);
    var look = new LetterLook("#2f5d3a", Branding.LetterForm.UK, Optional.of(logo));
    assertThat(Validator.broken(Letters.pdf(Letter.composed(Kind.THANK_YOU, Language.EN, 1), look))).isEmpty();
  }

  @Test
  void whatIsNoPictureOrTooLargeIsNoLogo() {
    for (var file : new byte[][] {
      "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), new byte[0], "GIF89a".getBytes(StandardCharsets.UTF_8),
      new byte[5 << 20]
    }) {
      assertThatThrownBy(() -> Logo.redrawn(file)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Logo.redrawn(picture("png", 6_001, 1))).hasMessageContaining("points a side");
    assertThatThrownBy(() -> Logo.redrawn(picture("gif", 10, 10))).hasMessageContaining("PNG or a JPEG");
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
