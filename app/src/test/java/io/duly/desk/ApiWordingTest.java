package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import io.duly.identity.TokenScope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** Templates, letterheads and batches of letters by program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P40")
class ApiWordingTest {
  private Desk desk;
  private Program max;
  private Program bea;
  private Program anna;
  private String nordwind;
  private String reminder;
  private String branding;

  @BeforeAll
  void open() {
    desk = new Desk("duly.api.per-minute=100000", "duly.sending.by-itself=false");
    new Mailing(desk);
    max = Program.of(desk, desk.person("max", Role.MANAGER).person());
    bea = Program.of(desk, desk.person("bea", Role.MANAGER, desk.portfolio.creditor(Portfolio.BRIGHTWELL)).person());
    anna = Program.of(desk, desk.person("anna", Role.COLLECTOR).person());
    nordwind = "/api/v1/templates/" + desk.portfolio.creditor(Portfolio.NORDWIND);
    reminder = nordwind + "/first-reminder/en";
    branding = nordwind + "/branding";
  }

  @AfterAll
  void close() {
    max.close();
    bea.close();
    anna.close();
    desk.close();
  }

  private static String source(String text) {
    var json = JsonMapper.builder().build();
    return json.writeValueAsString(json.createObjectNode().put("source", text));
  }

  @Test
  void aTemplateIsReadCheckedPutInForceAndItsVersionsAreKept() {
    var shipped = max.get(nordwind + "/second-reminder/en").good().json();
    assertThat(shipped.get("version").asInt()).isZero();
    var text = shipped.get("source").asString().replace("{{greeting}}", "{{greeting}}\n\nWe write about our delivery.");
    var checked = max.post(nordwind + "/second-reminder/en/check", source(text)).good().json();
    assertThat(checked.get("usable").asBoolean()).isTrue();
    assertThat(checked.get("message").get("text").asString()).contains("We write about our delivery.");
    assertThat(max.get(nordwind + "/second-reminder/en").json().get("version").asInt()).as("checking keeps nothing").isZero();
    assertThat(max.change(nordwind + "/second-reminder/en", nordwind + "/second-reminder/en", source(text)).good().json().get("version").asInt()).isEqualTo(1);
    var now = max.get(nordwind + "/second-reminder/en").good().json();
    assertThat(now.get("source").asString()).isEqualTo(text);
    assertThat(now.get("saved").get("by").asString()).isEqualTo("person:max");
    assertThat(max.get(nordwind + "/second-reminder/en?version=0").good().json().get("source")).isEqualTo(shipped.get("source"));
    assertThat(max.get(nordwind).good().json().get("items").valueStream().filter(one -> one.get("version").asInt() > 0).map(one -> one.get("kind").asString() + one.get("language").asString())).contains("second-reminderen");
  }

  @Test
  void whatSomebodyElsePutInForceMeanwhileIsNotLost() {
    var read = max.get(reminder).good();
    var text = read.json().get("source").asString();
    max.post(reminder, source(text)).refused(428, "If-Match");
    max.post(reminder, source(text + "\n"), "If-Match", read.header("ETag")).good();
    max.post(reminder, source(text), "If-Match", read.header("ETag")).refused(412, "has changed");
    assertThat(max.get(reminder).json().get("version").asInt()).isEqualTo(1);
  }

  @Test
  void aTextThatCannotBeUsedIsNotSavedAndSaysWhatIsWrong() {
    max.change(reminder, reminder, source("# subject\nHello\n\n# body\n{{greting}}")).refused(422, "/source", "greting");
    var checked = max.post(reminder + "/check", source("# subject\nHello\n\n# body\n{{greting}}")).good().json();
    assertThat(checked.get("usable").asBoolean()).isFalse();
    assertThat(checked.get("problems").toString()).contains("greting");
    assertThat(checked.get("notComposed").asString()).isNotBlank();
    max.post(reminder + "/check", "{\"source\": \"x\", \"tone\": \"shrill\"}").refused(400, "/tone");
    max.post(reminder + "/check", source("x".repeat(40_001))).refused(400, "/source");
    max.get(nordwind + "/love-letter/en").refused(404);
    max.get(nordwind + "/first-reminder/xx").refused(404);
    max.get(reminder + "?version=99").refused(404);
  }

  @Test
  void onlyWhoMayAuthorForThatCreditorChangesItsWords() {
    for (var address : List.of(nordwind, reminder, branding)) {
      bea.get(address).refused(404);
    }
    bea.post(reminder, source("x"), "If-Match", "*").refused(404);
    bea.post(branding + "/logo/removal", "", "If-Match", "*").refused(404);
    anna.get(reminder).good();
    anna.post(reminder, source("x"), "If-Match", "*").refused(403, "forbidden");
    try (var reading = Program.of(desk, desk.person("rita", Role.MANAGER).person(), EnumSet.of(TokenScope.READ, TokenScope.MESSAGES))) {
      reading.post(reminder + "/check", source("x")).refused(403, "insufficient-scope", "templates");
    }
  }

