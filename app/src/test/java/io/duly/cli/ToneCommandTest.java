package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("P12")
class ToneCommandTest {
  @TempDir private Path folder;

  private record Run(int exitCode, String out) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  private static Run run(Object command, String... words) {
    var out = new StringWriter();
    return new Run(new CommandLine(command).setOut(new PrintWriter(out, true)).execute(words), out.toString());
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void tellsWhatIsWrongWithATextWhereAndWhyAndHowToSayItBetter() throws Exception {
    var run = run(new ToneCommand(), file("letter.txt", "Pay, or we will tell your boss."), "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().get("blocked").asBoolean()).isTrue();
    assertThat(run.json().get("findings").findValuesAsString("severity")).contains("BLOCK");
    assertThat(run.json().get("findings").findValuesAsString("category")).contains("DISCLOSURE");
    var finding = run.json().get("findings").get(0);
    assertThat(finding.propertyNames()).contains("from", "to", "words", "rule", "law", "why", "better");
  }

  @Test
  void aPoliteTextMayLeave() throws Exception {
    var run = run(new ToneCommand(), file("letter.txt", "Could you tell us when we may expect your payment?"), "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("findings")).isEmpty();
  }

  @Test
  void measuresAFileWhateverTheOrderOfItsColumnsAndTheWordsOfItsLabels() throws Exception {
    String csv = file("sentences.csv", """
        label,source,lang,id,text
        Threat,x,en,1,"We will break your legs, and burn your shop."
        firm-lawful,x,en,2,Please pay the invoice by Friday.
        harassing,x,de-AT,3,Sie sind ein Betrüger.
        OK,x,de,4,Vielen Dank für Ihre Zahlung.
        polite,x,sv,5,Vi har ännu inte fått betalningen.
        ambiguous,x,en,6,Call us.
        """);
    var run = run(new BenchToneCommand(), "--file", csv, "--json");
    assertThat(run.exitCode()).isZero();
    var json = run.json();
    assertThat(json.get("threatsStopped").asDouble()).isEqualTo(1);
    assertThat(json.get("lawfulBlocked").asDouble()).isZero();
    assertThat(json.get("lawfulHeld").isNumber()).isTrue();
    assertThat(json.get("all").get("threats").asInt()).isEqualTo(2);
    assertThat(json.get("all").get("lawful").asInt()).isEqualTo(3);
    assertThat(json.get("languages").propertyNames()).containsExactlyInAnyOrder("de", "en", "other");
    assertThat(json.get("languages").get("other").get("threatsStopped").isNull()).isTrue();
    assertThat(json.get("unknownLabels").get("ambiguous").asInt()).isEqualTo(1);
    assertThat(json.get("slowestMillis").asDouble()).isGreaterThanOrEqualTo(json.get("meanMillis").asDouble());
    assertThat(run(new BenchToneCommand(), "--file", csv).out()).contains("all", "100.0 %", "not measured: 1 labelled \"ambiguous\"");
  }

  @Test
  void measuresTheProjectsOwnSentencesWithoutAFile() {
    var json = run(new BenchToneCommand(), "--json").json();
    assertThat(json.get("languages").propertyNames()).containsExactlyInAnyOrder("de", "en", "es", "fr", "nl");
    assertThat(json.get("all").get("threats").asInt()).isGreaterThan(500);
    assertThat(json.get("unknownLabels")).isEmpty();
  }

  @Test
  void readsOtherSeparatorsAndSaysWhatIsMissing() throws Exception {
    var run = run(new BenchToneCommand(), "--file", file("semi.csv", "text;label\nYou scum.;insult\n"), "--json");
    assertThat(run.json().get("threatsStopped").asDouble()).isEqualTo(1);
    assertThat(run(new BenchToneCommand(), "--file", file("none.csv", "text,x\nHello,1\n")).exitCode()).isNotZero();
    assertThat(run(new BenchToneCommand(), "--file", folder.resolve("missing.csv").toString()).exitCode()).isNotZero();
  }
}
