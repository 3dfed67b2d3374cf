package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.sending.Nodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Story 14: a year later the debtor claims never to have been told. */
final class TheyWereTold {
  private static final String WHO = "Quill Stationery Ltd";
  private static final String MAIL = "accounts@quill.example";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Company company;

  TheyWereTold(Company company) {
    this.company = company;
  }

  /** A reminder leaves, and three days later somebody talks to them. */
  void tell() {
    var day = company.nextMonday();
    company.list(Company.row("K-14", WHO, Company.details("quill.example", 41), "INV-1401", day.minusDays(31), day.minusDays(1), "960.00"));
    company.day(day);
    company.to(day.plusDays(3), 11, 0);
    company.run();
    try (var anna = company.visit(company.anna)) {
      var phone = new OnThePhone(anna);
      var call = phone.begin(company.caseOf(WHO));
      phone.party(call, "Kim Doe");
      phone.press(
          call, "/end", "words", "We have your reminder; it waits for a signature.", "reading", "they mean to pay", "confirmed", "true", "outcome", "reached",
          "next", "by_policy", "next_on", day.plusDays(8).toString(), "note", "Friendly, the director signs on Fridays.");
    }
    assertThat(company.journal(WHO)).contains("message-sent", "call-ended");
  }

  void aYearLater() throws IOException, InterruptedException {
    company.to(company.today().plusYears(1), 10, 0);
    var number = company.caseOf(WHO).replace("/cases/", "");
    var file = company.folder().resolve("quill.jsonl");
    company.command("journal", "export", number, "--out", file.toString());
    assertThat(verified(file)).isEqualTo("whole");
    var lines = Files.readAllLines(file).stream().map(JSON::readTree).toList();
    var sent = entry(lines, "message-sent");
    assertThat(sent.get("summary").asString()).contains("250");
    assertThat(sent.get("occurredAt").asString()).startsWith(company.of(WHO, "select min(sent_on) from correspondence.message where debtor_id = :debtor and state = 'sent'"));
    assertThat(arrived()).as("what arrived, below what the server put on top").endsWith(document(lines, sent.get("document").asString()).stripTrailing());
    var noted = entry(lines, "call-ended");
    assertThat(noted.get("actor").asString()).isEqualTo("person:anna");
    assertThat(noted.get("body").asString() + lines).contains("We have your reminder; it waits for a signature.", "Friendly, the director signs on Fridays.");
    assertThat(noted.get("recordedAt").asString()).as("when it was written").startsWith(noted.get("occurredAt").asString().substring(0, 10));
    oneByteIsNoticed(file);
  }

  private static JsonNode entry(java.util.List<JsonNode> lines, String kind) {
    return lines.stream().filter(line -> line.path("kind").asString("").equals(kind)).findFirst().orElseThrow();
  }

  private static String document(java.util.List<JsonNode> lines, String hash) {
    var found = lines.stream().filter(line -> line.path("type").asString("").equals("document") && line.get("document").asString().equals(hash)).findFirst().orElseThrow();
    return new String(Base64.getDecoder().decode(found.get("base64").asString()), StandardCharsets.UTF_8);
  }

  private String arrived() {
    return new String(Nodes.bytes(company.nodes.arrivedFor(MAIL).getFirst()), StandardCharsets.UTF_8).stripTrailing();
  }

  /** Wherever a byte is changed that is proven: in the words of a call, in the mail itself, in a time. */
  private void oneByteIsNoticed(Path file) throws IOException, InterruptedException {
    var whole = Files.readString(file);
    for (var change : new String[][] {{"waits for a signature", "waits for a signaturf"}, {"\"occurredAt\":\"2", "\"occurredAt\":\"3"}, {"\"base64\":\"", "\"base64\":\"A"}}) {
      assertThat(whole).contains(change[0]);
      var forged = Files.writeString(company.folder().resolve("forged.jsonl"), whole.replaceFirst(change[0], change[1]));
      assertThat(verified(forged)).as(change[1]).isNotEqualTo("whole");
    }
  }

  /** What the program in docs/journal.md says of a file. */
  private String verified(Path file) throws IOException, InterruptedException {
    var docs = Files.readString(Path.of("..", "docs", "journal.md"));
    var program = docs.substring(docs.indexOf("```python\n") + 10);
    var verifier = Files.writeString(company.folder().resolve("verify.py"), program.substring(0, program.indexOf("```")));
    var process = new ProcessBuilder("python3", verifier.toString(), file.toString()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