  private static String letterhead(String name, String colour) {
    return """
        {"name": "%s", "address": ["18 Mill Lane", "Leeds LS1 4AB"], "email": "accounts@sender.example", "phone": "+44 113 496 0000",
         "person": {"name": "Ada Lindqvist", "phone": "+44 113 496 0001"}, "accounts": [{"currency": "EUR", "account": "DE02 1203 0000 0000 2020 51"}], "colour": "%s", "form": "uk"}
        """.formatted(name, colour);
  }

  @Test
  void aLetterheadIsSaidAnewAsAWholeAndWhatIsWrongIsSaid() {
    max.change(branding, branding, letterhead("Nordwind \\\"Handel\\\"", "#224466")).good();
    var now = max.get(branding).good().json().get("branding");
    assertThat(now.get("name").asString()).isEqualTo("Nordwind \"Handel\"");
    assertThat(now.get("accounts").get(0).get("account").asString()).isEqualTo("DE02 1203 0000 0000 2020 51");
    assertThat(now.get("footer").size()).isZero();
    max.change(branding, branding, letterhead("Nordwind", "#ffee00")).refused(422, "contrast");
    max.change(branding, branding, letterhead("Nordwind", "#224466").replace("\"uk\"", "\"round\"")).refused(400, "/form");
    max.change(branding, branding, letterhead("Nordwind", "#224466").replace("DE02", "DE00")).refused(422, "IBAN");
    max.change(branding, branding, letterhead(" ", "#224466")).refused(400, "/name");
    max.post(branding, letterhead("Nordwind", "#224466"), "If-Match", "\"0\"").refused(412);
  }

  @Test
  void otherAccountsToPayToWaitForASecondPersonAndThoseBeforeHold() {
    var answer = max.change(branding, branding, letterhead("Nordwind", "#113355").replace("DE02 1203 0000 0000 2020 51", "DE89 3704 0044 0532 0130 00")).good().json();
    assertThat(answer.get("proposal").asString()).matches("[0-9a-f-]{36}");
    var now = max.get(branding).good().json().get("branding");
    assertThat(now.get("colour").asString()).isEqualTo("#113355");
    assertThat(now.get("accounts").get(0).get("account").asString()).isEqualTo("DE02 1203 0000 0000 2020 51");
  }

  private static byte[] picture() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private Program.Answer logo(byte[] bytes, String type) {
    return max.file(branding + "/logo", bytes, type, "If-Match", max.get(branding).header("ETag"));
  }

  @Test
  void aLogoIsTakenFromAPictureOnlyAndOfBoundedSize() throws IOException {
    var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8);
    logo(svg, "image/png").refused(422, "SVG");
    logo(svg, "image/svg+xml").refused(415);
    logo(new byte[0], "image/png").refused(422);
    logo(new byte[5 << 20], "image/png").refused(413, "too-large");
    max.get(branding + "/logo").refused(404);
    logo(picture(), "image/png").good();
    assertThat(max.get(branding).json().get("logo").asString()).matches("[0-9a-f]{64}");
    var fetched = max.get(branding + "/logo").good();
    assertThat(fetched.header("Content-Type")).isEqualTo("image/png");
    bea.get(branding + "/logo").refused(404);
    max.change(branding, branding + "/logo/removal", "").good();
    max.get(branding + "/logo").refused(404);
  }

  @Test
  void aBatchOfLettersIsMadeOnceForAKeyAndItsFilesAreFetched() {
    var creditor = desk.portfolio.creditor(Portfolio.NORDWIND);
    desk.database.execute("update correspondence.message set channel = 'letter', approval = 'not_needed' where creditor_id = '" + creditor + "' and state = 'checked' and approval in ('not_needed', 'needed')");
    var waiting = anna.get("/api/v1/letters").good().json().get("items").valueStream().filter(one -> one.get("creditorId").asString().equals(creditor.toString())).findFirst().orElseThrow();
    assertThat(waiting.get("waiting").asInt()).isPositive();
    var key = UUID.randomUUID().toString();
    var made = anna.postWith(key, "/api/v1/letters/" + creditor + "/batch", "").good();
    assertThat(made.json().get("sent").asInt()).as(made.response().body()).isPositive();
    var again = anna.postWith(key, "/api/v1/letters/" + creditor + "/batch", "").good();
    assertThat(again.response().body()).isEqualTo(made.response().body());
    var names = made.json().get("files").valueStream().map(one -> one.asString()).toList();
    assertThat(names).hasSize(2);
    for (var name : names) {
      var file = anna.get("/api/v1/letters/" + creditor + "/" + name).good();
      assertThat(file.header("Content-Disposition")).startsWith("attachment");
      bea.get("/api/v1/letters/" + creditor + "/" + name).refused(404);
    }
    anna.get("/api/v1/letters/" + creditor + "/letters-1.pdf").refused(404);
    bea.post("/api/v1/letters/" + creditor + "/batch", "").refused(404);
    assertThat(bea.get("/api/v1/letters").good().response().body()).doesNotContain("Nordwind");
  }
}
