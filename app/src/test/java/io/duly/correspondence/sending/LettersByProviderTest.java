package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.provider.RoughProvider;
import io.duly.correspondence.provider.RoughProvider.Mood;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters to whoever prints and posts them, over a real socket. */
@Tag("I4")
class LettersByProviderTest {
  private final Post post = new Post();

  @AfterEach
  void close() {
    post.close();
  }

  static Map<String, String> environment(RoughProvider provider) {
    return Map.of("DULY_PRINT_URL", provider.url(), "DULY_PRINT_SHAPE", "letter-json", "DULY_PRINT_TOKEN", "t0ken", "DULY_PRINT_SECONDS", "1");
  }

  private void byProvider() {
    post.database.execute("update correspondence.sender set print_provider = 'default'");
  }

  @Test
  @Tag("P22")
  void theArchivedPdfGoesWithItsAddressUnderItsKey(@TempDir Path folder) throws Exception {
    post.remindedBy("letter");
    byProvider();
    try (var provider = RoughProvider.in()) {
      post.with(environment(provider));
      assertThat(post.the(Printing.class).print(folder, false, 10).files()).as("it is not for the folder").isEmpty();
      assertThat(post.send()).returns(1, SendReport::sent);
      var pdf = post.one("select translate(encode(d.bytes, 'base64'), E'\\n', '') from correspondence.attempt a join journal.document d on d.sha256 = a.document");
      assertThat(provider.taken()).singleElement().returns("letter:" + post.message(), RoughProvider.Request::key);
      assertThat(provider.taken().getFirst().body())
          .contains("\"file\":\"" + pdf + "\"")
          .contains("\"recipient\":{\"name\":\"Debtor K-1\",\"street\":\"Road 1\",\"postal_code\":\"10115\",\"city\":\"Berlin\",\"country\":\"DE\"}");
    }
    assertThat(post.one("select way from correspondence.attempt")).isEqualTo("print");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void silenceAfterTheLastByteIsUncertainAndADeadAddressIsNotUsedAgain() throws Exception {
    post.remindedBy("letter");
    var other = post.remindedBy("letter");
    post.database.execute("update parties.debtor set email = null, phone = null where id = '" + other + "'");
    byProvider();
    try (var provider = new RoughProvider(() -> Mood.TAKES_AND_HANGS_UP)) {
      post.with(environment(provider));
      assertThat(post.send()).returns(2, SendReport::uncertain);
    }
    post.in(tx -> { post.the(Queue.class).resolve(tx, post.message(), false, "they say so", "shell:ada", post.now()); return 0; });
    try (var provider = new RoughProvider(() -> Mood.KNOWS_NO_SUCH_NUMBER)) {
      var environment = new java.util.HashMap<>(environment(provider));
      environment.put("DULY_PRINT_SHAPE", shape());
      post.with(environment);
      post.send();
    }
    assertThat(post.one("select address from correspondence.dead_address")).isEqualTo("debtor k-2, road 1, 10115, berlin, de");
    post.run(Post.TODAY.plusDays(12));
    assertThat(post.one("select count(*) from correspondence.message where state = 'checked' and debtor_id = '" + other + "'")).isEqualTo("0");
    assertThat(post.one("select string_agg(t.kind, ' ' order by t.kind) from cases.task t join cases.recovery_case c on c.id = t.case_id where c.debtor_id = '" + other + "' and t.done_on is null"))
        .isEqualTo("complete_file delivery");
    assertThat(post.complaints()).isEmpty();
  }

  private static String shape() throws java.io.IOException {
    var shape =
        """
        service: letter
        body: json
        signIn: bearer
        headers: {Idempotency-Key: "{key}"}
        fields: {file: "{file}", to: "{recipient}"}
        answer: {error: /error/message, code: /error/code, noSuchNumber: [invalid_recipient]}
        """;
    return java.nio.file.Files.writeString(java.nio.file.Files.createTempFile("shape", ".yaml"), shape).toString();
  }

  @Test
  void aLetterThatWaitsForItsProviderIsTriedAgain() throws Exception {
    post.remindedBy("letter");
    byProvider();
    try (var provider = RoughProvider.in(Mood.IS_CLOSED)) {
      post.with(environment(provider));
      assertThat(post.send()).returns(1, SendReport::later);
      post.clock.pass(Duration.ofMinutes(6));
      assertThat(post.send()).returns(1, SendReport::sent);
    }
    assertThat(post.one("select count(*), count(distinct known_as) from correspondence.attempt")).isEqualTo("2 1");
    assertThat(post.complaints()).isEmpty();
  }
}
