package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.duly.correspondence.provider.RoughProvider;
import io.duly.correspondence.sending.MailRoom;
import io.duly.correspondence.sending.Printing;
import io.duly.doctor.Examined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debtors who come by a letter or a text message instead of a mail. */
@Tag("P19")
class PortalByOtherWaysTest {
  private static final Pattern LETTERS_CODE = Pattern.compile("Code of this letter: (\\d{4}) (\\d{4})");

  private RoughProvider texts;
  private DebtorsDoor door;
  private List<String> complaints;

  @BeforeEach
  void open() throws IOException {
    texts = RoughProvider.in();
    door = new DebtorsDoor(new MailRoom(Map.of("DULY_SMS_URL", texts.url(), "DULY_SMS_SHAPE", "sms-json-bearer", "DULY_SMS_TOKEN", "t0ken", "DULY_SMS_SECONDS", "5", "DULY_SMS_PER_MINUTE", "1000000")));
    door.desk.database.execute("update correspondence.sender set sms_provider = 'default', sms_from = 'Nordwind'");
  }

  @AfterEach
  void close() throws IOException {
    door.close();
    texts.close();
  }

  private void reached(String channel) {
    door.desk.database.execute(
        "update parties.debtor set phone = '+4915112345678' where name = 'Hotel Seeblick GmbH'",
        "update correspondence.message m set channel = '" + channel + "' from parties.debtor d where d.id = m.debtor_id and d.name = 'Hotel Seeblick GmbH'");
    complaints = Examined.complaints(door.desk.database);
  }

  @Test
  @Tag("P35")
  void whoGetsALetterComesByItsPictureAndTheCodeThatIsPrintedBesideIt(@TempDir Path folder) throws Exception {
    reached("letter");
    var letter = printed(folder);
    var address = qrCode(letter);
    assertThat(address).startsWith(DebtorsDoor.PORTAL);
    var link = DebtorsDoor.linkIn(address);
    var code = code(letter);
    try (var hotel = door.visitor()) {
      assertThat(Jsoup.parse(hotel.get(link, "Accept-Language", "de").body()).text()).contains("Code").doesNotContain("Seeblick", "Nordwind", "862");
      var wrong = hotel.post(link, link + "/opening", Map.of("code", code.equals("12345678") ? "87654321" : "12345678"));
      assertThat(wrong.body()).as("a code that is not the letter's").contains("role=\"alert\"").doesNotContain("862");
      var right = hotel.post(link, link + "/opening", Map.of("code", code.substring(0, 4) + " " + code.substring(4)));
      assertThat(right.headers().firstValue("Location").orElse("")).endsWith("/d");
      assertThat(Jsoup.parse(hotel.get("/d").body()).text()).contains("862", "RE-10842");
    }
    try (var finder = door.visitor()) {
      assertThat(finder.post(link, link + "/opening", Map.of("code", code)).body()).as("who finds the letter later").doesNotContain("862");
    }
    assertThat(door.mail.arrived()).as("nothing is sent to whom a letter was written").isEmpty();
    assertThat(door.one("select summary from journal.entry where kind = 'portal-opened'")).contains("the code of a letter");
    assertThat(Examined.complaints(door.desk.database)).isEqualTo(complaints);
  }

  @Test
  void afterFiveWrongCodesTheLettersOwnOpensNothing(@TempDir Path folder) throws Exception {
    reached("letter");
    var letter = printed(folder);
    var link = DebtorsDoor.linkIn(qrCode(letter));
    var code = code(letter);
    try (var thief = door.visitor()) {
      for (int at = 0; at < 5; at++) {
        thief.post(link, link + "/opening", Map.of("code", code.startsWith("0") ? "1111111" + at : "0000000" + at));
      }
      thief.post(link, link + "/opening", Map.of("code", code));
      assertThat(thief.get("/d").headers().firstValue("Location").orElse("")).endsWith("/d/over");
    }
    assertThat(door.one("select count(*) from portal.visit")).isEqualTo("0");
  }

  @Test
  void whoGetsATextMessageIsSentTheCodeByAnother() throws Exception {
    reached("sms");
    door.send();
    assertThat(texts.taken()).hasSize(1);
    var link = DebtorsDoor.linkIn(texts.taken().getFirst().body());
    try (var hotel = door.visitor()) {
      hotel.post(link, link + "/opening", Map.of());
      var second = second();
      assertThat(second.body()).contains("+4915112345678").doesNotContain("862", "RE-10842", "Seeblick");
      var let = hotel.post("/d/code", "/d/code", Map.of("code", DebtorsDoor.codeIn(second.body().replace("+4915112345678", ""))));
      assertThat(let.statusCode()).isEqualTo(303);
      assertThat(Jsoup.parse(hotel.get("/d").body()).text()).contains("862", "RE-10842");
    }
    assertThat(door.mail.arrived().stream().filter(one -> one.to().contains("seeblick"))).as("nothing by another way").isEmpty();
    assertThat(door.one("select summary from journal.entry where kind = 'portal-opened'")).contains("sent by sms");
    assertThat(Examined.complaints(door.desk.database)).isEqualTo(complaints);
  }

  /** The code leaves behind the page that asked for it. */
  private RoughProvider.Request second() throws InterruptedException {
    for (int at = 0; at < 300 && texts.taken().size() < 2; at++) {
      Thread.sleep(100);
    }
    assertThat(texts.taken()).hasSize(2);
    return texts.taken().getLast();
  }

  private Path printed(Path folder) throws Exception {
    door.desk.application.getBean(Printing.class).print(folder, true, 500);
    try (var files = Files.list(folder)) {
      return files.filter(one -> one.toString().endsWith(".pdf") && words(one).contains("Seeblick")).findFirst().orElseThrow();
    }
  }

  private static String words(Path letter) {
    try (var pdf = Loader.loadPDF(letter.toFile())) {
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String code(Path letter) {
    var words = words(letter);
    var found = LETTERS_CODE.matcher(words);
    assertThat(found.find()).as(words).isTrue();
    return found.group(1) + found.group(2);
  }

  /** What a telephone reads where the picture with the portal's address is. */
  private static String qrCode(Path letter) throws Exception {
    try (var pdf = Loader.loadPDF(letter.toFile())) {
      var renderer = new PDFRenderer(pdf);
      for (int page = 0; page < pdf.getNumberOfPages(); page++) {
        var picture = renderer.renderImageWithDPI(page, 200);
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
        // Beside the portal's there may be the bank's.
        for (var found : read(new BinaryBitmap(new HybridBinarizer(source)))) {
          if (found.getText().startsWith(DebtorsDoor.PORTAL)) {
            return found.getText();
          }
        }
      }
    }
    throw new AssertionError("no picture with the portal's address in " + words(letter));
  }

  private static Result[] read(BinaryBitmap page) {
    try {
      return new QRCodeMultiReader().decodeMultiple(page, Map.of(DecodeHintType.TRY_HARDER, true));
    } catch (NotFoundException none) {
      return new Result[0];
    }
  }
}
