package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies at the command line. */
@Tag("P23")
class ReplyCommandTest {
  private static final String HEAD = "Customer No;Customer;E-Mail;Country;Kind;Invoice No;Invoice Date;Due Date;Amount;Currency\n";

  @AutoClose private final TestDatabase database = TestDatabase.fresh();
  @TempDir private Path folder;

  @Test
  void aReplyIsTakenInAttachedReadAndTheHoldEnds() throws IOException {
    var invoices = Files.writeString(folder.resolve("invoices.csv"), HEAD + "C-1;Harbour Stores GmbH;ap@harbour.example;DE;company;R-100;2026-08-20;2026-09-19;1190.00;EUR\n");
    assertThat(run("import", invoices.toString(), "--creditor", "Brightwell", "--date", "2026-09-20").err()).isEmpty();
    assertThat(run("run", "--date", "2026-09-21").exitCode()).isZero();

    var known = run("reply", "take", mail("ap@harbour.example", "one", "We paid it on Monday. Stop calling."), "--json");
    assertThat(known.err()).isEmpty();
    assertThat(known.json().get("state").asString()).isEqualTo("waiting");
    assertThat(run("reply", "take", mail("ap@harbour.example", "one", "We paid it on Monday. Stop calling.")).out()).contains("taken in before");
    var stranger = run("reply", "take", mail("x@elsewhere.example", "two", "About R-100."), "--json");
    assertThat(stranger.exitCode()).as("a person has to say whose it is").isEqualTo(1);

    var listed = run("reply", "list", "--json").json();
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("owed").asString()).isEqualTo("1190.00");
    assertThat(listed.get(0).get("mayBeSaying").toString()).contains("says_paid", "no_calls");
    assertThat(run("reply", "list").out()).contains("Harbour Stores GmbH", "1 belongs to nobody yet");

    var other = stranger.json().get("id").asString();
    assertThat(run("reply", "show", other).out()).contains("May be of case", "R-100");
    var number = listed.get(0).get("caseNumber").asString();
    assertThat(run("reply", "attach", other, "--case", "4711").exitCode()).isEqualTo(3);
    assertThat(run("reply", "attach", other, "--case", number, "--json").json().get("state").asString()).isEqualTo("waiting");

    var id = known.json().get("id").asString();
    assertThat(run("reply", "settle", id, "--as", "dancing", "--reading", "x").exitCode()).isEqualTo(2);
    assertThat(run("reply", "settle", id, "--as", "promises", "--reading", "x", "--promise", "2026-12-01").exitCode()).isEqualTo(2);
    assertThat(run("reply", "settle", id, "--as", "says_paid,stop", "--reading", "Paid on Monday, they say.", "--paid").out()).contains("The payment is looked for");
    var settled = run("reply", "settle", other, "--as", "nothing", "--reading", "Nothing new.", "--json");
    assertThat(settled.json().get("settled").get("words").asString()).isEqualTo("Nothing new.");
    assertThat(run("reply", "settle", other, "--as", "nothing", "--reading", "Again.").err()).contains("settled");
    assertThat(run("reply", "list", "--show", "done", "--json").json()).hasSize(2);
    assertThat(run("mailbox", "check", "--once").err()).contains("DULY_IMAP_HOST");
    assertThat(run("doctor").out()).doesNotContain("reply-held: 1");
  }

  private String mail(String from, String id, String words) throws IOException {
    var text = "From: " + from + "\r\nSubject: Hello\r\nMessage-ID: <" + id + "@x>\r\n\r\n" + words + "\r\n";
    return Files.writeString(folder.resolve(id + ".eml"), text).toString();
  }

  private CommandRun run(String... words) {
    return CommandRun.of(database, words);
  }
}
