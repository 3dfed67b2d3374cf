package io.duly.correspondence.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.provider.RoughProvider.Mood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an answer means, and what its absence does, from a provider on a real socket. */
@Tag("I4")
class RequestsTest {
  private static final Delivery SMS =
      new Delivery(
          Map.of("key", "sms:1", "to", "+4915112345678", "digits", "4915112345678", "from", "Brightwell", "text", "Grüße & 10 % {to}\r\nX-Evil: 1"),
          new byte[0]);

  @ParameterizedTest
  @CsvSource({
    "TAKES, Taken, 200 p-1",
    "TAKES_TWICE, Taken, 200 p-1",
    "TAKES_AND_STUTTERS, Taken, 200",
    "REFUSES, Refused, 400 bad_text not allowed",
    "KNOWS_NO_SUCH_NUMBER, Refused, 422 invalid_recipient no such number",
    "HAS_ENOUGH, Later, 429 slow down",
    "IS_CLOSED, Later, 503",
    "IS_BROKEN, Silence, 500 oops",
    "HAS_ONE_ALREADY, Silence, 409",
  })
  void aWordOfTheProviderCounts(Mood mood, String kind, String words) throws IOException {
    var heard = asked(mood);
    assertThat(heard.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(heard.words()).isEqualTo(words);
  }

  /** Who hangs up before reading anything may do so before or after the last byte left: both answers are right then. */
  @ParameterizedTest
  @EnumSource(names = {"TAKES_AND_HANGS_UP", "TAKES_AND_FALLS_SILENT", "TAKES_AND_BABBLES", "HANGS_UP_IN_THE_MIDDLE"})
  void withoutAWordItMayHaveWhatItWasGivenToTheLastByte(Mood mood) throws IOException {
    assertThat(asked(mood)).isInstanceOf(Heard.Silence.class).extracting(Heard::words).asString().startsWith("no answer to the request");
  }

  /** More than lies in the buffers of a socket: the last byte was never given away. */
  @Test
  void whatBrokeOffBeforeTheLastByteHasNotArrived() throws IOException {
    var large = new byte[60_000_000];
    new Random(1).nextBytes(large);
    try (var rough = RoughProvider.in(Mood.HANGS_UP_AT_ONCE)) {
      var letter = new Delivery(Map.of("key", "letter:1", "name", "Ann"), large);
      var heard = Requests.ask(provider("letter-multipart", rough.url()), letter);
      assertThat(heard).isInstanceOf(Heard.Later.class).extracting(Heard::words).asString().startsWith("the request did not get through");
      assertThat(rough.seen()).isEmpty();
    }
  }

  @Test
  void whoeverDoesNotKnowUsIsLeftAlone() throws IOException {
    assertThat(asked(Mood.KNOWS_US_NOT)).isEqualTo(new Heard.Later("401 who are you? (are user, password or token right?)", true, java.time.Duration.ZERO));
    assertThat(asked(Mood.IS_ELSEWHERE)).as("no redirect is followed").isEqualTo(new Heard.Later("302 (is the URL right?)", true, java.time.Duration.ZERO));
  }

  @Test
  void asLongAsItWantsToBeLeftAlone() throws IOException {
    assertThat(asked(Mood.HAS_ENOUGH)).extracting("rest").isEqualTo(java.time.Duration.ofMinutes(30));
    assertThat(asked(Mood.IS_CLOSED)).extracting("rest").isEqualTo(java.time.Duration.ofMinutes(1));
  }

  @Test
  void nobodyListens() throws IOException {
    var rough = RoughProvider.in();
    rough.close();
    assertThat(Requests.ask(provider("sms-json-bearer", rough.url()), SMS)).isInstanceOf(Heard.Later.class);
  }

  @Test
  void aRequestCarriesItsKeyAndItsWordsAndNothingElse() throws IOException {
    try (var rough = RoughProvider.in()) {
      Requests.ask(provider("sms-json-bearer", rough.url()), SMS);
      var request = rough.taken().getFirst();
      assertThat(request.key()).isEqualTo("sms:1");
      assertThat(request.headers()).containsEntry("authorization", "Bearer t0ken").doesNotContainKey("x-evil");
      assertThat(request.body())
          .isEqualTo("{\"to\":\"+4915112345678\",\"from\":\"Brightwell\",\"text\":\"Grüße & 10 % {to}\\r\\nX-Evil: 1\",\"reference\":\"sms:1\"}");
    }
  }

  @Test
  void aFormIsEncoded() throws IOException {
    try (var rough = RoughProvider.in()) {
      Requests.ask(provider("sms-form-basic", rough.url()), SMS);
      assertThat(rough.taken().getFirst().headers()).containsEntry("authorization", "Basic dXM6MXM=");
      assertThat(rough.taken().getFirst().body())
          .isEqualTo("To=%2B4915112345678&From=Brightwell&Body=Gr%C3%BC%C3%9Fe+%26+10+%25+%7Bto%7D%0D%0AX-Evil%3A+1");
    }
  }

  @Test
  void aLetterIsAFileOfItsOwn() throws IOException {
    try (var rough = RoughProvider.in()) {
      var pdf = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
      var letter = new Delivery(Map.of("key", "letter:1", "name", "Ann \"A\" Ålder", "city", "Bern", "fileName", "a\"b.pdf"), pdf);
      Requests.ask(provider("letter-multipart", rough.url()), letter);
      assertThat(rough.taken().getFirst().body())
          .contains("name=\"to[name]\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAnn \"A\" Ålder\r\n")
          .contains("filename=\"a_b.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 …\r\n--");
    }
  }

  @Test
  void aTwoHundredThatSaysNoIsANo() throws IOException {
    try (var rough = RoughProvider.in()) {
      assertThat(Requests.ask(provider("sms-json-key", rough.url()), SMS)).isInstanceOf(Heard.Refused.class);
    }
  }

  private static Heard asked(Mood mood) throws IOException {
    try (var rough = RoughProvider.in(mood)) {
      return Requests.ask(provider("sms-json-bearer", rough.url()), SMS);
    }
  }

  static Provider provider(String shape, String url) {
    var letter = shape.startsWith("letter");
    var prefix = letter ? "DULY_PRINT_" : "DULY_SMS_";
    var environment =
        Map.of(prefix + "URL", url, prefix + "SHAPE", shape, prefix + "USER", "us", prefix + "PASSWORD", "1s", prefix + "TOKEN", "t0ken", prefix + "SECONDS", "1");
    return new Providers(environment).named(letter ? Service.LETTER : Service.SMS, "default").orElseThrow();
  }
}
