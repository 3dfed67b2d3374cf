package io.duly.correspondence.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Shapes are data; what is wrong with one is said by name. */
class ShapeReaderTest {
  static final java.util.List<String> SHIPPED = Providers.SHIPPED;

  private static final String GOOD =
      """
      service: sms
      body: json
      signIn: none
      fields: {to: "{to}", text: "{text}"}
      """;

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void eachShippedShapeCanBeReadAndSaysWhatItIs(String name) {
    assertThat(ShapeReader.read(Providers.shipped(name)).about()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service: sms | service: pigeon | service is one of [sms, letter], not",
        "body: json | body: xml | body is one of [form, json, multipart], not",
        "signIn: none | signIn: magic | signIn is none, basic, bearer",
        "{text} | {words} | {words} is not known; there are [digits, from, key, text, to]",
        "{text} | hello | fields have no {text}, so nothing would be delivered",
        "{to} | 4711 | fields have neither {to} nor {digits}",
        "signIn: none | 'signIn: none\nreceipt: {status: /s, delivered: [a], failed: [b]}' | receipt needs key: or id:",
        "signIn: none | 'signIn: none\nreceipt: {id: /id, delivered: [a], failed: [b]}' | receipt needs status:",
        "signIn: none | 'signIn: none\nreceipt: {id: /id, status: /s, delivered: [a]}' | receipt needs delivered: and failed:",
        "signIn: none | 'signIn: none\nreceipt: {ids: /id}' | there is no 'receipt.ids'",
        "body: json | bodies: json | there are [about, answer, body",
        "signIn: none | {signIn: none | A shape is YAML, and this is not",
        "signIn: none | 'signIn: none\nheaders: {\"X Y\": a}' | is no name of a header",
        "signIn: none | 'signIn: none\nanswer: {id: sid}' | id is a place such as /messages/0/id, not",
        "signIn: none | 'signIn: none\nanswer: {later: often}' | later is a list",
        "body: json | body: &a [*a] | A shape is YAML, and this is not",
      })
  void whatIsWrongIsSaid(String good, String wrong, String told) {
    assertThatThrownBy(() -> ShapeReader.read(GOOD.replace(good, wrong))).isInstanceOf(InvalidShape.class).hasMessageContaining(told);
  }

  @Test
  void aSecretHasNoPlaceInAShape() {
    assertThatThrownBy(() -> ShapeReader.read(GOOD.replace("{to:", "{apiSecret: \"{password}\", to:"))).hasMessageContaining("{password} is not known");
  }

  @Test
  void aShapeOfOnesOwnIsAFile(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("mine.yaml"), GOOD);
    var environment = Map.of("DULY_SMS_NORTH_URL", "https://sms.example.org/send", "DULY_SMS_NORTH_SHAPE", file.toString());
    var provider = new Providers(environment).named(Service.SMS, "north").orElseThrow();
    assertThat(provider).returns(60, Provider::perMinute).returns(4, Provider::most);
    assertThat(new Providers(environment).named(Service.SMS, "default")).isEmpty();
    assertThat(new Providers(environment).named(Service.LETTER, "north")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://sms.example.org/send, sms-json-bearer, t, is an address such as https",
    "https://u:p@sms.example.org/, sms-json-bearer, t, has no user and password in it",
    "nonsense, sms-json-bearer, t, is an address such as https",
    "https://sms.example.org/, letter-json, t, 'is a shape of service letter, not of sms'",
    "https://sms.example.org/, nowhere.yaml, t, 'nowhere.yaml is neither'",
    "https://sms.example.org/, sms-json-bearer, , The shape wants a token: set DULY_SMS_TOKEN.",
    "https://sms.example.org/, sms-form-basic, t, 'The shape wants a user: set DULY_SMS_USER'",
  })
  void whatIsWronglyConfiguredIsSaid(String url, String shape, String token, String told) {
    var environment = Map.of("DULY_SMS_URL", url, "DULY_SMS_SHAPE", shape, "DULY_SMS_TOKEN", token == null ? "" : token);
    assertThatThrownBy(() -> new Providers(environment).named(Service.SMS, "default")).isInstanceOf(InvalidShape.class).hasMessageContaining(told);
  }
}
