package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.provider.RoughProvider;
import io.duly.correspondence.provider.RoughProvider.Mood;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SMS by a provider over a real socket: never asked for twice, never silently lost. */
@Tag("I4")
class SmsTest {
  private final Post post = new Post();

  @BeforeEach
  void configure() {
    post.database.execute("update correspondence.sender set sms_provider = 'default', sms_from = 'Brightwell'");
  }

  @AfterEach
  void close() {
    post.close();
  }

  static Map<String, String> environment(RoughProvider provider) {
    return Map.of("DULY_SMS_URL", provider.url(), "DULY_SMS_SHAPE", "sms-json-bearer", "DULY_SMS_TOKEN", "t0ken", "DULY_SMS_SECONDS", "1", "DULY_SMS_PER_MINUTE", "1000000");
  }

  @Test
  @Tag("P22")
  void leavesOnceUnderItsKeyAndKeepsWhatLeft() throws Exception {
    try (var provider = RoughProvider.in()) {
      post.remindedBy("sms");
      post.with(environment(provider));
      assertThat(post.send()).returns(1, SendReport::sent);
      assertThat(post.send()).matches(SendReport::isQuiet);
      var request = provider.taken().getFirst();
      assertThat(provider.taken()).hasSize(1);
      assertThat(request.key()).isEqualTo("sms:" + post.message());
      var words = post.one("select convert_from(d.bytes, 'UTF8') from correspondence.attempt a join journal.document d on d.sha256 = a.document");
      assertThat(request.body()).contains("\"to\":\"+4915112345678\",\"from\":\"Brightwell\",\"text\":\"" + words + "\"");
      assertThat(words).as("anybody may read it").doesNotContain("1,200").doesNotContain("R-1").contains("Brightwell");
    }
    assertThat(post.one("select way, known_as, recipient from correspondence.attempt")).isEqualTo("sms sms:" + post.message() + " +4915112345678");
    assertThat(post.one("select answer from correspondence.attempt_end")).isEqualTo("200 p-1");
    assertThat(post.one("select channel, day from correspondence.contact")).isEqualTo("sms " + Post.TODAY);
    assertThat(post.one("select count(*) from journal.document where convert_from(bytes, 'UTF8') like '%t0ken%'")).as("a secret in the archive").isEqualTo("0");
    assertThat(post.complaints()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"TAKES_AND_HANGS_UP", "TAKES_AND_FALLS_SILENT", "TAKES_AND_BABBLES", "HANGS_UP_AT_ONCE", "IS_BROKEN", "HAS_ONE_ALREADY"})
  void whatMayHaveArrivedIsNeverAskedForAgainByItself(Mood mood) throws Exception {
    post.remindedBy("sms");
    try (var provider = RoughProvider.in(mood)) {
      post.with(environment(provider));
      assertThat(post.send()).returns(1, SendReport::uncertain);
      post.clock.pass(Duration.ofDays(1));
      assertThat(post.send()).matches(SendReport::isQuiet);
      assertThat(provider.seen()).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(post.one("select kind, why like '%outbox resolve%' from cases.task where done_on is null")).isEqualTo("delivery true");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aPersonHasItSentAgainUnderTheSameKey() throws Exception {
    post.remindedBy("sms");
    try (var provider = RoughProvider.in(Mood.TAKES_AND_HANGS_UP)) {
      post.with(environment(provider));
      post.send();
      post.in(tx -> { post.the(Queue.class).resolve(tx, post.message(), false, "not in their list", "shell:ada", post.now()); return 0; });
      assertThat(post.send()).returns(1, SendReport::sent);
      assertThat(provider.taken()).extracting(RoughProvider.Request::key).containsOnly("sms:" + post.message()).hasSize(2);
    }
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whoHasEnoughIsLeftAloneAsLongAsItSays() throws Exception {
    post.remindedBy("sms");
    try (var provider = RoughProvider.in(Mood.HAS_ENOUGH)) {
      post.with(environment(provider));
      assertThat(post.send()).returns(1, SendReport::later);
      post.clock.pass(Duration.ofMinutes(29));
      assertThat(post.send()).matches(SendReport::isQuiet);
      post.clock.pass(Duration.ofMinutes(2));
      assertThat(post.send()).returns(1, SendReport::sent);
      assertThat(provider.taken()).hasSize(1);
    }
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whoDoesNotKnowUsIsNamedAndLeftAlone() throws Exception {
    post.remindedBy("sms");
    post.remindedBy("sms");
    try (var provider = RoughProvider.in(Mood.KNOWS_US_NOT, Mood.KNOWS_US_NOT)) {
      post.with(environment(provider));
      assertThat(post.send().troubles())
          .containsExactly("SMS provider 'default': 401 who are you? (are user, password or token right?); its messages wait.");
      assertThat(provider.seen()).as("the second is not tried").hasSize(1);
    }
    assertThat(post.one("select trouble from correspondence.server_pace where server = 'sms:default'")).startsWith("401");
  }

  @Test
  void nothingIsTouchedWhileNobodyListens() throws Exception {
    post.remindedBy("sms");
    var provider = RoughProvider.in();
    provider.close();
    post.with(environment(provider));
    assertThat(post.send().troubles()).singleElement().asString().startsWith("SMS provider 'default': it cannot be reached");
    assertThat(post.one("select count(*) from correspondence.attempt")).isEqualTo("0");
  }

  @Test
  void withoutAProviderItWaitsAndSaysSo() {
    post.remindedBy("sms");
    assertThat(post.send().troubles()).containsExactly("No SMS provider 'default' is configured; its messages wait.");
    post.database.execute("update correspondence.sender set sms_provider = null, sms_from = null");
    assertThat(post.send()).returns(1, SendReport::waiting);
    post.with(Map.of("DULY_SMS_URL", "https://sms.example.org/"));
    post.database.execute("update correspondence.sender set sms_provider = 'default', sms_from = 'B'");
    assertThat(post.send().troubles()).singleElement().asString().startsWith("DULY_SMS_SHAPE is missing: one of ");
  }

  /** The next step takes the next way that the debtor has; a person looks for a better number. */
  @Test
  void aDeadNumberIsNotUsedAgainForSmsButMayBeCalled() throws Exception {
    var debtor = post.remindedBy("sms");
    post.database.execute("update parties.debtor set phone = '0151 12345678', email = null where id = '" + debtor + "'");
    try (var provider = RoughProvider.in(Mood.KNOWS_NO_SUCH_NUMBER)) {
      post.with(environment(provider));
      assertThat(post.send()).returns(1, SendReport::failed);
    }
    assertThat(post.rows("select address from correspondence.dead_address order by 1")).containsExactly("sms:0151 12345678");
    assertThat(post.one("select why from cases.task where kind = 'delivery'")).contains("invalid_recipient").contains("find another");
    post.run(Post.TODAY.plusDays(12));
    assertThat(post.one("select channel from correspondence.message where state = 'checked'")).isEqualTo("letter");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aLandlineTakesNoSms() throws Exception {
    var debtor = post.remindedBy("sms");
    post.database.execute("update parties.debtor set phone = '+4930901820' where id = '" + debtor + "'");
    try (var provider = RoughProvider.in()) {
      post.with(environment(provider));
      assertThat(post.send()).returns(1, SendReport::withdrawn);
      assertThat(provider.seen()).isEmpty();
    }
    assertThat(post.one("select address from correspondence.dead_address")).isEqualTo("sms:+4930901820");
    assertThat(post.one("select withdrawn_why from correspondence.message")).isEqualTo("there is no mobile number that it could go to");
  }

  @Test
  void aTextOfTooManyPartsWaitsAndSaysWhy() throws Exception {
    post.remindedBy("sms");
    try (var provider = RoughProvider.in()) {
      var environment = new HashMap<>(environment(provider));
      environment.put("DULY_SMS_PARTS", "1");
      post.with(environment);
      var long_ = new ComposedText("", "Please call us about case 1. ".repeat(7), java.util.Optional.empty());
      post.in(tx -> { post.the(Queue.class).write(tx, post.message(), long_, "shell:ada", post.now()); return 0; });
      assertThat(post.send()).returns(1, SendReport::kept);
      assertThat(post.one("select waits_why from correspondence.message")).isEqualTo("it would be 2 SMS, and at most 1 are allowed; shorten it");
    }
  }

  @Test
  void anAnswerToOneIsNeverTakenForAnothers() throws IOException {
    for (int n = 0; n < 4; n++) {
      post.remindedBy("sms");
    }
    try (var provider = RoughProvider.in(Mood.TAKES_TWICE, Mood.REFUSES, Mood.TAKES_TWICE, Mood.REFUSES)) {
      post.with(environment(provider));
      assertThat(post.send()).returns(2, SendReport::sent).returns(2, SendReport::failed);
    }
    assertThat(post.complaints()).isEmpty();
  }
}
