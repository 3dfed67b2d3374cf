package io.duly.journal;

import static io.duly.journal.Entries.BRIGHTWELL;
import static io.duly.journal.Entries.NOW;
import static io.duly.journal.Entries.aCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P25")
class CanonicalFormTest {

  @Test
  void isTheLinesThatTheDocumentationSays() {
    var form = new CanonicalForm();
    var entry =
        new JournalEntry(
            aCase(1), BRIGHTWELL, "call-note", Instant.parse("0999-01-02T03:04:05.000007999Z"), "person:ada",
            "Grüße", "{}", Optional.of(Sha256.of("letter")));

    var hash = form.hash(Content.of(entry, 12, NOW), Sha256.NONE.bytes());

    var expected =
        """
        duly-journal-1
        00000000-0000-0007-0000-000000000001
        12
        call-note
        0999-01-02T03:04:05.000007Z
        2026-11-22T09:30:00.123456Z
        person:ada
        %s
        44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
        %s
        0000000000000000000000000000000000000000000000000000000000000000
        """
            .formatted(Sha256.of("Grüße"), Sha256.of("letter"));
    assertThat(new String(form.bytes(), StandardCharsets.UTF_8)).isEqualTo(expected);
    assertThat(hash).isEqualTo(Sha256.of(expected).bytes());
  }

  @Test
  void anActorLongerThanTheBufferIsWhole() {
    var form = new CanonicalForm();
    var entry =
        new JournalEntry(aCase(1), BRIGHTWELL, "x", NOW, "file:" + "ü".repeat(3000), "", "", Optional.empty());
    form.hash(Content.of(entry, 1, NOW), Sha256.NONE.bytes());
    assertThat(new String(form.bytes(), StandardCharsets.UTF_8)).contains("\nfile:" + "ü".repeat(3000) + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "half \ud83d", "\ude00", "\ud83d\ud83d"})
  void textThatCouldNotBeGivenBackIsRefused(String text) {
    assertThatThrownBy(
            () -> new JournalEntry(aCase(1), BRIGHTWELL, "note", NOW, "duly", text, "{}", Optional.empty()))
        .hasMessageContaining("summary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Note", "note ", "note\n", "-note"})
  void aKindIsLowerCaseWordsWithHyphens(String kind) {
    assertThatThrownBy(() -> new JournalEntry(aCase(1), BRIGHTWELL, kind, NOW, "duly", "", "{}", Optional.empty()))
        .hasMessageContaining("kind");
  }

  @Test
  void anActorIsOneLine() {
    assertThatThrownBy(
            () -> new JournalEntry(aCase(1), BRIGHTWELL, "note", NOW, "person:a\nb", "", "{}", Optional.empty()))
        .hasMessageContaining("actor");
  }
}
