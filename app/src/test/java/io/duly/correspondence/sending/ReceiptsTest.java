package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.correspondence.provider.InvalidReceipt;
import io.duly.correspondence.provider.RoughProvider;
import io.duly.correspondence.provider.RoughProvider.Mood;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider says later of an SMS that it took. */
@Tag("I4")
class ReceiptsTest {
  private static final Receipts.Taken NEW = new Receipts.Taken(1, 1, 1);
  private static final Receipts.Taken NOTHING_NEW = new Receipts.Taken(1, 1, 0);
  @AutoClose private final Post post = new Post();

  @BeforeEach
  void configure() {
    post.database.execute("update correspondence.sender set sms_provider = 'default', sms_from = 'Brightwell'");
  }

  private void sent(Mood mood, String shape) throws Exception {
    var debtor = post.remindedBy("sms");
    post.database.execute("update parties.debtor set phone = '0151 12345678', email = null where id = '" + debtor + "'");
    try (var provider = RoughProvider.in(mood)) {
      var environment = new HashMap<>(SmsTest.environment(provider));
      environment.put("DULY_SMS_SHAPE", shape);
      environment.put("DULY_SMS_USER", "u");
      post.with(environment);
      post.send();
    }
  }

  private Receipts.Taken told(String type, String body) throws Exception {
    return post.the(Receipts.class).take("default", type, body.getBytes(StandardCharsets.UTF_8), post.now());
  }

  private Receipts.Taken told(String status, String code, String more) throws Exception {
    return told("application/json", "{\"reference\":\"sms:" + post.message() + "\",\"status\":\"" + status + "\",\"error\":{\"code\":\"" + code + "\",\"message\":\"" + more + "\"}}");
  }

  @Test
  @Tag("P22")
  void deliveredIsALineOfTheJournalOnceAndTheReceiptIsArchived() throws Exception {
    sent(Mood.TAKES, "sms-json-bearer");
    assertThat(told("delivered", "", "")).isEqualTo(NEW);
    assertThat(told("delivered", "", "")).isEqualTo(NOTHING_NEW);
    assertThat(told("failed", "", "too late")).as("who has it has it").isEqualTo(NOTHING_NEW);
    assertThat(post.state()).isEqualTo("sent");
    assertThat(post.rows("select convert_from(d.bytes, 'UTF8') like '%delivered%' from journal.entry e join journal.document d on d.sha256 = e.document where e.kind = 'message-delivered'"))
        .containsExactly("true");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  @Tag("P06")
  void aNumberThatDoesNotExistIsATaskAndTheNextStepTakesAnotherWay() throws Exception {
    sent(Mood.TAKES, "sms-json-bearer");
    assertThat(told("failed", "invalid_recipient", "no such number")).isEqualTo(NEW);
    assertThat(told("failed", "invalid_recipient", "no such number")).isEqualTo(NOTHING_NEW);
    assertThat(told("delivered", "", "")).as("the first word counts").isEqualTo(NOTHING_NEW);
    assertThat(post.state()).isEqualTo("bounced");
    assertThat(post.rows("select address from correspondence.dead_address")).containsExactly("sms:0151 12345678");
    assertThat(post.one("select why from cases.task where kind = 'delivery' and done_on is null"))
        .isEqualTo("a message came back (failed invalid_recipient no such number): the number is wrong: find another, or another way");
    post.run(Post.TODAY.plusDays(12));
    assertThat(post.one("select channel from correspondence.message where state = 'checked'")).isEqualTo("letter");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aTelephoneThatWasOffIsATaskAndItsNumberStays() throws Exception {
    sent(Mood.TAKES, "sms-json-bearer");
    assertThat(told("expired", "off", "the telephone was off")).isEqualTo(NEW);
    assertThat(post.rows("select address from correspondence.dead_address")).isEmpty();
    assertThat(post.one("select why from cases.task where kind = 'delivery'")).contains("may be right");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whatWasUncertainIsClearedUpByItsReceipt() throws Exception {
    sent(Mood.TAKES_AND_HANGS_UP, "sms-json-bearer");
    assertThat(post.state()).isEqualTo("uncertain");
    assertThat(told("delivered", "", "")).isEqualTo(NEW);
    assertThat(post.state()).isEqualTo("sent");
    assertThat(post.one("select count(*) from cases.task where done_on is null")).isEqualTo("0");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void theProvidersOwnNumberIsEnoughWhereNoKeyComesBack() throws Exception {
    post.database.execute("update correspondence.sender set sms_from = '+4930901820'");
    sent(Mood.TAKES, formWithId());
    assertThat(post.one("select provider_id from correspondence.attempt_end")).isEqualTo("p-1");
    assertThat(told("application/x-www-form-urlencoded", "MessageSid=p-2&MessageStatus=undelivered&ErrorCode=30005")).isEqualTo(new Receipts.Taken(1, 0, 0));
    assertThat(told("application/x-www-form-urlencoded", "MessageSid=p-1&MessageStatus=sent")).isEqualTo(NOTHING_NEW);
    assertThat(told("application/x-www-form-urlencoded", "MessageSid=p-1&MessageStatus=undelivered&ErrorCode=30005")).isEqualTo(NEW);
    assertThat(post.rows("select address from correspondence.dead_address")).containsExactly("sms:0151 12345678");
    assertThat(post.complaints()).isEmpty();
  }

  /** The shape that comes with Duly, for a provider that calls its number as the test's does. */
  private static String formWithId() throws Exception {
    try (var shipped = InvalidReceipt.class.getResourceAsStream("sms-form-basic.yaml")) {
      var shape = new String(shipped.readAllBytes(), StandardCharsets.UTF_8).replace("id: /sid", "id: /id");
      return java.nio.file.Files.writeString(java.nio.file.Files.createTempFile("shape", ".yaml"), shape).toString();
    }
  }

  @Test
  void severalComeInOne() throws Exception {
    sent(Mood.TAKES, "sms-json-bearer");
    var shape =
        """
        service: sms
        body: json
        signIn: none
        fields: {to: "{to}", text: "{text}"}
        receipt: {each: /results, key: /mine, status: /state, delivered: ["1"], failed: ["2"]}
        """;
    var file = java.nio.file.Files.writeString(java.nio.file.Files.createTempFile("shape", ".yaml"), shape).toString();
    post.with(java.util.Map.of("DULY_SMS_URL", "http://127.0.0.1:1/", "DULY_SMS_SHAPE", file));
    assertThat(told("application/json", "{\"results\":[{\"mine\":\"sms:" + post.message() + "\",\"state\":1},{\"mine\":\"x\",\"state\":2}]}"))
        .isEqualTo(new Receipts.Taken(2, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[]", "{}", "17", "{\"status\":\"failed\"}", "{\"reference\":{\"a\":1},\"status\":\"failed\"}"})
  void whatIsNoReceiptIsSaidToBeNone(String body) throws Exception {
    sent(Mood.TAKES, "sms-json-bearer");
    assertThatThrownBy(() -> told("application/json", body)).isInstanceOf(InvalidReceipt.class);
    assertThat(post.state()).isEqualTo("sent");
  }

  @Test
  void aProviderThatIsNotConfiguredIsSaid() {
    assertThatThrownBy(() -> told("application/json", "{}")).isInstanceOf(WrongConfiguration.class).hasMessageContaining("No SMS provider 'default'");
  }
}
