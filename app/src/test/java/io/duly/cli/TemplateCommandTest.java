package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cases.Casework;
import io.duly.testing.Office;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P12")
class TemplateCommandTest {
  @AutoClose private static final Office OFFICE = new Office();
  private final Casework work = new Casework(OFFICE);
  @TempDir private Path folder;

  @Test
  void everyKindIsShippedInFiveLanguages() {
    var lines = run("template", "list", "--json").json();
    var shipped = lines.valueStream().filter(line -> line.get("creditor").isNull()).toList();
    assertThat(shipped).hasSize(18 * 5).allMatch(line -> line.get("version").asInt() == 0);
    assertThat(run("template", "list").out()).contains("first-reminder", "en de fr nl es");
  }

  @Test
  void aCreditorsOwnVersionIsInForceFromItsSavingOn() throws IOException {
    var own = folder.resolve("own.md");
    Files.writeString(own, run("template", "show", "first-reminder", "--language", "en").out().replace("# body", "# body\nWe write as neighbours."));
    var saved = run("template", "save", "first-reminder", own.toString(), "--language", "en", "--creditor", creditor(), "--json");
    assertThat(saved).as(saved.err() + saved.out()).returns(0, CommandRun::exitCode);
    assertThat(saved.json().get("saved").asBoolean()).isTrue();

    assertThat(run("template", "show", "first-reminder", "--language", "en", "--creditor", creditor()).out()).contains("We write as neighbours.");
    assertThat(run("template", "show", "first-reminder", "--language", "de", "--creditor", creditor()).out()).doesNotContain("neighbours");
    assertThat(run("template", "show", "first-reminder", "--language", "en").out()).doesNotContain("neighbours");
    var line = run("template", "list", "--json").json().valueStream().filter(one -> one.get("creditor").asString("").equals(creditor())).toList();
    assertThat(line).singleElement().matches(one -> one.get("version").asInt() == 1 && one.get("kind").asString().equals("first-reminder"));
  }

  @Test
  void savingSaysAllThatIsWrongAtOnceAndChangesNothing() throws IOException {
    var own = folder.resolve("own.md");
    Files.writeString(own, "# subject\nReminder {{invoces}}\n# body\nPay or we tell your neighbours.\n\n{{statement}}\n# sms\nYou owe {{total}}.\n");
    var refused = run("template", "save", "first-reminder", own.toString(), "--language", "en", "--creditor", creditor(), "--json");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.json().get("saved").asBoolean()).isFalse();
    assertThat(refused.json().get("problems").toString()).contains("invoces", "invoices", "payment", "total");
    assertThat(run("template", "show", "first-reminder", "--language", "en", "--creditor", creditor()).out()).doesNotContain("neighbours");
  }

  @Test
  void aTextThatThreatensIsNotTaken() throws IOException {
    var own = folder.resolve("own.md");
    var shipped = run("template", "show", "first-reminder", "--language", "en").out();
    Files.writeString(own, shipped.replace("# body", "# body\nPay today or we will tell all of your customers that you are a thief."));
    var refused = run("template", "save", "first-reminder", own.toString(), "--language", "en", "--creditor", creditor());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("Not saved.");
  }

  @Test
  void thePreviewOfACaseNamesWhatIsOwedAndWhoSigns() {
    brand();
    var preview = run("template", "preview", "first-reminder", "--case", work.caseId.toString(), "--date", "2026-06-02", "--json");
    assertThat(preview).as(preview.err()).returns(0, CommandRun::exitCode);
    assertThat(preview.json().get("plain").asString()).contains("4711", "Ada Lindqvist", "DE02 1203 0000 0000 2020 51");
    assertThat(preview.json().get("sms").asString()).doesNotContain("1,200", "4711");
    assertThat(preview.json().get("findings")).isEmpty();
  }

  @Test
  void aLetterIsWrittenWhereItIsAskedFor() throws IOException {
    brand();
    var letter = folder.resolve("letter.pdf");
    var run = run("template", "preview", "final-demand", "--case", work.caseId.toString(), "--date", "2026-06-02", "--pdf", letter.toString());
    assertThat(run).as(run.err()).returns(0, CommandRun::exitCode);
    assertThat(Files.readAllBytes(letter)).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void withoutAnAccountToPayToTheMessageIsNotMadeAndTheReasonIsSaid() {
    var run = run("template", "preview", "first-reminder", "--case", work.caseId.toString(), "--date", "2026-06-02");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("--pay-to");
  }

  @Test
  void whatIsNotSaidOfALetterheadStaysAsItWas() {
    brand();
    var changed = run("creditor", "branding", creditor(), "--colour", "#7A1F1F", "--json").json();
    assertThat(changed.get("colour").asString()).isEqualTo("#7a1f1f");
    assertThat(changed.get("person").asString()).isEqualTo("Ada Lindqvist");
    assertThat(changed.get("accounts").get(0).get("account").asString()).isEqualTo("DE02120300000000202051");
    assertThat(run("creditor", "branding", creditor(), "--colour", "red")).returns(3, CommandRun::exitCode).matches(run -> run.err().contains("#1f4e5f"));
    assertThat(run("creditor", "branding", creditor(), "--pay-to", "EUR,DE02 1203 0000 0000 2020 52")).returns(3, CommandRun::exitCode);
  }

  private void brand() {
    var run =
        run(
            "creditor", "branding", creditor(), "--person", "Ada Lindqvist", "--person-phone", "+44 113 496 0001",
            "--pay-to", "EUR,DE02 1203 0000 0000 2020 51,BYLADEM1001", "--address", "18 Mill Lane", "--address", "Leeds LS1 4AB");
    assertThat(run).as(run.err()).returns(0, CommandRun::exitCode);
  }

  private String creditor() {
    return work.sql.fetchSingle("select name from parties.creditor where id = ?", work.creditor.value()).get(0, String.class);
  }

  private static CommandRun run(String... words) {
    return CommandRun.of(OFFICE.database(), words);
  }
}
